"""The cases of “Is it open, and when does that change?” are what the program answers."""

import re
from collections.abc import Sequence
from datetime import datetime

import pytest
from tests.factories import BERLIN, berlin
from tests.meta.docs_pages import ROOT, text_of
from tests.unit.model.test_standing import asked, post

from aushang.model import Answer, Effect, Post

PAGE = ROOT / "docs" / "explanation" / "is-it-open.md"

WRITTEN: dict[int, Sequence[Post]] = {
    1: (post("a", "maintenance", "2026-11-23T08:00", "2026-11-23T10:00"),),
    2: (post("a", "maintenance", "2026-11-19T08:00", "2026-11-19T10:00"),),
    3: (),
    4: (
        post("a", "closure", "2026-11-10T12:00"),
        post("b", "reopening", "2026-11-20T06:00", effect=Effect.RESTRICTED),
    ),
    5: (post("a", "closure", "2026-11-18T12:00", "2026-11-21T00:00"),),
    6: (
        post("a", "closure", "2026-11-20T07:00", "2026-11-20T10:00"),
        post("b", "closure", "2026-11-20T08:00", "2026-11-20T12:00"),
    ),
    7: (post("a", "closure", "2026-11-20T06:00", services=("kurse",)),),
    8: (post("a", "availability", "2026-11-16T06:00", "2026-11-21T00:00"),),
    9: (post("a", "closure", "2026-11-20T06:00", published="2026-11-20T09:01"),),
    10: (post("a", "closure", "2026-11-18T12:00"),),
}


def rows() -> dict[int, list[str]]:
    """The cells of each case, by its number."""
    lines = [line for line in text_of(PAGE).splitlines() if re.match(r"\| \d+ \|", line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {int(row[0]): row for row in cells}


def moment(text: str) -> datetime:
    """“Fri 20, 9:00” in November 2026."""
    day, hours, minutes = re.findall(r"\d+", text)
    return berlin(f"2026-11-{day}T{int(hours):02}:{minutes}")


def said(answer: Answer) -> str:
    """An answer as the page says it."""
    if answer.until is None:
        return f"{answer.effect}, no end known"
    until = answer.until.astimezone(BERLIN)
    return f"{answer.effect} until {until:%a} {until.day}, {until.hour}:{until:%M}"


def test_each_row_is_tried() -> None:
    """No row without a case, no case without a row."""
    assert list(rows()) == list(WRITTEN)


@pytest.mark.parametrize("number", WRITTEN)
def test_case(number: int) -> None:
    """The last cell is the answer."""
    _, _, at, _, here = rows()[number]
    now = moment(at)
    assert said(asked(*WRITTEN[number], now=now).at(now)) == here
