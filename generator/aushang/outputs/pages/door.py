"""The notice for the door: a post as one sheet of A4, for as long as it holds or is to come.

It stands in the post's page, unseen until that is printed. Everything on it is shortened to what
readers take in on their way through a door; the code leads to the rest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from markupsafe import Markup, escape

from aushang.model import Body, Contact, Phase, Post, PostText
from aushang.model.addresses import absolute, of_post
from aushang.model.shortened import first_sentences, shortened
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.lettering import title_step
from aushang.outputs.pages.passages import Badge, Passage
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.square_code import square_code
from aushang.outputs.pages.validity import badge, next_word, period

_TITLE: Final = 160
_SUMMARY: Final = 280
_UPDATE: Final = 200
_BLOCK: Final = 320
_TEXT: Final = 900
_NAME: Final = 60
_PLACE: Final = 40
_PLACES: Final = 3
_ADDRESS: Final = 160
_SIGN: Final = re.compile(r"(?<=[/.@_-])")
_AFTER_NUMBER: Final = re.compile(r"(?<=\d) |(?<=\d\.) ")
_ALT: Final = re.compile(r'<img[^>]*? alt="([^"]*)"')
_CELL: Final = " | "  # how `Body.text` parts the cells of a table


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text without markup: a heading, or lines of cells, mostly of one each."""

    rows: list[list[str]]
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Values for the template. Texts are empty, others None, where there is nothing to say.

    `when` are the attributes of the whole; `step` is the size of the title (`lettering`); `where`
    are places, then services; `said` is the newest update and `said_at` when it was said; `ways`
    are those to reach the person.
    """

    when: Markup
    house: str
    kind: str
    badge: Badge | None
    title: str
    step: int
    period: Phrase | None
    next_word: Phrase | None
    where: list[Passage]
    summary: str
    said: str
    said_language: str
    said_at: Moment | None
    prices: Markup | None
    blocks: list[Block]
    name: str
    role: Passage
    ways: list[Markup]
    as_of: Moment
    code: Markup | None
    address: Markup


def door(
    press: Press, post: Post, text: PostText, *, prices: Markup | None, when: Markup
) -> Markup | None:
    """The notice of a post that holds or is announced, as of the build; None for one that is over.

    `when` are the attributes that take it from the page once the post is over.
    """
    if press.publication.phases[post.id] not in (Phase.CURRENT, Phase.UPCOMING):
        return None
    address = absolute(press.site, of_post(press.site, post, press.language))
    contact = press.publication.contact_of(post)
    title = _AFTER_NUMBER.sub("\N{NO-BREAK SPACE}", shortened(text.title, _TITLE))
    update = post.updates[0] if post.updates else None
    said = press.body(update.texts) if update else None
    view = Door(
        when=when,
        house=shortened(press.site.name.to(press.language), _NAME),
        kind=press.words.type_name(post.type),
        badge=badge(press, post),
        title=title,
        step=title_step(title),
        period=period(press, post, press.almanac),
        next_word=next_word(press, post, press.almanac),
        where=list(_where(press, post)),
        summary=shortened(text.summary, _SUMMARY),
        said=first_sentences(" ".join(said[1].text.split()), _UPDATE) if said else "",
        said_language=press.foreign(said[0]) if said else "",
        said_at=press.almanac.day(update.at) if update and said else None,
        prices=prices,
        blocks=list(_blocks(text)),
        name=shortened(contact.name, _NAME) if contact else "",
        role=_short(press.passage(contact.role), _NAME) if contact else Passage(""),
        ways=_ways(contact) if contact else [],
        as_of=press.almanac.day(post.modified),
        code=square_code(address),
        address=_typed(address),
    )
    return press.macros("door.html")["notice"](view)


def _where(press: Press, post: Post) -> Iterator[Passage]:
    """The places and services that the post names; all of them go without saying."""
    publication = press.publication
    for ids, known in (
        (post.locations, publication.locations),
        (post.services, publication.services),
    ):
        names = [press.passage(known[id_].name) for id_ in ids if id_ in known]
        yield from (_short(name, _PLACE) for name in names[:_PLACES])


def _short(passage: Passage, most: int) -> Passage:
    return Passage(shortened(passage.text, most), passage.language)


def _ways(contact: Contact) -> list[Markup]:
    phone = [escape(shortened(contact.phone, _NAME))] if contact.phone else []
    return [*phone, _typed(contact.email)] if contact.email else phone


def _typed(address: str) -> Markup:
    """An address as people type it; it may be broken after its signs, and only there."""
    bare = address.removeprefix("https://").removeprefix("http://").removesuffix("/")
    parts = _SIGN.split(shortened(bare, _ADDRESS))
    return Markup("<wbr>").join(parts)


def _blocks(text: PostText) -> list[Block]:
    """The text's beginning in whole blocks, without what the summary says already."""
    headings = {heading.text for heading in text.body.headings}
    summary = text.summary.removesuffix("…")
    blocks: list[Block] = []
    left = _TEXT
    for told in _spelt(text.body):
        if summary and told.startswith(summary):
            continue
        shown = told if "\n" in told else first_sentences(told, _BLOCK)
        left -= len(shown)
        if left < 0:
            break
        rows = [line.split(_CELL) for line in shown.split("\n")]
        blocks.append(Block(rows, is_heading=told in headings))
    while blocks and blocks[-1].is_heading:
        blocks.pop()
    return blocks


def _spelt(body: Body) -> Iterator[str]:
    """The blocks of a text, without what is said for those who do not see a picture."""
    unseen = {" ".join(unescape(words).split()) for words in _ALT.findall(body.html)}
    for block in body.text.split("\n\n"):
        if block.strip() and " ".join(block.split()) not in unseen:
            yield block.strip()
