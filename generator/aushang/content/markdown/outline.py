"""Headings and what stands below them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown.plain import is_visible
from aushang.content.markdown.tokens import VOID, Token, attribute
from aushang.model import Heading, Position, Section
from aushang.model.addresses import slugify

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LEVELS = {name: int(name[1]) for name in HEADINGS}
# Where a section may begin, and where none does.
_BEGIN = frozenset({*HEADINGS, "section"})

# What a reader sees although it is no text.
_SEEN = frozenset({"img", "svg", "video", "audio", "picture", "input"})


@dataclass(slots=True)
class _Open:
    title: str
    level: int
    position: Position
    is_empty: bool = field(default=True)


def retagged(tree: LexborHTMLParser, node: LexborNode, tag: str) -> LexborNode:
    """The same element under another name; the old one is gone."""
    new = tree.create_node(tag)
    for name, value in node.attributes.items():
        new.attrs[name] = value or ""
    node.insert_before(new, move=True)
    for child in list(node.iter(include_text=True)):
        new.insert_child(child, move=True)
    node.decompose()
    return new


def leading_heading(body: LexborNode) -> LexborNode | None:
    """The heading of level 1 that a text begins with."""
    first = body.child
    while first is not None and (
        first.is_comment_node or (first.is_text_node and not is_visible(first.text_content or ""))
    ):
        first = first.next
    return first if first is not None and first.tag == "h1" else None


def named(
    headings: Iterable[Heading], *, taken: set[str], prefix: str, nameless: str
) -> list[Heading]:
    """The headings, each with an id.

    An id that the author wrote stays; others are the text in ASCII, `-2` and so on for repeats.
    """
    found = []
    numbers: dict[str, int] = {}
    for heading in headings:
        id_ = heading.id
        if not id_:
            stem = prefix + (slugify(heading.text) or nameless)
            number = numbers.get(stem, 0) + 1
            while (id_ := stem if number == 1 else f"{stem}-{number}") in taken:
                number += 1
            numbers[stem] = number
        taken.add(id_)
        found.append(Heading(heading.level, id_, heading.text, heading.position))
    return found


def anchors(headings: Iterable[Heading], prefix: str) -> dict[str, str]:
    """The ids of headings with words: in the text, without the text's prefix → on the page."""
    return {one.id.removeprefix(prefix): one.id for one in headings if one.text}


def sections(signs: Iterable[Token], headings: Sequence[Heading]) -> tuple[Section, ...]:
    """From each heading to the next of its level or above; `signs` are `tokens` of the text.

    Empty is a section without text, picture or other media; what stands in its subsections
    counts. Footnotes belong to no section.
    """
    found: list[_Open] = []
    around: list[_Open] = []
    waiting = iter(headings)
    inside, is_open = 0, False
    for name, tag, words in signs if headings else ():
        if not (is_open or inside or name in _BEGIN):
            continue
        heading = next(waiting) if name in LEVELS else None
        if inside:
            inside += 0 if name in VOID else -1 if name[0] == "/" else 1
        elif heading:
            inside = 1
            around = [section for section in around if section.level < heading.level]
            around.append(_Open(heading.text, heading.level, heading.position))
            found.append(around[-1])
            is_open = True
        elif name == "section" and attribute(tag, "role") == "doc-endnotes":
            inside = 1
        if is_open and not inside and (name in _SEEN or is_visible(words)):
            for section in around:
                section.is_empty = False
            is_open = False
    return tuple(
        Section(section.title, section.level, section.is_empty, section.position)
        for section in found
    )
