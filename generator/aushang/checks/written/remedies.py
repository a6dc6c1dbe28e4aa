"""What to do about a dead reference: what it was surely meant to be, or why it is not there yet."""

import posixpath
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property

from aushang.checks.texts import texts
from aushang.checks.written.broken import Problem, page_of
from aushang.checks.written.origins import Cause
from aushang.checks.written.resolution import split_fragment
from aushang.checks.written.site import WrittenSite
from aushang.model import Post, Publication
from aushang.model.addresses import of_post
from aushang.model.similar import nearest

_SOURCES = (".md", ".yml", ".yaml")


class Remedies:
    """Finds remedies for one publication and what was written of it."""

    def __init__(self, publication: Publication, written: WrittenSite) -> None:
        self._publication = publication
        self._written = written

    def of(self, cause: Cause) -> str:
        """One sentence: a guess where one candidate is close, else what to do."""
        target = cause.example.target
        if cause.example.problem is Problem.ADRIFT:
            return "begin it with a slash, or with the site's full address"
        waiting = self._waiting.get(target.path)
        if waiting:
            when = waiting.published.isoformat(timespec="minutes")
            return f"{waiting.source.path} is published on {when} only; link to it from then on"
        wanted, candidates = self._candidates(cause)
        if wanted in candidates:
            return "correct the address, or remove the link"
        return _guess(wanted, candidates) or self._default(cause, wanted)

    @cached_property
    def _waiting(self) -> dict[str, Post]:
        shown = {post.id for post in self._publication.posts}
        site = self._publication.site
        return {
            of_post(site, post, language): post
            for post in self._publication.all_posts
            if post.id not in shown
            for language in post.texts
        }

    @cached_property
    def _by_folder(self) -> dict[str, list[str]]:
        return self._pages_by(posixpath.dirname)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        return self._pages_by(posixpath.basename)

    def _pages_by(self, part: Callable[[str], str]) -> dict[str, list[str]]:
        pages: dict[str, list[str]] = {}
        for file in self._written.files:
            page = page_of(file)
            pages.setdefault(part(page.rstrip("/")), []).append(page)
        return pages

    @cached_property
    def _sources(self) -> frozenset[str]:
        publication = self._publication
        return frozenset(
            [
                *(text.position.path for text in texts(publication)),
                *(service.source.path for service in publication.services.values()),
                *(location.source.path for location in publication.locations.values()),
            ]
        )

    def _candidates(self, cause: Cause) -> tuple[str, list[str]]:
        """What was wanted, and what there is of that kind, both as the author would write it."""
        written = split_fragment(cause.written)[0]
        if cause.is_authored and written.endswith(_SOURCES) and not written.startswith("/"):
            folder = posixpath.dirname(cause.position.path)
            there = [posixpath.relpath(source, folder) for source in sorted(self._sources)]
            return posixpath.normpath(written), there
        path = cause.example.target.path
        folder, name = posixpath.split(path.rstrip("/"))
        near = {*self._by_folder.get(folder, ()), *self._by_name.get(name, ())}
        return f"/{path}", [f"/{page}" for page in sorted(near)]

    @staticmethod
    def _default(cause: Cause, wanted: str) -> str:
        if not cause.is_authored:
            return "no text says it, so it stands in the theme or in what the program writes"
        if wanted.endswith(".md"):
            return "correct the path, or publish the draft that it leads to"
        return "correct the address, or remove the link"


def _guess(wanted: str, candidates: Iterable[str]) -> str:
    form = unicodedata.normalize("NFC", wanted)
    same_form = [c for c in candidates if unicodedata.normalize("NFC", c) == form]
    if same_form:
        return f"“{same_form[0]}” looks equal and is not: its letters are composed in another way"
    same_letters = [c for c in candidates if c.casefold() == wanted.casefold()]
    found = same_letters[0] if len(same_letters) == 1 else _nearest(wanted, candidates)
    return f"did you mean “{found}”?" if found else ""


def _nearest(wanted: str, candidates: Iterable[str]) -> str:
    # Names are compared and not whole paths: in one folder all paths are alike for the most part.
    folder, name = posixpath.split(wanted.rstrip("/"))
    parts = [(*posixpath.split(candidate.rstrip("/")), candidate) for candidate in candidates]
    beside = {other: whole for place, other, whole in parts if place == folder}
    elsewhere = [whole for _, other, whole in parts if other == name]
    stems = {posixpath.splitext(other)[0]: whole for other, whole in beside.items()}
    found = beside.get(nearest(name, beside), "")
    if not found and len(elsewhere) == 1:
        return elsewhere[0]
    return found or stems.get(nearest(posixpath.splitext(name)[0], stems), "")
