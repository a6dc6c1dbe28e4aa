"""What a request for an address of the site is answered with, as a web server would.

A pure reading of address and folder: no sockets here.
"""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote

from aushang.build.media_types import media_type
from aushang.model.addresses import NOT_FOUND

_NO_SITE = b"Nothing is published yet.\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, media type and bytes; `location` is where a redirect leads."""

    status: HTTPStatus
    media_type: str = "text/plain; charset=utf-8"
    data: bytes = b""
    location: str = ""


def answer(address: str, *, folder: Path, base: str) -> Answer:
    """The answer to a request for `address`, the part of a URL that follows the host.

    `folder` is the published folder, `base` the path under which the site lives (`/` or `/news/`).
    """
    path = unquote(address.partition("?")[0].partition("#")[0])
    try:
        found = _found(path, folder=folder, base=base)
    except OSError:  # no such file, or the site was switched this very moment
        found = None
    return found or _missing(folder)


def _found(path: str, *, folder: Path, base: str) -> Answer | None:
    if not path.startswith(base):
        return _moved(base) if base.startswith(path.rstrip("/") + "/") else None
    inside = path.removeprefix(base)
    file = folder / inside
    if any(_is_hidden(part) for part in inside.split("/")):
        return None
    if not file.resolve().is_relative_to(folder.resolve()):
        return None
    if file.is_dir():
        if inside and not inside.endswith("/"):
            return _moved(f"{path}/")
        file /= "index.html"
    elif inside.endswith("/"):
        return None
    return Answer(HTTPStatus.OK, media_type(file.name), file.read_bytes())


def _is_hidden(part: str) -> bool:
    return part.startswith(".") or "\\" in part or "\x00" in part


def _moved(path: str) -> Answer:
    # An address that begins with two slashes would be read as another host.
    return Answer(HTTPStatus.FOUND, location="/" + quote(path).lstrip("/"))


def _missing(folder: Path) -> Answer:
    try:
        return Answer(
            HTTPStatus.NOT_FOUND, media_type(NOT_FOUND), (folder / NOT_FOUND).read_bytes()
        )
    except OSError:  # no site at all
        return Answer(HTTPStatus.NOT_FOUND, data=_NO_SITE)
