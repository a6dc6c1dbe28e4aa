"""As much of a list as fits on a page, and the way to the rest, now and at the changes to come.

Where nobody ends what was announced, thousands of notices hold at once. Whatever a customer loads
stays bounded all the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from aushang.model import Post
from aushang.outputs.pages.course import Course, coming, holding
from aushang.outputs.pages.notices import agenda, cards, dates, lines
from aushang.outputs.pages.passages import Passage, Reference, link_markup
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import Spell, Timed, attributes, runs, spells


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The first entries of a list; `more` are links that say how many more there are, if any.

    `when` are the attributes of what surrounds the list, for the times when it has an entry;
    `without` are those of the sentence in its place, None if it always has one.
    """

    shown: list[Timed]
    more: list[Timed]
    course: Course

    @property
    def when(self) -> Markup:
        """See the class."""
        return attributes(spells(self.course.moments, lambda at: bool(self.course.at(at))))

    @property
    def without(self) -> Markup | None:
        """See the class."""
        found = spells(self.course.moments, lambda at: not self.course.at(at))
        return attributes(found) if found else None


@dataclass(frozen=True, slots=True)
class _Form:
    """How a list is drawn: its entries, and the link to those that are too many."""

    entries: Callable[[Sequence[Post]], Sequence[Markup]]
    rest: Callable[[int], str]


def current_cards(
    press: Press, posts: Sequence[Post], at: str = "", *, most: int, rest: str
) -> Excerpt:
    """What of the posts foreseen holds, as cards; at `rest` those stand that are too many."""
    form = _Form(lambda some: cards(press, some, at), partial(_more_current, press))
    return _excerpt(posts, holding(press.publication, posts, most), form, most=most, rest=rest)


def current_lines(press: Press, posts: Sequence[Post], *, most: int, rest: str) -> Excerpt:
    """What of the posts foreseen holds, as single lines."""
    form = _Form(partial(lines, press), partial(_more_current, press))
    return _excerpt(posts, holding(press.publication, posts, most), form, most=most, rest=rest)


def coming_rows(
    press: Press, posts: Sequence[Post], at: str = "", *, most: int, rest: str
) -> Excerpt:
    """What is to come, as rows."""
    form = _Form(lambda some: agenda(press, some, at), partial(_more_coming, press))
    return _excerpt(posts, coming(press.publication, posts, most), form, most=most, rest=rest)


def coming_dates(press: Press, posts: Sequence[Post], *, most: int, rest: str) -> Excerpt:
    """What is to come, as short lines."""
    form = _Form(partial(dates, press), partial(_more_coming, press))
    return _excerpt(posts, coming(press.publication, posts, most), form, most=most, rest=rest)


def _excerpt(
    posts: Sequence[Post], course: Course, form: _Form, *, most: int, rest: str
) -> Excerpt:
    first = [frozenset(post.id for post in stage[:most]) for stage in course.stages]
    known = frozenset[str]().union(*first)
    some = [post for post in posts if post.id in known]
    shown = [
        Timed(html, _spells_of(post.id, course, first))
        for post, html in zip(some, form.entries(some), strict=True)
    ]
    numbers: dict[int, tuple[Spell, ...]] = {}
    for spell, number in runs(course.moments, lambda at: max(len(course.at(at)) - most, 0)):
        if number:
            numbers[number] = (*numbers.get(number, ()), spell)
    more = [
        Timed(link_markup(Reference(Passage(form.rest(number)), rest)), found)
        for number, found in numbers.items()
    ]
    return Excerpt(shown, more, course)


def _spells_of(id_: str, course: Course, first: Sequence[frozenset[str]]) -> tuple[Spell, ...]:
    at_stage = dict(zip(course.moments, first, strict=True))
    return spells(course.moments, lambda at: id_ in at_stage[at])


def _more_current(press: Press, number: int) -> str:
    return press.words.count(
        "{number} weitere Meldung gilt ebenfalls",
        "{number} weitere Meldungen gelten ebenfalls",
        number,
    )


def _more_coming(press: Press, number: int) -> str:
    return press.words.count(
        "{number} weitere Meldung ist angekündigt",
        "{number} weitere Meldungen sind angekündigt",
        number,
    )
