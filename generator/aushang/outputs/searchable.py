"""What the search finds: posts, services, places, questions and written pages, as plain records.

Records stand in *blocks*, counted from the oldest post on. A browser loads the two newest blocks
and older ones only when its reader asks for them, so what it loads does not grow with the archive;
and a full block never changes until one of its posts does. What has no date stands in the newest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from functools import partial
from itertools import groupby
from typing import Final, Generic, Protocol, TypeVar

from aushang.model import Body, Location, Post, PostText, Service
from aushang.model.addresses import Scope, of_page, of_post, of_question, of_scope
from aushang.outputs.pages.press import Press

BLOCK_SIZE: Final = 2_000
"""Posts in a full block. With one index for 10,000 posts a browser would load 75 KB of page numbers
and up to 150 KB for a frequent word; of a block it loads at most 15 and 45."""

ANY: Final = "*"
"""The value of `services` and `locations` that stands for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page as the search finds it. All texts are plain.

    `path` is the site path, `kind` what the page is (“Schließung”), `about` the names of services
    and places. `published` is the time in UTC (RFC 3339) and orders posts, `day` and `day_words`
    the day in the site's zone; all are empty for what has no date. `services` and `locations` are
    ids to filter by, or `ANY`.
    """

    path: str
    language: str
    title: str
    text: str
    kind: str
    about: tuple[str, ...] = ()
    published: str = ""
    day: str = ""
    day_words: str = ""
    services: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()


class Findable(Protocol):
    """What decides where a document stands: see the fields of `Document`."""

    @property
    def language(self) -> str:
        """Its language."""

    @property
    def published(self) -> str:
        """Its time, if it has one."""

    @property
    def path(self) -> str:
        """Its site path."""


Found = TypeVar("Found", bound=Findable)


@dataclass(frozen=True, slots=True)
class Block(Generic[Found]):
    """Documents that are indexed together. `number` counts from the oldest, from 1."""

    language: str
    number: int
    documents: tuple[Found, ...]


def _findable(document: Document) -> Iterator[Document]:
    """The document with a text that holds a word: its title stands in; none without any word."""
    if _has_word(document.text):
        yield document
    elif _has_word(document.title):
        yield replace(document, text=document.title)


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


def blocks(found: Iterable[Found], size: int = BLOCK_SIZE) -> Iterator[Block[Found]]:
    """The documents in blocks, by language and from the oldest on, in whatever order they come."""
    ordered = sorted(found, key=lambda each: (each.language, each.published, each.path))
    for language, group in groupby(ordered, key=lambda each: each.language):
        together = list(group)
        dated = [each for each in together if each.published]
        undated = [each for each in together if not each.published]
        count = max(1, -(-len(dated) // size))
        for number in range(1, count + 1):
            part = dated[(number - 1) * size : number * size]
            yield Block(language, number, tuple(part + undated if number == count else part))


def post_documents(press: Press, post: Post) -> Iterator[Document]:
    """A post in the language of the press; nothing if it has no text in it."""
    text = post.texts.get(press.language)
    if text is None:
        return
    publication, day = press.publication, press.almanac.day(post.published)
    document = Document(
        path=of_post(press.site, post, press.language),
        language=press.language,
        title=text.title,
        text=_post_text(press, post, text),
        kind=press.words.type_name(post.type),
        about=(
            *_names(press, post.services, publication.services),
            *_names(press, post.locations, publication.locations),
        ),
        published=published_of(post),
        day=day.iso,
        day_words=day.text,
        services=post.services or (ANY,),
        locations=post.locations or (ANY,),
    )
    yield from _findable(document)


def published_of(post: Post) -> str:
    """The time of a post's documents."""
    return post.published.astimezone(UTC).isoformat(timespec="seconds")


def other_documents(press: Press) -> Iterator[Document]:
    """Services, places, questions and written pages in the language of the press."""
    for document in _others(press):
        yield from _findable(document)


def _others(press: Press) -> Iterator[Document]:
    publication, site, language = press.publication, press.site, press.language
    made = partial(Document, language=language)
    for service in publication.services.values():
        yield made(
            path=of_scope(site, Scope("service", service.id), language),
            title=service.name.to(language),
            text=_joined(service.summary.to(language), _about(press, service.about)),
            kind=press.words.count("Angebot", "Angebote", 1),
            services=(service.id,),
            locations=(ANY,),
        )
    for location in publication.locations.values():
        yield made(
            path=of_scope(site, Scope("location", location.id), language),
            title=location.name.to(language),
            text=_place_text(press, location),
            kind=press.words.count("Standort", "Standorte", 1),
            services=(ANY,),
            locations=(location.id,),
        )
    yield from _questions(press)
    for page in publication.pages:
        text = page.texts.get(language)
        if text:
            yield made(
                path=of_page(site, text.slug, language),
                title=text.title,
                text=_joined(text.summary, text.body.text),
                kind=press.words.say("Seite"),
                services=(ANY,),
                locations=(ANY,),
            )


def _questions(press: Press) -> Iterator[Document]:
    publication, language = press.publication, press.language
    for question in publication.questions.values():
        asked = question.texts.get(language)
        if asked:
            yield Document(
                language=language,
                path=of_question(press.site, question.id, language),
                title=asked.question,
                text=_joined(asked.answer.text),
                kind=press.words.count("Frage", "Fragen", 1),
                about=(
                    *_names(press, question.services, publication.services),
                    *_names(press, question.locations, publication.locations),
                ),
                services=question.services or (ANY,),
                locations=question.locations or (ANY,),
            )


def _post_text(press: Press, post: Post, text: PostText) -> str:
    """The summary, unless it is the text's own beginning, the text, and what was said since."""
    updates = [_about(press, update.texts) for update in post.updates]
    body = " ".join(text.body.text.split())
    summary = " ".join(text.summary.split())
    is_beginning = body.startswith(summary.removesuffix("…").rstrip())
    return _joined("" if is_beginning else summary, body, *updates)


def _place_text(press: Press, location: Location) -> str:
    at = location.address
    where = f"{at.street}, {at.postcode} {at.city}" if at else ""
    return _joined(location.summary.to(press.language), where, _about(press, location.about))


def _about(press: Press, texts: Mapping[str, Body]) -> str:
    return texts[press.language].text if press.language in texts else ""


def _joined(*texts: str) -> str:
    """One text in one line; its parts end in a full stop, so that no two of them read as one."""
    lines = (" ".join(text.split()) for text in texts)
    return " ".join(
        line if line.endswith((".", "!", "?", "…")) else f"{line}." for line in lines if line
    )


def _names(
    press: Press, ids: Iterable[str], known: Mapping[str, Service] | Mapping[str, Location]
) -> Iterator[str]:
    return (known[id_].name.to(press.language) for id_ in ids if id_ in known)
