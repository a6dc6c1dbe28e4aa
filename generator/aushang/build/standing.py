"""Whether everything is as the last build left it: told with little imported and little read.

Whatever it is not sure of is for a whole build to find out.
"""

from collections import Counter
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from aushang.build.head import Basis, Head
from aushang.build.program import program
from aushang.build.result import Outcome, Result
from aushang.build.target import Target
from aushang.build.untouched import identity, is_untouched
from aushang.content.glance import glance

_FEW = 100
"""Files that are read because their times say nothing; with more, a build that notes them anew."""


def is_standing(head: Head, target: Target, *, now: datetime) -> bool:
    """Whether a build at `now` would publish what is published, and tell what was told then.

    The head is the target's own, and its premises hold. Needs the lock.
    """
    basis = head.basis
    return (
        basis is not None
        and (basis.now == now or basis.now <= now < basis.until)
        and head.folder == identity(target.folder)
        and not target.previous.exists()
        and basis.program == program()
        and _is_content(basis)
        and is_untouched(target.folder, head.tree, head.switched)
    )


def unchanged(basis: Basis) -> Result:
    """What a build comes to where everything is as it was."""
    return Result(
        outcome=Outcome.UNCHANGED,
        diagnostics=basis.diagnostics,
        posts=basis.posts,
        files=Counter(basis.files),
        seconds={},
    )


def digest(file: str) -> str:
    """The SHA-256 of a file; empty where there is none that can be read."""
    try:
        return sha256(Path(file).read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_content(basis: Basis) -> bool:
    """Whether the content folder holds what it held."""
    seen = glance(Path(basis.premises.content))
    if seen is None or len(basis.unsure) > _FEW:
        return False
    now = dict(seen)
    for file, then in basis.unsure.items():
        if now.get(file, (0, -1))[1] != basis.seen[file][1] or digest(file) != then:
            return False
        now[file] = basis.seen[file]
    return now == basis.seen
