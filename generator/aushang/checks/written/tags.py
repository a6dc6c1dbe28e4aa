"""Plain markup, read tag by tag without a tree.

Most of what the program writes is plain: every `<` begins a tag of a simple form, and every element
is one that a browser's parser always puts into the page, once and with its attributes, wherever it
stands. Then the start tags alone tell what is defined and referred to, and because most tags repeat
from page to page, each is read once: 0.07 ms a page of 9 KB where a tree takes 0.31. Whatever is
not surely plain gets its tree; a property test holds both to the same facts.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from aushang.checks.written.elements import (
    CANDIDATES,
    FOLLOWED,
    META_ADDRESSES,
    element_references,
)
from aushang.checks.written.facts import Reference

# HTML standard, 13.2.6.4.7: these are always inserted, save below a `<select>`, a `<template>` or
# foreign content, none of which is plain.
_KEPT = """
    a abbr address area article aside audio b bdi bdo blockquote br button cite code data dd del
    details dfn dialog div dl dt em embed figcaption figure footer form h1 h2 h3 h4 h5 h6 header
    hgroup hr i img input ins kbd label li link main map mark menu meta meter nav object ol output p
    picture pre progress q rp rt ruby s samp script section small source span strong style sub
    summary sup table time title track u ul var video wbr
"""
# In the wrong place these are ignored, or joined with the one that is there. Without an id and a
# reference that makes no difference.
_KEPT_OR_NOTHING = "html head body caption col colgroup tbody td tfoot th thead tr"
_IS_KEPT = dict.fromkeys(_KEPT.split(), True) | dict.fromkeys(_KEPT_OR_NOTHING.split(), False)
_READ = frozenset(
    {"id", "name", "property", "http-equiv", "rel", "type", "ping", "style"}
    | {*CANDIDATES.values(), *chain(*FOLLOWED.values())}
)
# What stands in these is text up to their own end tag, whatever it looks like. Found is one in
# which something looks like a tag; one search takes a third of the time of three.
_UNCLEAR_TEXT = re.compile(rb"<(script|style|title)\b[^>]*+>[^<]*+(?!</\1>)")

# No group is possessive: Python before 3.11.5 may match such wrongly (gh-106052).
_ATTRIBUTE = r'[ \t\n\f]++{name}(?:="{value}")?'
_ATTRIBUTES = re.compile(_ATTRIBUTE.format(name="([a-z][a-z0-9:_-]*+)", value='([^"<]*+)'))
# Tags that tell nothing. Times and descriptions are among them because they are different on each
# page: looked up one by one they would never be known.
_SILENT = (
    rb'/[a-z][a-z0-9]*+|time datetime="[^"<]*+"'
    rb'|meta (?:name|property)="(?!(?:%b)")[a-z:_-]++" content="[^"<]*+"'
    % "|".join(sorted(META_ADDRESSES)).encode()
)
_BETWEEN = re.compile(rb">[^<]*+(?:<(?:%b)>[^<]*+)*<" % _SILENT)
_LINK = re.compile(rb'a href="([^"&<]*+)"')
_TAG = re.compile(
    r"/[a-z][a-z0-9]*+|!doctype html|(?P<name>[a-z][a-z0-9]*+)(?P<attributes>(?:"
    + _ATTRIBUTE.format(name="[a-z][a-z0-9:_-]*+", value='[^"<]*+')
    + r")*)[ \t\n\f]*+/?+"
)
_REMEMBERED = 8192
"""Distinct tags: more than menus and lists have, and a few MB at the most."""
_SHORT = 200
"""Bytes. Longer tags are descriptions and inlined pictures, and they do not repeat."""


class Tag(NamedTuple):
    """What a start tag defines and refers to."""

    anchors: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    id: str = ""


_NOTHING = Tag()


def plain_tags(data: bytes) -> Sequence[Tag] | None:
    """The distinct tags of a page or a fragment in order; None if it is not surely plain.

    Tags that tell nothing are left out. A parser moves what stands wrongly inside a table to a
    place before it; here it stays.
    """
    start = data.find(b"<")
    if start < 0:
        return ()
    # A parser replaces NUL and carriage return, also within attributes.
    if b"\0" in data or b"\r" in data or _UNCLEAR_TEXT.search(data, start):
        return None
    # A form within another one is ignored.
    if data.count(b"<form") > 1:
        return None
    # Splitting at what stands between telling tags takes a third of the time of finding all tags.
    tags = _BETWEEN.split(data[start + 1 :])
    tags[-1], end, _ = tags[-1].partition(b">")
    if not end:
        return None
    found = [
        tag
        for source in dict.fromkeys(tags)
        if (tag := _known(source) if len(source) <= _SHORT else _tag(source)) is not _NOTHING
    ]
    return None if None in found else [tag for tag in found if tag]


def tags_references(tags: Iterable[Tag]) -> tuple[Reference, ...]:
    """All references of these tags, each once."""
    return tuple(dict.fromkeys(chain.from_iterable([tag.references for tag in tags])))


def _tag(source: bytes) -> Tag | None:
    """A tag without its `<` and `>`; None if it is not plain."""
    # In 1 µs instead of 5: each row of a list has a link of its own.
    link = _LINK.fullmatch(source)
    if link:
        return Tag(references=(Reference(link[1].decode("utf-8", "replace"), "a"),))
    match = _TAG.fullmatch(source.decode("utf-8", "replace"))
    if match is None:
        return None
    name = match["name"]
    return _start(name, _ATTRIBUTES.findall(match["attributes"])) if name else _NOTHING


_known = lru_cache(_REMEMBERED)(_tag)


def _start(name: str, attributes: list[tuple[str, str]]) -> Tag | None:
    by_key: dict[str, str | None] = dict(attributes)
    # A document within a frame is one more to read.
    if name not in _IS_KEPT or len(by_key) < len(attributes) or "srcdoc" in by_key:
        return None
    named = ("id", "name") if name == "a" else ("id",)
    anchors = tuple(filter(None, map(by_key.get, named)))
    references = tuple(element_references(name, by_key))
    if (anchors or references) and not _IS_KEPT[name]:
        return None
    # What `&` stands for is long to tell; where it matters it is rare.
    is_content_read = bool(references) or "http-equiv" in by_key
    for key, value in attributes:
        if "&" in value and (key in _READ or (key == "content" and is_content_read)):
            return None
    id_ = by_key.get("id") or ""
    return Tag(anchors, references, id_) if anchors or references else _NOTHING
