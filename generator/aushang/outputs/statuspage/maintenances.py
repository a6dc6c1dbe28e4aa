"""Planned work, from its announcement on."""

from datetime import datetime
from typing import cast

from aushang.outputs.statuspage import models
from aushang.outputs.statuspage.events import event_of
from aushang.outputs.statuspage.matters import Matter
from aushang.outputs.statuspage.updates import Scribe
from aushang.outputs.statuspage.values import MaintenanceStatus, at


def maintenance(scribe: Scribe, matter: Matter) -> models.Maintenance:
    """Planned work stands where the clock has come to."""
    event = event_of(scribe, matter)
    status = cast("MaintenanceStatus", event["incident_updates"][0]["status"])
    return models.Maintenance(
        **event,
        status=status,
        scheduled_for=at(matter.begins),
        scheduled_until=at(_until(matter)),
    )


def is_upcoming(maintenance: models.Maintenance) -> bool:
    """Whether it has not begun."""
    return maintenance["status"] == "scheduled"


def is_active(maintenance: models.Maintenance) -> bool:
    """Whether it is under way."""
    return maintenance["status"] in {"in_progress", "verifying"}


def is_lasting(maintenance: models.Maintenance) -> bool:
    """Whether it is not over."""
    return is_upcoming(maintenance) or is_active(maintenance)


def has_begun(maintenance: models.Maintenance) -> bool:
    """Whether it is under way or was once: what was called off before then never is."""
    return any(one["status"] == "in_progress" for one in maintenance["incident_updates"])


def _until(matter: Matter) -> datetime:
    """Its end, though the format knows no “until further word”."""
    post, ending = matter.post, matter.ending
    known = post.ends or (ending.at if ending else post.next_update)
    return max(known or matter.begins, matter.begins, key=datetime.timestamp)
