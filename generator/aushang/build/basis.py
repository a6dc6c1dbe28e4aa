"""What a build stood on, taken down for the next one (see `standing`)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aushang.build.head import Basis, Premises
from aushang.build.live import Last
from aushang.build.program import program
from aushang.build.shelf import Shelf
from aushang.build.untouched import COARSE
from aushang.checks.written import WrittenFile
from aushang.content.glance import Glance
from aushang.model import Diagnostic, Publication

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Ground:
    """The content folder as it was read: `seen` and `unsure` as in `head.Basis`.

    It shows the same until a moment of a post comes, or the minute is over: pages tell it.
    """

    seen: Glance
    unsure: dict[str, str]
    until: datetime


def ground_of(last: Last, seen: Glance, shelf: Shelf) -> Ground | None:
    """What a first pass over a folder that looked as `seen` stood on; `last` is what it came to.

    None where a file is so new that its time says nothing, and it was not read either.
    """
    late = {file for file, (changed, _) in seen.items() if changed >= shelf.now - COARSE}
    unsure = {
        entry.place: shelf.seen[entry.path].digest
        for entry in last.drafted.inventory.entries
        if entry.place in late and entry.path in shelf.seen
    }
    if late - {file for file, digest in unsure.items() if digest}:
        return None
    return Ground(last.seen, unsure, _until(last))


def _until(last: Last) -> datetime:
    now = last.drafted.publication.now
    zone = last.drafted.publication.site.zone
    offset = now.astimezone(zone).utcoffset() or timedelta()
    if offset % _MINUTE:  # of the times before there were zones: the minute ends at an odd second
        return now
    over = now.astimezone(UTC).replace(second=0, microsecond=0) + _MINUTE
    return min(over, last.until)


def basis_of(  # noqa: PLR0913  each is a thing of its own
    ground: Ground,
    premises: Premises,
    *,
    publication: Publication,
    files: Iterable[WrittenFile],
    found: tuple[Diagnostic, ...],
    said: Iterable[Diagnostic],
) -> Basis:
    """What a good build stood on, and what it came to.

    `found` is what it told, `said` what is found in texts at whatever time: it may begin or cease
    to be a finding.
    """
    now = publication.now
    bounds = (at for one in (*found, *said) for at in (one.since, one.until) if at and at > now)
    return Basis(
        premises=premises,
        program=program(),
        now=now,
        until=min((ground.until, *bounds)),
        seen=ground.seen,
        unsure=ground.unsure,
        diagnostics=found,
        posts=len(publication.posts),
        files=Counter(file.kind for file in files),
    )
