"""What units are made from, by name, with a digest of each (see `outdated`)."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from aushang.build.shelf import Shelf
from aushang.content.entries import Role
from aushang.content.load import Drafted, Pressed
from aushang.model import MediaFile, Post, Site, moments
from aushang.outputs.shell import Frame

SHARED = ("configuration", "theme", "program", "frame")
"""What every page reads."""

_MINUTE = "%Y-%m-%d %H:%M"
_CONTENT = {Role.SERVICE: "service", Role.LOCATION: "location", Role.CONTACT: "contact"} | {
    Role.SERVICE_TEXT: "service",
    Role.LOCATION_TEXT: "location",
}
_FILES = frozenset({Role.MEDIA, Role.PICTURE})
_BLOG = frozenset({Role.AUTHORS, Role.DEFAULTS})


def reads_of_post(pressed: Pressed, site: Site) -> tuple[str, ...]:
    """The inputs of a post's unit."""
    post = pressed.post
    return (
        f"post:{post.id}",
        f"clock:{post.id}",
        *(f"service:{one}" for one in post.services),
        *(f"location:{one}" for one in post.locations),
        f"contact:{post.contact or site.contact}",
        *(f"target:{one}" for one in sorted(pressed.asked)),
        "defaults",
        *SHARED,
    )


def inputs_of(
    drafted: Drafted,
    shelf: Shelf,
    host: Mapping[str, str],
    frames: Mapping[str, Frame],
) -> dict[str, str]:
    """What there is to read of a publication now; `host` are the inputs that the edge knows."""
    publication = drafted.publication
    now, zone = publication.now, publication.site.zone
    found = {
        **host,
        "frame": _digest(frames),
        "clock:minute": now.astimezone(zone).strftime(_MINUTE),
        "clock:year": now.astimezone(zone).strftime("%Y"),
        **_of_files(drafted, shelf),
        **_of_media(drafted, shelf),
    }
    for draft in drafted.drafts:
        found[f"post:{draft.post.id}"] = _joined(shelf.digest(one) for one in draft.files)
        found[f"clock:{draft.post.id}"] = _clock(draft.post, now, zone)
    return found


def of_targets(drafted: Drafted, shelf: Shelf, asked: Iterable[str]) -> dict[str, str]:
    """What the names lead to that links and pictures asked for; nothing where there is nothing."""
    entries = {one.path: one for one in drafted.inventory.entries if one.role in _FILES}
    found = {}
    for name in asked:
        answer = drafted.targets.answer(name)
        if any(answer):
            media = (one for one in answer if isinstance(one, MediaFile))
            sizes = [shelf.digest(entries[one.source]) for one in media]
            found[f"target:{name}"] = _digest((answer, sizes))
    return found


def _clock(post: Post, now: datetime, zone: ZoneInfo) -> str:
    """The last of a post's moments that is over, as people write it; empty before the first."""
    passed = max((moment for moment in moments(post) if moment <= now), default=None)
    return f"{passed.astimezone(zone):{_MINUTE}}" if passed else ""


def _of_files(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    """Services, places, contacts and pages: each, and all of a kind."""
    parts: dict[str, list[str]] = {}
    for entry in drafted.inventory.texts:
        digest = shelf.digest(entry) if entry.role is not Role.POST else ""
        kind = _CONTENT.get(entry.role)
        if kind:
            parts.setdefault(f"{kind}:{entry.name}", []).append(digest)
            parts.setdefault(f"{kind}s", []).append(f"{entry.inside} {digest}")
        elif entry.role in _BLOG:
            parts.setdefault("defaults", []).append(f"{entry.inside} {digest}")
        elif entry.role is not Role.POST:
            parts.setdefault("pages", []).append(f"{entry.inside} {digest}")
    return {name: _joined(found) for name, found in parts.items()}


def _of_media(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    found = [
        f"{entry.inside} {shelf.digest(entry)}"
        for entry in drafted.inventory.entries
        if entry.role in _FILES
    ]
    return {"media": _joined(found)} if found else {}


def of_other_texts(drafted: Drafted, shelf: Shelf) -> dict[str, str]:
    """What the links of pages and of the longer texts about services and places lead to."""
    return {"links": _digest(sorted(of_targets(drafted, shelf, drafted.asked).items()))}


def program() -> str:
    """A digest of the program itself: its own files, Python, and the packages beside it.

    By time and size, not by content: 300 files would take 10 ms to read at each start.
    """
    found = [sys.version]
    for folder in (Path(__file__).parents[1],):
        found += _files(folder)
    for folder in map(Path, sys.path):
        if folder.name == "site-packages" and folder.is_dir():
            found += sorted(one.name for one in folder.iterdir() if one.suffix == ".dist-info")
    return _joined(found)


def _files(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*.py")):
        status = file.stat()
        yield f"{file.relative_to(folder)} {status.st_mtime_ns} {status.st_size}"


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()


def _joined(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
