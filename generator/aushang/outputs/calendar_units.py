"""Each calendar as a unit of its own."""

from collections.abc import Iterator
from functools import partial

from aushang.model import Artifact, Publication
from aushang.model.addresses import Scope
from aushang.outputs.agenda import Agenda, calendar_scopes
from aushang.outputs.calendar import Calendars
from aushang.outputs.edition import Edition
from aushang.outputs.unit import Unit
from aushang.outputs.words import Words


def calendar_units(
    publication: Publication, words: Words, language: str
) -> Iterator[Unit[Artifact]]:
    """Every calendar in the language. Made one after another, they share their events."""
    desk = _Desk(Edition(publication, language, words))
    for scope in calendar_scopes(publication):
        yield Unit(
            name=f"calendar:{scope.kind}:{scope.id}:{language}",
            topic=scope,
            posts=desk.agenda.shown(scope),
            make=partial(desk.made, scope),
        )


class _Desk:
    """What the calendars of a language have in common."""

    def __init__(self, edition: Edition) -> None:
        self.agenda = Agenda(edition.publication, edition.language)
        self._calendars = Calendars(edition)

    def made(self, scope: Scope) -> Iterator[Artifact]:
        """One calendar."""
        yield self._calendars.artifact(scope, self.agenda)
