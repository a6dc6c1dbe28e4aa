"""What `status.json` holds: see `models`, which this is a part of."""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.models import PostTitle
from aushang.outputs.api.values import (
    CauseName,
    EffectName,
    Says,
    Texts,
    Time,
    TypeName,
    Url,
    Urls,
)


class State(TypedDict):
    """What customers can do there, and why."""

    effect: Annotated[EffectName | None, Says("Null: nobody said anything, so nobody knows.")]
    cause: CauseName
    post: Annotated[str | None, Says("Id of the post that decides.")]
    since: Annotated[Time | None, Says("Null where it began longer ago than anybody looked.")]
    until: Annotated[Time | None, Says("When the effect changes; null: no end is known.")]


class Transition(TypedDict):
    """What holds from a time on."""

    at: Time
    effect: EffectName | None
    cause: CauseName
    post: Annotated[str | None, Says("Id of the post that decides.")]


class ServiceState(TypedDict):
    """A service at a place."""

    id: str
    state: State
    transitions: Annotated[
        list[Transition] | None, Says("By time; null: those of the place, to the last.")
    ]


class StatusLocation(TypedDict):
    """A place as a whole, and what is offered there."""

    id: str
    name: Texts
    urls: Urls
    state: State
    transitions: Annotated[
        list[Transition],
        Says(
            "By time, up to `foreseen_until`. The state is that of the last transition with"
            " `at` ≤ now; before the first it is `state`."
        ),
    ]
    services: list[ServiceState]


class StatusService(TypedDict):
    """A service. Its state stands with each place that offers it, or here if none does."""

    id: str
    name: Texts
    urls: Urls
    state: State | None
    transitions: list[Transition] | None


class Notice(TypedDict):
    """A post that holds, or will before `foreseen_until`."""

    id: str
    type: TypeName
    effect: EffectName | None
    published: Time
    modified: Annotated[Time, Says("When the newest word on the matter was said.")]
    current_from: Time
    current_until: Annotated[
        Time | None,
        Says(
            "The notice holds while `current_from` ≤ now < `current_until`;"
            " null: until further word."
        ),
    ]
    next_update: Annotated[Time | None, Says("When customers hear from us next.")]
    services: Annotated[list[str], Says("Ids; empty means all services.")]
    locations: Annotated[list[str], Says("Ids; empty means all places.")]
    texts: dict[str, PostTitle]
    file: Annotated[Url, Says("Where the whole post is.")]


class Status(TypedDict):
    """What holds now, and what is known to come."""

    time_zone: Annotated[str, Says("IANA name of the zone of all times.")]
    poll_seconds: Annotated[int, Says("How long to wait before asking again.")]
    next_change: Annotated[
        Time | None, Says("The first time ahead at which something in here is different.")
    ]
    foreseen_until: Annotated[
        Time, Says("Up to when changes are listed; it moves on each midnight.")
    ]
    services: list[StatusService]
    locations: list[StatusLocation]
    notices: Annotated[list[Notice], Says("Pinned ones first, then what keeps customers out most.")]
    more_notices: Annotated[int, Says("How many more there are that this file has no room for.")]
