"""What a run costs, and what is left of it."""

import subprocess
import sys
from pathlib import Path

import pytest
from bench.engines import Engine
from bench.measure import Cost, cold, environment, median, run

MEGABYTES = 60
HOLDING = f"import time; held = b'x' * {MEGABYTES}_000_000; time.sleep(0.6)"
TWO_HOLDING = f"import os; pid = os.fork(); {HOLDING}; pid and os.wait()"


def python(program: str) -> tuple[str, ...]:
    """The command of a small program."""
    return (sys.executable, "-c", program)


def test_a_run_takes_its_time(tmp_path: Path) -> None:
    """Wall-clock seconds; memory is left alone unless asked for."""
    cost = run(python("import time; time.sleep(0.2)"), tmp_path)
    assert cost.seconds >= 0.2
    assert cost.megabytes == 0


def peak(program: str, folder: Path, *, expected: float) -> float:
    """What a program was seen to hold, in MB.

    A busy machine may look at no moment at which it holds all; then there is another run.
    """
    seen = 0.0
    for _ in range(10):
        seen = run(python(program), folder, is_watched=True).megabytes
        if seen >= expected:
            break
    return seen


def test_a_watched_run_knows_its_peak(tmp_path: Path) -> None:
    """What the process holds, and not much more."""
    assert MEGABYTES <= peak(HOLDING, tmp_path, expected=MEGABYTES) < 2 * MEGABYTES


def test_the_memory_of_children_counts(tmp_path: Path) -> None:
    """Two processes that hold as much each are counted both."""
    both = 2 * MEGABYTES
    assert both <= peak(TWO_HOLDING, tmp_path, expected=both) < 3 * MEGABYTES


def test_what_forked_processes_share_counts_once(tmp_path: Path) -> None:
    """A worker does not cost what its parent held before."""
    program = (
        f"import os, time; held = b'x' * {MEGABYTES}_000_000; pid = os.fork(); "
        "time.sleep(0.6); pid and os.wait()"
    )
    assert MEGABYTES <= peak(program, tmp_path, expected=MEGABYTES) < 1.7 * MEGABYTES


def test_a_failure_carries_what_was_said(tmp_path: Path) -> None:
    """A figure of a command that failed would be about nothing."""
    with pytest.raises(subprocess.CalledProcessError) as fault:
        run(python("import sys; sys.exit('no such thing')"), tmp_path)
    assert fault.value.output == b"no such thing\n"


def test_a_cold_run_finds_nothing_of_the_one_before(tmp_path: Path) -> None:
    """Site and state are out of the way, and nothing was deleted."""
    program = "from pathlib import Path; Path('out').mkdir(); Path('state').touch(exist_ok=False)"
    engine = Engine(
        "probe", lambda folder, _: folder.mkdir(), (python(program),), "out", ("state",)
    )
    folder = tmp_path / "probe"
    engine.fill(folder, [])
    for _ in range(3):
        cold(engine, folder)
    assert len(list((tmp_path / "probe-before").iterdir())) == 4


def test_children_may_keep_their_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed program has it; a shell that forbids it would be charged to us."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in environment()


def test_the_median_is_of_the_times() -> None:
    """One slow run changes nothing."""
    assert median([Cost(1.0), Cost(90.0), Cost(2.0)]) == 2.0
