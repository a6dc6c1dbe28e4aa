"""Headings and what stands below them."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown.plain import is_visible, text_of
from aushang.model import Heading, Position, Section
from aushang.model.addresses import slugify

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

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
    headings: list[tuple[LexborNode, Position]], *, taken: set[str], prefix: str, nameless: str
) -> tuple[Heading, ...]:
    """Gives each heading an id and returns the list of contents.

    An id that the author wrote stays; others are the text in ASCII, `-2` and so on for repeats.
    """
    found = []
    numbers: dict[str, int] = {}
    for node, position in headings:
        text = text_of(node)
        id_ = node.attributes.get("id") or ""
        if not id_:
            stem = prefix + (slugify(text) or nameless)
            number = numbers.get(stem, 0) + 1
            while (id_ := stem if number == 1 else f"{stem}-{number}") in taken:
                number += 1
            numbers[stem] = number
            node.attrs["id"] = id_
        taken.add(id_)
        if text:
            found.append(Heading(int((node.tag or "h2")[1]), id_, text, position))
    return tuple(found)


def sections(body: LexborNode, positions: dict[int, Position]) -> tuple[Section, ...]:
    """From each heading to the next of its level or above; `positions` by the heading's `mem_id`.

    Empty is a section without text, picture or other media; what stands in its subsections
    counts. Footnotes belong to no section.
    """
    found: list[_Open] = []
    around: list[_Open] = []
    inside: set[int] = set()
    for node in body.traverse(include_text=True):
        tag = node.tag or ""
        parent = node.parent
        if parent is not None and parent.mem_id in inside:
            inside.add(node.mem_id)
        elif node.mem_id in positions:
            inside.add(node.mem_id)
            level = int(tag[1])
            around = [section for section in around if section.level < level]
            section = _Open(text_of(node), level, positions[node.mem_id])
            around.append(section)
            found.append(section)
        elif tag == "section" and node.attributes.get("role") == "doc-endnotes":
            inside.add(node.mem_id)
        elif around and around[-1].is_empty and _is_content(node, tag):
            for section in around:
                section.is_empty = False
    return tuple(
        Section(section.title, section.level, section.is_empty, section.position)
        for section in found
    )


def _is_content(node: LexborNode, tag: str) -> bool:
    return is_visible(node.text_content or "") if tag == "-text" else tag in _SEEN
