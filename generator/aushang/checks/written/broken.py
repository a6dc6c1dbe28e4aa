"""Which references of the written site lead nowhere, and in which way."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.resolution import Base, Resolver, Target, is_rooted
from aushang.model.addresses import NOT_FOUND, file_of

_INDEX = "index.html"
_SAME_FOR_SIBLINGS = ("../", "https://", "http://")
_DIRECTIVE = ":~:"
# Anchors that the theme's scripts make when the page is shown.
_MADE_BY_SCRIPT = re.compile(r"__(search|toc|drawer|palette\w*|tabbed_[\d_]+|codelineno[\d-]+)")


class Problem(StrEnum):
    """In which way a reference leads nowhere, or not straight there."""

    NO_FILE = "no file"
    NO_INDEX = "folder without a page"
    ADRIFT = "relative on a page of any depth"
    NO_ANCHOR = "no such anchor"
    NO_SLASH = "slash missing"


@dataclass(frozen=True, slots=True)
class Broken:
    """A reference that leads nowhere. `file` is where it stands, `target` what it means."""

    file: str
    reference: Reference
    target: Target
    problem: Problem


def page_of(file: str) -> str:
    """The site path under which readers see a file: `a/` for `a/index.html`."""
    folder, _, name = file.rpartition("/")
    if name != _INDEX:
        return file
    return f"{folder}/" if folder else ""


def broken_references(facts: Mapping[str, Facts], resolver: Resolver) -> Iterator[Broken]:
    """Every reference on every page, in every feed and in all JSON that leads nowhere.

    `facts` holds every file of the site by its path.
    """
    problems = _Problems(facts)
    sound: dict[str, set[str]] = {}
    for file, found in facts.items():
        base = resolver.base_of(page_of(file), found.base)
        # The page for missing addresses is shown at any depth, so only rooted references hold.
        is_adrift = file == NOT_FOUND and not found.base
        # What begins with `../` means the same on all pages beside each other, and a full address
        # does everywhere: menus are judged once for a folder and not on each of its pages.
        known = set() if is_adrift else sound.setdefault(_parent(base), set())
        for reference in found.references:
            url = reference.url
            if url in known:
                continue
            target = resolver.target(url, base)
            problem = problems.of(target) if target else None
            if target and is_adrift and not is_rooted(url):
                problem = Problem.ADRIFT
            if target and problem:
                yield Broken(file, reference, target, problem)
            elif url.startswith(_SAME_FOR_SIBLINGS):
                known.add(url)


def _parent(base: Base) -> str:
    """The folder that `..` means, seen from `base`; empty if that is on another host."""
    return base.folders[:2][-1] if base.folders else ""


class _Problems:
    """Judges targets; each path once, because menus lead to the same few places from everywhere."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self._facts = facts
        self._folders = {folder for file in facts for folder in _folders_of(file)}
        self._known: dict[str, tuple[Problem | None, str]] = {}

    def of(self, target: Target) -> Problem | None:
        """What is wrong with a target, or None."""
        if target.path not in self._known:
            self._known[target.path] = self._of_path(target.path)
        problem, file = self._known[target.path]
        if target.fragment and file and not self._has_anchor(file, target.fragment):
            return Problem.NO_ANCHOR
        return problem

    def _of_path(self, path: str) -> tuple[Problem | None, str]:
        file = file_of(path)
        if file in self._facts:
            return None, file
        if f"{path}/{_INDEX}" in self._facts:
            return Problem.NO_SLASH, f"{path}/{_INDEX}"
        is_folder = f"{path.removesuffix('/')}/" in self._folders
        return (Problem.NO_INDEX if is_folder else Problem.NO_FILE), ""

    def _has_anchor(self, file: str, fragment: str) -> bool:
        # HTML standard, 7.4.6.3: raw first, then decoded; "top" means the top without any element.
        # What is behind `:~:` addresses text and no element (URL Fragment Text Directives).
        name = fragment.partition(_DIRECTIVE)[0]
        if not name or name.lower() == "top" or self._facts[file].form is not Form.HTML:
            return True
        anchors = self._facts[file].anchors
        return (
            name in anchors
            or unquote(name) in anchors
            or _MADE_BY_SCRIPT.fullmatch(name) is not None
        )


def _folders_of(file: str) -> Iterator[str]:
    folder = file.rpartition("/")[0]
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
