"""What to do about a dead reference: what it was surely meant to be, or why it is not there yet."""

import posixpath
from collections.abc import Callable
from functools import cached_property

from aushang.checks.texts import texts
from aushang.checks.written.guesses import Paths
from aushang.checks.written.origins import Cause
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import is_rooted, page_of, split_fragment, split_target
from aushang.checks.written.site import WrittenSite
from aushang.checks.written.spelling import is_mail
from aushang.model import Post, Publication
from aushang.model.addresses import encoded, file_of, of_post

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
        guess = self._of_content(cause) or _guess(self._pages, target.path, "/{}".format)
        is_foreign = not self._publication.all_posts and not self._publication.pages
        if guess or cause.is_authored or is_foreign:
            return guess or "correct the address, or remove the link"
        return "no text says it, so it stands in the theme or in what the program writes"

    def _of_content(self, cause: Cause) -> str:
        """The remedy for what was written as people write addresses and paths of files."""
        written = split_fragment(cause.written)[0]
        if is_mail(written):
            return f"write “mailto:{written}”"
        if cause.is_authored and not is_rooted(written):
            folder = posixpath.dirname(cause.position.path)
            if written.endswith(_SOURCES):
                return self._of_source(written, folder)
            wanted = posixpath.normpath(posixpath.join(folder, written))
            file = _guess(self._sources, wanted, lambda path: posixpath.relpath(path, folder))
            if file:
                return file
        return ""

    def certain(self, cause: Cause) -> str:
        """What the author surely meant to write: the same in other capitals; else nothing."""
        before, rest = split_target(cause.written)
        if is_mail(before):
            return f"mailto:{cause.written}"
        path = cause.example.target.path
        if is_rooted(before):
            twin = self._pages.twin(path)
            is_plain = before.endswith(path) and len(twin) == len(path)
            return before.removesuffix(path) + twin + rest if twin and is_plain else ""
        folder = posixpath.dirname(cause.position.path)
        twin = self._sources.twin(posixpath.normpath(posixpath.join(folder, before)))
        found = posixpath.relpath(twin, folder) if twin else ""
        return found + rest if found and len(found) == len(before) else ""

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
                *(file.source for file in publication.media),
            }
        )


def last_page(cause: Cause, written: WrittenSite) -> str:
    """Where a reader arrives who is led on from the target of a link; nothing in a circle.

    The anchor of the link stays if the page at the end has it.
    """
    target = cause.example.target
    end = written.redirects.end_of(file_of(target.path))
    if not end:
        return ""
    has_anchor = target.fragment and target.fragment in written.facts[end].anchors
    return f"/{encoded(page_of(end))}" + (f"#{target.fragment}" if has_anchor else "")


def _guess(paths: Paths, wanted: str, shown: Callable[[str], str]) -> str:
    twin = paths.composed_otherwise(wanted)
    if twin:
        return f"“{shown(twin)}” looks equal and is not: its letters are composed in another way"
    found = paths.nearest(wanted)
    return f"did you mean “{shown(found)}”?" if found else ""
