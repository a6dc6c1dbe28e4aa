"""What a post is about: its services and places, and how to follow them.

Many posts are about the same few, so all that follows from that is drawn once for them together
(22 µs a page).
"""

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, Scope, of_overview
from aushang.outputs.pages.passages import Passage, Reference, Subscription
from aushang.outputs.pages.press import Concern, Press, address_of

_REMEMBERED: Final = 1_000  # some 4 kB each; posts may name services and places in any mixture

_About = tuple[tuple[Scope, Reference], ...]


def concern_of(press: Press, post: Post) -> Concern:
    """Everything that follows from the services and places that the post names."""
    known, key = press.known_concerns, (post.services, post.locations)
    found = known.get(key)
    if found is None:
        if len(known) >= _REMEMBERED:
            known.clear()
        found = known[key] = _concern(press, post)
    return found


def _concern(press: Press, post: Post) -> Concern:
    publication, about = press.publication, tuple(_named(press, post))
    scopes = (EVERYTHING, *(scope for scope, _ in about))
    return Concern(
        feeds=tuple(link for scope in scopes for link in press.feeds(scope)),
        where=press.macros("post.html")["where"](
            _of_kind(about, "location") if publication.locations else None,
            _of_kind(about, "service") if publication.services else None,
        ),
        subscription=_subscription(press, about),
    )


def _named(press: Press, post: Post) -> Iterator[tuple[Scope, Reference]]:
    """The services and places, each with the link to its page."""
    for kind, ids, known in (
        ("service", post.services, press.publication.services),
        ("location", post.locations, press.publication.locations),
    ):
        for id_ in ids:
            if id_ in known:
                scope = Scope(kind, id_)
                yield scope, press.scope_link(scope, known[id_].name)


def _of_kind(about: _About, kind: str) -> list[Reference]:
    return [link for scope, link in about if scope.kind == kind]


def _subscription(press: Press, about: _About) -> Markup:
    """How to follow each service and place; everything where the post is about all."""
    named = [(scope, link.label) for scope, link in about]
    everything = [(EVERYTHING, Passage(press.words.say("Alle Meldungen")))]
    feeds = [
        Subscription(Reference(label, address_of(press.feeds(scope)[0].path)), "RSS")
        for scope, label in named or everything
    ]
    subscribe = address_of(of_overview(press.site, "subscribe", press.language))
    return press.macros("parts.html")["subscription"](feeds, subscribe)
