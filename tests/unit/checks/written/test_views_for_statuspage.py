"""Incidents and planned work, held against the posts that they are views of."""

import json
from dataclasses import replace

import pytest
from tests.factories import by_path, make_bilingual_post, make_publication, make_site, make_update
from tests.plain_words import WORDS
from tests.written import write_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written.records import said_in_json
from aushang.checks.written.sources_of_views import disagreements
from aushang.outputs import statuspage

ROOT = "https://aktuell.kraftraum.example/"
FILE = "statuspage/api/v2/incidents.json"
WORK = "statuspage/api/v2/scheduled-maintenances.json"
POSTS = (
    make_bilingual_post(
        "zu",
        type="closure",
        starts="2026-11-20T18:00",
        updates=(make_update("2026-11-21T10:00"),),
    ),
    # It ended without a word.
    make_bilingual_post(
        "werk", type="maintenance", starts="2026-11-20T12:00", ends="2026-11-21T06:00"
    ),
)


def written_site(root, **changes):
    """The files of the posts, each with a text put in the place of another."""
    publication = make_publication(POSTS)
    files = by_path(statuspage.render(publication, WORDS))
    for path, (old, new) in changes.items():
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    site = write_site(root, files)
    return publication, replace(site, read=lambda file: (root / file).read_bytes())


def test_our_files_agree_with_the_posts(tmp_path):
    """Also where something began or ended by itself, of which nobody said a word."""
    assert list(disagreements(*written_site(tmp_path))) == []


def test_each_record_is_a_view():
    """Its id, address, title, and when it was said first and last."""
    files = by_path(statuspage.render(make_publication(POSTS), WORDS))
    found = {tuple(said) for path in (FILE, WORK) for said in said_in_json(files[path])}
    title = "Die Sauna in Mitte ist wieder offen"
    assert found == {
        ("statuspage:zu", f"{ROOT}meldungen/zu/", title, 1795161600, 1795251600),
        ("statuspage:werk", f"{ROOT}meldungen/werk/", title, 1795161600, 1795161600),
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            b"meldungen/zu/",
            b"meldungen/ab/",
            ("zu", "url", f"{ROOT}meldungen/ab/", f"{ROOT}meldungen/zu/"),
        ),
        (
            b"wieder offen",
            b"wieder zu",
            (
                "zu",
                "title",
                "Die Sauna in Mitte ist wieder zu",
                "Die Sauna in Mitte ist wieder offen",
            ),
        ),
        (
            b'"created_at": "2026-11-20T08:00:00.000Z"',
            b'"created_at": "2026-11-20T09:00:00.000Z"',
            ("zu", "published", "2026-11-20T09:00:00+00:00", "2026-11-20T08:00:00+00:00"),
        ),
        (
            b'"updated_at": "2026-11-21T09:00:00.000Z"',
            b'"updated_at": "2026-11-21T09:30:00.000Z"',
            ("zu", "updated", "2026-11-21T09:30:00+00:00", "2026-11-21T09:00:00+00:00"),
        ),
        (b'"id": "zu"', b'"id": "auf"', ("auf", "", "", "")),
    ],
)
def test_a_record_that_says_something_else_is_found(tmp_path, old, new, expected):
    """With the field, what it says, and what the post says; or that there is no such post."""
    (one,) = disagreements(*written_site(tmp_path, **{FILE: (old, new)}))
    assert (one.id, one.name, one.said, one.wanted) == expected


def test_the_finding_says_where(tmp_path):
    """The id is quoted as the post has it."""
    publication, written = written_site(tmp_path, **{FILE: (b'"id": "zu"', b'"id": "auf"')})
    found = [one for one in check_artifacts(publication, written) if one.code == "AU310"]
    assert [(one.location.path, one.message) for one in found] == [
        (FILE, "says something of “auf”, and no post has that id")
    ]


def test_files_of_others_may_say_anything(tmp_path):
    """The state of a booking system may lie among the media."""
    record = {"id": "auf", "shortlink": "https://a.example/"}
    data = json.dumps({"page": {}, "incidents": [record]}).encode()
    publication = make_publication(POSTS, site=make_site(statuspage=None))
    assert list(disagreements(publication, write_site(tmp_path, {FILE: data}))) == []
