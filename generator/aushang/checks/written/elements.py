"""What one element refers to: the attributes that browsers follow, by its tag."""

import re
from collections.abc import Iterator, Mapping

from aushang.checks.written.facts import Reference
from aushang.checks.written.srcset import candidates

# Which attributes of an element are followed; `CANDIDATES` and `content` have forms of their own.
FOLLOWED: dict[str, tuple[str, ...]] = {
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
CANDIDATES: dict[str, str] = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
META_ADDRESSES = frozenset(
    {"og:image", "og:url", "og:video", "og:audio", "og:image:url", "og:image:secure_url"}
    | {"twitter:image"}
)
_REFRESH = re.compile(r"(?is)\s*[\d.]*[\s;,]*url\s*=\s*(?P<quote>[\"']?)(?P<url>.*)")


def element_references(tag: str, attributes: Mapping[str, str | None]) -> Iterator[Reference]:
    """The references of one element, in the order of its meaning and not of its attributes."""
    if tag == "meta":
        url = _of_meta(attributes)
        if url:
            yield Reference(url, "meta")
        return
    for name in FOLLOWED.get(tag, ()):
        if name in attributes:
            yield Reference(attributes[name] or "", tag)
    srcset = attributes.get(CANDIDATES.get(tag, ""))
    for candidate in candidates(srcset) if srcset else ():
        yield Reference(candidate, tag)


def _of_meta(attributes: Mapping[str, str | None]) -> str:
    content = attributes.get("content") or ""
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        match = _REFRESH.match(content)
        if match is None:
            return ""
        quote = match["quote"]
        return match["url"].partition(quote)[0] if quote else match["url"]
    name = attributes.get("property") or attributes.get("name") or ""
    return content if name.lower() in META_ADDRESSES else ""
