"""What `clock-vectors.json` holds: see `models`, which this is a part of."""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.status_shape import Transition
from aushang.outputs.api.values import CauseName, EffectName, PhaseName, Says, Time, TypeName


class VectorPost(TypedDict):
    """The times of a post; the last two are the ones that an app asks."""

    type: TypeName
    published: Time
    starts: Time | None
    ends: Time | None
    current_from: Time
    current_until: Time | None


class PostVector(TypedDict):
    """Where a post stands at a time: current while `current_from` ≤ `now` < `current_until`."""

    name: Annotated[str, Says("What it is an example of.")]
    now: Annotated[Time, Says("The clock of the app, in any zone.")]
    post: VectorPost
    expected: PhaseName


class Standing(TypedDict):
    """What of a state the clock changes."""

    effect: EffectName | None
    cause: CauseName
    post: str | None


class StateVector(TypedDict):
    """What holds at a time: the last of the transitions with `at` ≤ `now`, else the state."""

    name: Annotated[str, Says("What it is an example of.")]
    now: Annotated[Time, Says("The clock of the app, in any zone.")]
    state: Annotated[Standing, Says("As `status.json` says it.")]
    transitions: Annotated[
        list[Transition] | None, Says("Null, of a service: those of its place hold.")
    ]
    place_transitions: Annotated[list[Transition], Says("Those of the place; else empty.")]
    expected: Standing


class ClockVectors(TypedDict):
    """Examples by which an app can prove that its clock rule is ours."""

    posts: list[PostVector]
    states: list[StateVector]
