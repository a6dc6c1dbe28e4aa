"""A post or an update as a feed shows it; each format is a spelling of the same entry."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape

from aushang.model import Contact, Post, PostText, Update
from aushang.model.addresses import absolute, of_api, of_post, of_update
from aushang.model.permanent_ids import tag_id
from aushang.outputs.absolute import absolute_html
from aushang.outputs.characters import clean
from aushang.outputs.edition import Edition
from aushang.outputs.facts import facts_html, surroundings_html
from aushang.outputs.pricing import table_html
from aushang.outputs.times import rfc3339

_REMEMBERED = 1_000  # what posts are about, by its names: mostly the same services and places


@dataclass(frozen=True, slots=True)
class Author:
    """Who answers for the words: a name, and a way to them where there is one."""

    name: str
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What an entry's post is about, in the words of the API.

    Empty `services` or `locations` mean all of them. `file` is the address of the whole post.
    """

    type: str
    effect: str | None
    starts: str | None
    ends: str | None
    services: tuple[str, ...]
    locations: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One item of a feed. Plain text but for `html`; URLs are absolute, times local to the site.

    `html` is the text in full, and empty in an archive, which holds no more than the `summary`.
    `updated` is never before `published`. Two entries are the same only if they are one object, so
    that a format can remember what it made of each.
    """

    id: str
    url: str
    language: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    author: Author | None
    categories: tuple[str, ...]
    matter: Matter


def post_entry(edition: Edition, post: Post) -> Entry:
    """The post with all that has been said since: its updates newest first, then its own text."""
    words = edition.words
    parts = []
    for update in post.updates:
        parts.append(_heading(words.update_heading(edition.local(update.at), update.status)))
        parts.append(_update_html(edition, post, update))
    if post.updates:
        parts.append(_heading(words.post_heading(edition.local(post.published))))
    return _entry(edition, post, _whole(edition, post, "".join(parts)), updated=post.modified)


def announcement_entry(edition: Edition, post: Post) -> Entry:
    """The post as the first word on its matter, without what was said later."""
    changed = max(post.published, post.updated or post.published)
    return _entry(edition, post, _whole(edition, post), updated=changed)


def archived_entry(edition: Edition, post: Post) -> Entry:
    """The post without its text, which nobody keeps of posts that have left all feeds."""
    return _entry(edition, post, "", updated=post.modified)


def update_entry(edition: Edition, post: Post, update: Update) -> Entry:
    """One later word as an item of its own, with an id that no other update ever gets.

    The new word comes first, what it is about after it.
    """
    site, text = edition.site, post.texts[edition.language]
    said = edition.local(update.at)
    return Entry(
        id=tag_id(site, post, update.key),
        url=absolute(site, of_update(site, post, edition.language, update.key)),
        language=edition.language,
        title=clean(edition.words.update_title(text.title, update.status)),
        summary=_summary(_first_paragraph(update, edition.language), text),
        html=_update_html(edition, post, update) + surroundings_html(edition, post),
        published=said,
        updated=said,
        author=_author(edition.publication.contact_of(post)),
        categories=_categories(edition, post),
        matter=_matter(edition, post),
    )


def _entry(edition: Edition, post: Post, html: str, *, updated: datetime) -> Entry:
    """The post itself."""
    text, said = post.texts[edition.language], edition.local(post.published)
    return Entry(
        id=tag_id(edition.site, post),
        url=absolute(edition.site, of_post(edition.site, post, edition.language)),
        language=edition.language,
        title=clean(text.title),
        summary=_summary(text.summary, text),
        html=html,
        published=said,
        # Most posts have but one time, and to tell it takes 4 µs.
        updated=said if updated is post.published else edition.local(updated),
        author=_author(edition.publication.contact_of(post)),
        categories=_categories(edition, post),
        matter=_matter(edition, post),
    )


def _whole(edition: Edition, post: Post, between: str = "") -> str:
    """The post's text, with `between` its facts and its own words."""
    site, text = edition.site, post.texts[edition.language]
    url = absolute(site, of_post(site, post, edition.language))
    body = absolute_html(text.body.html, site, url)
    return facts_html(edition, post) + _prices_html(edition, post) + between + body


def _matter(edition: Edition, post: Post) -> Matter:
    site = edition.site
    return Matter(
        type=post.type.value,
        effect=post.effect.value if post.effect else None,
        starts=rfc3339(site, post.starts) if post.starts else None,
        ends=rfc3339(site, post.ends) if post.ends else None,
        services=post.services,
        locations=post.locations,
        file=absolute(site, of_api(f"posts/{post.id}")),
    )


def _prices_html(edition: Edition, post: Post) -> str:
    return clean(table_html(edition.words.prices(post.prices))) if post.prices else ""


def _summary(summary: str, text: PostText) -> str:
    """Never empty: RSS would otherwise move the whole text into the description."""
    return clean(summary.strip() or text.title)


def _first_paragraph(update: Update, language: str) -> str:
    body = update.texts.get(language) or next(iter(update.texts.values()), None)
    return body.text.partition("\n\n")[0] if body else ""


def _update_html(edition: Edition, post: Post, update: Update) -> str:
    """The update in the edition's language; untranslated, as it was said, marked as such.

    A closure that is only announced in German must reach whoever reads English as well.
    """
    site, wanted = edition.site, edition.language
    said_in = wanted if wanted in update.texts else next(iter(update.texts), "")
    if not said_in:
        return ""
    url = absolute(site, of_post(site, post, wanted))
    html = absolute_html(update.texts[said_in].html, site, url)
    return html if said_in == wanted else f'<div lang="{said_in}">{html}</div>'


def _heading(text: str) -> str:
    return f"<h2>{escape(clean(text), quote=False)}</h2>"


def _author(contact: Contact | None) -> Author | None:
    if contact is None or not contact.name:
        return None
    return Author(clean(contact.name), clean(contact.email), clean(contact.url))


def _categories(edition: Edition, post: Post) -> tuple[str, ...]:
    """Type, services, places and tags under the names that customers read, each once."""
    return _each_once(
        (
            edition.words.type_name(post.type),
            *edition.services_of(post).values(),
            *edition.locations_of(post).values(),
            *post.tags,
        )
    )


@lru_cache(_REMEMBERED)
def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(name.strip()) for name in names if name.strip()))
