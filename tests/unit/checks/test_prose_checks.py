"""The messages of the checks of what is written, in full, and from when to when they hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest
from tests.factories import (
    berlin,
    make_body,
    make_contact,
    make_location,
    make_page,
    make_post,
    make_publication,
    make_service,
    make_site,
    make_text,
    make_update,
)

from aushang.checks.foreign_words import foreign_words
from aushang.checks.mailbox_contact import mailbox_contact
from aushang.checks.over_but_shown import over_but_shown
from aushang.checks.overdue_promise import overdue_promise
from aushang.checks.past_future import past_future
from aushang.checks.placeholder import placeholder
from aushang.checks.prose import prose
from aushang.checks.runner import check_sources, check_texts
from aushang.checks.unmentioned import unmentioned
from aushang.model import Diagnostic, Localised, Post, SpecialHours, UpdateStatus

GERMAN = (
    "Wir haben die Sauna und das Becken für euch wieder geöffnet, und ihr könnt nicht nur am" * 3
)


def told(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as place, severity, code, message and hint."""
    return [f"{f.location} {f.severity} {f.code} {f.message} | {f.hint}" for f in found]


def window(found: Iterable[Diagnostic]) -> list[tuple[datetime | None, datetime | None]]:
    """From when to when each finding is one."""
    return [(f.since, f.until) for f in found]


def closure(text: str = "Der Ofen ist kalt.", **fields: object) -> Post:
    """A closure of 9 November without an end."""
    words = make_text(body=make_body(text))
    values: dict[str, object] = {
        "type": "closure",
        "published": "2026-11-09T09:00",
        "texts": {"de": words},
    }
    return make_post("a", **(values | fields))


def test_unmentioned() -> None:
    """AU107 names a service and a place of which only the name is known."""
    nothing = Localised({})
    publication = make_publication(
        services={"bad": make_service("bad", "Becken", summary=nothing), "sauna": make_service()},
        locations={"ost": make_location("ost", "Ost", summary=nothing)},
    )
    assert told(unmentioned(publication)) == [
        (
            "content/services/bad.yml warning AU107 nothing is written about service “Becken”"
            " | add a `summary`, or write bad.md beside it"
        ),
        (
            "content/locations/ost.yml warning AU107 nothing is written about place “Ost”"
            " | add a `summary`, or write ost.md beside it"
        ),
    ]


def test_placeholder() -> None:
    """AU108 says in what it stands."""
    post = closure("TODO", texts={"de": make_text(title="Ab [Datum]", body=make_body("TODO"))})
    assert told(placeholder(make_publication([post]))) == [
        (
            "content/posts/sauna.md error AU108 title holds a placeholder, “[Datum]”"
            " | write what belongs there, or leave it out"
        ),
        (
            "content/posts/sauna.md error AU108 text holds a placeholder, “TODO”"
            " | write what belongs there, or leave it out"
        ),
    ]


def test_placeholder_in_code() -> None:
    """What stands in code and outside it is told once."""
    body = make_body("TODO TODO FIXME", "<p><code>TODO</code> TODO <code>FIXME</code></p>")
    post = closure(texts={"de": make_text(body=body)})
    assert [one.quote for one in placeholder(make_publication([post]))] == ["TODO"]


def test_placeholder_in_the_configuration() -> None:
    """The site's description is the first that anybody reads."""
    site = make_site(description=Localised({"en": "coming soon"}))
    (finding,) = placeholder(make_publication(site=site))
    assert finding.message == "description holds a placeholder, “coming soon”"
    assert finding.location.path == "mkdocs.yml"


def test_all_words_are_walked() -> None:
    """Of posts, updates, pages, services, places, their special days, and contacts."""
    bilingual = Localised({"de": "Weihnachten", "en": "Christmas"})
    publication = make_publication(
        pages=(make_page(),),
        services={"sauna": make_service(about={"en": make_body("Wood", "<p>Wood</p>")})},
        locations={
            "mitte": make_location(
                special_hours=(
                    SpecialHours(
                        day=berlin("2026-12-24T00:00").date(),
                        intervals=(),
                        reason=bilingual,
                        entry=0,
                    ),
                )
            )
        },
    )
    walked = {(one.part, one.language, one.text) for one in prose(publication)}
    assert {
        ("title", "en", "The sauna in Mitte is open again"),
        ("text", "de", "Die Aufgüsse beginnen am Dienstag."),
        ("title", "de", "Impressum"),
        ("text", "en", "Wood"),
        ("reason", "en", "Christmas"),
        ("name", "de", "Jana Weiß"),
        ("answers_within", "en", "one working day"),
    } <= walked


def test_overdue_promise() -> None:
    """AU401 tells the time in the publication's zone; it ends with the next word."""
    promise = berlin("2026-11-16T12:00")
    post = closure(next_update=promise)
    (finding,) = found = list(overdue_promise(make_publication([post])))
    assert told(found) == [
        (
            "content/posts/a.md error AU401 `next_update` promised word by 2026-11-16T12:00, and"
            " none was given | write an update that says how things stand, and set `next_update`"
            " anew"
        )
    ]
    assert (finding.since, finding.until) == (promise, None)


@pytest.mark.parametrize(
    ("fields", "until"),
    [
        ({"updates": (make_update("2026-11-17T09:00"),)}, "2026-11-17T09:00"),
        ({"updated": "2026-11-18T09:00"}, "2026-11-18T09:00"),
        ({"ends": "2026-11-19T09:00"}, "2026-11-19T09:00"),
    ],
)
def test_a_promise_that_is_kept_late(fields: dict[str, object], until: str) -> None:
    """By an update, a correction, or the end of the matter."""
    post = closure(next_update="2026-11-16T12:00", **fields)
    found = overdue_promise(make_publication([post]))
    assert window(found) == [(berlin("2026-11-16T12:00"), berlin(until))]


def test_a_promise_that_is_kept() -> None:
    """On time, or because the matter was settled before."""
    on_time = closure(next_update="2026-11-16T12:00", updates=(make_update("2026-11-16T12:00"),))
    settled = (make_update("2026-11-15T12:00", status=UpdateStatus.RESOLVED),)
    before = closure(next_update="2026-11-16T12:00", updates=settled)
    assert list(overdue_promise(make_publication([on_time, before]))) == []


def test_over_but_shown() -> None:
    """AU402 says which key to set to what."""
    words = make_text(title="Sauna bis 16. November zu", body=make_body())
    publication = make_publication([closure(texts={"de": words})])
    (finding,) = found = list(over_but_shown(publication))
    assert told(found) == [
        (
            "content/posts/sauna.md error AU402 title says that it lasts until “16. November”; that"
            " has passed, and the post still holds | set `ends: 2026-11-17T00:00`, or say until"
            " when it lasts now"
        )
    ]
    assert (finding.since, finding.until) == (berlin("2026-11-17T00:00"), None)
    assert list(past_future(publication)) == []


def test_the_end_to_set_is_the_day_that_is_named() -> None:
    """A post that ends later on has a week of grace, which is not a part of its end."""
    words = make_text(title="Sauna bis 16. November zu", body=make_body())
    post = closure(texts={"de": words}, ends="2026-12-20T07:00")
    (finding,) = over_but_shown(make_publication([post]))
    assert finding.since == berlin("2026-11-24T00:00")
    assert finding.hint.startswith("set `ends: 2026-11-17T00:00`, or")


def test_past_future() -> None:
    """AU403 holds from the day after."""
    publication = make_publication([closure("Am 16. November kommt der neue Ofen.")])
    (finding,) = found = list(past_future(publication))
    assert told(found) == [
        (
            "content/posts/sauna.md warning AU403 “16. November” is announced as still to come and"
            " lies in the past | write an update, or bring the text up to date and set `updated`"
        )
    ]
    assert (finding.since, finding.until) == (berlin("2026-11-17T00:00"), None)


def test_past_future_on_a_page() -> None:
    """A page has no updates."""
    page = make_page()
    text = replace(page.texts["de"], body=make_body("Am 3. Mai 2026 öffnet das Becken."))
    found = list(past_future(make_publication([], pages=(replace(page, texts={"de": text}),))))
    assert [one.hint for one in found] == ["bring the text up to date"]
    assert window(found) == [(berlin("2026-05-04T00:00"), None)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"updates": (make_update("2026-11-16T07:00"),)}, []),
        ({"updates": (make_update("2026-11-15T07:00"),)}, [("2026-11-17T00:00", None)]),
        (
            {"updates": (make_update("2026-11-18T07:00"),)},
            [("2026-11-17T00:00", "2026-11-18T07:00")],
        ),
        ({"updated": "2026-11-16T07:00"}, []),
        ({"starts": "2026-11-16T07:00"}, []),
        ({"ends": "2026-11-17T07:00"}, []),
        ({"ends": "2026-11-20T07:00"}, []),
        ({"ends": "2026-12-20T07:00"}, [("2026-11-24T00:00", "2026-12-20T07:00")]),
        ({"type": "news"}, []),
    ],
)
def test_what_ends_a_stale_text(
    fields: dict[str, object], expected: list[tuple[str, str | None]]
) -> None:
    """A later word on the day or after it; what ends by itself may be a week behind."""
    post = closure("Am 16. November kommt der neue Ofen.", **fields)
    found = past_future(make_publication([post]))
    assert window(found) == [(berlin(a), berlin(b) if b else None) for a, b in expected]


def test_what_is_kept_of_a_text_does_not_depend_on_the_clock() -> None:
    """A text is judged once; whether it is a finding is asked each time."""
    publication = make_publication([closure("Am 16. November kommt der neue Ofen.")])
    early = replace(publication, now=berlin("2026-11-16T23:59"))
    assert check_texts(early) == check_texts(publication)
    assert [one.code for one in check_sources(publication)] == ["AU403"]
    assert check_sources(early) == ()
    assert check_sources(replace(publication, now=berlin("2026-11-17T00:00"))) != ()


def test_mailbox_contact() -> None:
    """AU713 quotes the address."""
    contact = make_contact("team", "Team Kraftraum", phone="", email="info@kraftraum.example")
    assert told(mailbox_contact(make_publication(contacts={"team": contact}))) == [
        (
            "content/contacts/team.yml warning AU713 contact “Team Kraftraum” is a mailbox,"
            " “info@kraftraum.example”; nobody is named"
            " | name a person who answers, with a telephone number or their own address"
        )
    ]


@pytest.mark.parametrize(
    ("name", "email", "is_found"),
    [
        ("Team Kraftraum", "office@a.example", True),
        ("Kundenservice", "kontakt@a.example", True),
        ("Kraftraum Mitte", "info.mitte@a.example", True),
        ("Empfang Ost", "empfang-ost@a.example", True),
        ("systemli.org", "support@a.example", True),
        ("Jana Weiß", "info@a.example", False),
        ("Dr. Ann-Kathrin O’Neill", "info@a.example", False),
        ("Team Kraftraum", "jana.weiss@a.example", False),
        ("Team Kraftraum", "inform@a.example", False),
    ],
)
def test_who_is_a_person(name: str, email: str, is_found: bool) -> None:  # noqa: FBT001  a case
    """A name of two words that is neither ours nor that of an office."""
    contact = make_contact("x", name, phone="", email=email)
    assert bool(list(mailbox_contact(make_publication(contacts={"x": contact})))) is is_found


def test_a_mailbox_with_a_telephone() -> None:
    """Somebody picks up."""
    contact = make_contact("team", "Team", email="info@kraftraum.example")
    assert list(mailbox_contact(make_publication(contacts={"team": contact}))) == []


def test_foreign_words() -> None:
    """AU714 says which language it is said to be in, and which it is in."""
    english = make_text("en", body=make_body(GERMAN))
    found = list(foreign_words(make_publication([closure(texts={"en": english})])))
    assert told(found) == [
        (
            "content/posts/sauna.en.md warning AU714 the text is said to be English and reads as"
            " German | translate it, or move it to where the German text belongs"
        )
    ]
    assert [one.quote for one in found] == ["Wir haben"]
