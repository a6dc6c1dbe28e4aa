"""What the objects of the API have in common: texts by language, addresses, times, feeds."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from aushang.model import ROOT, Body, Localised, Post, Publication, Site
from aushang.model.addresses import (
    EVERYTHING,
    Scope,
    absolute,
    home,
    of_api,
    of_calendar,
    of_feed,
    of_scope,
)
from aushang.outputs.absolute import absolute_html
from aushang.outputs.agenda import calendar_scopes
from aushang.outputs.api import models
from aushang.outputs.api.values import Text, text
from aushang.outputs.scopes import scope_name
from aushang.outputs.times import rfc3339
from aushang.outputs.words import Stream, Words


class Directory:
    """A publication and the words of its languages, asked for pieces of JSON."""

    def __init__(self, publication: Publication, words: Mapping[str, Words]) -> None:
        self.publication = publication
        self._words = words
        self._feeds: dict[tuple[Scope, str], list[models.Feed]] = {}

    @property
    def site(self) -> Site:
        """What holds for the whole site."""
        return self.publication.site

    def texts(self, localised: Localised) -> dict[str, Text]:
        """The text in each language of the site; nothing if it was never written."""
        if not localised:
            return {}
        return {language: text(localised.to(language)) for language in self.site.languages}

    def urls(self, scope: Scope) -> dict[str, str]:
        """The scope's page in each language of the site."""
        site = self.site
        return {
            language: absolute(site, of_scope(site, scope, language)) for language in site.languages
        }

    @cached_property
    def homes(self) -> dict[str, str]:
        """The start page in each language of the site."""
        site = self.site
        return {language: absolute(site, home(site, language)) for language in site.languages}

    def file(self, name: str) -> str:
        """The address of a file of the API."""
        return absolute(self.site, of_api(name))

    def at(self, moment: datetime) -> str:
        """A time that is there."""
        return rfc3339(self.site, moment)

    def at_most(self, moment: datetime | None) -> str | None:
        """A time that may be missing."""
        return rfc3339(self.site, moment) if moment else None

    def prose(self, body: Body, url: str) -> models.Prose:
        """The body with full addresses; `url` is the page on which its anchors stand."""
        html = absolute_html(body.html, self.site, url)
        return models.Prose(html=Text(html), text=text(body.text))

    def full(self, address: str) -> Text:
        """An address as content holds it, in full."""
        return text(address.replace(ROOT, self.site.url, 1))

    def about(self, bodies: Mapping[str, Body], scope: Scope) -> dict[str, models.Prose]:
        """The longer texts of a service or a place."""
        urls = self.urls(scope)
        return {
            language: self.prose(body, urls.get(language, self.site.url))
            for language, body in bodies.items()
        }

    def feeds(self, scope: Scope) -> list[models.Feed]:
        """The scope's feeds in each language of the site."""
        return [feed for language in self.site.languages for feed in self.feeds_in(scope, language)]

    def feeds_of(self, post: Post) -> list[models.Feed]:
        """The feeds in which the post stands: of its services and places, else of everything."""
        scopes = [Scope("service", id_) for id_ in post.services]
        scopes += [Scope("location", id_) for id_ in post.locations]
        return [
            feed
            for language in self.site.languages
            if language in post.texts
            for scope in scopes or [EVERYTHING]
            if self._is_known(scope)
            for feed in self.feeds_in(scope, language)
        ]

    def feeds_in(self, scope: Scope, language: str) -> list[models.Feed]:
        """The scope's two streams in one language."""
        key = (scope, language)
        if key not in self._feeds:
            self._feeds[key] = [self._feed(scope, language, stream) for stream in Stream]
        return self._feeds[key]

    def _feed(self, scope: Scope, language: str, stream: Stream) -> models.Feed:
        site, words = self.site, self._words[language]
        name = scope_name(self.publication, scope, language, words)
        return models.Feed(
            title=text(words.feed_title(site.name.to(language), name, stream)),
            language=language,
            stream=stream.value,
            rss=absolute(site, of_feed(site, scope, stream, "rss", language)),
            atom=absolute(site, of_feed(site, scope, stream, "atom", language)),
            json=absolute(site, of_feed(site, scope, stream, "json", language)),
            calendar=self._calendar(scope, language),
        )

    @cached_property
    def _calendars(self) -> frozenset[Scope]:
        return frozenset(calendar_scopes(self.publication))

    def _calendar(self, scope: Scope, language: str) -> str | None:
        if scope not in self._calendars:
            return None
        return absolute(self.site, of_calendar(self.site, scope, language))

    def _is_known(self, scope: Scope) -> bool:
        known = {"service": self.publication.services, "location": self.publication.locations}
        return scope.id in known.get(scope.kind, {scope.id: None})
