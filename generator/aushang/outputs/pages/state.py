"""What a customer can do at a place, with a service, at each time from the build on.

All of it in finished words, so that a browser only has to choose (see `spells`); what the words
say of a time stands in `answering`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from markupsafe import Markup

from aushang.model import Effect, Span, Timeline, Where
from aushang.outputs.pages.answering import answer
from aushang.outputs.pages.places_left import booking_data
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import Spell, Timed, runs

CHANGES = 24
"""Changes of one place or service that a page knows of."""
_ALL_CHANGES = 480
"""Of all places together: a page about a hundred knows fewer of each."""
_FEWEST = 3
_MOMENTS = 4  # for each change; at most of them the words stay the same


@dataclass(frozen=True, slots=True)
class State:
    """The answers to come, each a badge and a sentence; `ends` is when no more is known."""

    answers: list[Timed]
    ends: datetime


def changes_for(number: int) -> int:
    """How many changes of each a page knows of that is about so many places and services."""
    return max(_FEWEST, min(CHANGES, _ALL_CHANGES // max(number, 1)))


def state(press: Press, where: Where, changes: int = CHANGES) -> State:
    """The answer for a service at a place, or for a place as a whole; none where nobody knows."""
    own = press.publication.timelines[where]
    return _state(press, where, (own,), changes, lambda _: True)


def differing(press: Press, where: Where, changes: int = CHANGES) -> State:
    """The answer for a service, in those times in which it is not open as its place is."""
    timelines = press.publication.timelines
    own, place = timelines[where], timelines[Where(where.location)]
    if own.spans is place.spans:
        return State([], press.publication.foreseen_until)
    return _state(press, where, (own, place), changes, lambda at: _differs(own, place, at))


def _differs(own: Timeline, place: Timeline, at: datetime) -> bool:
    mine, other = own.at(at), place.at(at)
    if mine.effect is not other.effect:
        return True
    return mine.effect is not Effect.OPEN and (mine.cause, mine.post) != (other.cause, other.post)


def _state(
    press: Press,
    where: Where,
    timelines: tuple[Timeline, ...],
    changes: int,
    is_shown: Callable[[datetime], bool],
) -> State:
    known = sorted(_moments(press, where, timelines))
    most = _MOMENTS * changes
    end = known[most] if len(known) > most else press.publication.foreseen_until

    def told(at: datetime) -> Markup:
        return answer(press, where, at) if is_shown(at) else Markup()

    moments = (press.publication.now, *known[:most])
    shown = list(islice(runs(moments, told, end), changes + 1))
    # Words that come back, such as “until 11 pm” each day, stand there once.
    found: dict[Markup, tuple[Spell, ...]] = {}
    for spell, html in shown:
        found[html] = (*found.get(html, ()), spell)
    answers = [Timed(html, spells) for html, spells in found.items() if html]
    return State(answers, shown[-1][0][1] or end)


def _moments(press: Press, where: Where, timelines: tuple[Timeline, ...]) -> set[datetime]:
    """When an answer may change, or its words: promises run out, dates pass, a year begins.

    Only those before the end of what is foreseen.
    """
    publication = press.publication
    now, end = publication.now, publication.foreseen_until
    spans = [span for one in timelines for span in _between(one, now, end)]
    posts = [press.posts[span.post] for span in spans if span.post]
    data = booking_data(press, where)
    new_year = datetime(end.year, 1, 1, tzinfo=end.tzinfo)
    ahead = {
        *(span.begins for span in spans),
        *(post.next_update for post in posts if post.next_update),
        *(slot.start for slot in (data.ahead(now) if data else ())),
        new_year,
    }
    return {at for at in ahead if now < at < end}


def _between(timeline: Timeline, now: datetime, end: datetime) -> Iterator[Span]:
    """What holds at `now` and begins before `end`."""
    first = bisect_right(timeline.spans, now, key=_begins)
    last = bisect_right(timeline.spans, end, key=_begins)
    return iter(timeline.spans[max(first - 1, 0) : last])


def _begins(span: Span) -> datetime:
    return span.begins
