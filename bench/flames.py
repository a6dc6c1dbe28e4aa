"""Where a cold build spends its time, as a picture: every function as wide as its share.

    python -m bench.flames [--posts 10000] docs/images/cold-build.svg

The build runs in this process alone and is asked a thousand times a second of processor time what
it is doing. Loading the program itself is left out.
"""

import argparse
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from aushang.build.moment import moment
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.workers import collect_seldom
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import project, publisher
from bench.corpus import NOW, samples
from bench.engines import fill_aushang
from bench.flame_picture import picture

_EVERY = 0.001  # seconds of processor time
_FIRST = "build.pipeline.build"

Stack = tuple[str, ...]
"""Functions, each called by the one before."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and write the picture."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.flames",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("file", type=Path, help="where the picture goes")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="aushang-bench-") as name:
        stacks = of_a_build(Path(name), options.posts)
    title = f"A cold build of {options.posts:,} posts in one process"
    options.file.write_text(picture(stacks, title), encoding="utf-8")
    return 0


def of_a_build(folder: Path, posts: int) -> Counter[Stack]:
    """How often each stack was met in a cold build."""
    fill_aushang(folder, samples(posts))
    configuration = load_configuration(folder / "mkdocs.yml")
    host = replace(publisher(configuration), workers=1)
    now = moment(f"{NOW:%Y-%m-%dT%H:%M}", configuration.site.zone)
    collect_seldom()
    with sampled() as stacks:
        build(project(configuration), host, now=now, watch=Stopwatch(Unwatched()))
    return below(stacks, _FIRST)


@contextmanager
def sampled() -> Iterator[Counter[Stack]]:
    """Count what this thread is doing, as long as it lasts."""
    stacks: Counter[Stack] = Counter()

    def note(_signal: int, frame: FrameType | None) -> None:
        stack = []
        while frame:
            stack.append(f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_name}")
            frame = frame.f_back
        stacks[tuple(reversed(stack))] += 1

    before = signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        yield stacks
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def below(stacks: Mapping[Stack, int], first: str) -> Counter[Stack]:
    """The stacks from a function of ours on, without those that it is not part of."""
    found: Counter[Stack] = Counter()
    for stack, times in stacks.items():
        names = tuple(name.removeprefix("aushang.") for name in stack)
        if first in names:
            found[names[names.index(first) :]] += times
    return found


if __name__ == "__main__":
    sys.exit(main())
