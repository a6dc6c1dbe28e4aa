"""Placeholders that a reader sees on a written page."""

import re

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.placeholders import may_hold_placeholder, placeholders
from aushang.checks.written.facts import Flaw

CODE = "AU109"
_UNSEEN = "code, pre, kbd, samp, q, script, style, template, textarea, noscript, svg, math"
_BRACKET = re.compile(rb"\[[A-Za-z][^\]\[\n\"',=]*+\]")


def may_have_placeholder(data: bytes, *, or_part: bool = False) -> bool:
    """Whether a tree is worth its time: no page with a placeholder is answered with no.

    `or_part` asks each line alone, as `may_hold_placeholder` does.
    """
    return (
        may_hold_placeholder(data, or_part=or_part)
        or (b"[" in data and bool(_BRACKET.search(data)))
        or (b"&" in data and b"&lt;" in data)
    )


def unfilled(data: bytes) -> tuple[Flaw, ...]:
    """The placeholders of a page, each once, in its order. Code and quotations are let be."""
    if not may_have_placeholder(data):
        return ()
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    for node in tree.css(_UNSEEN):
        node.decompose()
    text = tree.root.text(deep=True, separator="\n") if tree.root else ""
    return tuple(Flaw(CODE, found) for found in dict.fromkeys(placeholders(text)))
