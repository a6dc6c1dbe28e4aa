"""What one element refers to: the attributes that browsers follow, by its tag."""

import re
from collections.abc import Iterator, Mapping

from aushang.checks.written.facts import Reference
from aushang.checks.written.srcset import candidates
from aushang.checks.written.stylesheets import style_references

# Which attributes of an element are followed; `CANDIDATES`, `content`, `ping` and `style` have
# forms of their own. Of HTML's `cite`, `longdesc` and `profile` browsers make nothing.
FOLLOWED: dict[str, tuple[str, ...]] = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "link": ("href",),
    "img": ("src",),
    "source": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "script": ("src",),
    "object": ("data",),
    "form": ("action",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "body": ("background",),
}
# SVG 2, 16.1: `xlink:href` counts where there is no `href`. HTML has none of these elements.
FOLLOWED_IN_DRAWINGS: dict[str, tuple[str, ...]] = {
    "image": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
CANDIDATES: dict[str, str] = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
META_ADDRESSES = frozenset(
    {"og:image", "og:image:url", "og:image:secure_url", "og:url"}
    | {"og:video", "og:video:url", "og:video:secure_url"}
    | {"og:audio", "og:audio:url", "og:audio:secure_url"}
    | {"twitter:image", "twitter:image:src", "twitter:player", "msapplication-tileimage"}
)
FETCHED = frozenset(
    {"link", "img", "source", "video", "audio", "track", "iframe", "frame", "embed", "script"}
    | {"object", "input", "body", "image", "feimage", "use", "url()", "@import"}
)
"""The words of references that a browser fetches as soon as it shows the page."""

_ALL = FOLLOWED | FOLLOWED_IN_DRAWINGS
# HTML, 4.6.7, and what phones ask for: a browser fetches these, or connects to their hosts.
_FETCHED_LINKS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon"}
    | {"manifest", "preload", "modulepreload", "prefetch", "prerender", "preconnect"}
    | {"dns-prefetch", "apple-touch-startup-image", "fluid-icon"}
)
_WORDS = {("input", "formaction"): "button"}
_SHORT_WORD = re.compile(r"[a-z][a-z-]{0,29}")
_LONGEST_WAIT = 20  # seconds; a page that waits longer is one to be read, and then loads anew
_REFRESH = re.compile(r"(?is)\s*(?P<wait>\d*)[\d.]*[\s;,]*url\s*=\s*(?P<quote>[\"']?)(?P<url>.*)")


def element_references(tag: str, attributes: Mapping[str, str | None]) -> Iterator[Reference]:
    """The references of one element, in the order of its meaning and not of its attributes.

    The word of a reference is its tag but for these: `refresh` is that of a page which leads on,
    `reload` of one that does so after a while, `ping` who hears of a click, `button` where a button
    sends a form. A `link` is one that is fetched; of others the word says what they relate to
    (`link rel=canonical`).
    """
    if tag == "meta":
        yield from _of_meta(attributes)
        return
    for name in _ALL.get(tag, ()):
        if name in attributes:
            word = _link(attributes) if tag == "link" else _WORDS.get((tag, name), tag)
            yield Reference(attributes[name] or "", word)
            if name == "href" and "xlink:href" in attributes:
                break
    srcset = attributes.get(CANDIDATES.get(tag, ""))
    for candidate in candidates(srcset) if srcset else ():
        yield Reference(candidate, tag)
    if "ping" in attributes and tag in {"a", "area"}:
        for url in (attributes["ping"] or "").split():
            yield Reference(url, "ping")
    style = attributes.get("style")
    if style:
        yield from style_references(style)


def _link(attributes: Mapping[str, str | None]) -> str:
    kinds = (attributes.get("rel") or "").lower().split()
    if not _FETCHED_LINKS.isdisjoint(kinds):
        return "link"
    kind = kinds[0] if kinds else ""
    return f"link rel={kind}" if _SHORT_WORD.fullmatch(kind) else "link without a meaning"


def _of_meta(attributes: Mapping[str, str | None]) -> Iterator[Reference]:
    content = attributes.get("content") or ""
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        match = _REFRESH.match(content)
        if match:
            quote = match["quote"]
            url = match["url"].partition(quote)[0] if quote else match["url"]
            is_quick = int(match["wait"][:6] or "0") <= _LONGEST_WAIT
            yield Reference(url, "refresh" if is_quick else "reload")
        return
    name = attributes.get("property") or attributes.get("name") or ""
    if content and name.lower() in META_ADDRESSES:
        yield Reference(content, "meta")
