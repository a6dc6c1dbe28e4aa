"""What stands in a page in another language than HTML: style sheets and JSON-LD."""

import re
from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Reference
from aushang.checks.written.linked_data import linked_data_references
from aushang.checks.written.stylesheets import style_references

_LINKED_DATA = "application/ld+json"
# In plain pages only: no `<` in scripts and style sheets, attributes in quotation marks.
_SCRIPT = re.compile(rb"<script((?: [^<>]*)?[ \t\n\f]type=\"([^\"<]*)\"[^<>]*)>([^<]*)")
_STYLE = re.compile(rb"<style[^<>]*>([^<]*)")


def plain_inlined(data: bytes) -> tuple[Reference, ...]:
    """The references of what is inlined in a page that `tags.plain_tags` finds plain, each once."""
    found: list[Iterator[Reference]] = []
    if b"<style" in data and b"(" in data:
        found += (style_references(_text(style[1])) for style in _STYLE.finditer(data))
    if b"ld+json" in data:
        found += (
            linked_data_references(_text(script[3]))
            for script in _SCRIPT.finditer(data)
            if _is_linked_data(_text(script[2]))
        )
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def tree_inlined(tree: LexborHTMLParser) -> Iterator[Reference]:
    """The same from the tree of any page."""
    for node in tree.css("style"):
        yield from style_references(node.text(deep=True))
    for node in tree.css("script[type]"):
        if _is_linked_data(node.attributes.get("type") or ""):
            yield from linked_data_references(node.text(deep=True))


def _is_linked_data(media_type: str) -> bool:
    return media_type.strip().lower() == _LINKED_DATA


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
