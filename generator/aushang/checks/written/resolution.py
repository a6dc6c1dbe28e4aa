"""From a URL as written in a file to a file of the site, by the rules of the WHATWG URL standard.

Only what decides which file is meant: scheme, host, path and fragment. The query never names
another file of a static site.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from aushang.model import Site
from aushang.model.addresses import encoded

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", re.DOTALL)
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_AUTHORITY_END = re.compile(r"[/\\?#]")
_STRIPPED = "".join(map(chr, range(0x21)))
_IGNORED = str.maketrans("", "", "\t\n\r")
_UP = frozenset({"..", ".%2e", "%2e.", "%2e%2e"})
_HERE = frozenset({".", "%2e"})
_INDEX = "index.html"
_PLAIN_PATH = re.compile(r"(?:[\w-][\w.-]*+/)*(?:[\w-][\w.-]*+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Target:
    """A place on our own site: `path` is a decoded site path, `fragment` as written after `#`."""

    path: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """What the references of a page start from: a URL path on our host, percent-encoded.

    `folders` are the folder of `path` and those above it, up to the root. `path` is None where a
    `<base>` leads to another host.
    """

    path: str | None
    folders: tuple[str, ...] = ()


def page_of(file: str) -> str:
    """The site path under which readers see a file: `a/` for `a/index.html`."""
    folder, _, name = file.rpartition("/")
    if name != _INDEX:
        return file
    return f"{folder}/" if folder else ""


def cleaned(url: str) -> str:
    """The URL without what the standard ignores: outer white space and controls, tabs, newlines."""
    return url.strip(_STRIPPED).translate(_IGNORED)


def split_fragment(url: str) -> tuple[str, str]:
    """The URL up to `#`, and what stands behind it."""
    before, _, fragment = url.partition("#")
    return before, fragment


def split_target(url: str) -> tuple[str, str]:
    """The URL up to its query or fragment, and those as they are written."""
    before = _without_query(split_fragment(url)[0])
    return before, url[len(before) :]


def scheme_of(url: str) -> tuple[str, str]:
    """The scheme in lower case and what follows its colon; no scheme and all of a relative URL."""
    match = _SCHEME.match(url)
    return (match[1].lower(), match[2]) if match else ("", url)


def is_plain(path: str) -> bool:
    """Whether a path means what it says: nothing to decode, no dots to follow, no query."""
    return _PLAIN_PATH.fullmatch(path) is not None


def is_rooted(url: str) -> bool:
    """Whether the URL means the same on a page of any depth."""
    url = cleaned(url)
    return not url or url[0] in "/\\#" or _SCHEME.match(url) is not None


class Resolver:
    """Resolves references of one site. Remembers answers, because pages share most of theirs.

    `own` is the address that begins every full one of ours; None where the site's is odd.
    """

    def __init__(self, site: Site) -> None:
        parts = urlsplit(site.url)
        self.scheme = parts.scheme.lower()
        self._host = _host(self.scheme, parts.netloc)
        self._base = unquote(site.base_path)
        self._known: dict[tuple[str, str | None], Target | None] = {}
        self.own = site.url if self._resolve(site.url, None) == Target("") else None

    def base_of(self, page: str, base_href: str) -> Base:
        """What the references of a page start from: its own address, or its `<base href>`."""
        path: str | None = encoded(self._base + page)
        if base_href:
            path = self._path(_without_query(split_fragment(cleaned(base_href))[0]), path)
        return Base(path, tuple(_folders(path)) if path else ())

    def is_own_host(self, scheme: str, rest: str) -> bool:
        """Whether `rest`, what stands behind `https:`, begins with our host and port."""
        authority = _AUTHORITY_END.split(rest.lstrip("/\\"), maxsplit=1)[0]
        return _host(scheme, authority) == self._host

    def behind_root(self, url: str, way: str) -> str | None:
        """What stands behind our site's own URL, or behind the way to its root; None if neither.

        Where that `is_plain`, it is the site path that is meant. Nearly all that we write is of
        this form, and eight times as fast as `target`. `way` is that of
        `model.addresses.relative_root` for a page without a `<base>`.
        """
        if self.own and url.startswith(self.own):
            return url[len(self.own) :]
        return url[len(way) :] if url.startswith(way) else None

    def target(self, url: str, base: Base) -> Target | None:
        """The place that `url` means, seen from `base`; None where it is not ours.

        Not ours are other hosts, other schemes, and paths of our host outside the site. With a
        base on another host only what names our host itself is ours.
        """
        if url[:1] in {"", "#", "?"}:
            return self._resolve(url, base.path)
        # `../../x/` from here is `x/` from two folders up, as many other pages wrote it already.
        rest, start = _shared(url, base)
        key = (rest, start)
        if key not in self._known:
            self._known[key] = self._resolve(rest, start)
        return self._known[key]

    def _resolve(self, url: str, base: str | None) -> Target | None:
        before, fragment = split_fragment(cleaned(url))
        path = self._path(_without_query(before), base)
        if path is None:
            return None
        decoded = _decoded(path)
        if not decoded.startswith(self._base):
            return None
        return Target(decoded[len(self._base) :], fragment)

    def _path(self, url: str, base: str | None) -> str | None:
        """The path on our host that `url` means, still encoded; None for another host or scheme."""
        match = _SCHEME.match(url)
        if match:
            scheme = match[1].lower()
            if scheme not in _DEFAULT_PORTS:
                return None
            rest = match[2].replace("\\", "/")
            if scheme != self.scheme or rest.startswith("//"):
                return self._path_on_host(scheme, rest.lstrip("/"))
            url = match[2]
        path = url.replace("\\", "/")
        if path.startswith("//"):
            return self._path_on_host(self.scheme, path.lstrip("/"))
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


def _without_query(url: str) -> str:
    return url.partition("?")[0]


def _folders(path: str) -> Iterator[str]:
    while path:
        path = path[: path.rindex("/")]
        yield f"{path}/"


def _shared(url: str, base: Base) -> tuple[str, str | None]:
    up = 0
    while url.startswith("../", up * 3):
        up += 1
    rest = url[up * 3 :]
    if not base.folders or rest[:1] in {"/", "\\"} or ":" in rest:
        return url, base.folders[0] if base.folders else None
    return rest, base.folders[min(up, len(base.folders) - 1)]


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
