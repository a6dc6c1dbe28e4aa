"""Each calendar as a unit of its own, and the files of single posts.

The library of calendars takes 0.15 s to load, so that is done where one is made, or once for all
workers.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from aushang.model import Artifact, Publication
from aushang.model.addresses import Scope
from aushang.outputs.agenda import Agenda, calendar_scopes
from aushang.outputs.edition import Edition
from aushang.outputs.events import has_file
from aushang.outputs.unit import Unit
from aushang.outputs.words import Words

if TYPE_CHECKING:
    from aushang.outputs.calendar import Calendars


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


def event_files(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """What `calendar.post_files` makes, if there is any."""
    if any(has_file(publication, post) for post in publication.posts):
        from aushang.outputs.calendar import post_files  # noqa: PLC0415  see above

        yield from post_files(publication, words)


def load_library() -> None:
    """Load it now, so that workers that are forked afterwards do not each load it."""
    import_module("aushang.outputs.calendar")


class _Desk:
    """What the calendars of a language have in common."""

    def __init__(self, edition: Edition) -> None:
        self.agenda = Agenda(edition.publication, edition.language)
        self._edition = edition
        self._calendars: Calendars | None = None

    def made(self, scope: Scope) -> Iterator[Artifact]:
        """One calendar."""
        from aushang.outputs.calendar import Calendars  # noqa: PLC0415  see above

        if self._calendars is None:
            self._calendars = Calendars(self._edition)
        yield self._calendars.artifact(scope, self.agenda)
