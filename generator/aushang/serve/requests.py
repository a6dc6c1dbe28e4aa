"""What a request for an address of the site is answered with, as a web server would.

A pure reading of address and folder: no sockets here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from aushang.build.media_types import media_type
from aushang.model.addresses import NOT_FOUND, SEARCH, file_of

HTML = "text/html; charset=utf-8"

_NO_SITE = b"""\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>No site yet</title></head>
<body><p>There is no site to show yet. This page shows it as soon as there is one.</p></body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """The site that is shown: its folder, and the path under which it lives (`/` or `/news/`).

    The index of its search is in a folder of its own. `first` are pages by the paths of their
    files, shown in place of the folder's until it has them too.
    """

    folder: Path
    base: str
    search: Path | None = None
    first: Mapping[str, bytes] = field(default_factory=dict, hash=False)

    def folder_of(self, inside: str) -> Path:
        """The folder in which a path of the site is looked for."""
        if self.search and inside.startswith(f"{SEARCH}/"):
            return self.search
        return self.folder


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, media type and bytes; `location` is where a redirect leads.

    `address` is the path of the page itself, from which its relative addresses are seen.
    """

    status: HTTPStatus
    media_type: str = "text/plain; charset=utf-8"
    data: bytes = b""
    location: str = ""
    address: str = ""


def answer(address: str, shown: Shown) -> Answer:
    """The answer to a request for `address`, the part of a URL that follows the host."""
    path = _path(address)
    try:
        found = _found(path, shown)
    except OSError:  # no such file, or the site was switched this very moment
        found = None
    return found or _missing(path, shown)


def file_behind(target: str, page: str, shown: Shown) -> str | None:
    """Name, size and time of the file that a page of this path refers to; None for none of ours."""
    try:
        parts = urlsplit(urljoin(page, target))
        file = None if parts.netloc else _file(unquote(parts.path), shown)
        status = file.stat() if file else None
    except (OSError, ValueError):
        return None
    return f"{parts.path} {status.st_size} {status.st_mtime_ns}" if status else None


def _path(address: str) -> str:
    return unquote(address.partition("?")[0].partition("#")[0])


def _found(path: str, shown: Shown) -> Answer | None:
    base = shown.base
    if not path.startswith(base):
        return _moved(base) if base.startswith(path.rstrip("/") + "/") else None
    file = _file(path, shown)
    if file is None:
        return None
    if file.is_dir():
        if not path.endswith("/"):
            return _moved(f"{path}/")
        file /= "index.html"
    elif path.endswith("/"):
        return None
    first = shown.first.get(file_of(path.removeprefix(base)))
    data = file.read_bytes() if first is None else first
    return Answer(HTTPStatus.OK, media_type(file.name), data, address=path)


def _file(path: str, shown: Shown) -> Path | None:
    """The file or folder of the site at a path; None outside of it. It need not be there."""
    if not path.startswith(shown.base):
        return None
    inside = path.removeprefix(shown.base)
    if any(_is_hidden(part) for part in inside.split("/")):
        return None
    folder = shown.folder_of(inside)
    file = folder / inside
    return file if file.resolve().is_relative_to(folder.resolve()) else None


def _is_hidden(part: str) -> bool:
    return part.startswith(".") or "\\" in part or "\x00" in part


def _moved(path: str) -> Answer:
    # An address that begins with two slashes would be read as another host.
    return Answer(HTTPStatus.FOUND, location="/" + quote(path).lstrip("/"))


def _missing(path: str, shown: Shown) -> Answer:
    try:
        data = (shown.folder / NOT_FOUND).read_bytes()
    except OSError:  # no site at all
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, _NO_SITE, address=path)
    return Answer(HTTPStatus.NOT_FOUND, media_type(NOT_FOUND), data, address=path)
