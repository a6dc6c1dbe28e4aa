"""Which entries are one thing in several languages, what they are, and where they go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from aushang.content.hugo.entries import Entry
from aushang.model.addresses import slugify

_POSTS = frozenset({"posts", "post", "blog", "news", "meldungen", "aktuelles"})
_SERVICES = frozenset({"services", "service", "dienste", "angebote"})


class Role(StrEnum):
    """What an entry of the old site is in the new one."""

    POST = "post"
    SERVICE = "service"
    PAGE = "page"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Group:
    """One thing in one or several languages; `entries` has the site's first language first.

    `id` is ASCII and unique among things of its role.
    """

    role: Role
    id: str
    entries: tuple[Entry, ...]

    @property
    def base(self) -> Entry:
        """The entry in the site's first language, or the first one there is."""
        return self.entries[0]

    def file(self, entry: Entry) -> str:
        """Where the text of one of the entries goes, below the content folder."""
        folder = {Role.POST: "posts", Role.SERVICE: "services", Role.PAGE: "pages"}[self.role]
        suffix = ".md" if entry is self.base else f".{entry.language}.md"
        return f"{folder}/{self.id}{suffix}"


def role_of(entry: Entry) -> Role:
    """What an entry is, by its folder and its own words."""
    if entry.is_index:
        return Role.INDEX
    if entry.section.lower() in _POSTS or entry.front.get("layout") == "post":
        return Role.POST
    if entry.section.lower() in _SERVICES or entry.front.get("menu_group") in _SERVICES:
        return Role.SERVICE
    return Role.PAGE


def index_of(entry: Entry) -> str:
    """What a section's list page is here: `services`, `archive`, or nothing for other sections."""
    section = PurePosixPath(entry.name).parent.name.lower()
    if section in _SERVICES:
        return "services"
    return "archive" if section in _POSTS else ""


def grouped(entries: Iterable[Entry], languages: tuple[str, ...]) -> Iterator[Group]:
    """Join translations by `translationKey`, else by equal paths, as Hugo does."""
    joined: dict[tuple[Role, str], dict[str, Entry]] = {}
    for entry in entries:
        key = str(entry.front.get("translationkey") or entry.name)
        known = joined.setdefault((role_of(entry), key), {})
        if entry.language in known:
            known = joined.setdefault((role_of(entry), entry.path), {})
        known[entry.language] = entry
    taken: set[tuple[Role, str]] = set()
    for (role, _), by_language in joined.items():
        found = tuple(by_language[tag] for tag in languages if tag in by_language)
        wanted = slugify(found[0].stem) or slugify(found[0].title) or role.value
        yield Group(role, _unused(role, wanted, taken), found)


def _unused(role: Role, wanted: str, taken: set[tuple[Role, str]]) -> str:
    number, name = 1, wanted
    while (role, name) in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add((role, name))
    return name
