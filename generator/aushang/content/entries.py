"""Which files there may be in the content folder, and what each of them is, by its path alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any

from aushang.model import Diagnostic, Position, Site
from aushang.model.addresses import slugify
from aushang.model.similar import did_you_mean, nearest

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"})

ACTIVE = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".js", ".mjs", ".php", ".swf"})
"""What would run in a reader's browser past the sanitiser, under our own address."""

BOOKING_SUFFIXES = (".csv", ".json", ".ics")
"""What booking systems write."""
BOOKINGS = "availability"

_TEXT_SUFFIXES = frozenset({".markdown", ".mdown", ".txt", ".mkd"})
_ID_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{2,4})?")


class Role(StrEnum):
    """What a file is to the publication. The values are the names of the schemas.

    The last three are known to Material's blogs only: who writes, what holds for a folder, and the
    page of the blog itself.
    """

    POST = "post"
    PAGE = "page"
    QUESTION = "question"
    SERVICE = "service"
    LOCATION = "location"
    CONTACT = "contact"
    BOOKING = "booking"
    BOOKING_DATA = "booking-data"
    SERVICE_TEXT = "service-text"
    LOCATION_TEXT = "location-text"
    PICTURE = "picture"
    MEDIA = "media"
    AUTHORS = "authors"
    DEFAULTS = "defaults"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class _Folder:
    """What may lie in a folder: data files, texts, pictures; on its first level or deeper."""

    data: Role | None = None
    text: Role | None = None
    is_deep: bool = False


FOLDERS = {
    "posts": _Folder(text=Role.POST, is_deep=True),
    "pages": _Folder(text=Role.PAGE, is_deep=True),
    "questions": _Folder(text=Role.QUESTION),
    "services": _Folder(data=Role.SERVICE, text=Role.SERVICE_TEXT),
    "locations": _Folder(data=Role.LOCATION, text=Role.LOCATION_TEXT),
    "contacts": _Folder(data=Role.CONTACT),
    BOOKINGS: _Folder(data=Role.BOOKING),
    "media": _Folder(is_deep=True),
    "static": _Folder(is_deep=True),
}
MEDIA_FOLDERS = frozenset({"media", "static"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file of the content folder.

    `place` is where it is read, `path` its name in findings, `inside` its name below the content
    folder (NFC). `name` is that without folder, language and suffix; for pages with the folders
    below `pages/`. `language` is set for texts; `is_translation` where it is not the first one.
    """

    role: Role
    place: str
    path: str
    inside: str
    name: str
    language: str = ""
    is_translation: bool = False

    @property
    def file(self) -> Path:
        """Where it is read. Made when it is asked for: paths take 15 µs, and most are not read."""
        return Path(self.place)

    @property
    def group(self) -> str:
        """What a text and its translations have in common."""
        folder, sign, _ = self.inside.rpartition("/")
        return folder + sign + self.name.rpartition("/")[2]

    def __reduce__(self) -> tuple[object, ...]:
        """By its fields in turn: workers send it at a third of what dataclasses cost, 1 µs."""
        return _unpacked, _ALL(self)


_NAMES = ("role", "place", "path", "inside", "name", "language", "is_translation")
_ALL = attrgetter(*_NAMES)


def _unpacked(*values: Any) -> Entry:
    return Entry(**dict(zip(_NAMES, values, strict=True)))


def is_ignored(name: str) -> bool:
    """Dotfiles and what editors and systems leave behind."""
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".swo")) or name in _LITTER


_LITTER = frozenset({"Thumbs.db", "desktop.ini"})


class OwnLayout:
    """The content folder as Aushang's own reference describes it."""

    def is_ignored(self, inside: str) -> bool:
        """Dotfiles and leftovers, wherever they lie."""
        return is_ignored(inside.rpartition("/")[2])

    def is_opened(self, inside: str) -> bool:
        """The folders that are known, and everything below them."""
        return "/" in inside or inside in FOLDERS

    def classify(self, inside: str, place: str, path: str, site: Site) -> Entry | Diagnostic:
        """What the file `inside` is, or why it cannot be there (AU015, AU016, AU024)."""
        if "/" not in inside:
            return unknown_folder(inside, path)
        return classify(inside, place, path, site)


def classify(  # noqa: PLR0911  one for each kind of folder
    inside: str, place: str, path: str, site: Site
) -> Entry | Diagnostic:
    """What the file `inside` is, or why it cannot be there (AU015, AU016, AU024)."""
    parts = inside.split("/")
    folder = FOLDERS[parts[0]]
    start, dot, end = parts[-1].rpartition(".")
    stem, suffix = (start, dot + end) if start and end else (parts[-1], "")
    below = "/".join(parts[1:])
    if parts[0] in MEDIA_FOLDERS:
        media = Entry(role=Role.MEDIA, place=place, path=path, inside=inside, name=below)
        return _active(path, parts[0]) if suffix.lower() in ACTIVE else media
    if parts[0] == BOOKINGS and suffix.lower() != ".yml":
        return _booking_data(parts, stem, suffix, place, path)
    if len(parts) > 2 and not folder.is_deep:  # noqa: PLR2004  # folder and file
        return _unknown(path, f"{parts[0]}/ has no folders below it", f"move it to {parts[0]}/")
    if suffix.lower() in PICTURES and folder.text:
        return Entry(role=Role.PICTURE, place=place, path=path, inside=inside, name=below)
    if suffix == ".yml" and folder.data:
        fault = _bad_name(stem, suffix, path)
        role = folder.data
        return fault or Entry(role=role, place=place, path=path, inside=inside, name=stem)
    if suffix == ".md" and folder.text:
        text = Entry(role=folder.text, place=place, path=path, inside=inside, name=stem)
        return _text(text, site)
    return _unknown_suffix(path, parts[0], stem, suffix)


def _booking_data(
    parts: Sequence[str], stem: str, suffix: str, place: str, path: str
) -> Entry | Diagnostic:
    """A file of a booking system: `kurse.csv`, or in a folder of several `kurse/november.csv`."""
    if len(parts) > 3:  # noqa: PLR2004  # availability, a folder, a file
        hint = f"move it to {'/'.join(parts[:2])}/"
        return _unknown(path, "folders in availability/ have no folders below them", hint)
    if suffix not in BOOKING_SUFFIXES:
        allowed = ", ".join((*BOOKING_SUFFIXES, ".yml"))
        message = f"availability/ holds no files “{suffix or stem}”; allowed are {allowed}"
        close = suffix.lower() if suffix.lower() in BOOKING_SUFFIXES else ""
        close = close or {".yaml": ".yml", ".txt": ".csv", ".tsv": ".csv"}.get(suffix.lower(), "")
        hint = f"rename it to {stem}{close}" if close else "export the dates as CSV, JSON or ICS"
        return _unknown(path, message, hint)
    name = parts[1] if len(parts) > 2 else stem  # noqa: PLR2004
    entry = Entry(role=Role.BOOKING_DATA, place=place, path=path, inside="/".join(parts), name=name)
    return _bad_name(name, "" if len(parts) > 2 else suffix, path) or entry  # noqa: PLR2004


def unknown_folder(name: str, path: str) -> Diagnostic:
    """The finding for something on the first level that is not one of the folders."""
    hint = did_you_mean(name, FOLDERS) or f"allowed are the folders {', '.join(FOLDERS)}"
    return _unknown(path, f"“{name}” has no place in the content folder", hint)


def _text(entry: Entry, site: Site) -> Entry | Diagnostic:
    stem, dot, language = entry.name.rpartition(".")
    is_translation = bool(dot) and language in site.languages[1:]
    if dot and not is_translation and _LANGUAGE.fullmatch(language):
        return _wrong_language(entry, stem, language, site)
    name = stem if is_translation else entry.name
    if entry.role is Role.PAGE:
        above = PurePosixPath(entry.inside).parent.relative_to("pages")
        name = str(above / name)
        for part in name.split("/"):
            fault = _bad_name(part, ".md", entry.path)
            if fault:
                return fault
    elif entry.role is Role.QUESTION and not is_id(name):
        return bad_name(name, ".md", entry.path)
    return Entry(
        role=entry.role,
        place=entry.place,
        path=entry.path,
        inside=entry.inside,
        name=name,
        language=language if is_translation else site.language,
        is_translation=is_translation,
    )


def is_id(name: str) -> bool:
    """Whether a file's name can be an id."""
    return bool(_ID_PART.fullmatch(name))


def _bad_name(stem: str, suffix: str, path: str) -> Diagnostic | None:
    return None if is_id(stem) else bad_name(stem, suffix, path)


def bad_name(stem: str, suffix: str, path: str) -> Diagnostic:
    """The finding for a name of which no id or address can be made (AU016)."""
    proposal = slugify(stem)
    return Diagnostic(
        code="AU016",
        message=f"the name “{stem}{suffix}” makes no id; "
        "expected letters a-z, digits and single hyphens",
        hint=f"rename it to {proposal}{suffix}" if proposal else "give the file such a name",
        location=Position(path),
    )


def _wrong_language(entry: Entry, stem: str, language: str, site: Site) -> Diagnostic:
    if language == site.language:
        message = f"“{language}” is the first language; its text has no “.{language}” in its name"
        hint = f"rename it to {stem}.md"
    else:
        message = f"“{language}” is no language of this publication; " + _further_languages(site)
        hint = did_you_mean(language, site.languages[1:]) or "add it to the configuration"
    return Diagnostic(code="AU024", message=message, hint=hint, location=Position(entry.path))


def _active(path: str, folder: str) -> Diagnostic:
    message = f"{folder}/ holds no web pages and no programs"
    return _unknown(path, message, "write a page in pages/, or offer it as PDF")


def _further_languages(site: Site) -> str:
    if site.languages[1:]:
        return f"allowed are {', '.join(site.languages[1:])}"
    return f"it has {site.language} alone"


def _unknown_suffix(path: str, folder: str, stem: str, suffix: str) -> Diagnostic:
    kinds = FOLDERS[folder]
    allowed = [".yml"] * bool(kinds.data) + [".md"] * bool(kinds.text)
    message = f"{folder}/ holds no files “{suffix or stem}”; allowed are {', '.join(allowed)}"
    close = nearest(suffix.lower(), allowed)
    if suffix.lower() in _TEXT_SUFFIXES and kinds.text:
        close = ".md"
    elif suffix.lower() in {".yaml", ".json", ".toml"} and kinds.data:
        close = ".yml"
    if suffix.lower() in allowed:
        close = suffix.lower()
    hint = f"rename it to {stem}{close}" if close else "move pictures and downloads to media/"
    if suffix == ".md":
        hint = f"{folder}/ has no longer texts; write what it says into {stem}.yml"
    return _unknown(path, message, hint)


def _unknown(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code="AU015", message=message, hint=hint, location=Position(path))
