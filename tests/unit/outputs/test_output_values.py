"""Characters, times and addresses as machine outputs carry them."""

from datetime import datetime, timedelta

import pytest
from tests.factories import make_site

from aushang.model import ROOT
from aushang.outputs.absolute import absolute_html
from aushang.outputs.characters import clean
from aushang.outputs.times import iso_duration, local, rfc3339

PAGE = "https://aktuell.kraftraum.example/a/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ä 🧖‍♀️ שלום\t\n", "ä 🧖‍♀️ שלום\t\n"),
        ("a\x00b\x1bc\x0b", "a�b�c�"),
        ("\ud800 \udfff", "� �"),
        ("\ufffe\uffff\ufffd", "���"),
    ],
)
def test_what_cannot_travel_is_replaced(text, expected):
    """XML 1.0 §2.2 and UTF-8 decide; all else stays as it is."""
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-20T09:00+01:00", "2026-11-20T09:00:00+01:00"),
        ("2026-07-01T00:00:00.999+00:00", "2026-07-01T02:00:00+02:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
        ("1890-01-01T12:00+00:00", "1890-01-01T12:00:00+00:00"),
    ],
)
def test_a_time_is_local_with_an_offset_in_minutes(at, expected):
    """Winter, summer, the hour that repeats, and a zone that once counted seconds."""
    assert rfc3339(make_site(), datetime.fromisoformat(at)) == expected
    assert local(make_site(), datetime.fromisoformat(at)).isoformat() == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<a href="{ROOT}b/#c">x</a>', '<a href="https://aktuell.kraftraum.example/b/#c">x</a>'),
        ('<a class="x" href="#c">x</a>', f'<a class="x" href="{PAGE}#c">x</a>'),
        ('<a href="/a/">x</a>', '<a href="https://aktuell.kraftraum.example/a/">x</a>'),
        ('<a href="//a.example/">x</a>', '<a href="//a.example/">x</a>'),
        (
            '<img src="/a.png" alt=""/>',
            '<img src="https://aktuell.kraftraum.example/a.png" alt=""/>',
        ),
        ('<a href="?q=a#c">x</a>', f'<a href="{PAGE}?q=a#c">x</a>'),
        ('<a title="a > b" href="#c">x</a>', f'<a title="a > b" href="{PAGE}#c">x</a>'),
        ('<p>write  href="#c" so</p>', '<p>write  href="#c" so</p>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<img src="x.png" alt=""/>', '<img src="x.png" alt=""/>'),
    ],
)
def test_addresses_become_whole_and_text_stays(html, expected):
    """Only attributes of tags change, and only those that a page would have resolved."""
    assert absolute_html(html, make_site(), PAGE) == expected


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        (timedelta(minutes=45), "PT45M"),
        (timedelta(hours=1), "PT1H"),
        (timedelta(hours=26, minutes=5, seconds=7), "PT26H5M7S"),
        (timedelta(milliseconds=900), "PT0S"),
    ],
)
def test_a_duration_has_hours_minutes_and_seconds(duration, expected):
    """ISO 8601: days would be of the calendar, and some have 23 hours."""
    assert iso_duration(duration) == expected
