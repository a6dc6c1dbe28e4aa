"""Runs commands in turn, each as a whole process, and keeps what the system says it cost."""

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock seconds, and the peak memory of the largest process in MB."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """One run; raises CalledProcessError if it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr  # noqa: S101  PIPE was asked for
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=complaint)
    return Cost(seconds, usage.ru_maxrss / 1024)


def cold(command: Sequence[str], folder: Path, output: str) -> Cost:
    """One run with nothing left over from the run before.

    What is left over is moved aside and not removed: ext4 is slow to make files for minutes after
    thousands were removed, which would be charged to whoever runs next.
    """
    aside = folder.parent / f"{folder.name}-before"
    for name in (output, f".{output}.aushang"):
        if (folder / name).exists():
            aside.mkdir(exist_ok=True)
            (folder / name).rename(aside / f"{len(list(aside.iterdir()))}")
    return run(command, folder)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of the times and of the peaks."""
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.megabytes for cost in costs),
    )
