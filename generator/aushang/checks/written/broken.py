"""Which references of the written site lead nowhere, and in which way; and who refers to what."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.problems import OF_THE_ADDRESS, Problem
from aushang.checks.written.reach import WAYS, linked_file, shows_links
from aushang.checks.written.redirects import Redirects
from aushang.checks.written.resolution import Base, Resolver, Target, is_plain, is_rooted, page_of
from aushang.checks.written.spelling import problem_of
from aushang.model.addresses import NOT_FOUND, file_of, relative_root

_INDEX = "index.html"
_SAME_EVERYWHERE = ("https://", "http://", "tel:", "mailto:")
_CROWD = 64
_PLAIN_ANCHOR = re.compile(r"#[\w-]++", re.ASCII)
_DIRECTIVE = ":~:"
# Anchors that the theme's scripts make when the page is shown.
_MADE_BY_SCRIPT = re.compile(r"__(search|toc|drawer|palette\w*|tabbed_[\d_]+|codelineno[\d-]+)")


NOWHERE = Target("")
"""What an address means that is at fault by itself."""

Leads = Callable[[str], bool]
"""Whether the file at a path is a page that leads on by itself."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A reference at fault. `file` is where it stands, `target` what it means on our site.

    The target of one whose address alone is at fault is `NOWHERE`.
    """

    file: str
    reference: Reference
    target: Target
    problem: Problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about the references of some files.

    `broken` are those that lead nowhere, by file. `referrers` name for each place that others refer
    to the files that do: a place is the path of a file, or `path#anchor`. Where they are more than
    a crowd, as those that name a place of the menu, there is no name. `witnesses` name for each
    place to which a page has a link the first page that does.
    """

    broken: tuple[Broken, ...]
    referrers: Mapping[str, Sequence[str]]
    witnesses: Mapping[str, str]


def judged(
    facts: Mapping[str, Facts],
    resolver: Resolver,
    files: Iterable[str],
    leads_on: Leads = lambda _file: False,
) -> Verdict:
    """The verdict on every reference on pages, in feeds and in JSON among these files.

    `facts` has every file of the site by its path, those that are not judged too. It may be a
    mapping that loads facts when it is asked for them.
    """
    judge = _Judge(facts, resolver, leads_on)
    broken = tuple(found for file in files for found in judge.broken(file))
    return Verdict(broken, judge.referrers, judge.witnesses)


class _Judge:
    """Judges file by file; what menus say on page after page is soon known."""

    def __init__(self, facts: Mapping[str, Facts], resolver: Resolver, leads_on: Leads) -> None:
        self._facts = facts
        self._resolver = resolver
        self._leads_on = leads_on
        self._places = _Places(facts)
        self._redirects = Redirects(facts, resolver, leads_on)
        # By the way to the site's root: from there an address means the same on all pages. Where
        # links are not counted, what is known may have no witness.
        self._known: dict[tuple[str, bool], set[Reference]] = {}
        self._file_by_path: dict[str | None, str] = {}
        self.referrers: dict[str, list[str]] = {}
        self.witnesses: dict[str, str] = {}

    def broken(self, file: str) -> Iterator[Broken]:
        """The file's references that lead nowhere."""
        found = self._facts[file]
        counts = shows_links(file, found, self._leads_on)
        if found.base or file == NOT_FOUND:
            yield from self._one_by_one(file, found.references, set(), "", counts=counts)
            return
        way = relative_root(page_of(file))
        known = self._known.setdefault((way, counts), set())
        unclear = []
        path: str | None = None
        target = ""
        for reference in [one for one in found.references if one not in known]:
            url, element = reference
            before = path
            path = self._resolver.behind_root(url, way)
            # A page names its own address many times, one after the other.
            if path is None or path != before:
                target = self._file_by_path.get(path) or self._plain_file(path)
            if target:
                if counts and element in WAYS and target != file:
                    self.witnesses.setdefault(target, file)
                if self._has_crowd(target, file):
                    known.add(reference)
            elif not (_PLAIN_ANCHOR.fullmatch(url) and url[1:] in found.anchors):
                unclear.append(reference)
        if unclear:
            yield from self._one_by_one(file, unclear, known, way, counts=counts)

    def _plain_file(self, path: str | None) -> str:
        """The file that a path surely means; empty where it is not sure or not there."""
        file = file_of(path) if path is not None and is_plain(path) else ""
        if file not in self._facts or self._redirects.is_one(file):
            return ""
        self._file_by_path[path] = file
        return file

    def _one_by_one(
        self,
        file: str,
        references: Iterable[Reference],
        known: set[Reference],
        way: str,
        *,
        counts: bool,
    ) -> Iterator[Broken]:
        """The same by the whole way, which knows all forms that an address can have."""
        facts = self._facts[file]
        base = self._resolver.base_of(page_of(file), facts.base)
        for reference in references:
            url = reference.url
            target = self._resolver.target(url, base)
            if counts and target and reference.element in WAYS:
                page = linked_file(target.path, self._facts)
                if page != file:
                    self.witnesses.setdefault(page, file)
            problem, places = self._problem(file, reference, target, base)
            if problem:
                is_own_fault = problem in OF_THE_ADDRESS
                yield Broken(
                    file, reference, NOWHERE if is_own_fault else target or NOWHERE, problem
                )
                continue
            crowds = [self._has_crowd(place, file) for place in places]
            # Foreign addresses, and those of the menu that are not plain.
            if all(crowds) and (url.startswith(_SAME_EVERYWHERE) or (way and url.startswith(way))):
                known.add(reference)

    def _problem(
        self, file: str, reference: Reference, target: Target | None, base: Base
    ) -> tuple[Problem | None, tuple[str, ...]]:
        """What is wrong with a reference, the greatest fault; else the places on which it rests."""
        facts = self._facts[file]
        problem, places = self._places.of(target) if target else (None, ())
        # The page for missing addresses is shown at any depth, so only rooted references hold.
        if target and file == NOT_FOUND and not facts.base and not is_rooted(reference.url):
            return Problem.ADRIFT, ()
        if target and problem is Problem.NO_ANCHOR:
            # Where the page has moved, the anchor is one of the page that it leads to.
            old = file_of(target.path)
            problem = self._redirects.problem_of(file, reference, old) or problem
        if problem and problem is not Problem.NO_SLASH:
            return problem, ()
        own = problem_of(reference, facts.form, base, self._resolver)
        if own or problem:
            return own or problem, ()
        leads = self._redirects.problem_of(file, reference, places[0]) if places else None
        return leads, places

    def _has_crowd(self, place: str, file: str) -> bool:
        """Note that `file` refers to `place`; whether too many do for them to be named."""
        if place == file:
            return False
        names = self.referrers.get(place)
        if names is None:
            self.referrers[place] = [file]
            return False
        if names and names[-1] != file:
            names.append(file)
            if len(names) > _CROWD:
                names.clear()
        return not names


class _Places:
    """Judges targets; each path once, because menus lead to the same few places from everywhere."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self._facts = facts
        self._known: dict[str, tuple[Problem | None, str]] = {}

    def of(self, target: Target) -> tuple[Problem | None, tuple[str, ...]]:
        """What is wrong with a target, or None and the places on which that rests."""
        if target.path not in self._known:
            self._known[target.path] = self._of_path(target.path)
        problem, file = self._known[target.path]
        if not target.fragment or not file:
            return problem, (file,)
        anchors = self._anchors(file, target.fragment)
        if anchors is None:
            return Problem.NO_ANCHOR, ()
        return problem, (file, *(f"{file}#{anchor}" for anchor in anchors))

    def _of_path(self, path: str) -> tuple[Problem | None, str]:
        file = file_of(path)
        if file in self._facts:
            return None, file
        if f"{path}/{_INDEX}" in self._facts:
            return Problem.NO_SLASH, f"{path}/{_INDEX}"
        is_folder = f"{path.removesuffix('/')}/" in self._folders
        return (Problem.NO_INDEX if is_folder else Problem.NO_FILE), ""

    def _anchors(self, file: str, fragment: str) -> tuple[str, ...] | None:
        """The anchors that answer to a fragment: none where none is needed, None if one lacks."""
        # HTML standard, 7.4.6.3: raw first, then decoded; "top" means the top without any element.
        # What is behind `:~:` addresses text and no element (URL Fragment Text Directives).
        name = fragment.partition(_DIRECTIVE)[0]
        facts = self._facts[file]
        if not name or name.lower() == "top" or facts.form is not Form.HTML:
            return ()
        found = tuple(form for form in (name, unquote(name)) if form in facts.anchors)
        return found if found or _MADE_BY_SCRIPT.fullmatch(name) else None

    @cached_property
    def _folders(self) -> frozenset[str]:
        # Only asked for where something is broken.
        return frozenset(folder for file in self._facts for folder in _folders_of(file))


def _folders_of(file: str) -> Iterator[str]:
    folder = file.rpartition("/")[0]
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
