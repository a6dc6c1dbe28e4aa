"""The pages of a post that was just edited, before all the lists on which it stands are made.

Only for who looks on while they write. A page is shown first where it is sure to be the one that
the whole build writes: posts that were there were saved and nothing else, and the page has no fault
that it did not have before. Everything else waits for the whole build, which looks at all files.
"""

import os.path
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from aushang.build.live import Last, edits
from aushang.build.media_types import media_type
from aushang.build.memory import Memory
from aushang.build.project import Host, Project
from aushang.checks.runner import check_sources
from aushang.checks.written import Facts, facts_of
from aushang.checks.written.broken import judged
from aushang.checks.written.index import Index
from aushang.checks.written.redirects import REFRESH
from aushang.checks.written.resolution import Resolver
from aushang.content.assembly import Drafted
from aushang.content.load import draft, press_post
from aushang.content.posts import PostDraft
from aushang.content.redraft import redrafted
from aushang.content.shelf import EMPTY_SHELF
from aushang.model import Site
from aushang.outputs import pages

_FEW = 8
"""Files: another branch is no edit that somebody waits to see."""

_REDIRECT = 4_096
"""Bytes: each page that lists or tells anything has more."""

Pages = Mapping[str, bytes]
"""Whole pages by the paths of their files (`meldungen/a/index.html`)."""


def first_pages(
    project: Project, host: Host, memory: Memory, touched: Collection[Path], *, now: datetime
) -> Pages:
    """The pages of the posts that were edited since the last good build of this process.

    Those that differ from what is published, with the bytes that a whole build at `now` would
    publish; none where that is not sure. `memory` is the one that the builds of this folder share,
    `touched` is where something may have happened meanwhile.
    """
    last, index = memory.live.last if memory.live else None, memory.index
    # A blog of another make is read as a whole: its files reach into each other.
    if last is None or index is None or host.draft is not draft:
        return {}
    drafted = _drafted(last, touched, now)
    if drafted is None:
        return {}
    edited = tuple(edits(last, drafted))
    if not all(_was_shown(then, last) for then, _ in edited):
        return {}
    before = _Standing(project.output, project.site)
    made = _made(drafted, [draft for _, draft in edited], host)
    fresh = {path: data for path, data in made.items() if before.data(path) != data}
    after = _Standing(project.output, project.site, fresh)
    return fresh if _is_no_worse(before, after, index) else {}


def _drafted(last: Last, touched: Collection[Path], now: datetime) -> Drafted | None:
    """The first pass; None if it was more than a few posts that were saved.

    To look at ten thousand files would take half as long as all the rest (0.05 s).
    """
    changed = {str(path) for path in touched if path.exists()}
    is_gone = any(str(path) in last.seen and str(path) not in changed for path in touched)
    if is_gone or not changed <= last.seen.keys() or not 0 < len(changed) <= _FEW:
        return None
    return redrafted(last.drafted, changed, now=now, shelf=EMPTY_SHELF)


def _was_shown(then: PostDraft, last: Last) -> bool:
    """Whether the post had its pages already: what is new may find its address taken."""
    return then.post.published <= last.drafted.publication.now


def _made(drafted: Drafted, edited: Sequence[PostDraft], host: Host) -> Pages:
    """The posts' pages; none if there is an error in the files of one of them."""
    pressed = [press_post(drafted, one, host.markdown) for one in edited]
    some = replace(drafted.publication, all_posts=tuple(one.post for one in pressed))
    own = {entry.path for one in edited for entry in one.files}
    said = [one for one in drafted.diagnostics if one.location.path in own]
    said += [finding for one in pressed for finding in one.diagnostics]
    found = check_sources(some, said)
    if any(finding.is_error and finding.location.path in own for finding in found):
        return {}
    frames = pages.frames(drafted.publication)
    leaves = pages.post_leaves(some, pages.presses_of(drafted.publication))
    artifacts = (pages.put(leaf, host.shell, frames) for leaf in leaves)
    return {one.path: one.data for one in artifacts}


@dataclass(frozen=True)
class _Standing(Mapping[str, Facts]):
    """The facts of the published files, some pages in place of theirs, read when asked for.

    It lists these pages only: nobody asks for the others but by their names.
    """

    folder: Path
    site: Site
    fresh: Pages = field(default_factory=dict)

    def data(self, path: str) -> bytes | None:
        """The bytes of a file; None if there is none."""
        if path in self.fresh:
            return self.fresh[path]
        try:
            return (self.folder / path).read_bytes()
        except (OSError, ValueError):
            return None

    def leads_on(self, path: str) -> bool:
        """Whether a file is a page that sends its readers on. Such pages are small."""
        if path in self.fresh or not path.endswith(".html"):
            return False
        try:
            is_small = (self.folder / path).stat().st_size < _REDIRECT
        except OSError:
            return False
        return is_small and any(one.element == REFRESH for one in self[path].references)

    def __getitem__(self, path: str) -> Facts:
        """What a file says about itself."""
        data = self.data(path)
        if data is None:
            raise KeyError(path)
        return facts_of(media_type(path), data, self.site.url)

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file, without reading it. Authors write the strangest names."""
        if path in self.fresh:
            return True
        return os.path.isfile(f"{self.folder}/{path}")  # noqa: PTH113  pathlib raises for some

    def __iter__(self) -> Iterator[str]:
        """The paths of the pages."""
        return iter(self.fresh)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self.fresh)


def _is_no_worse(before: _Standing, after: _Standing, index: Index) -> bool:
    """Whether none of the pages has a new fault, or lost a place that other pages lead to."""
    for path in after:
        if path not in before:
            return False
        lost = before[path].anchors - after[path].anchors
        if any(_is_needed(path, anchor, index) for anchor in lost):
            return False
    return _faults(after, after) <= _faults(before, after)


def _is_needed(path: str, anchor: str, index: Index) -> bool:
    referrers = index.referrers.get(f"{path}#{anchor}")
    if not referrers:  # a crowd is not named
        return referrers is not None
    # What feeds and the API say stands on pages too, and the page's own links are judged with it.
    return any(one.endswith(".html") and one != path for one in referrers)


def _faults(standing: _Standing, paths: Collection[str]) -> set[tuple[str, ...]]:
    """What the pages at `paths` can be found guilty of."""
    verdict = judged(standing, Resolver(standing.site), sorted(paths), standing.leads_on)
    found: set[tuple[str, ...]]
    found = {(one.file, str(one.problem), one.reference.url) for one in verdict.broken}
    for path in paths:
        facts = standing[path]
        found |= {(path, flaw.code, flaw.value) for flaw in facts.flaws}
        found |= {(path, "fault", str(facts.fault)), (path, "blank", str(facts.is_blank))}
    return found
