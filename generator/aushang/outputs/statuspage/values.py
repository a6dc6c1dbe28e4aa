"""The words of Statuspage, and what of ours each of them stands for.

Its programs raise an error on a word that they do not know, so all lists are closed.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Final, Literal

from aushang.model import Cause, Effect, Post, PostType, Site, UpdateStatus
from aushang.outputs.json_values import Says, Text, Url, text, text_or_null

Indicator = Literal["none", "minor", "major", "critical"]
Impact = Literal["none", "minor", "major", "critical"]
Description = Literal[
    "All Systems Operational",
    "Partially Degraded Service",
    "Minor Service Outage",
    "Partial System Outage",
    "Major Service Outage",
    "Service Under Maintenance",
]
State = Literal[
    "operational", "under_maintenance", "degraded_performance", "partial_outage", "major_outage"
]
Unresolved = Literal["investigating", "identified", "monitoring"]
IncidentStatus = Literal["investigating", "identified", "monitoring", "resolved", "postmortem"]
Active = Literal["in_progress", "verifying"]
Planned = Literal["scheduled"]
Ahead = Literal["scheduled", "in_progress", "verifying"]
MaintenanceStatus = Literal["scheduled", "in_progress", "verifying", "completed"]
AnyStatus = Literal[
    "investigating",
    "identified",
    "monitoring",
    "resolved",
    "postmortem",
    "scheduled",
    "in_progress",
    "verifying",
    "completed",
]

Moment = Annotated[
    str,
    Says("RFC 3339 in UTC.", pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"),
]

OPERATIONAL: Final[State] = "operational"

_STATES: Final[Mapping[Effect, State]] = {
    Effect.OPEN: "operational",
    Effect.RESTRICTED: "degraded_performance",
    Effect.FULL: "partial_outage",
    Effect.CLOSED: "major_outage",
}
_IMPACTS: Final[Mapping[Effect, Impact]] = {
    Effect.OPEN: "none",
    Effect.RESTRICTED: "minor",
    Effect.FULL: "major",
    Effect.CLOSED: "critical",
}
_SAID: Final[Mapping[UpdateStatus, IncidentStatus]] = {
    UpdateStatus.INVESTIGATING: "investigating",
    UpdateStatus.IDENTIFIED: "identified",
    UpdateStatus.MONITORING: "monitoring",
    UpdateStatus.RESOLVED: "resolved",
    UpdateStatus.WITHDRAWN: "resolved",
}


def is_incident(post: Post) -> bool:
    """Whether it is told as an incident: places are news only where none are left."""
    if post.type is PostType.AVAILABILITY:
        return post.effect is Effect.FULL
    return post.type in {PostType.CLOSURE, PostType.DISRUPTION}


def is_maintenance(post: Post) -> bool:
    """Whether it is told as planned work."""
    return post.type is PostType.MAINTENANCE


def state_of(effect: Effect | None, cause: Cause, post: Post | None) -> State:
    """The state of a component. Where nothing is known and where nobody said so, all is well.

    That a place is closed by its hours is no outage.
    """
    if effect is None or cause is Cause.HOURS:
        return OPERATIONAL
    if effect is Effect.CLOSED and post is not None and is_maintenance(post):
        return "under_maintenance"
    return _STATES[effect]


def state_during(post: Post) -> State:
    """The state of the components that a post is about while it holds."""
    return state_of(post.effect, Cause.POST, post)


def impact_of(post: Post) -> Impact:
    """How grave an incident or planned work is for customers."""
    return _IMPACTS[post.effect] if post.effect else "none"


def first_status(post: Post) -> IncidentStatus:
    """What holds of an incident until an update says more: why it is closed or full is known."""
    return "investigating" if post.type is PostType.DISRUPTION else "identified"


def said_status(status: UpdateStatus) -> IncidentStatus:
    """The word for what an update says; what was taken back is solved, too."""
    return _SAID[status]


def at(moment: datetime) -> str:
    """`2026-11-20T08:00:00.000Z`."""
    # RFC 3339 has four digits of the year; `strftime` writes fewer of an early one.
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}.000Z"


def at_most(moment: datetime | None) -> str | None:
    """A time that may be missing."""
    return at(moment) if moment else None


def page_id(site: Site) -> Text:
    """The id of the page, which stays when the site moves: the host of permanent ids."""
    return text(site.tag.partition(",")[0])


def joined(*parts: str) -> Text:
    """Paragraphs of plain text, without those that are empty."""
    return text("\n\n".join(part for one in parts if (part := one.strip())))


__all__ = [
    "OPERATIONAL",
    "Active",
    "Ahead",
    "AnyStatus",
    "Description",
    "Impact",
    "IncidentStatus",
    "Indicator",
    "MaintenanceStatus",
    "Moment",
    "Planned",
    "State",
    "Text",
    "Unresolved",
    "Url",
    "at",
    "at_most",
    "first_status",
    "impact_of",
    "is_incident",
    "is_maintenance",
    "joined",
    "page_id",
    "said_status",
    "state_during",
    "state_of",
    "text",
    "text_or_null",
]
