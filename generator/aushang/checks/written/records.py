"""Facts of JSON: every string that is an address of our own site, wherever it stands."""

import json
from collections.abc import Iterator
from functools import lru_cache

from pydantic_core import from_json

from aushang.checks.written.facts import Facts, Fault, Form, Reference
from aushang.checks.written.feed.json_cutting import Cut, cut
from aushang.checks.written.feed.json_feed import (
    is_json_feed,
    json_feed_flaws,
    json_feed_said,
    json_feed_self,
    json_frame_flaws,
    json_item_flaws,
    json_item_said,
)
from aushang.checks.written.parts import part_of, sign_of
from aushang.checks.written.schema.promise import is_change_page, promise_flaws
from aushang.checks.written.schema.statuspage import is_for_statuspage, statuspage_flaws
from aushang.checks.written.statuspage_views import said_for_statuspage
from aushang.checks.written.strings import references_in
from aushang.checks.written.views import Said, said_in_record, view_of


def record_facts(data: bytes, site_url: str) -> Facts:
    """References to the site itself, and what is said of posts.

    Else the fault that makes the file unreadable (RFC 8259).
    """
    pieces = cut(data)
    joined = _joined(pieces, site_url) if pieces else None
    return joined or facts_of_whole(data, site_url)


def facts_of_whole(data: bytes, site_url: str) -> Facts:
    """The same facts, and nothing taken from another feed in which an item stands as well."""
    try:
        content = _content(data)
    except UnicodeDecodeError as error:
        return Facts(form=Form.JSON, fault=Fault(f"byte {error.start + 1} is not UTF-8"))
    except json.JSONDecodeError as error:
        return Facts(form=Form.JSON, fault=Fault(_lowered(error.msg), error.lineno, error.colno))
    except (ValueError, RecursionError) as error:
        return Facts(form=Form.JSON, fault=Fault(str(error)))
    references = tuple(dict.fromkeys(_references("", _that_leads_on(content), site_url)))
    views = tuple(dict.fromkeys(view_of(said) for said in _said(content)))
    if not isinstance(content, dict) or not is_json_feed(content):
        judged = statuspage_flaws if is_for_statuspage(content, site_url) else promise_flaws
        flaws = tuple(judged(content, data))
        return Facts(form=Form.JSON, references=references, views=views, flaws=flaws)
    return Facts(
        form=Form.JSON,
        references=references,
        views=views,
        address=json_feed_self(content),
        flaws=tuple(dict.fromkeys(json_feed_flaws(content, site_url))),
    )


def _joined(pieces: Cut, site_url: str) -> Facts | None:
    """The facts of a feed from those of its pieces; None where anything is wrong with one.

    So a flaw is always told by who saw the whole feed.
    """
    try:
        feed = _content(pieces.frame)
    except (ValueError, RecursionError):
        return None
    is_whole = isinstance(feed, dict) and is_json_feed(feed) and not any(json_frame_flaws(feed))
    if not isinstance(feed, dict) or not is_whole:
        return None
    found = []
    for item in pieces.items:
        read = _known_item if len(item) <= _LONG else _item
        one = read(item, site_url)
        if one is None:
            return None
        found.append(one)
    views = tuple([view for one in found for view in one.views])
    if len({view.id for view in views}) < len(found):
        return None
    references = [*_references("", feed, site_url)]
    references += [reference for one in found for reference in one.references]
    return Facts(
        form=Form.JSON,
        references=tuple(dict.fromkeys(references)),
        views=views,
        address=json_feed_self(feed),
    )


def _item(item: bytes, site_url: str) -> Facts | None:
    """References and view of an item; None if anything is wrong with it."""
    try:
        content = _content(item)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or any(json_item_flaws(content, site_url)):
        return None
    references = _references("items", content, site_url, is_part=True)
    return Facts(
        references=tuple(dict.fromkeys(references)), views=(view_of(json_item_said(content)),)
    )


def _that_leads_on(content: object) -> object:
    """Without what a log of changes tells of the past: files that it names may be gone by now."""
    if isinstance(content, dict) and is_change_page(content):
        return {key: value for key, value in content.items() if key != "items"}
    return content


def said_in_json(data: bytes) -> tuple[Said, ...]:
    """What a file of the API or a JSON Feed says of posts, in words; nothing if it is no JSON."""
    try:
        return tuple(_said(_content(data)))
    except (ValueError, RecursionError):
        return ()


def _said(content: object) -> Iterator[Said]:
    if not isinstance(content, dict):
        return
    if is_json_feed(content):
        yield from json_feed_said(content)
    else:
        yield from said_in_record(content)
        yield from said_for_statuspage(content)


def _content(data: bytes) -> object:
    try:
        # Takes two thirds of the other's time. What it refuses, the other has the last word on.
        # Most values are new in each file: to remember them takes longer than to read them.
        return from_json(data, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        text = data.decode("utf-8")
        # `json.loads` finds a byte order mark a fault, the decoder alone calls it no value.
        content = _DECODER.decode(text) if text[:1] != _MARK else json.loads(text)
        return content if "\\u" not in text else _without_halves(content)


def _without_halves(content: object) -> object:
    """Half of a pair of surrogates (U+D800) is JSON, and nothing that can be kept."""
    written = json.dumps(content, ensure_ascii=False)
    return json.loads(written.encode("utf-8", "replace").decode())


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_MARK = "\ufeff"
_REMEMBERED = 1024
_LONG = 16_384  # bytes; longer items are read each time, so that memory stays bounded
_known_item = lru_cache(_REMEMBERED)(_item)


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _references(
    place: str, content: object, site_url: str, *, is_part: bool = False
) -> list[Reference]:
    """What the strings refer to; `place` is the key under which the content stands.

    `is_part` if the content is part of a file, and what is in it need not be known by itself.
    """
    found: list[Reference] = []
    waiting: list[tuple[str, object]] = [(place, [content])]
    while waiting:
        place, holder = waiting.pop()
        for key, value in holder.items() if isinstance(holder, dict) else _items(place, holder):
            if isinstance(value, str):
                # Seven strings of eight are neither an address of ours nor markup.
                if (
                    value.startswith(site_url)
                    or value[:1].isspace()
                    or ("<" in value and _is_markup(key, value))
                ):
                    found += references_in(value, key, site_url)
            elif not value:
                continue  # most of a post's lists and objects are empty
            elif isinstance(value, dict):
                waiting.append((key, value))
            elif isinstance(value, list):
                # Posts of one service name the same feeds, and those are half of their addresses.
                sign = None if is_part else sign_of(value)
                if sign is None:
                    waiting.append((key, value))
                else:
                    found += _of_part(key, sign, site_url)
    return found


@lru_cache(_REMEMBERED)
def _of_part(place: str, sign: bytes, site_url: str) -> tuple[Reference, ...]:
    return tuple(_references(place, part_of(sign), site_url, is_part=True))


def _is_markup(key: str, value: str) -> bool:
    """Whether a string with a `<` is HTML.

    It says so, or begins with a tag; in an index for a search, tags are words of a lesson on HTML.
    """
    return "html" in key.lower() or value.startswith("<")


def _items(place: str, holder: object) -> list[tuple[str, object]]:
    return [(place, item) for item in holder] if isinstance(holder, list) else []
