"""The eight files: what stands in each of them beside the page. Their schemas are made of this."""

from typing_extensions import TypedDict

from aushang.outputs.statuspage import models


class Document(TypedDict):
    """What every file has."""

    page: models.Page


class StatusDocument(Document):
    """`status.json`: one word on everything."""

    status: models.Status


class ComponentsDocument(Document):
    """`components.json`: every place, and every service there."""

    components: list[models.Component]


class IncidentsDocument(Document):
    """`incidents.json`: the newest fifty."""

    incidents: list[models.Incident]


class UnresolvedDocument(Document):
    """`incidents/unresolved.json`: those that last."""

    incidents: list[models.UnresolvedIncident]


class MaintenancesDocument(Document):
    """`scheduled-maintenances.json`: the newest fifty."""

    scheduled_maintenances: list[models.Maintenance]


class UpcomingDocument(Document):
    """`scheduled-maintenances/upcoming.json`: what has not begun."""

    scheduled_maintenances: list[models.UpcomingMaintenance]


class ActiveDocument(Document):
    """`scheduled-maintenances/active.json`: what is under way."""

    scheduled_maintenances: list[models.ActiveMaintenance]


class SummaryDocument(StatusDocument, ComponentsDocument, UnresolvedDocument):
    """`summary.json`: all that is not over."""

    scheduled_maintenances: list[models.LastingMaintenance]


# Each file by its name, and what it is.
DOCUMENTS: dict[str, type[Document]] = {
    "summary": SummaryDocument,
    "status": StatusDocument,
    "components": ComponentsDocument,
    "incidents": IncidentsDocument,
    "incidents/unresolved": UnresolvedDocument,
    "scheduled-maintenances": MaintenancesDocument,
    "scheduled-maintenances/upcoming": UpcomingDocument,
    "scheduled-maintenances/active": ActiveDocument,
}
