"""Runs an engine's commands, each as a whole process, and keeps what they cost."""

import os
import signal
import statistics
import subprocess
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.engines import Engine
from bench.memory import watching

_CHECKOUT = Path(__file__).parents[1]
"""Where `bench` is found, from whatever folder a command is run in."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock seconds, and peak memory in MB: 0 where it was not watched."""

    seconds: float
    megabytes: float = 0.0


def environment() -> dict[str, str]:
    """What every process gets.

    An installed program keeps its bytecode. Ours must not pay for a shell that forbids it.
    """
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(_CHECKOUT)}


def built(engine: Engine, folder: Path, *, is_watched: bool = False) -> Cost:
    """The engine's commands one after the other, on what the folder holds.

    Before it starts, what others have written is brought to the disk, so that nobody waits for
    somebody else's files.
    """
    os.sync()
    costs = [run(command, folder, is_watched=is_watched) for command in engine.commands]
    return Cost(
        sum(cost.seconds for cost in costs), max((cost.megabytes for cost in costs), default=0.0)
    )


def cold(engine: Engine, folder: Path, *, is_watched: bool = False) -> Cost:
    """The same with nothing left over from the run before.

    What is left over is moved aside and not removed: ext4 is slow to make files for minutes after
    thousands were removed, which would be charged to whoever runs next.
    """
    aside = folder.parent / f"{folder.name}-before"
    for name in (engine.output, *engine.leavings):
        if (folder / name).exists():
            aside.mkdir(exist_ok=True)
            (folder / name).rename(aside / f"{len(list(aside.iterdir()))}")
    return built(engine, folder, is_watched=is_watched)


def run(command: Sequence[str], folder: Path, *, is_watched: bool = False) -> Cost:
    """One command; raises CalledProcessError with what it said if it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # so that its children can be found, and ended with it
    )
    try:
        if is_watched:
            with watching(process.pid) as watch:
                said, _ = process.communicate()
            peak = watch.megabytes
        else:
            said, _ = process.communicate()
            peak = 0.0
        seconds = time.perf_counter() - began
    except BaseException:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output=said)
    return Cost(seconds, peak)


def median(costs: Iterable[Cost]) -> float:
    """The median of the times, in seconds."""
    return statistics.median(cost.seconds for cost in costs)
