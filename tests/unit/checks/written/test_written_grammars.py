"""Feeds, calendars and JSON from anybody: whatever they hold, they are read, refused or told."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.written import facts_of
from aushang.checks.written.facts import Reference
from aushang.checks.written.feed.content_lines import ContentLine, content_lines
from aushang.checks.written.feed.dates import is_calendar, is_rfc822, is_rfc3339, is_w3c

SITE = "https://a.example/"
KINDS = ("application/rss+xml", "application/json", "text/calendar")
PIECES = st.lists(
    st.sampled_from(
        [
            *("<rss>", "</rss>", "<channel>", "<item>", "<guid>", "&amp;amp;", "<![CDATA[", "]]>"),
            *(
                '{"version": "https://jsonfeed.org/version/1", "items":',
                "[",
                "]",
                "{",
                "}",
                '"id":',
            ),
            *("BEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "UID:a\r\n", "\r\n "),
            *("DTSTAMP:9\r\n", "\0", "\ufeff", "7", '"', "null", "<!DOCTYPE a>", "\ud7ff", ","),
        ]
    )
).map("".join)


@given(st.sampled_from(KINDS), st.one_of(st.binary(), PIECES.map(str.encode)))
def test_nothing_makes_a_reading_fail(kind: str, data: bytes) -> None:
    """Any bytes have facts, and the same each time."""
    assert facts_of(kind, data, SITE) == facts_of(kind, data, SITE)


def test_entities_are_never_expanded() -> None:
    """A bomb costs nothing: the parser refuses it, or nothing behind the type is looked at."""
    pairs = pairwise("abcdefghij")
    bomb = "".join(f'<!ENTITY {late} "{f"&{early};" * 10}">' for early, late in pairs)
    data = f'<!DOCTYPE r [<!ENTITY a "lol">{bomb}]><rss version="2.0"><channel>&j;</channel></rss>'
    facts = facts_of("application/rss+xml", data.encode(), SITE)
    refused = facts.fault is not None or [flaw.code for flaw in facts.flaws] == ["AU314"]
    assert refused
    assert facts.references == ()


@pytest.mark.parametrize(
    "data",
    [b"<a>" * 100_000, b'<?xml version="1.0"?>\0<rss/>', b"<rss>\xff</rss>", b"", b"no feed"],
    ids=["deep", "NUL", "not UTF-8", "empty", "text"],
)
def test_what_is_no_xml_is_a_fault(data: bytes) -> None:
    """Told with a reason, and no crash."""
    assert facts_of("application/rss+xml", data, SITE).fault


def test_json_without_bottom_is_a_fault() -> None:
    """A hundred thousand lists in each other."""
    assert facts_of("application/json", b"[" * 100_000 + b"]" * 100_000, SITE).fault


def test_an_encoding_that_is_declared_is_honoured() -> None:
    """A feed in ISO 8859-1 is a feed."""
    data = '<?xml version="1.0" encoding="iso-8859-1"?><rss><a>Öffnung</a></rss>'
    facts = facts_of("application/rss+xml", data.encode("latin-1"), SITE)
    assert facts.fault is None


def test_lines_of_a_calendar_are_unfolded() -> None:
    """A fold may stand anywhere, also between two letters of an address; quotes hold any sign."""
    text = 'SUMMARY;LANGUAGE=de;X="a:b;c":Sau\r\n na\r\n\t zu\r\nno line\r\n'
    assert list(content_lines(text)) == [
        ContentLine(1, "SUMMARY", ';LANGUAGE=DE;X="A:B;C"', "Sauna zu"),
        ContentLine(4, "", "", "no line"),
    ]


def test_addresses_in_a_calendar_are_references() -> None:
    """Wherever they stand, without the sign that ends the sentence."""
    data = b"DESCRIPTION:Mehr: https://a.example/sauna/.\r\nURL:https://a.example/x\r\n"
    assert facts_of("text/calendar", data, SITE).references == (
        Reference("https://a.example/sauna/", "DESCRIPTION"),
        Reference("https://a.example/x", "URL"),
    )


def test_dates() -> None:
    """Each format has its own form, and no format has a day that does not exist."""
    assert is_rfc822("Fri, 20 Nov 2026 09:00:00 +0100")
    assert is_rfc3339("2026-11-20T09:00:00.5-03:30")
    assert is_w3c("2026")
    assert is_calendar("20261120T080000")
    wrong = [
        is_rfc822("Fri, 20 Nov 2026 24:00:00 +0100"),
        is_rfc3339("2026-02-29T09:00:00Z"),
        is_rfc3339("2026-11-20T09:00:00+24:00"),
        is_w3c("2026-11-20T09:00"),
        is_calendar("20261131"),
    ]
    assert not any(wrong)
