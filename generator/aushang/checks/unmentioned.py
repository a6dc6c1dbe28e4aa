"""AU107 unmentioned."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, Location, Publication, Service, Severity
from aushang.model.addresses import Scope


@check("AU107", stage="source", since="0.1", severity=Severity.WARNING)
def unmentioned(publication: Publication) -> Iterator[Diagnostic]:
    """A service or a place about which nothing is written.

    What it finds: a service or a place that has neither a summary nor a longer text of its own, and
        that no post concerns. A post that names no service concerns all of them.
    Why it matters: it stands in the menu and in lists, and whoever opens it learns its name, which
        they knew.
    Bad: `services/sauna.yml` with nothing but `name: Sauna`
    Good: a `summary` in it, and `services/sauna.md` that says how and when to use it
    """
    for service in publication.services.values():
        if not _says_something(service) and not publication.about(Scope("service", service.id)):
            yield _finding("service", service)
    for location in publication.locations.values():
        if not _says_something(location) and not publication.about(Scope("location", location.id)):
            yield _finding("place", location)


def _says_something(owner: Service | Location) -> bool:
    return bool(owner.summary) or any(not body.is_empty for body in owner.about.values())


def _finding(noun: str, owner: Service | Location) -> Diagnostic:
    file = owner.source.path.rpartition("/")[2].rpartition(".")[0]
    return Diagnostic(
        code="AU107",
        message=f"nothing is written about {noun} “{next(iter(owner.name.texts.values()), '')}”",
        location=owner.source.at("name"),
        hint=f"add a `summary`, or write {file}.md beside it",
    )
