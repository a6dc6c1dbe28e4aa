"""Hugo's content files: front matter, text, section and language of each."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from aushang.content.hugo.site import HugoLanguage, HugoSite
from aushang.model import Diagnostic, Position
from aushang.model.addresses import slugify

_FENCES = {"---": "---", "+++": "+++"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One content file.

    `path` is relative to the site's folder; `name` relative to the language's content folder,
    without suffixes (`posts/2019-wartung`). `lines` maps a front matter key to its line and
    `body_line` is the line of the text's first character, both from 1.
    """

    path: str
    name: str
    language: str
    front: Mapping[str, Any]
    lines: Mapping[str, int]
    body: str
    body_line: int

    @property
    def section(self) -> str:
        """The first folder below the content folder, or nothing."""
        parts = PurePosixPath(self.name).parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def is_index(self) -> bool:
        """Whether it is the list page of a section (`_index.md`)."""
        return PurePosixPath(self.name).name == "_index"

    @property
    def stem(self) -> str:
        """The name of the file, or of the bundle's folder for `index.md`."""
        name = PurePosixPath(self.name)
        return name.parent.name if name.name == "index" and name.parent.name else name.name

    @property
    def slug(self) -> str:
        """The last part of its new address: ASCII, of the file's name."""
        return slugify(self.stem) or slugify(self.title) or "seite"

    @property
    def title(self) -> str:
        """The title, or nothing."""
        return str(self.front.get("title") or "").strip()

    @property
    def date(self) -> datetime | None:
        """When it was published, in the words of the author: naive if no zone was given."""
        for key in ("publishdate", "date"):
            raw = str(self.front.get(key) or "").strip().replace("Z", "+00:00")
            match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?.*))?", raw)
            if match:
                clock = (match[2] or "00:00").replace(" ", "")
                clock = clock if clock[1] != ":" else f"0{clock}"
                return datetime.fromisoformat(f"{match[1]}T{clock}")
        return None

    def at(self, key: str) -> Position:
        """Where a front matter key stands."""
        return Position(self.path, self.lines.get(key, 1))


def read_entries(site: HugoSite) -> Iterator[Entry | Diagnostic]:
    """Every content file of every language by its path; a finding where one cannot be read."""
    folders = {language.content for language in site.languages}
    shared = len(folders) < len(site.languages)
    for folder in sorted(folders):
        for file in sorted(folder.rglob("*.md")):
            name, language = _name_and_language(
                file.relative_to(folder), site, folder, shared=shared
            )
            try:
                text = file.read_text(encoding="utf-8-sig")
                yield _entry(file.relative_to(site.root).as_posix(), name, language, text)
            except (UnicodeDecodeError, yaml.YAMLError, tomllib.TOMLDecodeError) as error:
                yield Diagnostic(
                    code="AU041",
                    location=Position(file.relative_to(site.root).as_posix(), 1),
                    message=f"the file cannot be read and was left out: {_one_line(error)}",
                    hint="mend the file and import again",
                )


def _name_and_language(
    path: Path, site: HugoSite, folder: Path, *, shared: bool
) -> tuple[str, HugoLanguage]:
    """The name without suffixes, and the language by `name.LANG.md` or by the content folder."""
    name = path.with_suffix("").as_posix()
    own = [language for language in site.languages if language.content == folder]
    stem, _, suffix = name.rpartition(".")
    for language in own:
        if stem and shared and suffix == language.tag:
            return stem, language
    return name, own[0]


def _entry(path: str, name: str, language: HugoLanguage, text: str) -> Entry:
    text = text.replace("\r\n", "\n")
    head, _, rest = text.partition("\n")
    fence = _FENCES.get(head.strip())
    if fence is None:
        return Entry(
            path=path, name=name, language=language.tag, front={}, lines={}, body=text, body_line=1
        )
    match = re.search(rf"^{re.escape(fence)}[ \t]*$", rest, re.MULTILINE)
    raw = rest[: match.start()] if match else rest
    body = rest[match.end() :].removeprefix("\n") if match else ""
    data = tomllib.loads(raw) if fence == "+++" else yaml.load(raw, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds strings, lists and mappings only
    front = data if isinstance(data, dict) else {}
    return Entry(
        path=path,
        name=name,
        language=language.tag,
        front={str(key).lower(): value for key, value in front.items()},
        lines=_lines(raw),
        body=body,
        body_line=raw.count("\n") + 3,
    )


def _lines(raw: str) -> dict[str, int]:
    """The line in the file of each key at the left edge of the front matter."""
    found: dict[str, int] = {}
    for number, line in enumerate(raw.split("\n"), 2):
        match = re.match(r"([A-Za-z_][\w-]*)\s*[:=]", line)
        if match:
            found.setdefault(match[1].lower(), number)
    return found


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
