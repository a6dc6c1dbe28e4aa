"""`clock-vectors.json`: examples of the clock rule, so that every app can prove its own.

They are written down here, not worked out: our own rule (`model.phase`, `model.answers`) is held to
them by tests like anybody else's. Nothing in them depends on the site.
"""

from collections.abc import Iterator
from typing import Final

from aushang.model import Artifact
from aushang.outputs.api import documents
from aushang.outputs.api.clock_shape import (
    ClockVectors,
    PostVector,
    Standing,
    StateVector,
    VectorPost,
)
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import document, enveloped, ways
from aushang.outputs.api.status_shape import Transition

NAME: Final = "clock-vectors"


def clock_vectors_file(directory: Directory) -> Artifact:
    """The file, the same for every site but for its address."""
    data = ClockVectors(posts=list(_posts()), states=list(_states()))
    envelope = documents.ClockVectorsDocument(
        **enveloped((), None, [data]), data=data, links=ways(directory, NAME, NAME)
    )
    return document(NAME, envelope, ())


def _post(
    published: str, starts: str | None, ends: str | None, until: str | None, kind: str = "closure"
) -> VectorPost:
    return VectorPost(
        type=kind,
        published=published,
        starts=starts,
        ends=ends,
        current_from=starts or published,
        current_until=until,
    )


_SAID = "2026-11-20T09:00:00+01:00"
_STARTS = "2026-11-21T06:00:00+01:00"
_ENDS = "2026-11-27T06:00:00+01:00"
_CLOSURE = _post(_SAID, _STARTS, _ENDS, _ENDS)
_OPEN_END = _post(_SAID, _STARTS, None, None)
_AT_ONCE = _post(_SAID, None, _ENDS, _ENDS)
# News without an end counts for fourteen days: of 24 hours each, whatever clocks do.
_NEWS = _post(_SAID, None, None, "2026-12-04T09:00:00+01:00", "news")
_SPRING_NEWS = _post("2026-03-20T09:00:00+01:00", None, None, "2026-04-03T10:00:00+02:00", "price")
# The hour from 2 to 3 is there twice.
_AUTUMN = _post(
    "2026-10-20T09:00:00+02:00",
    "2026-10-25T02:30:00+02:00",
    "2026-10-25T02:30:00+01:00",
    "2026-10-25T02:30:00+01:00",
    "maintenance",
)
# The hour from 2 to 3 is not there: this one lasts a minute.
_SPRING = _post(
    "2026-03-20T09:00:00+01:00",
    "2026-03-29T01:59:00+01:00",
    "2026-03-29T03:00:00+02:00",
    "2026-03-29T03:00:00+02:00",
    "maintenance",
)
_TOKYO = _post(
    "2026-11-20T17:00:00+09:00",
    "2026-11-21T00:30:00+09:00",
    "2026-11-21T12:00:00+09:00",
    "2026-11-21T12:00:00+09:00",
)
_POSTS: Final = (
    ("before it begins", "2026-11-20T12:00:00+01:00", _CLOSURE, "upcoming"),
    ("a second before it begins", "2026-11-21T05:59:59+01:00", _CLOSURE, "upcoming"),
    ("at the start", "2026-11-21T06:00:00+01:00", _CLOSURE, "current"),
    ("inside", "2026-11-24T12:00:00+01:00", _CLOSURE, "current"),
    ("a second before the end", "2026-11-27T05:59:59+01:00", _CLOSURE, "current"),
    ("a millisecond before the end", "2026-11-27T05:59:59.999+01:00", _CLOSURE, "current"),
    ("at the end", "2026-11-27T06:00:00+01:00", _CLOSURE, "over"),
    ("after the end", "2027-01-01T00:00:00+01:00", _CLOSURE, "over"),
    ("no end: until further word", "2029-11-21T06:00:00+01:00", _OPEN_END, "current"),
    ("no end, before it begins", "2026-11-21T05:59:59+01:00", _OPEN_END, "upcoming"),
    ("no start: from the moment it was said", _SAID, _AT_ONCE, "current"),
    ("news without an end, on the last day", "2026-12-04T08:59:59+01:00", _NEWS, "current"),
    ("news without an end, fourteen days on", "2026-12-04T09:00:00+01:00", _NEWS, "over"),
    ("fourteen days over a clock change", "2026-04-03T09:59:59+02:00", _SPRING_NEWS, "current"),
    ("and their end", "2026-04-03T10:00:00+02:00", _SPRING_NEWS, "over"),
    ("autumn, the first 02:29:59", "2026-10-25T02:29:59+02:00", _AUTUMN, "upcoming"),
    ("autumn, the first 02:30", "2026-10-25T02:30:00+02:00", _AUTUMN, "current"),
    ("autumn, the second 02:15, which is later", "2026-10-25T02:15:00+01:00", _AUTUMN, "current"),
    ("autumn, the second 02:30", "2026-10-25T02:30:00+01:00", _AUTUMN, "over"),
    ("spring, the last minute of winter time", "2026-03-29T01:59:30+01:00", _SPRING, "current"),
    ("spring, the hour that is left out", "2026-03-29T03:00:00+02:00", _SPRING, "over"),
    ("an app in UTC, at the start", "2026-11-21T05:00:00Z", _CLOSURE, "current"),
    ("an app in UTC, before it", "2026-11-21T04:59:59Z", _CLOSURE, "upcoming"),
    ("an app in New York, at the end", "2026-11-27T00:00:00-05:00", _CLOSURE, "over"),
    ("an app in Kathmandu, before the end", "2026-11-27T10:44:59+05:45", _CLOSURE, "current"),
    ("a post from Tokyo, the evening before", "2026-11-20T16:30:00+01:00", _TOKYO, "current"),
    ("a post from Tokyo, a second earlier", "2026-11-20T16:29:59+01:00", _TOKYO, "upcoming"),
)

_OPEN = Standing(effect="open", cause="hours", post=None)
_SHUT = Standing(effect="closed", cause="hours", post=None)
_REPAIR = Standing(effect="closed", cause="post", post="2026-11-20-sauna-mitte")
_FULL = Standing(effect="full", cause="booking", post=None)
_UNKNOWN = Standing(effect=None, cause="nothing", post=None)


def _then(at: str, standing: Standing) -> Transition:
    return Transition(at=at, **standing)


_EVENING = [
    _then("2026-11-21T22:00:00+01:00", _SHUT),
    _then("2026-11-22T08:00:00+01:00", _REPAIR),
    _then("2026-11-27T06:00:00+01:00", _OPEN),
]
_NIGHT_OF_CHANGE = [
    _then("2026-10-25T02:30:00+02:00", _FULL),
    _then("2026-10-25T02:30:00+01:00", _SHUT),
]
_NO_MORE = [_then("2026-11-21T13:00:00+01:00", _UNKNOWN)]
_STATES: Final[tuple[tuple[str, str, Standing, list[Transition], Standing], ...]] = (
    ("nothing is to change", "2026-11-21T12:00:00+01:00", _OPEN, [], _OPEN),
    ("nobody knows", "2026-11-21T12:00:00+01:00", _UNKNOWN, [], _UNKNOWN),
    ("before the first change", "2026-11-21T21:59:59+01:00", _OPEN, _EVENING, _OPEN),
    ("at the first change", "2026-11-21T22:00:00+01:00", _OPEN, _EVENING, _SHUT),
    ("between two changes", "2026-11-22T07:59:59+01:00", _OPEN, _EVENING, _SHUT),
    ("at a later change", "2026-11-22T08:00:00+01:00", _OPEN, _EVENING, _REPAIR),
    ("in a closure", "2026-11-24T03:00:00+01:00", _OPEN, _EVENING, _REPAIR),
    ("at the last change", "2026-11-27T06:00:00+01:00", _OPEN, _EVENING, _OPEN),
    ("after the last change", "2027-02-01T12:00:00+01:00", _OPEN, _EVENING, _OPEN),
    ("an app in UTC, at a change", "2026-11-22T07:00:00Z", _OPEN, _EVENING, _REPAIR),
    ("an app in New York, before it", "2026-11-22T01:59:59-05:00", _OPEN, _EVENING, _SHUT),
    ("autumn, the first 02:45", "2026-10-25T02:45:00+02:00", _OPEN, _NIGHT_OF_CHANGE, _FULL),
    ("autumn, the second 02:15", "2026-10-25T02:15:00+01:00", _OPEN, _NIGHT_OF_CHANGE, _FULL),
    ("autumn, the second 02:30", "2026-10-25T02:30:00+01:00", _OPEN, _NIGHT_OF_CHANGE, _SHUT),
    ("from then on nobody knows", "2026-11-21T13:00:00+01:00", _OPEN, _NO_MORE, _UNKNOWN),
)


def _posts() -> Iterator[PostVector]:
    for name, now, post, expected in _POSTS:
        yield PostVector(name=name, now=now, post=post, expected=expected)


def _states() -> Iterator[StateVector]:
    for name, now, state, transitions, expected in _STATES:
        yield StateVector(
            name=name,
            now=now,
            state=state,
            transitions=transitions,
            place_transitions=[],
            expected=expected,
        )
    yield StateVector(
        name="a service that changes with its place",
        now="2026-11-21T22:00:00+01:00",
        state=_OPEN,
        transitions=None,
        place_transitions=_EVENING,
        expected=_SHUT,
    )
    yield StateVector(
        name="a service that changes when its place does not",
        now="2026-11-21T22:00:00+01:00",
        state=_OPEN,
        transitions=[],
        place_transitions=_EVENING,
        expected=_OPEN,
    )
