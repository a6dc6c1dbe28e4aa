"""The press: the publication in one language, and what every page of it needs.

Addresses begin with `ROOT` (see `model.body`); the shell puts the way to the root in. What stands
on many pages, such as the row of a post, is drawn once and remembered.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, lru_cache

from markupsafe import Markup

from aushang.model import ROOT, Body, Heading, Localised, Post, Publication, Site
from aushang.model.addresses import Scope, encoded, home, of_scope
from aushang.outputs.feed_links import calendar_of, feeds_of
from aushang.outputs.feed_words import FeedWords
from aushang.outputs.moments import Almanac
from aushang.outputs.pages.passages import Passage, Reference, RichPassage
from aushang.outputs.pages.templates import Macro, macros, template
from aushang.outputs.shell import FeedLink
from aushang.outputs.wording import Wording, wording

_REMEMBERED = 10_000  # addresses, mostly of the same services, places and feeds
_CONTENTS_FROM = 3  # headings; fewer are seen at a glance


@dataclass(frozen=True, slots=True)
class Concern:
    """What posts about the same services and places share: feeds, the lines of facts, a box."""

    feeds: tuple[FeedLink, ...]
    where: Markup
    subscription: Markup


@dataclass(frozen=True)
class Press:
    """The publication in `language`."""

    publication: Publication
    language: str
    remembered: dict[tuple[Hashable, ...], Markup] = field(
        default_factory=dict, repr=False, compare=False
    )
    known_links: dict[Scope, Reference] = field(default_factory=dict, repr=False, compare=False)
    known_feeds: dict[Scope, tuple[FeedLink, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    known_concerns: dict[tuple[tuple[str, ...], tuple[str, ...]], Concern] = field(
        default_factory=dict, repr=False, compare=False
    )

    def of(self, publication: Publication) -> "Press":
        """The press for other posts of the same site, services, places and persons.

        It goes on with what this one remembers; nothing that is remembered for the page of a post
        is about one post alone.
        """
        return replace(self, publication=publication)

    def as_of(self, at: datetime, *posts: Post) -> "Press":
        """The press at a moment to come, for posts that may be shown already."""
        return self.of(replace(self.publication, all_posts=posts, now=at))

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """The visible posts by their ids."""
        return {post.id: post for post in self.publication.posts}

    @property
    def site(self) -> Site:
        """Name, address and languages."""
        return self.publication.site

    @cached_property
    def words(self) -> Wording:
        """The interface words."""
        return wording(self.language)

    @cached_property
    def almanac(self) -> Almanac:
        """Dates and times."""
        return Almanac(self.words, self.site.zone)

    @cached_property
    def short_almanac(self) -> Almanac:
        """Dates and times for what is about now: the year of now goes without saying."""
        today = self.almanac.local_day(self.publication.now)
        return Almanac(self.words, self.site.zone, today.year)

    @cached_property
    def feed_words(self) -> FeedWords:
        """The words of the feeds that pages link to."""
        return FeedWords(self.words, self.almanac)

    def render(self, name: str, /, **values: object) -> str:
        """A page's body, by the template of that name."""
        return template(self.language, name).render(values)

    def macros(self, name: str) -> Mapping[str, Macro]:
        """The macros of the template of that name, by theirs."""
        return macros(self.language, name)

    def foreign(self, language: str) -> str:
        """`language` if it is another than the page's, else nothing: the value of `lang`."""
        return "" if language == self.language else language

    def passage(self, text: Localised) -> Passage:
        """A short text as the reader of this language gets it."""
        if self.language in text.texts:
            return Passage(text.texts[self.language])
        return Passage(text.to(self.language), next(iter(text.texts), ""))

    def rich_passage(self, texts: Mapping[str, Body]) -> RichPassage | None:
        """A long text in this language, else in the first there is; None if nobody would see it."""
        found = self.body(texts)
        if found is None or found[1].is_empty:
            return None
        language, body = found
        return RichPassage(Markup(body.html), self.foreign(language))  # noqa: S704  # sanitised

    def body(self, texts: Mapping[str, Body]) -> tuple[str, Body] | None:
        """The language and the text that the reader of this language gets."""
        if self.language in texts:
            return self.language, texts[self.language]
        return next(iter(texts.items()), None)

    def scope_link(self, scope: Scope, name: Localised) -> Reference:
        """A link to the page of a service or place."""
        if scope not in self.known_links:
            address = address_of(of_scope(self.site, scope, self.language))
            self.known_links[scope] = Reference(self.passage(name), address)
        return self.known_links[scope]

    def feeds(self, scope: Scope) -> tuple[FeedLink, ...]:
        """The feeds of a scope: posts as RSS and Atom, then updates as RSS and Atom."""
        if scope not in self.known_feeds:
            self.known_feeds[scope] = feeds_of(
                self.publication, self.language, scope, self.feed_words
            )
        return self.known_feeds[scope]

    def calendar(self, scope: Scope) -> FeedLink | None:
        """The calendar of a scope; a type of posts has none."""
        return calendar_of(self.publication, self.language, scope, self.feed_words)

    def feeds_and_calendar(self, scope: Scope) -> tuple[FeedLink, ...]:
        """What the page of a scope names to programs that look for something to follow."""
        calendar = self.calendar(scope)
        return (*self.feeds(scope), calendar) if calendar else self.feeds(scope)

    @property
    def home(self) -> str:
        """The address of the start page."""
        return address_of(home(self.site, self.language))


@lru_cache(_REMEMBERED)
def address_of(path: str) -> str:
    """A site path as it stands in a page's body."""
    return ROOT + encoded(path)


def contents(body: Body) -> tuple[Heading, ...]:
    """The headings for the list of contents, where the text is long enough to need one."""
    return body.headings if len(body.headings) >= _CONTENTS_FROM else ()
