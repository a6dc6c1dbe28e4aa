"""Facts of an HTML page or fragment: one parse, its anchors, and all that browsers follow."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.srcset import candidates

# Which attributes of an element are followed. `srcset` and `content` have forms of their own.
_FOLLOWED: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "link": ("href",),
    "img": ("src",),
    "source": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "script": ("src",),
    "object": ("data",),
    "form": ("action",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
}
_CANDIDATES: dict[str, str] = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
_SELECTOR = ",".join((*_FOLLOWED, "meta[content]"))
_META_ADDRESSES = frozenset(
    {"og:image", "og:url", "og:video", "og:audio", "og:image:url", "og:image:secure_url"}
    | {"twitter:image"}
)
_REFRESH = re.compile(r"(?is)\s*[\d.]*[\s;,]*url\s*=\s*(?P<quote>[\"']?)(?P<url>.*)")

_MAIN = ("main article", "main", "article", "body")
_SOMETHING = (
    "p, li, dt, dd, td, th, pre, blockquote, figcaption, img, video, audio, form, object, iframe"
)
_SHOWN_WITHOUT_TEXT = frozenset({"img", "video", "audio", "form", "object", "iframe"})
_AROUND = frozenset({"nav", "header", "footer", "template"})
_SILENT = "nav, header, footer, template, script, style, h1, h2, h3, h4, h5, h6, a.headerlink"


def page_facts(data: bytes) -> Facts:
    """Facts of a whole page, which is UTF-8."""
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    base = tree.css_first("base[href]")
    return Facts(
        form=Form.HTML,
        anchors=frozenset(_anchors(tree)),
        references=tuple(dict.fromkeys(_references(tree))),
        base=(base.attributes.get("href") or "") if base else "",
        is_blank=_is_blank(tree),
    )


def fragment_references(html: str) -> Iterator[Reference]:
    """References of HTML that stands inside a feed or JSON."""
    yield from _references(LexborHTMLParser(html))


def _anchors(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[id]"):
        if node.id:
            yield node.id
    for node in tree.css("a[name]"):
        name = node.attributes.get("name")
        if name:
            yield name


def _references(tree: LexborHTMLParser) -> Iterator[Reference]:
    for node in tree.css(_SELECTOR):
        tag = node.tag or ""
        attributes = node.attributes
        if tag == "meta":
            url = _of_meta(attributes)
            if url:
                yield Reference(url, "meta")
            continue
        for name in _FOLLOWED[tag]:
            if name in attributes:
                yield Reference(attributes[name] or "", tag)
        srcset = attributes.get(_CANDIDATES.get(tag, ""))
        for candidate in candidates(srcset) if srcset else ():
            yield Reference(candidate, tag)


def _of_meta(attributes: dict[str, str | None]) -> str:
    content = attributes.get("content") or ""
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        match = _REFRESH.match(content)
        if match is None:
            return ""
        quote = match["quote"]
        return match["url"].partition(quote)[0] if quote else match["url"]
    name = attributes.get("property") or attributes.get("name") or ""
    return content if name.lower() in _META_ADDRESSES else ""


def _is_blank(tree: LexborHTMLParser) -> bool:
    main = next((found for name in _MAIN if (found := tree.css_first(name))), None)
    if main is None or any(_is_shown(node, main) for node in main.css(_SOMETHING)):
        return main is None
    # Text that stands in no paragraph at all: take away what is no content, see what is left.
    for node in main.css(_SILENT):
        node.decompose()
    return not main.text(deep=True).strip()


def _is_shown(node: LexborNode, main: LexborNode) -> bool:
    if node.tag not in _SHOWN_WITHOUT_TEXT and not node.text(deep=True).strip():
        return False
    above = node.parent
    while above is not None and above.mem_id != main.mem_id:
        if above.tag in _AROUND:
            return False
        above = above.parent
    return True
