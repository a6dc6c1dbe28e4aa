"""As much of a list as fits on a page, and the way to the rest, now and at the changes to come.

Where nobody ends what was announced, thousands of notices hold at once. Whatever a customer loads
stays bounded all the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


def current_cards(
    press: Press, posts: Sequence[Post], at: str = "", *, most: int, rest: str
) -> Excerpt:
    """What of the posts foreseen holds, as cards; at `rest` those stand that are too many."""
    course = holding(press.publication, posts, most)
    return _excerpt(
        press, posts, course, lambda some: cards(press, some, at), _more_current, most, rest
    )


def current_lines(press: Press, posts: Sequence[Post], *, most: int, rest: str) -> Excerpt:
    """What of the posts foreseen holds, as single lines."""
    course = holding(press.publication, posts, most)
    return _excerpt(press, posts, course, lambda some: lines(press, some), _more_current, most, rest)


def coming_rows(
    press: Press, posts: Sequence[Post], at: str = "", *, most: int, rest: str
) -> Excerpt:
    """What is to come, as rows."""
    course = coming(press.publication, posts, most)
    return _excerpt(
        press, posts, course, lambda some: agenda(press, some, at), _more_coming, most, rest
    )


def coming_dates(press: Press, posts: Sequence[Post], *, most: int, rest: str) -> Excerpt:
    """What is to come, as short lines."""
    course = coming(press.publication, posts, most)
    return _excerpt(press, posts, course, lambda some: dates(press, some), _more_coming, most, rest)


def _excerpt(  # noqa: PLR0913  each is a thing of its own
    press: Press,
    posts: Sequence[Post],
    course: Course,
    drawn: Callable[[Sequence[Post]], Sequence[Markup]],
    words: Callable[[Press, int], str],
    most: int,
    rest: str,
    /,
) -> Excerpt:
    known = {post.id for stage in course.stages for post in stage[:most]}
    some = [post for post in posts if post.id in known]
    first = {at: frozenset(post.id for post in course.at(at)[:most]) for at in course.moments}
    shown = [
        Timed(html, _spells(course, lambda at, id_=post.id: id_ in first[at]))
        for post, html in zip(some, drawn(some), strict=True)
    ]
    numbers = runs(course.moments, lambda at: max(len(course.at(at)) - most, 0))
    told: dict[int, tuple[Spell, ...]] = {}
    for spell, number in numbers:
        if number:
            told[number] = (*told.get(number, ()), spell)
    more = [
        Timed(link_markup(Reference(Passage(words(press, number)), rest)), found)
        for number, found in told.items()
    ]
    return Excerpt(shown, more, course)


def _spells(course: Course, is_shown: Callable[..., bool]) -> tuple[Spell, ...]:
    return spells(course.moments, is_shown)


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
