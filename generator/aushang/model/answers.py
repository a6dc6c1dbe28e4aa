"""What a customer can do at a place, with a service, at any time: one answer, and why.

A pure function of the visible content; the clock comes in. The rule, for people and for apps:

1. Posts that hold, have an effect and concern the service at the place count. Of a place as a
   whole, those that name no service.
2. A reopening, and any post whose effect is `open`, is an all-clear: from its beginning on, what
   began before it no longer counts.
3. Of what counts, the gravest effect wins: `closed`, `full`, `restricted`, `open`. A post wins over
   booking data of the same effect; of several posts the one that ends last, then the one that
   began last, then the one whose id is the last of the alphabet.
4. Booking data says `full` while there are dates in the next seven days and none of them is free.
5. A post that closes, closes at all hours. Other effects hold while the place is open by its hours;
   outside of them it is `closed`.
6. Where no hours are known, none are assumed: without a post there is no answer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from aushang.model.availability import Stretch
from aushang.model.post import Effect

_FOR_EVER = datetime.max.replace(tzinfo=UTC)
_RANK = {Effect.OPEN: 0, Effect.RESTRICTED: 1, Effect.FULL: 2, Effect.CLOSED: 3}


class Cause(StrEnum):
    """What an answer comes from."""

    HOURS = "hours"
    POST = "post"
    BOOKING = "booking"
    NOTHING = "nothing"


class Where(NamedTuple):
    """A service at a place, by their ids. Without a service: the place as a whole."""

    location: str
    service: str = ""


class Span(NamedTuple):
    """What holds from a time on, up to the beginning of the span behind it."""

    begins: datetime
    effect: Effect | None
    cause: Cause
    post: str = ""


class Word(NamedTuple):
    """What a post or booking data says of a time. Without an end it lasts until further word.

    `is_all_clear` ends what began before it. Booking data has no `post`.
    """

    begins: datetime
    ends: datetime | None
    effect: Effect
    post: str = ""
    is_all_clear: bool = False

    @property
    def cause(self) -> Cause:
        """What an answer comes from that follows it."""
        return Cause.POST if self.post else Cause.BOOKING


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds at a moment.

    `since` is from when on it is so for the same kind of cause, None where that was before anybody
    looked. `until` is when the effect changes, whatever the cause, None where no end is known: a
    closure that ends at night lasts until it is open again. `then` is what holds from then on, and
    `post` the id of the post that decides.
    """

    effect: Effect | None
    cause: Cause
    post: str
    since: datetime | None
    until: datetime | None
    then: "Span | None"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The spans of a service at a place, in order. What was before `looked_from` is not known."""

    spans: Sequence[Span]
    looked_from: datetime

    def at(self, now: datetime) -> Answer:
        """The answer at a moment from `looked_from` on."""
        place = max(bisect_right(self.spans, now, key=_begins) - 1, 0)
        effect, cause, first, behind = *self.spans[place][1:3], place, place + 1
        while first and self.spans[first - 1][1:3] == (effect, cause):
            first -= 1
        while behind < len(self.spans) and self.spans[behind].effect is effect:
            behind += 1
        then = self.spans[behind] if behind < len(self.spans) else None
        since = self.spans[first].begins
        return Answer(
            effect=effect,
            cause=cause,
            post=self.spans[place].post,
            since=None if since == self.looked_from else since,
            until=then.begins if then else None,
            then=then,
        )

    def after(self, now: datetime) -> Sequence[Span]:
        """The changes to come, in order."""
        return self.spans[bisect_right(self.spans, now, key=_begins) :]


def by_hours(openings: Iterable[Stretch], first: datetime) -> Sequence[Span]:
    """The spans of opening hours, from `first` on."""
    found = [Span(first, Effect.CLOSED, Cause.HOURS)]
    for opens, closes in openings:
        if closes <= first:
            continue
        if opens <= first:
            found.clear()
        found.append(Span(max(opens, first), Effect.OPEN, Cause.HOURS))
        found.append(Span(closes, Effect.CLOSED, Cause.HOURS))
    return found


def timeline(hours: Sequence[Span], words: Iterable[Word]) -> Timeline:
    """What holds when words are laid over the hours, by the rule above.

    `hours` has a span at least; one looks from its beginning on. The order of the words does not
    matter. Without any, nothing is copied: a thousand services of a chain share their hours.
    """
    looked_from = hours[0].begins
    winners = [one for one in _winners(_cleared(words)) if one[1] > looked_from]
    return Timeline(_merged(_laid_over(hours, winners)) if winners else hours, looked_from)


class _Held(NamedTuple):
    """A word with the end that it has come to."""

    word: Word
    ends: datetime

    @property
    def weight(self) -> tuple[int, bool, datetime, datetime, str]:
        """The heaviest wins (rule 3)."""
        word = self.word
        return _RANK[word.effect], bool(word.post), self.ends, word.begins, word.post


def _cleared(words: Iterable[Word]) -> Iterator[_Held]:
    """The words by their beginning, each up to the next all-clear (rule 2)."""
    ordered = sorted(words, key=lambda word: word.begins)
    clears = [word.begins for word in ordered if word.is_all_clear]
    for word in ordered:
        ends = word.ends or _FOR_EVER
        behind = bisect_right(clears, word.begins)
        if word.post and behind < len(clears):
            ends = min(ends, clears[behind])
        if word.begins < ends:
            yield _Held(word, ends)


def _winners(held: Iterable[_Held]) -> Iterator[tuple[datetime, datetime, Word]]:
    """From when to when which word decides, in order; nothing for times without a word."""
    waiting = list(held)[::-1]
    active: list[_Held] = []
    at = waiting[-1].word.begins if waiting else _FOR_EVER
    while active or waiting:
        active = [one for one in active if one.ends > at]
        while waiting and waiting[-1].word.begins <= at:
            active.append(waiting.pop())
        ends = [one.ends for one in active]
        begins = [waiting[-1].word.begins] if waiting else []
        if not (ends or begins):
            return
        behind = min(ends + begins)
        if active:
            yield at, behind, max(active, key=lambda one: one.weight).word
        if behind == _FOR_EVER:
            return
        at = behind


def _laid_over(
    hours: Sequence[Span], winners: Iterable[tuple[datetime, datetime, Word]]
) -> Iterator[Span]:
    """The hours with what lies over them; of two spans that begin at once the last counts."""
    reached = 0
    for began, ends, word in winners:
        # Only of what closes is it known that it did so before one looked.
        begins = began if word.effect is Effect.CLOSED else max(began, hours[0].begins)
        first = bisect_right(hours, begins, key=_begins)
        last = bisect_left(hours, ends, first, key=_begins)
        yield from hours[reached:first]
        yield _covered(hours[max(first - 1, 0)]._replace(begins=begins), word)
        if word.effect is not Effect.CLOSED:
            yield from (_covered(span, word) for span in hours[first:last])
        if ends < _FOR_EVER:
            yield hours[last - 1]._replace(begins=ends)
        reached = last
    yield from hours[reached:]


def _covered(span: Span, word: Word) -> Span:
    """What holds where a word is laid over a span of hours (rule 5)."""
    if span.effect is Effect.CLOSED and word.effect is not Effect.CLOSED:
        return span
    return Span(span.begins, word.effect, word.cause, word.post)


def _merged(spans: Iterable[Span]) -> Sequence[Span]:
    """Without spans that take no time, or that say what the one before says."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].begins == span.begins:
            found.pop()
        if not found or found[-1][1:] != span[1:]:
            found.append(span)
    return found


def _begins(span: Span) -> datetime:
    return span.begins
