"""What a post says beside its text, as a short HTML list at the head of a feed entry.

A feed reader shows no sidebar: from when to when, where, what one can do, and whom to ask must
travel with the text. The list is a function of the post alone, so a passing day changes no byte.
"""

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from aushang.model import Contact, Post, UpdateStatus, begins
from aushang.model.addresses import Scope, absolute, mail, of_scope, telephone
from aushang.outputs.characters import clean
from aushang.outputs.edition import Edition
from aushang.outputs.words import Label

_REMEMBERED = 1_000  # parts of facts, mostly the same services, places and persons

# A part of a fact: its text, and the address that it leads to, if any.
Part = tuple[str, str]
Fact = tuple[Label, list[Part]]


def facts_html(edition: Edition, post: Post) -> str:
    """All facts of a post as a `<ul>` with absolute links; empty if there is nothing to say."""
    return _list(edition, [*_what(edition, post), *_where_and_who(edition, post)])


def surroundings_html(edition: Edition, post: Post) -> str:
    """What an update is about, and whom to ask.

    Period and effect are the post's: beside “solved” they would say that it is still closed.
    """
    return _list(edition, list(_where_and_who(edition, post)))


def facts_text(edition: Edition, post: Post) -> Iterator[str]:
    """The same facts as lines of plain text."""
    for label, parts in (*_what(edition, post), *_where_and_who(edition, post)):
        yield f"{edition.words.label(label)}: {_in_a_line(parts)}"


def contact_text(edition: Edition, post: Post) -> str:
    """Whom to ask, in a line of plain text; empty if nobody is named."""
    contact = edition.publication.contact_of(post)
    return _in_a_line(_whom_to_ask(edition, contact)) if contact else ""


def _in_a_line(parts: list[Part]) -> str:
    return ", ".join(text for text, _ in parts)


def _list(edition: Edition, facts: list[Fact]) -> str:
    if not facts:
        return ""
    items = []
    for label, parts in facts:
        told = ", ".join(_part(*part) for part in parts)
        items.append(f"<li><strong>{_escaped(edition.words.label(label))}:</strong> {told}</li>")
    return clean(f"<ul>{''.join(items)}</ul>")


@lru_cache(_REMEMBERED)
def _part(text: str, address: str) -> str:
    if not address:
        return _escaped(text)
    href = address.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    return f'<a href="{href}">{_escaped(text)}</a>'


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _what(edition: Edition, post: Post) -> Iterator[Fact]:
    words = edition.words
    if (post.starts or post.ends) and not post.withdrawn:
        ends = edition.local(post.ends) if post.ends else None
        yield Label.PERIOD, [(words.period(edition.local(begins(post)), ends), "")]
    if post.effect and not _is_resolved(post):
        yield Label.EFFECT, [(words.effect_name(post.effect), "")]
    if post.next_update and post.next_update > post.modified:
        yield Label.NEXT_UPDATE, [(words.moment(edition.local(post.next_update)), "")]


def _is_resolved(post: Post) -> bool:
    over = (UpdateStatus.RESOLVED, UpdateStatus.WITHDRAWN)
    return any(update.status in over for update in post.updates)


def _where_and_who(edition: Edition, post: Post) -> Iterator[Fact]:
    if services := edition.services_of(post):
        yield Label.SERVICES, _linked(edition, "service", services)
    if locations := edition.locations_of(post):
        yield Label.LOCATIONS, _linked(edition, "location", locations)
    if contact := edition.publication.contact_of(post):
        yield Label.CONTACT, _whom_to_ask(edition, contact)


def _linked(edition: Edition, kind: str, names: dict[str, str]) -> list[Part]:
    site = edition.site
    return [
        (name, absolute(site, of_scope(site, Scope(kind, id_), edition.language)))
        for id_, name in names.items()
    ]


def _whom_to_ask(edition: Edition, contact: Contact) -> list[Part]:
    parts = [(contact.name, contact.url)]
    if role := contact.role.to(edition.language):
        parts.append((role, ""))
    if contact.phone:
        parts.append((contact.phone, telephone(contact.phone)))
    if contact.email:
        parts.append((contact.email, mail(contact.email)))
    if promise := contact.answers_within.to(edition.language):
        parts.append((edition.words.answers_within(promise), ""))
    return parts
