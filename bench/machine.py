"""What the machine is like at this moment, so that figures of two days can be told apart."""

import compileall
import os
import time
from pathlib import Path

_SOURCES = (Path(__file__).parents[1] / "generator", Path(__file__).parents[1] / "themes")
_STEPS = 3_000_000


def state() -> str:
    """How busy it is, and how fast."""
    return f"load {os.getloadavg()[0]:.1f}, calibration loop {calibration():.2f} s"


def calibration() -> float:
    """Seconds that the same loop takes each time: the speed of a virtual core drifts by half."""
    began = time.perf_counter()
    total = 0
    for step in range(_STEPS):
        total += step & 7
    return time.perf_counter() - began


def compile_sources() -> None:
    """Our modules as bytecode, which every installed package has."""
    for folder in _SOURCES:
        compileall.compile_dir(folder, quiet=1)
