"""The row about the start of the command line."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Cost, median, run
from bench.plan import Plan
from bench.table import Line, Pair

_EXTRA = 0.15  # seconds


def of_help(plan: Plan) -> Iterator[Line]:
    """`aushang --help` against a Python that does nothing."""
    ours: list[Cost] = []
    empty: list[Cost] = []
    program = str(Path(sys.executable).parent / "aushang")
    for _ in range(plan.starts):
        empty.append(run([sys.executable, "-c", ""], plan.folder))
        ours.append(run([program, "--help"], plan.folder))
    what = "`aushang --help`; the peer is an empty Python process"
    yield Pair(what=what, ours=median(ours), peer=median(empty)).no_more_than(_EXTRA)
