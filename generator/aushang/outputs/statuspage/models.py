"""The objects of Statuspage's second version. Every list and every key is there, if empty."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from aushang.outputs.json_values import Day, Says
from aushang.outputs.statuspage.values import (
    Active,
    Ahead,
    AnyStatus,
    Description,
    Impact,
    IncidentStatus,
    Indicator,
    MaintenanceStatus,
    Moment,
    Planned,
    State,
    Text,
    Unresolved,
    Url,
)


class Page(TypedDict):
    """Whose state it is."""

    id: str
    name: Text
    url: Url
    time_zone: str
    updated_at: Annotated[Moment, Says("The newest of what the file shows or has shown.")]


class Status(TypedDict):
    """How it is as a whole."""

    indicator: Indicator
    description: Description


class Component(TypedDict):
    """A service at a place. A place is a group of them, and stands in the same list."""

    id: str
    name: Text
    status: State
    created_at: Moment
    updated_at: Annotated[Moment, Says("Since when its state is as it is.")]
    position: int
    description: Text | None
    showcase: bool
    start_date: Day | None
    group_id: str | None
    page_id: str
    group: bool
    only_show_if_degraded: bool
    components: NotRequired[Annotated[list[str], Says("The ids of a group's members.")]]


class AffectedComponent(TypedDict):
    """What an update did to a component; of a member the name is “Group - Member”."""

    code: str
    name: Text
    old_status: State
    new_status: State


class IncidentUpdate(TypedDict):
    """A word on an incident or on planned work."""

    id: str
    status: AnyStatus
    body: Text
    incident_id: str
    created_at: Moment
    updated_at: Moment
    display_at: Moment
    affected_components: list[AffectedComponent]
    deliver_notifications: bool
    custom_tweet: str | None
    tweet_id: int | None


class Event(TypedDict):
    """What incidents and planned work have in common."""

    id: str
    name: Text
    created_at: Moment
    updated_at: Moment
    monitoring_at: Moment | None
    resolved_at: Moment | None
    impact: Impact
    shortlink: Url
    started_at: Moment
    page_id: str
    incident_updates: Annotated[list[IncidentUpdate], Says("The newest first.")]
    components: list[Component]


class Incident(Event):
    """A closure, a disruption, or that nothing is free."""

    status: IncidentStatus


class UnresolvedIncident(Event):
    """One that lasts."""

    status: Unresolved


class Window(Event):
    """From when to when work is planned."""

    scheduled_for: Moment
    scheduled_until: Annotated[
        Moment, Says("Where no end is known: until the next word is promised, else its beginning.")
    ]


class Maintenance(Window):
    """Planned work."""

    status: MaintenanceStatus


class UpcomingMaintenance(Window):
    """What has not begun."""

    status: Planned


class ActiveMaintenance(Window):
    """What is under way."""

    status: Active


class LastingMaintenance(Window):
    """What is to come or under way."""

    status: Ahead
