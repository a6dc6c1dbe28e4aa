"""What the preview adds to a page while it is served; the files themselves stay as they are.

One script element from an address of the site's own host, which the pages' security policy lets in.
Its attributes tell the script which version of the page it stands on.
"""

import json
import re
from dataclasses import asdict
from hashlib import blake2b
from http import HTTPStatus
from importlib.resources import files

from aushang.build.media_types import media_type
from aushang.serve.board import News
from aushang.serve.requests import Answer, Shown, answer, file_behind

OWN = "/.aushang/"
"""Where the preview's own files are; no address of a site begins with a dot."""

EVENTS = f"{OWN}events"
HEARTBEAT = b":\n\n"
RETRY = b"retry: 500\n\n"

_FILES = ("preview.js", "preview.css")
_BODY_END = b"</body>"
_SHOWN_ON_PAGE = re.compile(rb'\bsrc="([^"]+)"|<link\b[^>]*?\bhref="([^"]+\.css(?:\?[^"]*)?)"')


def own_file(address: str) -> Answer | None:
    """The preview's own script or style sheet."""
    name = address.removeprefix(OWN)
    if name not in _FILES:
        return None
    data = files("aushang.serve").joinpath("browser", name).read_bytes()
    return Answer(HTTPStatus.OK, media_type(name), data)


def with_script(page: bytes, *, version: str, news: News, follows: bool) -> bytes:
    """The page with the script at the end of its body."""
    script = (
        f'<script src="{OWN}preview.js" data-version="{version}" '
        f'data-generation="{news.generation}"{" data-follows" * follows}></script>'
    ).encode()
    before, end, after = page.rpartition(_BODY_END)
    return before + script + end + after if end else page + script


def version(address: str, shown: Shown) -> str:
    """What a browser sees at an address, as a digest: the page, its pictures, its style sheets."""
    return version_of(answer(address, shown), shown)


def version_of(found: Answer, shown: Shown) -> str:
    """The same for an answer that is there already.

    Files on a page count by size and time: the engine leaves those that did not change alone.
    """
    digest = blake2b(found.data, digest_size=9)
    for source, sheet in _SHOWN_ON_PAGE.findall(found.data):
        file = file_behind((source or sheet).decode(errors="replace"), found.address, shown)
        if file is not None:
            digest.update(file.encode())
    return digest.hexdigest()


def event(news: News, *, is_stale: bool) -> bytes:
    """The news for one page; `is_stale` says that the page is not what would be shown now."""
    told = json.dumps({**asdict(news), "is_stale": is_stale})
    return f"event: news\ndata: {told}\n\n".encode()
