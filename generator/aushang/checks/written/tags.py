"""What one tag of plain markup tells, read without a tree.

Because most tags repeat from page to page, each is read once.
"""

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
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
from aushang.checks.written.linked_data import is_linked_data
from aushang.checks.written.listing import NAMES, is_for_searchers, is_unlisting

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

# No group is possessive: Python before 3.11.5 may match such wrongly (gh-106052).
_ATTRIBUTE = r'[ \t\n\f]++{name}(?:="{value}")?'
_ATTRIBUTES = re.compile(_ATTRIBUTE.format(name="([a-z][a-z0-9:_-]*+)", value='([^"<]*+)'))
_TAG = re.compile(
    r"/[a-z][a-z0-9]*+|!doctype html|(?P<name>[a-z][a-z0-9]*+)(?P<attributes>(?:"
    + _ATTRIBUTE.format(name="[a-z][a-z0-9:_-]*+", value='[^"<]*+')
    + r")*)[ \t\n\f]*+/?+"
)
# Times and descriptions tell nothing, and they are different on each page.
_SILENT_META = rb'meta (?:name|property)="(?!(?:%b)")[a-z:_-]++" content="[^"<]*+"' % (
    "|".join(sorted(META_ADDRESSES | NAMES)).encode()
)
_SILENT = re.compile(rb'time datetime="[^"<]*+"|' + _SILENT_META)
SILENT_META = re.compile(rb"<%b>" % _SILENT_META)
"""A `<meta>` whose content neither refers to anything nor speaks to search engines."""
# Addresses and the ids of headings are different too, in tags that are alike in all else.
_VARIED = re.compile(
    rb'((?:a|link|h[1-6])(?: [a-z-]++="[^"&<]*+")*? (?:href|id)="'
    rb'|meta property="og:[a-z]++" content=")([^"&<]++)("[^&<]*+)'
)
_VALUE = "\x01"
"""Stands for a value that is different on each page."""
_REMEMBERED = 8192
"""Distinct tags: more than menus and lists have, and a few MB at the most."""
_SHORT = 200
"""Bytes. Longer tags are descriptions and inlined pictures, and they do not repeat."""


class Role(Enum):
    """What there is to know of a tag besides what it defines and refers to."""

    FORM = auto()
    MAIN = auto()
    TABLE = auto()
    SCRIPT = auto()
    LINKED_DATA = auto()
    STYLE = auto()
    TITLE = auto()
    # A picture without `alt`.
    UNDESCRIBED = auto()
    # The page asks search engines not to list it.
    UNLISTING = auto()


_ROLES = {
    "form": Role.FORM,
    "main": Role.MAIN,
    "table": Role.TABLE,
    "script": Role.SCRIPT,
    "style": Role.STYLE,
    "title": Role.TITLE,
}


class Tag(NamedTuple):
    """What a start tag defines and refers to, and its role if it has one."""

    anchors: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    id: str = ""
    role: Role | None = None


_NOTHING = Tag()


def telling_tags(sources: Iterable[bytes]) -> dict[bytes, Tag | None]:
    """The tags that tell something, by their sources in order; None for one that is not plain.

    A source is what stands between `<` and `>`, with one byte more.
    """
    return {
        source: tag
        for source in sources
        if (tag := _known(source) if len(source) <= _SHORT else _tag(source)) is not _NOTHING
    }


def _tag(source: bytes) -> Tag | None:
    bare = source[:-1]
    if _SILENT.fullmatch(bare):
        return _NOTHING
    varied = _VARIED.fullmatch(bare)
    if varied and len(varied[1]) + len(varied[3]) <= _SHORT:
        # In 3 µs instead of 8: each row of a list has a link of its own.
        form = _form(varied[1] + _VALUE.encode() + varied[3])
        if form:
            return _filled(form, varied[2].decode("utf-8", "replace"))
    return _read(bare.decode("utf-8", "replace"))


_known = lru_cache(_REMEMBERED)(_tag)


@lru_cache(_REMEMBERED)
def _form(source: bytes) -> Tag | None:
    """A tag in which `_VALUE` stands for one address or id; None if it stands for more than that.

    No such tag has a role.
    """
    text = source.decode("utf-8", "replace")
    tag = _read(text) if text.count(_VALUE) == 1 else None
    if tag is None:
        return None
    told = (*tag.anchors, *(reference.url for reference in tag.references))
    return tag if told.count(_VALUE) == 1 else None


def _filled(form: Tag, value: str) -> Tag:
    if not form.anchors and len(form.references) == 1:
        return Tag(references=(Reference(value, form.references[0].element),))
    return Tag(
        tuple(value if name == _VALUE else name for name in form.anchors),
        tuple(Reference(value if url == _VALUE else url, of) for url, of in form.references),
        value if form.id == _VALUE else form.id,
    )


def _read(source: str) -> Tag | None:
    match = _TAG.fullmatch(source)
    if match is None:
        return None
    name = match["name"]
    return _start(name, _ATTRIBUTES.findall(match["attributes"])) if name else _NOTHING


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
    is_content_read = bool(references) or "http-equiv" in by_key or is_for_searchers(by_key)
    for key, value in attributes:
        if "&" in value and (key in _READ or (key == "content" and is_content_read)):
            return None
    role = _role(name, by_key)
    if not (anchors or references or role):
        return _NOTHING
    return Tag(anchors, references, by_key.get("id") or "", role)


def _role(name: str, attributes: Mapping[str, str | None]) -> Role | None:
    kind = (attributes.get("type") or "").lower()
    match name:
        case "meta" if is_for_searchers(attributes) and is_unlisting(attributes):
            return Role.UNLISTING
        case "script" if is_linked_data(kind):
            return Role.LINKED_DATA
        case "img" | "input" | "area" if "alt" not in attributes:
            is_one = name == "img" or "href" in attributes or "image" in kind
            return Role.UNDESCRIBED if is_one else None
    return _ROLES.get(name)
