"""What the browsers are to know, posted by the builder and read by a thread for each open page.

Only the latest counts: a page that was away misses nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Condition
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One finding as plain text. `place` is `file:line:column`, or empty for none."""

    place: str
    severity: str
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How things stand.

    `generation` counts the sites that were shown. `headline` and `notices` say what is wrong, and
    `is_refused` that the site shown is therefore the last good one. `edited` is the address of the
    page that was edited last, `edited_in` the generation that showed it first.
    """

    generation: int
    is_building: bool = False
    headline: str = ""
    notices: tuple[Notice, ...] = ()
    is_refused: bool = False
    edited: str = ""
    edited_in: int = 0


class Board:
    """The latest news, and a way to wait for the next."""

    def __init__(self, first: int) -> None:
        """Generations count from `first`: a number above all that an earlier run has shown."""
        self._changed = Condition()
        self._news = News(generation=first)
        self._number = 0
        self._readers = 0
        self._is_open = True

    @property
    def news(self) -> News:
        """What is to be known now."""
        return self._news

    @property
    def readers(self) -> int:
        """How many pages are being told."""
        return self._readers

    def post(self, **changes: Any) -> None:
        """Change some fields of the news and tell everybody."""
        with self._changed:
            self._news = replace(self._news, **changes)
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """There is no more news: whoever waits is let go."""
        with self._changed:
            self._is_open = False
            self._changed.notify_all()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Count a reader while the block lasts."""
        with self._changed:
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1

    def after(self, seen: int, timeout: float) -> tuple[int, News] | None:
        """The number of the news and the news, as soon as the number is not `seen`.

        After `timeout` seconds in any case; None when the board is closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen or not self._is_open, timeout)
            return (self._number, self._news) if self._is_open else None
