"""Closures, disruptions, and what is booked out, from their beginning on."""

from typing import cast

from aushang.outputs.statuspage import models
from aushang.outputs.statuspage.events import event_of
from aushang.outputs.statuspage.matters import Matter
from aushang.outputs.statuspage.updates import Scribe
from aushang.outputs.statuspage.values import IncidentStatus


def incident(scribe: Scribe, matter: Matter) -> models.Incident:
    """An incident stands as its newest update says."""
    event = event_of(scribe, matter)
    status = cast("IncidentStatus", event["incident_updates"][0]["status"])
    return models.Incident(**event, status=status)


def is_unresolved(incident: models.Incident) -> bool:
    """Whether it lasts."""
    return incident["status"] in {"investigating", "identified", "monitoring"}
