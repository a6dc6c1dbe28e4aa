"""As much of a list as fits on a page, and the way to the rest.

Where nobody ends what was announced, thousands of notices hold at once. Whatever a customer loads
stays bounded all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from aushang.model import Post
from aushang.outputs.pages.notices import agenda, cards, dates, lines
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first entries of a list, and a link that says how many more there are, if any."""

    shown: list[Markup]
    more: Reference | None = None


def current_cards(
    press: Press, posts: Sequence[Post], at: str = "", *, most: int, rest: str
) -> Excerpt:
    """What holds, as cards; `rest` is the address where those stand that are too many."""
    return Excerpt(cards(press, posts[:most], at), _more_current(press, len(posts) - most, rest))


def current_lines(press: Press, posts: Sequence[Post], *, most: int, rest: str) -> Excerpt:
    """What holds, as single lines."""
    return Excerpt(lines(press, posts[:most]), _more_current(press, len(posts) - most, rest))


def coming_rows(
    press: Press, posts: Sequence[Post], at: str = "", *, most: int, rest: str
) -> Excerpt:
    """What is to come, as rows."""
    return Excerpt(agenda(press, posts[:most], at), _more_coming(press, len(posts) - most, rest))


def coming_dates(press: Press, posts: Sequence[Post], *, most: int, rest: str) -> Excerpt:
    """What is to come, as short lines."""
    return Excerpt(dates(press, posts[:most]), _more_coming(press, len(posts) - most, rest))


def _more_current(press: Press, number: int, rest: str) -> Reference | None:
    words = press.words.count(
        "{number} weitere Meldung gilt ebenfalls",
        "{number} weitere Meldungen gelten ebenfalls",
        number,
    )
    return Reference(Passage(words), rest) if number > 0 else None


def _more_coming(press: Press, number: int, rest: str) -> Reference | None:
    words = press.words.count(
        "{number} weitere Meldung ist angekündigt",
        "{number} weitere Meldungen sind angekündigt",
        number,
    )
    return Reference(Passage(words), rest) if number > 0 else None
