"""What to do about a dead reference: what it was surely meant to be, or why it is not there yet."""

import posixpath
from collections.abc import Callable
from functools import cached_property

from aushang.checks.texts import texts
from aushang.checks.written.broken import Problem, page_of
from aushang.checks.written.guesses import Paths
from aushang.checks.written.origins import Cause
from aushang.checks.written.resolution import split_fragment
from aushang.checks.written.site import WrittenSite
from aushang.model import Post, Publication
from aushang.model.addresses import of_post

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
        written = split_fragment(cause.written)[0]
        if cause.is_authored and written.endswith(_SOURCES) and not written.startswith("/"):
            return self._of_source(written, posixpath.dirname(cause.position.path))
        guess = _guess(self._pages, target.path, "/{}".format)
        if guess or cause.is_authored:
            return guess or "correct the address, or remove the link"
        return "no text says it, so it stands in the theme or in what the program writes"

    def _of_source(self, written: str, folder: str) -> str:
        """The remedy for a relative link to a file of the content, as its author wrote it."""
        wanted = posixpath.normpath(posixpath.join(folder, written))
        guess = _guess(self._sources, wanted, lambda path: posixpath.relpath(path, folder))
        if guess:
            return guess
        if wanted.endswith(".md"):
            return "correct the path, or publish the draft that it leads to"
        return "correct the path, or remove the link"

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
    def _pages(self) -> Paths:
        return Paths([page_of(file) for file in self._written.files])

    @cached_property
    def _sources(self) -> Paths:
        publication = self._publication
        return Paths(
            {
                *(text.position.path for text in texts(publication)),
                *(service.source.path for service in publication.services.values()),
                *(location.source.path for location in publication.locations.values()),
            }
        )


def _guess(paths: Paths, wanted: str, shown: Callable[[str], str]) -> str:
    twin = paths.composed_otherwise(wanted)
    if twin:
        return f"“{shown(twin)}” looks equal and is not: its letters are composed in another way"
    found = paths.nearest(wanted)
    return f"did you mean “{shown(found)}”?" if found else ""
