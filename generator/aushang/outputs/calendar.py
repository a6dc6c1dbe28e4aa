"""The files of calendars: of everything, of services and places, and of single posts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from aushang.model import Artifact, Kind, Post, Publication
from aushang.model.addresses import Scope, absolute, of_calendar, of_event, of_scope
from aushang.outputs.agenda import Agenda, calendar_scopes
from aushang.outputs.characters import clean
from aushang.outputs.edition import Edition
from aushang.outputs.events import event_of, has_file
from aushang.outputs.ical import About, calendar_bytes, event_bytes
from aushang.outputs.scopes import scope_name
from aushang.outputs.words import Words

MEDIA_TYPE: Final = "text/calendar; charset=utf-8"


def render(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """Every calendar in every language, and the files of single posts."""
    for language in publication.site.languages:
        calendars = Calendars(Edition(publication, language, words[language]))
        agenda = Agenda(publication, language)
        for scope in calendar_scopes(publication):
            yield calendars.artifact(scope, agenda)
    yield from post_files(publication, words)


def post_files(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """For each post that says when it holds, until it is over: a file in each of its languages.

    It is a copy for good, so nothing in it says where to look for news.
    """
    for language in publication.site.languages:
        calendars = Calendars(Edition(publication, language, words[language]))
        for post in publication.posts:
            if has_file(publication, post) and language in post.texts:
                yield calendars.of_post(post)


class Calendars:
    """The calendars of one edition; an event that stands in several is spelt out once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._spelt: dict[str, bytes] = {}

    def artifact(self, scope: Scope, agenda: Agenda) -> Artifact:
        """One calendar."""
        edition, posts = self._edition, agenda.shown(scope)
        site, language, words = edition.site, edition.language, edition.words
        named = site.name.to(language), scope_name(edition.publication, scope, language, words)
        described = words.calendar_description(*named)
        path = of_calendar(site, scope, language)
        about = About(
            title=clean(words.calendar_title(*named)),
            description=clean(described if posts else f"{described} {words.nothing_yet()}"),
            source=absolute(site, path),
            url=absolute(site, of_scope(site, scope, language)),
            # Times of one zone compare by their wall clocks, which is wrong in the hour that
            # repeats.
            modified=max((post.modified for post in posts), key=datetime.timestamp, default=None),
        )
        return _file(path, calendar_bytes(language, self._events(posts), about), __name__)

    def of_post(self, post: Post) -> Artifact:
        """The file of one post."""
        language = self._edition.language
        path = of_event(self._edition.site, post, language)
        return _file(path, calendar_bytes(language, self._events([post])), post.source.path)

    def _events(self, posts: Iterable[Post]) -> Iterator[bytes]:
        for post in posts:
            if post.id not in self._spelt:
                self._spelt[post.id] = event_bytes(event_of(self._edition, post))
            yield self._spelt[post.id]


def _file(path: str, data: bytes, source: str) -> Artifact:
    return Artifact(path=path, media_type=MEDIA_TYPE, data=data, kind=Kind.FEED, sources=(source,))
