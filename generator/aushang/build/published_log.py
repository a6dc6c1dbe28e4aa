"""Reads the log of changes back from a site that is published: a folder, or whatever fetches it.

Pages are read from the last one backwards, as far as they are not known already, and everything is
held against the marks: what does not follow from what is before it is no log.
"""

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from aushang.model.addresses import API, of_api
from aushang.model.change_log import Change, Log, following
from aushang.outputs.api.changes import FIRST

_PAGE = re.compile(r"changes/(?:full/)?[0-9]{4,7}(?:-[0-9a-f]{16})?")
_MOST_PAGES: Final = 20_000  # four million changes; a log of a thousand a day lasts ten years

Reading: TypeAlias = Generator[str, bytes | None, Log | None]
"""Asks for files of the API by name, `changes/0001`, and is sent their bytes; None for no file."""


class DamagedLogError(Exception):
    """A log that does not hold together, in words that follow a colon."""


class ForeignSiteError(Exception):
    """What is published is not ours, in words that follow a colon."""


@dataclass(frozen=True, slots=True)
class FoundLog:
    """What is known of a log: all of it, or why there is none; neither where there never was.

    `nothing_at` is where somebody looked then: an address that may be misspelt.
    """

    log: Log | None = None
    fault: str = ""
    nothing_at: str = ""


NO_LOG: Final = FoundLog()


class _Links(Struct):
    changes_latest: str = ""
    prev: str = ""


class _Index(Struct):
    api_version: str
    revision: str
    links: _Links


class _Item(Struct):
    modified: int
    id: str
    mark: str
    digest: str = ""


class _Page(Struct):
    epoch: str
    tag: str
    items: list[_Item]
    links: _Links = field(default_factory=_Links)
    moved: object = None


Record = TypeVar("Record")
_index, _page = Decoder(_Index), Decoder(_Page)


def reading(tag: str, own: Log | None = None) -> Reading:
    """Reads the log of the site with this tag; of `own` what the two have in common is taken.

    None where the site is ours and has no log, or there is no site. Raises DamagedLogError, and
    ForeignSiteError where another program or publication has written what is there.
    """
    data = yield "index"
    if data is None:
        return None
    index = _read(_index, data, "index", ForeignSiteError)
    if not index.links.changes_latest:
        return None
    name, pages = _name(index.links.changes_latest), list[_Page]()
    while name:
        data = yield name
        if data is None:
            raise DamagedLogError(f"{of_api(name)} is missing")
        page = _read(_page, data, name, DamagedLogError)
        if page.tag != tag:
            raise ForeignSiteError(f"its tag is “{page.tag}”, and that of this site is “{tag}”")
        if page.moved is not None:
            raise DamagedLogError("it was published anew while it was read")
        if len(pages) == _MOST_PAGES:
            raise DamagedLogError(f"it has more than {_MOST_PAGES:,} pages")
        if pages:
            _hold_against(page, pages[-1])
        pages.append(page)
        known = _known_before(page, own)
        if known is not None:
            return _joined(known, pages)
        name = _name(page.links.prev) if page.links.prev else ""
    return _joined(Log(epoch=pages[-1].epoch, tag=tag), pages)


def read_folder(folder: Path, tag: str) -> FoundLog:
    """The log of the site in a folder."""
    try:
        return FoundLog(read_log(folder, tag))
    except (DamagedLogError, ForeignSiteError, OSError) as fault:
        return FoundLog(fault=str(fault))


def read_log(folder: Path, tag: str, own: Log | None = None) -> Log | None:
    """The same as `reading`, of a folder. Raises OSError, too.

    A folder without an index is no site, unless it has pages of a log.
    """
    steps = reading(tag, own)
    name = next(steps)
    while True:
        try:
            name = steps.send(_bytes(folder / of_api(name)))
        except StopIteration as end:
            found: Log | None = end.value
            if found is None and (folder / of_api(FIRST)).exists():
                raise DamagedLogError(f"{of_api('index')} does not lead to it") from None
            return found


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _read(decoder: Decoder[Record], data: bytes, name: str, wrong: type[Exception]) -> Record:
    try:
        return decoder.decode(data)
    except (MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise wrong(f"{of_api(name)} is not what aushang writes there ({error})") from error


def _name(address: str) -> str:
    """The file that an address leads to, wherever the site lives."""
    _, is_ours, rest = address.rpartition(f"/{API}/")
    name = rest.removesuffix(".json")
    if not is_ours or not _PAGE.fullmatch(name):
        raise DamagedLogError(f"“{address}” is the address of no page")
    return name


def _hold_against(page: _Page, behind: _Page) -> None:
    """A page ends where the one behind it begins, at once: no log leads round in a circle."""
    if not page.items or not behind.items:
        raise DamagedLogError("a page without changes stands among others")
    last, first = page.items[-1], behind.items[0]
    mark = following(last.mark, first.modified, first.id, first.digest)
    if (first.modified, first.mark) != (last.modified + 1, mark):
        raise DamagedLogError(_breach(first.modified))


def _breach(modified: int) -> str:
    return f"change {modified} does not follow from those before it"


def _known_before(page: _Page, own: Log | None) -> Log | None:
    """What `own` holds before the page, if the page goes on from there."""
    if not page.items:
        return None
    first = page.items[0]
    before = first.modified - 1
    if own is None or own.epoch != page.epoch or not 0 <= before <= len(own.items):
        return None
    mark = following(own.mark_at(before), first.modified, first.id, first.digest)
    return (
        Log(epoch=own.epoch, tag=own.tag, items=own.items[:before]) if mark == first.mark else None
    )


def _joined(before: Log, pages: Sequence[_Page]) -> Log:
    """The pages, the last one first, behind what is before them."""
    items, mark = list(before.items), before.mark
    for page in reversed(pages):
        for one in page.items:
            modified = len(items) + 1
            mark = following(mark, modified, one.id, one.digest)
            if (one.modified, one.mark, page.epoch) != (modified, mark, before.epoch):
                raise DamagedLogError(_breach(modified))
            items.append(Change(modified, one.id, one.digest, mark))
    return Log(epoch=before.epoch, tag=before.tag, items=tuple(items))
