"""A topic is what posts are about: a service, a place, a type. Its page lists them all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aushang.model import Body, Post
from aushang.model.addresses import Scope, of_overview, of_scope
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.listing import listing, older_leaves
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """`posts` come newest first. `details` are further values for the template."""

    scope: Scope
    section: str
    template: str
    name: Passage
    summary: Passage
    posts: Sequence[Post]
    sources: tuple[str, ...]
    about: Mapping[str, Body] = field(default_factory=dict)
    linked_data: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


def topic_leaves(press: Press, topic: Topic) -> Iterator[Leaf]:
    """The topic's page, and the pages of its older posts."""
    site, scope = press.site, topic.scope
    body = press.render(
        topic.template,
        name=topic.name,
        summary=topic.summary,
        about=press.rich_passage(topic.about),
        listing=listing(press, scope, topic.posts),
        as_of=press.almanac.moment_with_zone(press.publication.now),
        feeds=_subscriptions(press, scope),
        subscribe=address_of(of_overview(site, "subscribe", press.language)),
        **topic.details,
    )
    sheet = Sheet(
        path=of_scope(site, scope, press.language),
        language=press.language,
        title=topic.name.text,
        description=topic.summary.text,
        body=body,
        section=topic.section,
        alternates={each: of_scope(site, scope, each) for each in site.languages},
        feeds=press.feeds(scope),
        linked_data=topic.linked_data,
    )
    yield Leaf(sheet=sheet, sources=topic.sources)
    yield from older_leaves(press, scope, topic.name, topic.section, topic.posts)


def _subscriptions(press: Press, scope: Scope) -> list[Reference]:
    """The feeds of the scope in RSS, which every reader takes: posts, then updates."""
    posts, _, updates, _ = press.feeds(scope)
    return [
        Reference(Passage(press.words.say("Neue Meldungen")), address_of(posts.path)),
        Reference(
            Passage(press.words.say("Neue Meldungen und jedes weitere Wort dazu")),
            address_of(updates.path),
        ),
    ]
