"""Which posts a list shows when, from the build until pages no longer know.

What holds and what is to come follows from each post's own times, so the order among any of them
stays: a list only loses and gains entries.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from aushang.model import Phase, Post, Publication, begins, finishes

MOMENTS = 24
"""Changes that a list knows of."""
MORE = 12
"""Posts that a list holds beyond those which it shows at once."""


@dataclass(frozen=True, slots=True)
class Course:
    """The posts of a list at each of its `moments`, the first of which is the time of the build.

    `ends` is when the list is no longer known.
    """

    moments: tuple[datetime, ...]
    stages: tuple[tuple[Post, ...], ...]
    ends: datetime

    def at(self, moment: datetime) -> tuple[Post, ...]:
        """What the list is at a moment from the first one on."""
        return self.stages[bisect_right(self.moments, moment) - 1]


def holding(publication: Publication, posts: Iterable[Post], most: int) -> Course:
    """What holds of `posts`, which are some of those foreseen, in their order."""
    return _course(publication, posts, Phase.CURRENT, most)


def coming(publication: Publication, posts: Iterable[Post], most: int) -> Course:
    """What is to come of `posts`, which are some of those upcoming, in their order."""
    return _course(publication, posts, Phase.UPCOMING, most)


def moments_of(courses: Iterable[Course]) -> tuple[datetime, ...]:
    """All moments at which one of them changes."""
    return tuple(sorted({at for one in courses for at in one.moments}))


def _course(publication: Publication, posts: Iterable[Post], phase: Phase, most: int) -> Course:
    now, end = publication.now, publication.foreseen_until
    spans = [(post, *_span(post, phase, now)) for post in posts]
    ahead = {at for _, *bounds in spans for at in bounds if at and now < at < end}
    moments, stages = [now], [_at(now, spans)]
    seen = set(_ids(stages[0], most))
    for at in sorted(ahead):
        stage = _at(at, spans)
        seen |= set(_ids(stage, most))
        if len(moments) > MOMENTS or len(seen) > max(most, len(stages[0][:most])) + MORE:
            return Course(tuple(moments), tuple(stages), at)
        moments.append(at)
        stages.append(stage)
    return Course(tuple(moments), tuple(stages), end)


_Span = tuple[Post, datetime | None, datetime | None]


def _span(post: Post, phase: Phase, now: datetime) -> tuple[datetime | None, datetime | None]:
    """From when to when it is in a phase; see `model.phase`."""
    ends = finishes(post, now)
    if phase is Phase.CURRENT:
        return begins(post), ends
    return None, min(begins(post), ends or begins(post))


def _at(moment: datetime, spans: Sequence[_Span]) -> tuple[Post, ...]:
    return tuple(
        post
        for post, first, last in spans
        if (first is None or first <= moment) and (last is None or moment < last)
    )


def _ids(stage: Sequence[Post], most: int) -> Iterable[str]:
    return (post.id for post in stage[:most])
