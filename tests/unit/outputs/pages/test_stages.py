"""What the page of a post knows of the times to come, and that it knows it at no cost."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.factories import NOW, make_post, make_posts, make_publication, make_update
from tests.page_reading import one, parsed, sheets_of, words_of

from aushang.model import Effect, Post, PostType, UpdateStatus, moments
from aushang.outputs import pages
from aushang.outputs.shell import Sheet

HOURS = st.integers(-60, 60) | st.integers(-1000, 1000)


def sheet_of(post: Post, now: datetime = NOW) -> Sheet:
    """The page of a post that is alone in its publication."""
    (leaf,) = pages.post_leaves(make_publication([post], now=now))
    return leaf.sheet


def walked(sheet: Sheet, now: datetime) -> list[str]:
    """The words that the script leaves visible at a time."""
    tree = parsed(sheet)
    for node in tree.css("[data-when]"):
        spells = [spell.split("/") for spell in (node.attributes["data-when"] or "").split()]
        if not any(_is_within(now, *spell) for spell in spells):
            node.decompose()
    for node in tree.css(".au-door__state, .au-door__facts, #au-changes"):
        node.decompose()  # the notice is as of the build
    return words_of(tree).split()


def _is_within(now: datetime, begins: str, ends: str) -> bool:
    return not (begins and now < _moment(begins)) and not (ends and now >= _moment(ends))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _rows(tree: LexborHTMLParser, term: str) -> list[tuple[str, str | None, bool]]:
    return [
        (words_of(one(row, "dd")), row.attributes.get("data-when"), "hidden" in row.attributes)
        for row in tree.css(".au-facts > div")
        if words_of(one(row, "dt")) == term
    ]


def test_a_post_to_come_knows_when_it_begins_and_ends() -> None:
    """Its state, since when, what it does while no badge says so, and what it offers until then."""
    post = make_post(
        "a",
        type="closure",
        effect=Effect.CLOSED,
        starts="2026-11-25T06:00",
        ends="2026-12-01T22:00",
        next_update="2026-11-27T12:00",
    )
    sheet = sheet_of(post)
    tree = parsed(sheet)
    begins, promised, ends = "2026-11-25T05:00:00Z", "2026-11-27T11:00:00Z", "2026-12-01T21:00:00Z"
    assert sheet.is_timed
    assert [
        (words_of(node), node.attributes["data-when"], "hidden" in node.attributes)
        for node in tree.css(".au-post__head .au-card__state [data-when]")
    ] == [
        ("Angekündigt", f"/{begins}", False),
        ("Geschlossen", f"{begins}/{ends}", True),
        ("Abgelaufen", f"{ends}/", True),
    ]
    assert _rows(tree, "Auswirkung") == [("Geschlossen", f"/{begins} {ends}/", False)]
    assert _rows(tree, "Nächste Nachricht") == [
        ("spätestens Fr., 27. November 2026, 12:00 Uhr", f"/{promised}", False),
        ("war bis Fr., 27. November 2026, 12:00 Uhr zugesagt", f"{promised}/{ends}", True),
    ]
    assert _rows(tree, "Gilt") == [
        ("25. November, 6:00 Uhr, bis 1. Dezember 2026, 22:00 Uhr", None, False)
    ]
    over = one(tree, ".au-over").attributes
    assert (over["data-when"], "hidden" in over) == (f"{ends}/", True)
    for selector in (".au-print", ".au-door", '.au-split__main > p:has(a[type="text/calendar"])'):
        assert one(tree, selector).attributes["data-when"] == f"/{ends}"


def test_an_open_end_holds_since_it_began() -> None:
    """“ab” becomes “seit”, and nothing ever takes the notice from the page."""
    tree = parsed(sheet_of(make_post("a", type="closure", starts="2026-11-25T06:00")))
    assert _rows(tree, "Gilt") == [
        ("ab Mi., 25. November 2026, 6:00 Uhr", "/2026-11-25T05:00:00Z", False),
        (
            "seit Mi., 25. November 2026, 6:00 Uhr, bis auf Weiteres",
            "2026-11-25T05:00:00Z/",
            True,
        ),
    ]
    assert tree.css(".au-over") == []
    assert "data-when" not in one(tree, ".au-print").attributes


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "closure", "ends": "2026-11-21T06:00", "next_update": "2026-12-01T06:00"},
        {"type": "news", "published": "2026-10-01T06:00", "effect": None},
        {
            "type": "closure",
            "starts": "2026-12-01T06:00",
            "updates": (make_update(status=UpdateStatus.WITHDRAWN),),
        },
        {"type": "closure"},
    ],
)
def test_what_no_time_changes_carries_nothing(fields: dict[str, object]) -> None:
    """What is over, was taken back or has no end needs no script and not a byte."""
    sheet = sheet_of(make_post("a", **fields))
    assert not sheet.is_timed
    assert "data-when" not in sheet.body
    assert "au-changes" not in sheet.body


def test_what_is_over_can_no_longer_break_a_promise() -> None:
    """The end comes first, so there is one change."""
    post = make_post("a", type="closure", ends="2026-11-25T06:00", next_update="2026-11-27T12:00")
    assert "2026-11-27T11:00:00Z" not in sheet_of(post).body


def test_a_page_loads_the_clock_only_where_something_waits() -> None:
    """Of all pages of a publication."""
    sheets = sheets_of(make_publication(make_posts(12)))
    assert {path: sheet.is_timed for path, sheet in sheets.items()} == {
        path: "data-when" in sheet.body for path, sheet in sheets.items()
    }
    assert len({sheet.is_timed for sheet in sheets.values()}) == 2


@st.composite
def posts(draw: st.DrawFn) -> Post:
    """A post that was said, with any times."""
    starts, ends, promised = (draw(st.none() | HOURS) for _ in range(3))
    if starts is not None and ends is not None:
        starts, ends = sorted((starts, ends))
    times = {"starts": starts, "ends": ends, "next_update": promised}
    said = draw(st.sampled_from([None, *UpdateStatus]))
    return make_post(
        "a",
        type=draw(st.sampled_from([*PostType])),
        effect=draw(st.sampled_from([None, *Effect])),
        updates=() if said is None else (make_update("2026-11-20T15:00", status=said),),
        **{name: None if at is None else NOW + timedelta(hours=at) for name, at in times.items()},
    )


@settings(deadline=None)
@given(posts(), HOURS.map(abs))
def test_a_walked_page_reads_as_one_of_that_time(post: Post, hours: int) -> None:
    """At any time, whatever the post: what a build of then shows."""
    later = NOW + timedelta(hours=hours)
    assert walked(sheet_of(post), later) == walked(sheet_of(post, later), later)


@settings(deadline=None)
@given(posts(), HOURS.map(abs))
def test_a_page_changes_only_at_a_moment_of_its_post(post: Post, hours: int) -> None:
    """So that the engine need not make it again each day: `clock:ID` says it all."""
    later = NOW + timedelta(hours=hours)
    if not any(NOW < at <= later for at in moments(post)):
        assert sheet_of(post) == sheet_of(post, later)
