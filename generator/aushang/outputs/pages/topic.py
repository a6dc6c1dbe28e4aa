"""A topic is what posts are about: a service, a place, a type. Its page lists them all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from aushang.model import Body, Post
from aushang.model.addresses import Scope, of_overview, of_scope
from aushang.outputs.feed_links import RSS
from aushang.outputs.pages.answers import Answers
from aushang.outputs.pages.asked import frequent
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.listing import listing, older_units, what_holds
from aushang.outputs.pages.outdated import outdated_from
from aushang.outputs.pages.passages import Passage, Reference, Subscription
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """`posts` come newest first.

    `details` gives further values for the template, `answers` what customers can do there.
    """

    scope: Scope
    section: str
    template: str
    name: Passage
    summary: Passage
    posts: Sequence[Post]
    sources: tuple[str, ...]
    about: Mapping[str, Body] = field(default_factory=dict)
    linked_data: Callable[[], str] = str
    details: Callable[[], Mapping[str, object]] = dict
    answers: Callable[[], Answers | None] = lambda: None


def topic_units(press: Press, topic: Topic) -> Iterator[Unit[Leaf]]:
    """The topic's page, and the pages of its older posts."""
    site, scope = press.site, topic.scope
    yield Unit(
        name=f"page:{scope.kind}:{scope.id}:{press.language}",
        topic=scope,
        posts=topic.posts,
        make=partial(_leaf, press, topic),
        bookings=press.publication.booked_about(scope),
        questions=press.publication.questions_about(scope),
        is_of_now=True,
        page=Mark.of(site, press.language, partial(of_scope, site, scope)),
    )
    yield from older_units(press, scope, topic.name, topic.section, topic.posts)


def _leaf(press: Press, topic: Topic) -> Iterator[Leaf]:
    site, scope, answers = press.site, topic.scope, topic.answers()
    path = of_scope(site, scope, press.language)
    listed = listing(press, scope, topic.posts)
    known = (listed.current.course.ends, listed.upcoming.course.ends)
    body = press.render(
        topic.template,
        name=topic.name,
        summary=topic.summary,
        about=press.rich_passage(topic.about),
        listing=listed,
        answers=answers,
        questions=frequent(press, scope),
        outdated=outdated_from(press, path, (*known, answers.ends) if answers else known),
        as_of=press.almanac.moment_with_zone(press.publication.now),
        feeds=_subscriptions(press, scope),
        subscribe=address_of(of_overview(site, "subscribe", press.language)),
        **topic.details(),
    )
    sheet = Sheet(
        path=path,
        language=press.language,
        title=topic.name.text,
        description=topic.summary.text or what_holds(press, topic.name.text),
        body=body,
        section=topic.section,
        alternates={each: of_scope(site, scope, each) for each in site.languages},
        feeds=press.feeds_and_calendar(scope),
        linked_data=topic.linked_data(),
        is_timed=True,
    )
    yield Leaf(sheet=sheet, sources=topic.sources)


def _subscriptions(press: Press, scope: Scope) -> list[Subscription]:
    """The feeds of the scope in RSS, which every reader takes: posts, updates; the calendar."""
    posts, updates = (feed for feed in press.feeds(scope) if feed.media_type == RSS)
    words, calendar = press.words, press.calendar(scope)
    found = [
        (words.say("Neue Meldungen"), posts, "RSS"),
        (words.say("Neue Meldungen und jedes weitere Wort dazu"), updates, "RSS"),
        *([(words.say("Termine für den Kalender"), calendar, "iCalendar")] if calendar else []),
    ]
    return [
        Subscription(Reference(Passage(label), address_of(feed.path)), form)
        for label, feed, form in found
    ]
