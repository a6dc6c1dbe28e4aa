"""Services, places and people in the API."""

from datetime import date, time

from tests.factories import (
    make_body,
    make_contact,
    make_location,
    make_publication,
    make_service,
)
from tests.plain_words import WORDS

from aushang.model import Hours, Localised, SpecialHours
from aushang.outputs.api import places
from aushang.outputs.api.directory import Directory

SITE = "https://aktuell.kraftraum.example/"
DIRECTORY = Directory(make_publication([]), WORDS)


def test_a_service_has_names_pages_and_feeds_in_each_language():
    """A longer text stands as HTML and as plain text."""
    body = make_body("Dampf", '<p id="x"><a href="#x">Dampf</a></p>')
    service = places.service(DIRECTORY, make_service(about={"de": body}))
    feeds = service.pop("feeds")
    assert service == {
        "id": "sauna",
        "name": {"de": "Sauna", "en": "Sauna"},
        "summary": {"de": "Sauna für alle", "en": "Sauna for all"},
        "about": {
            "de": {
                "html": f'<p id="x"><a href="{SITE}angebote/sauna/#x">Dampf</a></p>',
                "text": "Dampf",
            }
        },
        "contact": None,
        "urls": {"de": f"{SITE}angebote/sauna/", "en": f"{SITE}en/services/sauna/"},
    }
    assert feeds[0] == {
        "title": "Kraftraum: Meldungen zu Sauna",
        "language": "de",
        "stream": "posts",
        "rss": f"{SITE}feeds/services/sauna/posts.rss",
        "atom": f"{SITE}feeds/services/sauna/posts.atom",
        "json": f"{SITE}feeds/services/sauna/posts.json",
        "calendar": f"{SITE}feeds/services/sauna/calendar.ics",
    }


def test_a_place_has_address_hours_and_days_that_differ():
    """Weekdays count from 1 for Monday (ISO 8601); a day without an interval is closed."""
    location = places.location(
        DIRECTORY,
        make_location(
            hours=(Hours(0, time(6), time(23)), Hours(6, time(22), time(2))),
            special_hours=(
                SpecialHours(
                    day=date(2026, 12, 24),
                    intervals=(),
                    reason=Localised({"de": "Heiligabend", "en": "Christmas Eve"}),
                ),
                SpecialHours(
                    day=date(2026, 12, 31),
                    intervals=((time(8), time(14)),),
                    reason=Localised({}),
                ),
            ),
        ),
    )
    assert location["address"] == {
        "street": "Torstraße 12",
        "postcode": "10119",
        "city": "Berlin",
        "country": "DE",
    }
    assert location["hours"] == [
        {"opens": "06:00", "closes": "23:00", "weekday": 1},
        {"opens": "22:00", "closes": "02:00", "weekday": 7},
    ]
    assert location["special_hours"] == [
        {
            "date": "2026-12-24",
            "intervals": [],
            "reason": {"de": "Heiligabend", "en": "Christmas Eve"},
        },
        {
            "date": "2026-12-31",
            "intervals": [{"opens": "08:00", "closes": "14:00"}],
            "reason": {},
        },
    ]
    assert location["services"] == ["sauna"]
    assert location["contact"] == "jana-weiss"


def test_a_person_has_a_promise_and_null_for_what_there_is_not():
    """Role, hours and promise by language; an unknown telephone is null, not empty."""
    contact = places.contact(DIRECTORY, make_contact(phone=""))
    assert contact == {
        "id": "jana-weiss",
        "name": "Jana Weiß",
        "role": {"de": "Studioleitung Mitte", "en": "Studio manager Mitte"},
        "phone": None,
        "email": "jana.weiss@kraftraum.example",
        "url": None,
        "hours": {"de": "Mo–Fr 9–17 Uhr", "en": "Mon–Fri, 9 am–5 pm"},
        "answers_within": {"de": "einem Werktag", "en": "one working day"},
    }
