"""The first pass over the content: of the whole folder, or of what was edited since the last build.

What it leaves for the next build is made here too: the drafts are let go when the posts are made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from aushang.build import folder
from aushang.build.basis import Ground, ground_of
from aushang.build.garbage import uncollected
from aushang.build.inputs import BOOKING, clocks, inputs_of, inputs_of_post, of_bookings
from aushang.build.live import Again, Last, Live, kept_of, read_again
from aushang.build.project import Host, Project, draft_content
from aushang.build.shelf import Shelf
from aushang.build.state import Known
from aushang.content.assembly import Drafted
from aushang.content.glance import glance
from aushang.content.load import draft


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPass:
    """What was read, as inputs too, and what the next build needs of it.

    In a preview that is `last`, else `folder` (see `build.folder`); neither, and no `ground`, for a
    folder that cannot be told by a glance.
    """

    drafted: Drafted
    inputs: Mapping[str, str]
    last: Last | None = None
    folder: bytes = b""
    ground: Ground | None = None


def first_pass(  # noqa: PLR0913  each is a thing of its own
    project: Project,
    host: Host,
    *,
    now: datetime,
    shelf: Shelf,
    same: Known | None,
    live: Live | None,
) -> FirstPass:
    """Read what has to be read; `same` is what is known of a build under the same settings."""
    # Before anything is read: what changes meanwhile is a change for the next build. A blog of
    # another make is read as a whole, because its files reach into each other.
    seen = glance(project.content) if host.draft is draft else None
    shelf.glance = seen or {}
    if seen is None:
        drafted = draft_content(project, host, now, shelf)
        return FirstPass(drafted=drafted, inputs=inputs_of(drafted, shelf))
    last = _last(same, live, project)
    shelf.booked = {one.name: one for one in last.drafted.bookings} if last else {}
    again = read_again(last, seen, now, shelf) if last else None
    drafted = again.drafted if again else draft_content(project, host, now, shelf)
    kept = kept_of(drafted, seen, shelf.now, again, last)
    return FirstPass(
        drafted=drafted,
        inputs=_inputs(again, same, shelf) if again and same else inputs_of(drafted, shelf),
        last=kept if live else None,
        folder=b"" if live else folder.packed(kept),
        ground=ground_of(kept, seen, shelf) if host.premises else None,
    )


def _last(same: Known | None, live: Live | None, project: Project) -> Last | None:
    if same is None:
        return None
    if live:
        return live.last
    with uncollected():
        return folder.unpacked(same.folder, same.units.values(), project)


def _inputs(again: Again, same: Known, shelf: Shelf) -> dict[str, str]:
    """Those of the last build, but for what was edited and what time has changed."""
    inputs = dict(same.account.inputs)
    for one in again.edited:
        inputs |= inputs_of_post(one, again.drafted.publication, shelf)
    if again.is_rebooked:
        inputs = {name: now for name, now in inputs.items() if not name.startswith(BOOKING)}
        inputs |= of_bookings(again.drafted)
    if again.is_later:
        inputs |= clocks(again.drafted)
    return inputs
