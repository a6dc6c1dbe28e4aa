"""From a URL as written in a file to a file of the site, by the rules of the WHATWG URL standard.

Only what decides which file is meant: scheme, host, path and fragment. The query never names
another file of a static site.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from aushang.model import Site
from aushang.model.addresses import encoded

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", re.DOTALL)
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_STRIPPED = "".join(map(chr, range(0x21)))
_IGNORED = str.maketrans("", "", "\t\n\r")
_UP = frozenset({"..", ".%2e", "%2e.", "%2e%2e"})
_HERE = frozenset({".", "%2e"})


@dataclass(frozen=True, slots=True)
class Target:
    """A place on our own site: `path` is a decoded site path, `fragment` as written, without `#`.

    `is_rooted` is whether the reference means the same wherever the page is shown.
    """

    path: str
    fragment: str
    is_rooted: bool


def cleaned(url: str) -> str:
    """The URL without what the standard ignores: outer white space and controls, tabs, newlines."""
    return url.strip(_STRIPPED).translate(_IGNORED)


def split_fragment(url: str) -> tuple[str, str]:
    """The URL up to `#`, and what stands behind it."""
    before, _, fragment = url.partition("#")
    return before, fragment


class Resolver:
    """Resolves references of one site. Remembers answers, because pages share most of theirs."""

    def __init__(self, site: Site) -> None:
        parts = urlsplit(site.url)
        self._scheme = parts.scheme.lower()
        self._host = _host(self._scheme, parts.netloc)
        self._base = unquote(site.base_path)
        self._known: dict[tuple[str, str | None], Target | None] = {}

    def url_path(self, page: str) -> str:
        """The path of a page's URL on its host, percent-encoded."""
        return encoded(self._base + page)

    def base_of(self, page: str, base_href: str) -> str | None:
        """The URL path that a page's references start from; None where it leads to another host."""
        own = self.url_path(page)
        if not base_href:
            return own
        return self._path(split_fragment(cleaned(base_href))[0].partition("?")[0], own)

    def target(self, url: str, base: str | None) -> Target | None:
        """The place that `url` means, seen from the URL path `base`; None where it is not ours.

        Not ours are other hosts, other schemes, and paths of our host outside the site. With no
        `base` (it is on another host) only what names our host itself is ours.
        """
        before, fragment = split_fragment(cleaned(url))
        before = before.partition("?")[0]
        folder = base[: base.rfind("/") + 1] if base and before else base
        key = (before, folder)
        if key not in self._known:
            self._known[key] = self._resolve(before, folder)
        known = self._known[key]
        if known is None or not fragment:
            return known
        return Target(known.path, fragment, known.is_rooted)

    def _resolve(self, url: str, base: str | None) -> Target | None:
        path = self._path(url, base)
        if path is None:
            return None
        decoded = _decoded(path)
        if not decoded.startswith(self._base):
            return None
        is_rooted = not url or url[0] in "/\\" or _SCHEME.match(url) is not None
        return Target(decoded[len(self._base) :], "", is_rooted)

    def _path(self, url: str, base: str | None) -> str | None:
        """The path on our host that `url` means, still encoded; None for another host or scheme."""
        match = _SCHEME.match(url)
        if match:
            scheme = match[1].lower()
            if scheme not in _DEFAULT_PORTS:
                return None
            rest = match[2].replace("\\", "/")
            if scheme != self._scheme or rest.startswith("//"):
                return self._path_on_host(scheme, rest.lstrip("/"))
            url = match[2]
        path = url.replace("\\", "/")
        if path.startswith("//"):
            return self._path_on_host(self._scheme, path.lstrip("/"))
        if not path or base is None:
            return base
        if not path.startswith("/"):
            path = base[: base.rfind("/") + 1] + path
        return _without_dots(path)

    def _path_on_host(self, scheme: str, rest: str) -> str | None:
        # http and https of one host are the same site to every reader.
        authority, slash, path = rest.partition("/")
        if _host(scheme, authority) != self._host:
            return None
        return _without_dots(slash + path or "/")


def _host(scheme: str, authority: str) -> str:
    name = (
        unquote(authority.rpartition("@")[2]).lower().removesuffix(_DEFAULT_PORTS.get(scheme, ""))
    )
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def _without_dots(path: str) -> str:
    segments: list[str] = []
    parts = path.split("/")[1:]
    for number, part in enumerate(parts, start=1):
        lowered = part.lower()
        is_last = number == len(parts)
        if lowered in _UP:
            del segments[-1:]
        elif lowered not in _HERE:
            segments.append(part)
            continue
        if is_last:
            segments.append("")
    return "/" + "/".join(segments)


def _decoded(path: str) -> str:
    """Percent-decoded once. An encoded slash is no slash: it stays as it is written."""
    if "%" not in path:
        return path
    parts = path.split("/")
    return "/".join(unquote(part).replace("/", "%2F") for part in parts)
