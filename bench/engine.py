"""Aushang's engine against its peers: the same posts for each, run in turn, one table.

    python -m bench.engine [--only cold,edit] [--posts 10000] [--runs 3]

The machine's speed drifts, so ratios count. Prints the table in Markdown, to be pasted.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bench import answers, checkers, cold_builds, later_builds, nginx, previews, starts, sync
from bench.machine import compile_sources, state
from bench.plan import NotThereError, Plan
from bench.table import Line, markdown

ROWS: Mapping[str, Callable[[Plan], Iterator[Line]]] = {
    "cold": cold_builds.against_hugo,
    "search": cold_builds.with_search,
    "edit": later_builds.of_an_edit,
    "serve": previews.of_an_edit,
    "large": cold_builds.of_a_large_archive,
    "check": checkers.against_lychee,
    "gate": checkers.share_of_the_gate,
    "answers": answers.of_a_year,
    "nginx": nginx.of_status,
    "sync": sync.of_an_app,
    "help": starts.of_help,
    "ripple": later_builds.of_a_new_post,
    "mkdocs": cold_builds.against_mkdocs,
    "zensical": cold_builds.against_zensical,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the chosen rows and print the table; 1 if a command of any row failed.

    A target that is not met fails nothing: whether it counts depends on what else the machine did.
    """
    options = _parser().parse_args(arguments)
    compile_sources()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="aushang-bench-") as name:
        plan = Plan(
            folder=Path(name),
            posts=options.posts,
            small=options.small,
            large=options.large,
            runs=options.runs,
            edits=options.edits,
            starts=options.starts,
        )
        lines = [line for row in options.only for line in measured(row, ROWS[row], plan)]
    print(f"\n{plan.runs} runs in turn, medians\n\n{markdown(lines)}")
    return int(any(line.is_failure for line in lines))


def measured(name: str, row: Callable[[Plan], Iterator[Line]], plan: Plan) -> list[Line]:
    """A row's lines; where it cannot be measured, one that says why."""
    print(f"{name}: {state()}", file=sys.stderr, flush=True)
    try:
        return list(row(plan))
    except NotThereError as reason:
        return [Line(name, f"not there yet: {reason}")]
    except subprocess.CalledProcessError as fault:
        said = (fault.output or b"").decode(errors="replace").strip().splitlines()
        print("\n".join(said), file=sys.stderr)
        return [Line(name, f"failed: {said[-1] if said else fault}", is_failure=True)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.engine",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--only", type=_rows, default=list(ROWS), metavar="ROWS", help=f"of {','.join(ROWS)}"
    )
    parser.add_argument("--posts", type=int, default=10_000, help="in most rows")
    parser.add_argument("--small", type=int, default=1_000, help="for the slow peers")
    parser.add_argument("--large", type=int, default=100_000, help="in the row large")
    parser.add_argument("--runs", type=int, default=3, help="of each command")
    parser.add_argument("--edits", type=int, default=20, help="in the row serve")
    parser.add_argument("--starts", type=int, default=20, help="in the row help")
    parser.add_argument("--folder", type=Path, help="where posts and sites go for the while")
    return parser


def _rows(names: str) -> list[str]:
    chosen = names.split(",")
    for name in chosen:
        if name not in ROWS:
            raise argparse.ArgumentTypeError(f"“{name}” is no row; rows are {', '.join(ROWS)}")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
