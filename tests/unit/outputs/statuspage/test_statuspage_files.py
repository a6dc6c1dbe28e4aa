"""The eight files as a whole: where they stand, what they read, how old they say they are."""

import json
from dataclasses import replace

import pytest
from tests.factories import (
    NOW,
    berlin,
    make_location,
    make_post,
    make_posts,
    make_publication,
    make_site,
    make_update,
)
from tests.plain_words import WORDS
from tests.statuspage_files import statuspage_bytes, statuspage_files

from aushang.model import Effect, Kind, Localised, UpdateStatus
from aushang.outputs import statuspage

NAMES = [
    "summary",
    "status",
    "components",
    "incidents",
    "incidents/unresolved",
    "scheduled-maintenances",
    "scheduled-maintenances/upcoming",
    "scheduled-maintenances/active",
]
CLOSED = make_post("zu", type="closure", effect=Effect.CLOSED)
WORK = make_post(
    "werk", type="maintenance", starts="2026-11-25T09:00", published="2026-11-19T09:00"
)


@pytest.mark.parametrize(
    ("base", "folder"), [("statuspage", "statuspage/"), ("a/b", "a/b/"), ("", "")]
)
def test_the_files_stand_below_the_base(base, folder):
    """In `api/v2/`, where these programs look."""
    found = statuspage_bytes(make_publication(site=make_site(statuspage=base)))
    assert list(found) == [f"{folder}api/v2/{name}.json" for name in NAMES]


def test_a_site_may_do_without():
    """No file, no unit, and no text is kept for them."""
    publication = make_publication([CLOSED], site=make_site(statuspage=None))
    assert list(statuspage.units(publication, WORDS)) == []
    assert statuspage.shown(publication) == frozenset()


def test_every_list_is_there_if_empty():
    """Strict programs raise an error on a missing one."""
    found = statuspage_files(make_publication([], services={}, locations={}))
    page = {
        "id": "kraftraum.example",
        "name": "Kraftraum",
        "url": "https://aktuell.kraftraum.example/",
        "time_zone": "Europe/Berlin",
        "updated_at": "2025-12-31T23:00:00.000Z",
    }
    lists = {"components": [], "incidents": [], "scheduled_maintenances": []}
    good = {"status": {"indicator": "none", "description": "All Systems Operational"}}
    assert found == {
        "summary": {"page": page, **good, **lists},
        "status": {"page": page, **good},
        "components": {"page": page, "components": []},
        "incidents": {"page": page, "incidents": []},
        "incidents/unresolved": {"page": page, "incidents": []},
        "scheduled-maintenances": {"page": page, "scheduled_maintenances": []},
        "scheduled-maintenances/upcoming": {"page": page, "scheduled_maintenances": []},
        "scheduled-maintenances/active": {"page": page, "scheduled_maintenances": []},
    }


def test_a_file_is_as_new_as_what_it_shows():
    """Two times from content, and none of the clock."""
    found = statuspage_files(make_publication([CLOSED, WORK]))
    ages = {name: file["page"]["updated_at"][:10] for name, file in found.items()}
    assert ages == {
        "summary": "2026-11-20",
        "status": "2026-11-20",
        "components": "2026-11-20",
        "incidents": "2026-11-20",
        "incidents/unresolved": "2026-11-20",
        "scheduled-maintenances": "2026-11-19",
        "scheduled-maintenances/upcoming": "2026-11-19",
        "scheduled-maintenances/active": "2025-12-31",
    }


STATES = {"summary", "status", "components"}
WORKS = {"scheduled-maintenances", "scheduled-maintenances/upcoming"}


@pytest.mark.parametrize(
    ("words", "now", "changed"),
    [
        # A closure is over.
        ({"zu": "resolved"}, "2026-11-21T10:00", STATES | {"incidents", "incidents/unresolved"}),
        # Work is called off, which changes the state of nothing.
        ({"werk": "withdrawn"}, "2026-11-21T10:00", {"summary"} | WORKS),
        # Work begins; it is done.
        ({}, "2026-11-22T10:00", STATES | WORKS | {"scheduled-maintenances/active"}),
        ({}, "2026-11-22T18:00", STATES | WORKS | {"scheduled-maintenances/active"}),
    ],
)
def test_a_file_that_says_something_else_is_newer(words, now, changed):
    """Also if what was its newest has left it: a program may pass over what is no newer."""
    work = replace(
        WORK,
        effect=Effect.RESTRICTED,
        starts=berlin("2026-11-22T09:00"),
        ends=berlin("2026-11-22T17:00"),
        locations=("ost",),
    )
    said = {
        id_: (make_update("2026-11-21T10:00", status=UpdateStatus(status)),)
        for id_, status in words.items()
    }
    posts = [replace(post, updates=said.get(post.id, ())) for post in (CLOSED, work)]
    places = {"locations": {id_: make_location(id_) for id_ in ("mitte", "ost")}}
    early = make_publication([CLOSED, work], now=berlin("2026-11-21T09:00"), **places)
    before = statuspage_files(early)
    after = statuspage_files(make_publication(posts, now=berlin(now), **places))
    ages = {name: file["page"]["updated_at"] for name, file in before.items()}
    newer = {name for name, file in after.items() if file["page"]["updated_at"] > ages[name]}
    assert newer == changed
    assert {name for name, file in after.items() if file != before[name]} == changed


def test_an_update_rewrites_only_the_files_that_tell_it():
    """Those of planned work, and those of states, stay byte for byte."""
    before = statuspage_bytes(make_publication([CLOSED, WORK]))
    said = replace(CLOSED, updates=(make_update(),))
    after = statuspage_bytes(make_publication([said, WORK]))
    assert {
        path.removeprefix("statuspage/api/v2/") for path in before if before[path] != after[path]
    } == {
        "summary.json",
        "incidents.json",
        "incidents/unresolved.json",
    }


def test_the_same_content_is_the_same_bytes():
    """Whatever order it comes in, and however late it is, as long as nothing begins or ends."""
    posts = make_posts(70)
    expected = statuspage_bytes(make_publication(posts))
    assert statuspage_bytes(make_publication(posts[::-1])) == expected
    later = NOW.replace(minute=20)
    assert statuspage_bytes(make_publication(posts, now=later)) == expected


def test_artifacts_say_what_they_are():
    """JSON of the API; the sources are the posts that are told."""
    made = list(statuspage.render(make_publication([CLOSED]), WORDS))
    assert {(one.media_type, one.kind, one.sources) for one in made} == {
        ("application/json", Kind.API, ("content/posts/zu.md",))
    }
    (first, *_) = statuspage.render(make_publication([]), WORDS)
    assert first.sources == ("aushang.outputs.statuspage.files",)
    assert first.data.startswith(b'{\n  "page"')
    assert first.data.endswith(b"}\n")


def test_the_unit_reads_what_is_told_and_what_decides():
    """A price changes nothing here; a reopening ends what is told, and news may close."""
    opened = make_post("auf", published="2026-11-21T09:00", effect=Effect.OPEN)
    news = make_post("neu", type="news", effect=Effect.CLOSED, locations=("ost",))
    price = make_post("preis", type="price", effect=None)
    publication = make_publication([CLOSED, WORK, opened, news, price])
    (unit,) = statuspage.units(publication, WORDS)
    assert [post.id for post in unit.posts] == ["auf", "zu", "neu", "werk"]
    assert (unit.name, unit.bookings, unit.is_of_now) == ("statuspage", (), True)


def test_texts_are_kept_of_what_is_told():
    """Of what is only announced as closed no word is told yet, nor of a reopening its text."""
    ahead = make_post("bald", type="closure", starts="2026-11-25T09:00")
    opened = make_post("auf", published="2026-11-21T09:00", effect=Effect.OPEN)
    publication = make_publication([CLOSED, WORK, opened, ahead])
    assert statuspage.shown(publication) == {"zu", "werk"}


def test_names_are_clean():
    """The name of the site and of places may hold what no JSON can."""
    site = make_site(name=Localised({"de": "Kraft\ud800raum </script>"}))
    data = statuspage_bytes(make_publication(site=site))["statuspage/api/v2/status.json"]
    assert json.loads(data)["page"]["name"] == "Kraft\ufffdraum </script>"
