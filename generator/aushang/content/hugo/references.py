"""Where a link of the old site leads in the new one."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from aushang.content.hugo.entries import Entry
from aushang.model.addresses import slugify


@dataclass(frozen=True, slots=True)
class Former:
    """The old site as links saw it: who stood where, its folder of files, its hosts."""

    old: Mapping[str, Entry]
    static: Path
    hosts: frozenset[str]


class References:
    """Every name and every old address of every entry, and the files below `static/`.

    `places` maps an entry's path to its new file below the content folder, or to a site path that
    begins with a slash where the program makes the page itself. `homes` has the
    new start page of each language, with slashes.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        places: Mapping[str, str],
        former: Former,
        homes: Mapping[str, str],
    ) -> None:
        self._places = places
        self._homes = homes
        self._old = {_key(address): entry for address, entry in former.old.items()}
        self._static = former.static
        self._hosts = former.hosts
        self._named: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            name = PurePosixPath(entry.name.lower())
            folder = name.parent.name if name.name in {"_index", "index"} else ""
            for key in (name.as_posix(), name.name, folder):
                if key and key != "_index":
                    self._named.setdefault((entry.language, key), entry)

    def by_name(self, name: str, language: str) -> Entry | None:
        """The entry that `ref` and `relref` mean: by path or by file name, in the same language."""
        key = name.strip().strip("/").lower().removesuffix(".md")
        return self._named.get((language, key)) or self._named.get((language, key.split("/")[-1]))

    def home(self, name_or_path: str, language: str) -> str:
        """The start page, if that is what a `ref` or a path of the old site means, else nothing."""
        key = name_or_path.strip("/").removesuffix("index.html").strip("/")
        if key in {"", "_index.md", "_index"}:
            return self._homes[language]
        return self._homes.get(key, "")

    def by_address(self, address: str) -> Entry | None:
        """The entry that stood at an absolute path of the old site."""
        return self._old.get(_key(unquote(address)))

    def own_path(self, target: str) -> str:
        """The path of an address of the old site, with its anchor; empty for any other target."""
        parts = urlsplit(target)
        if parts.scheme in {"http", "https"} and parts.netloc in self._hosts:
            return parts._replace(scheme="", netloc="").geturl() or "/"
        is_ours = target.startswith("/") and not target.startswith("//")
        return target if is_ours else ""

    def static_file(self, path: str) -> str:
        """The file below `static/` that an absolute path names, relative to it; empty if none."""
        relative = unquote(urlsplit(path).path).lstrip("/")
        file = self._static / relative
        inside = (
            relative and file.is_file() and file.resolve().is_relative_to(self._static.resolve())
        )
        return relative if inside else ""

    def link(self, entry: Entry, target: Entry, anchor: str) -> str:
        """The link from one entry's new file to another's; headings have ASCII ids now."""
        place = self._places[target.path]
        end = f"#{slugify(unquote(anchor))}" if anchor else ""
        return (place if place.startswith("/") else self._from(entry, place)) + end

    def static_link(self, entry: Entry, relative: str) -> str:
        """The link from an entry's new file to a file of `static/`."""
        return self._from(entry, f"static/{relative}")

    def _from(self, entry: Entry, place: str) -> str:
        own = self._places[entry.path]
        return posixpath.relpath(place, posixpath.dirname(own))


def _key(address: str) -> str:
    return address.strip("/").removesuffix("/index.html").removesuffix("index.html").lower()
