"""Which posts are incidents, how each of them stands, and what is told of it."""

import pytest
from tests.factories import (
    NOW,
    berlin,
    make_bilingual_post,
    make_body,
    make_location,
    make_post,
    make_publication,
    make_service,
    make_text,
    make_update,
)
from tests.statuspage_files import statuspage_files

from aushang.model import Effect, UpdateStatus

ROOT = "https://aktuell.kraftraum.example/"
TITLE = "Die Sauna in Mitte ist wieder offen"


def closure(key="zu", **fields):
    """A closure of the sauna in Mitte, since yesterday at nine."""
    return make_post(key, TITLE, **({"type": "closure", "effect": Effect.CLOSED} | fields))


def incidents(*posts, name="incidents", **fields):
    """What a file says of incidents."""
    return statuspage_files(make_publication(posts, **fields))[name]["incidents"]


def test_an_incident_is_a_post_with_all_that_was_said_of_it():
    """Every key of the format, times in UTC, the texts plain, the newest word first."""
    post = closure(
        starts="2026-11-20T08:00",
        updated="2026-11-20T09:30",
        updates=(
            make_update("2026-11-20T18:00", "Ein Ofen ist <kalt>.", UpdateStatus.IDENTIFIED),
            make_update("2026-11-21T10:00", status=UpdateStatus.MONITORING),
        ),
    )
    (found,) = incidents(post)
    affected = {"code": "mitte.sauna", "name": "Mitte - Sauna"}
    common = {
        "incident_id": "zu",
        "deliver_notifications": False,
        "custom_tweet": None,
        "tweet_id": None,
    }
    component = {
        "id": "mitte.sauna",
        "name": "Sauna",
        "status": "major_outage",
        "created_at": "2025-12-31T23:00:00.000Z",
        "updated_at": "2026-11-20T07:00:00.000Z",
        "position": 1,
        "description": "Sauna für alle",
        "showcase": False,
        "start_date": None,
        "group_id": "mitte",
        "page_id": "kraftraum.example",
        "group": False,
        "only_show_if_degraded": False,
    }
    out = "major_outage"
    assert found == {
        "id": "zu",
        "name": TITLE,
        "status": "monitoring",
        "created_at": "2026-11-20T08:00:00.000Z",
        "updated_at": "2026-11-21T09:00:00.000Z",
        "monitoring_at": "2026-11-21T09:00:00.000Z",
        "resolved_at": None,
        "impact": "critical",
        "shortlink": f"{ROOT}meldungen/zu/",
        "started_at": "2026-11-20T07:00:00.000Z",
        "page_id": "kraftraum.example",
        "components": [component],
        "incident_updates": [
            {
                "id": "zu/update-20261121T090000Z",
                "status": "monitoring",
                "body": "Die Aufgüsse beginnen am Dienstag.",
                "created_at": "2026-11-21T09:00:00.000Z",
                "updated_at": "2026-11-21T09:00:00.000Z",
                "display_at": "2026-11-21T09:00:00.000Z",
                "affected_components": [affected | {"old_status": out, "new_status": out}],
                **common,
            },
            {
                "id": "zu/update-20261120T170000Z",
                "status": "identified",
                "body": "Ein Ofen ist <kalt>.",
                "created_at": "2026-11-20T17:00:00.000Z",
                "updated_at": "2026-11-20T17:00:00.000Z",
                "display_at": "2026-11-20T17:00:00.000Z",
                "affected_components": [affected | {"old_status": out, "new_status": out}],
                **common,
            },
            {
                "id": "zu/published",
                "status": "identified",
                "body": "Ab Montag, 6 Uhr.",
                "created_at": "2026-11-20T08:00:00.000Z",
                "updated_at": "2026-11-20T08:30:00.000Z",
                "display_at": "2026-11-20T08:00:00.000Z",
                "affected_components": [
                    affected | {"old_status": "operational", "new_status": out}
                ],
                **common,
            },
        ],
    }


@pytest.mark.parametrize(
    ("kind", "effect", "impact"),
    [
        ("closure", Effect.CLOSED, "critical"),
        ("disruption", Effect.RESTRICTED, "minor"),
        ("disruption", Effect.OPEN, "none"),
        ("disruption", None, "none"),
        ("availability", Effect.FULL, "major"),
        ("availability", Effect.RESTRICTED, None),
        ("availability", Effect.OPEN, None),
        ("reopening", Effect.RESTRICTED, None),
        ("price", None, None),
        ("news", Effect.CLOSED, None),
        ("maintenance", Effect.CLOSED, None),
    ],
)
def test_what_is_an_incident_and_how_grave(kind, effect, impact):
    """A reopening or a price would be an outage to these programs; planned work has its own."""
    found = incidents(make_post("eins", type=kind, effect=effect))
    assert [one["impact"] for one in found] == ([impact] if impact else [])


@pytest.mark.parametrize(
    ("kind", "status"), [("disruption", "investigating"), ("closure", "identified")]
)
def test_what_holds_until_somebody_says_more(kind, status):
    """Why a place is closed is known; why something is broken is not. Later words keep the last."""
    post = make_post("eins", type=kind, updates=(make_update(status=None),))
    (found,) = incidents(post)
    assert [one["status"] for one in found["incident_updates"]] == [status, status]
    assert found["status"] == status


def test_what_is_only_announced_is_no_trouble_yet():
    """From its beginning on it is one, and says that it began."""
    post = closure(starts="2026-11-21T12:00")
    assert incidents(post, now=berlin("2026-11-21T11:59")) == []
    (found,) = incidents(post, now=NOW)
    assert [(one["id"], one["status"], one["body"]) for one in found["incident_updates"]] == [
        ("zu/begun", "identified", "Jetzt gilt es."),
        ("zu/published", "identified", "Ab Montag, 6 Uhr."),
    ]
    states = [one["affected_components"][0]["new_status"] for one in found["incident_updates"]]
    assert states == ["major_outage", "operational"]
    assert found["updated_at"] == "2026-11-21T11:00:00.000Z"


@pytest.mark.parametrize("status", [UpdateStatus.RESOLVED, UpdateStatus.WITHDRAWN])
def test_what_is_solved_or_taken_back_is_resolved(status):
    """At the time of the word that says so; what is said afterwards changes nothing of it."""
    words = (make_update("2026-11-21T09:00", status=status), make_update(status=None))
    (found,) = incidents(closure(updates=words))
    assert found["status"] == "resolved"
    assert found["resolved_at"] == "2026-11-21T08:00:00.000Z"
    said = [one["status"] for one in found["incident_updates"]]
    assert said == ["resolved", "resolved", "identified"]
    assert found["incident_updates"][1]["affected_components"][0]["new_status"] == "operational"
    assert incidents(closure(updates=words), name="incidents/unresolved") == []


def test_what_was_taken_back_before_it_began_never_was():
    """Nobody met a closed door."""
    words = (make_update("2026-11-21T09:00", status=UpdateStatus.WITHDRAWN),)
    assert incidents(closure(starts="2026-11-21T11:00", updates=words)) == []


def test_an_incident_ends_at_its_time():
    """Half-open; that it is over is told, as nobody said so."""
    post = closure(ends="2026-11-21T12:00")
    (lasting,) = incidents(post, now=berlin("2026-11-21T11:59"), name="incidents/unresolved")
    assert lasting["resolved_at"] is None
    (found,) = incidents(post)
    assert (found["status"], found["resolved_at"]) == ("resolved", "2026-11-21T11:00:00.000Z")
    assert (found["incident_updates"][0]["id"], found["incident_updates"][0]["body"]) == (
        "zu/over",
        "Es ist vorbei.",
    )


def test_a_reopening_ends_the_closure_before_it():
    """Nobody went back to the closure; the reopening is its last word, and no incident itself."""
    opened = make_post("auf", "Offen", published="2026-11-21T09:00")
    (found,) = incidents(closure(), opened)
    newest = found["incident_updates"][0]
    assert (found["id"], found["status"]) == ("zu", "resolved")
    assert (newest["id"], newest["status"]) == ("zu/cleared", "resolved")
    assert newest["body"] == "Offen\n\nAb Montag, 6 Uhr."
    assert newest["created_at"] == found["resolved_at"] == "2026-11-21T08:00:00.000Z"


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": "2026-11-21T13:00"},
        {"locations": ("ost",)},
        {"services": ("kurse",)},
        {"published": "2026-11-20T08:00"},
        {"updates": (make_update(status=UpdateStatus.WITHDRAWN),)},
        {"type": "news"},
    ],
)
def test_what_does_not_end_a_closure(fields):
    """A reopening that is to come, elsewhere, of something else, older, or taken back; news."""
    opened = make_post("auf", "Offen", **({"published": "2026-11-21T09:00"} | fields))
    services = {"sauna": make_service(), "kurse": make_service("kurse", "Kurse")}
    locations = {id_: make_location(id_, services=("sauna", "kurse")) for id_ in ("mitte", "ost")}
    (found,) = incidents(closure(), opened, services=services, locations=locations)
    assert found["status"] == "identified"


def test_a_closure_of_two_places_ends_when_both_are_open():
    """The last of the reopenings ends it."""
    both = closure(locations=())
    first = make_post("eins", "Eins", published="2026-11-21T08:00")
    last = make_post("zwei", "Zwei", published="2026-11-21T09:00", locations=("ost",))
    (found,) = incidents(both, first)
    assert found["status"] == "identified"
    assert [one["id"] for one in found["components"]] == ["mitte.sauna", "ost.sauna"]
    assert [one["status"] for one in found["components"]] == [
        "degraded_performance",
        "major_outage",
    ]
    (found,) = incidents(both, first, last)
    assert (found["status"], found["resolved_at"]) == ("resolved", "2026-11-21T08:00:00.000Z")
    assert found["incident_updates"][0]["body"].startswith("Zwei")


def test_a_place_that_is_closed_is_its_services():
    """Groups are no components of an incident; a place without services is one itself."""
    locations = {"mitte": make_location(), "leer": make_location("leer", services=())}
    services = {"sauna": make_service()}
    post = closure(services=(), locations=())
    (found,) = incidents(post, locations=locations, services=services)
    assert [one["id"] for one in found["components"]] == ["mitte.sauna", "leer"]
    names = [one["name"] for one in found["incident_updates"][0]["affected_components"]]
    assert names == ["Mitte - Sauna", "Mitte"]


def test_the_newest_fifty_and_all_that_last():
    """The newest first; what lasts longer than fifty others is still unresolved."""
    old = closure("alt", published="2026-01-01T09:00")
    over = [
        closure(f"p{number:02}", published=f"2026-11-01T09:{number:02}", ends="2026-11-02T09:00")
        for number in range(55)
    ]
    files = statuspage_files(make_publication([old, *over]))
    newest = [one["id"] for one in files["incidents"]["incidents"]]
    assert newest == [f"p{number:02}" for number in range(54, 4, -1)]
    for name in ("incidents/unresolved", "summary"):
        assert [one["id"] for one in files[name]["incidents"]] == ["alt"]


def test_texts_are_in_the_site_s_first_language():
    """A post that has none in it is told in its own."""
    english = make_post("english", type="closure", texts={"en": make_text("en", slug="english")})
    german = make_bilingual_post(
        "deutsch", type="closure", updates=(make_update(english="Aufguss on Tuesday."),)
    )
    first, second = incidents(english, german)
    assert (first["name"], first["shortlink"]) == (
        "The sauna in Mitte is open again",
        f"{ROOT}en/posts/english/",
    )
    assert second["incident_updates"][0]["body"] == "Die Aufgüsse beginnen am Dienstag."


def test_without_a_summary_the_text_is_told():
    """A post of a blog has none."""
    text = make_text(summary=" ", body=make_body("Der Ofen ist kalt."))
    (found,) = incidents(closure(texts={"de": text}))
    assert found["incident_updates"][0]["body"] == "Der Ofen ist kalt."


HOSTILE = '„Sauna" \n</script><b>\ud800\x00 & \u2028'


def test_hostile_texts_survive():
    """Quotes, line feeds, markup: JSON has room for them; half a character and none it has not."""
    text = make_text(title=HOSTILE, summary=HOSTILE)
    (found,) = incidents(closure(texts={"de": text}))
    assert found["name"] == '„Sauna" \n</script><b>\ufffd\ufffd & \u2028'
    assert found["incident_updates"][0]["body"] == found["name"].strip()
