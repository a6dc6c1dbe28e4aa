"""Links whose words do not say where they lead, or that have none."""

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.facts import Flaw
from aushang.checks.written.page.nodes import is_hidden, spaced
from aushang.checks.written.page.pictures import UNDESCRIBED
from aushang.checks.written.page.vague import SURELY_TELLING, is_vague, surely_tells

VAGUE, NAMELESS = "AU703", "AU710"

_DESCRIBED = "[aria-label], [aria-labelledby], svg title, svg text, math"
_PARTS = "input, button, select, textarea, video, audio, iframe, object, canvas"

# A link of a plain page and what directly follows in it. Up to `&`: what it stands for is not read.
_INLINE = rb"(?:span|strong|b|em|i|small|time|code)"
_LINK = re.compile(
    rb"<a(?=[ \t\n\f])(?:((?: [a-z-]++(?:=\"[^\"<>]*+\")?)+)>\s*+(?:<%b(?: [^<>]*+)?>\s*+)*"
    rb"([^<&]*+)(<img [^<>]*+>)?)?" % _INLINE
)
UNSURE_LINK = re.compile(
    rb"<a(?=[ \t\n\f])(?!(?: (?!aria-label)[a-z-]++(?:=\"[^\"]*+\")?)+>"
    rb"\s*+(?:<%b(?: [^<>]*+)?>\s*+)*%b)" % (_INLINE, SURELY_TELLING)
)
"""The beginning of a link that may not begin with words that surely tell where it leads."""
_LABEL = re.compile(rb' aria-label="([^"&]*+)"')
_ALTERNATIVE = re.compile(rb' alt="[^"&]*?[A-Za-z0-9]')


def surely_telling(data: bytes) -> bool:
    """Whether every link of a plain page begins with words that can only go on well."""
    return all(map(_tells, dict.fromkeys(_LINK.findall(data))))


@lru_cache(4096)
def _tells(link: tuple[bytes, bytes, bytes]) -> bool:
    attributes, words, picture = link
    if b" href=" not in attributes:
        # Nothing at all is known of one that is written in another way.
        return attributes != b""
    label = _LABEL.search(attributes)
    if label is None and b" aria-label" in attributes:
        return False
    said = (label[1] if label else words).decode("utf-8", "replace")
    if surely_tells(said):
        return True
    return bool(not words and not label and _ALTERNATIVE.search(picture))


def link_flaws(data: bytes, tree: LexborHTMLParser) -> Iterator[Flaw]:
    """Each kind of link at fault once, in the order of the page."""
    has_labels = b"aria-label" in data.lower()
    return iter(dict.fromkeys(_flaws(tree, has_labels=has_labels)))


def _flaws(tree: LexborHTMLParser, *, has_labels: bool) -> Iterator[Flaw]:
    for node in tree.css("a[href]"):
        said = node.text(deep=True)
        # Nearly all links tell, and menus say the same on every page.
        if has_labels or not surely_tells(said):
            yield from _of_link(node, spaced(said))


def _of_link(node: LexborNode, words: str) -> Iterator[Flaw]:
    attributes = node.attributes
    if "aria-labelledby" in attributes:
        return
    href = attributes.get("href") or ""
    said = (attributes.get("aria-label") or "").strip() or words
    if said:
        # The sign that leads to its own heading is known by its place.
        is_sign = href.startswith("#") and not any(map(str.isalnum, said))
        if is_vague(said) and not is_sign and not _says_more(node) and not is_hidden(node):
            yield Flaw(VAGUE, said, href)
    elif not href.startswith("#"):
        yield from _wordless(node, href)


def _says_more(node: LexborNode) -> bool:
    """Whether something besides its text names it."""
    if node.attributes.get("aria-label"):
        return False
    return node.css_first(_DESCRIBED) is not None or any(
        (picture.attributes.get("alt") or "").strip() for picture in node.css("img")
    )


def _wordless(node: LexborNode, href: str) -> Iterator[Flaw]:
    """A link without text is named by its picture, or else by its title."""
    attributes = node.attributes
    if (attributes.get("title") or "").strip() or node.css_first(_PARTS) or _says_more(node):
        return
    pictures = node.css("img")
    if is_hidden(node) or any("alt" not in picture.attributes for picture in pictures):
        return
    if pictures:
        yield Flaw(UNDESCRIBED, pictures[0].attributes.get("src") or "", href)
    else:
        yield Flaw(NAMELESS, href)
