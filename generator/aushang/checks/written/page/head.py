"""What a page says of itself before its content: language, title, description."""

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.nodes import ancestors, is_read

LANGUAGE, TITLE, DESCRIPTION = "AU706", "AU707", "AU708"

# RFC 5646, 2.1: language, script, region, variants, extensions, private use.
_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE,
)
# What has none of these is no page but a piece of one, or a word for a search engine.
_DOCUMENT = re.compile(rb"(?i)<(?:!doctype|html|head|title|body)\b")
_START = 4096
"""Bytes in which a plain page says all this."""
_NAMED = re.compile(rb'<html(?: [a-z-]++(?:="[^"<]*+")?)*? lang="([a-z]{2}(?:-[A-Z]{2})?)"')
_TITLED = re.compile(rb"<title>[^<&]*?[A-Za-z0-9]")
_DESCRIBED = re.compile(rb'<meta name="description" content="[^"<&]*?[A-Za-z0-9]')


def is_language_tag(text: str) -> bool:
    """Whether it is well-formed by BCP 47."""
    return _TAG.fullmatch(text) is not None


def surely_introduced(data: bytes) -> bool:
    """Whether a plain page says its language, its title and what it is about."""
    return bool(
        _NAMED.search(data, 0, _START)
        and _TITLED.search(data, 0, _START)
        and _DESCRIBED.search(data, 0, _START)
    )


def head_flaws(data: bytes, said: Mapping[str, str], language: str) -> Iterator[Flaw]:
    """What is missing of what a page says of itself; `said` is that, `language` as it stands."""
    if not _DOCUMENT.search(data):
        return
    if not is_language_tag(language):
        yield Flaw(LANGUAGE, language)
    if not is_read(said.get("", "")):
        yield Flaw(TITLE)
    if not is_read(said.get("description", "")) and "noindex" not in said.get("robots", ""):
        yield Flaw(DESCRIPTION)


def leads_on(said: Mapping[str, str]) -> bool:
    """Whether the page sends its readers on by itself, so that nobody reads it."""
    return "url" in said.get("refresh", "")


def language_of(tree: LexborHTMLParser) -> str:
    """The language that the page names."""
    page = tree.root
    return (page.attributes.get("lang") or "").strip() if page is not None else ""


def said_of(tree: LexborHTMLParser) -> dict[str, str]:
    """What the page says of itself by name, the first of each that is not empty.

    The title has no name. It is the first that is not that of a drawing (HTML, 3.1.5).
    """
    found: dict[str, str] = {}
    for node in tree.css("meta[content], title"):
        attributes = node.attributes
        if node.tag == "title":
            if all(above.tag != "svg" for above in ancestors(node)):
                found.setdefault("", node.text(deep=True))
            continue
        name = attributes.get("name") or attributes.get("http-equiv")
        if name and not found.get(name := name.strip().lower()):
            found[name] = (attributes.get("content") or "").strip().lower()
    return found
