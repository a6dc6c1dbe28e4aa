"""Work spread over processes: the same results, and no process left behind."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.integration.sites import NOW, after, aushang, tree, write_post, write_site

from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.workers import spread, worker_count
from aushang.content.markdown.renderer import Markup, Rendered, Renderer, Surroundings
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import AushangError

PATIENCE = 60.0  # seconds; a busy machine is slow
ORPHANS = """
import os, sys, time
from pathlib import Path
from aushang.build.workers import spread
folder = Path(sys.argv[1])
def work(job):
    (folder / str(os.getpid())).touch()
    time.sleep(0.2)
    return job
list(spread(10_000, work, workers=2))
"""


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    """Whoever is done first, the first job's result comes first."""

    def work(job: int) -> int:
        time.sleep(0.02 if job % 3 == 0 else 0)
        return job * job

    assert list(spread(20, work, workers=workers)) == [job * job for job in range(20)]


def test_no_job_is_no_work() -> None:
    """An empty site needs no worker."""
    assert list(spread(0, lambda job: job, workers=2)) == []


def test_the_work_is_spread() -> None:
    """Two workers take turns while both are busy."""

    def work(_job: int) -> int:
        time.sleep(0.02)
        return os.getpid()

    assert len(set(spread(10, work, workers=2))) == 2


def test_an_error_of_the_work_is_raised_as_it_is() -> None:
    """A sentence for staff stays one, whichever process it was found in."""

    def work(job: int) -> int:
        if job == 3:
            raise AushangError("the disk is full", "free some space")
        return job

    with pytest.raises(AushangError) as caught:
        list(spread(10, work, workers=2))
    assert (caught.value.message, caught.value.hint) == ("the disk is full", "free some space")


def test_a_worker_that_dies_is_told_in_a_sentence() -> None:
    """No hang and no half result: the build ends and says why."""

    def work(job: int) -> int:
        if job == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    with pytest.raises(AushangError) as caught:
        list(spread(10, work, workers=2))
    assert caught.value.message == (
        "a worker process was ended by SIGKILL, so the site is incomplete"
    )
    assert caught.value.hint == "if memory ran out, free some and build again"


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_the_build(tmp_path: Path, end: signal.Signals) -> None:
    """However the program is ended, its workers end as well."""
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHANS, str(tmp_path)], stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + PATIENCE
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    pids = [int(file.name) for file in tmp_path.iterdir()]
    assert len(pids) == 2
    parent.send_signal(end)
    parent.wait(timeout=PATIENCE)
    while any(map(_is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in pids if _is_alive(pid)] == []


def test_ctrl_c_ends_everybody(tmp_path: Path) -> None:
    """A terminal sends it to the whole group: the parent decides, and nobody is left."""
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHANS, str(tmp_path)],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + PATIENCE
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    pids = [parent.pid, *(int(file.name) for file in tmp_path.iterdir())]
    os.killpg(parent.pid, signal.SIGINT)
    assert parent.wait(timeout=PATIENCE) != 0
    while any(map(_is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in pids if _is_alive(pid)] == []


@dataclass(frozen=True)
class Deadly:
    """A dialect that ends the worker which renders with it, as the kernel does without memory."""

    renderer: Renderer
    parent: int

    def render(self, markup: Markup, surroundings: Surroundings) -> Rendered:
        """The text; in a worker that of one post is the last."""
        if os.getpid() != self.parent and "nummer-57" in markup.path:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.renderer.render(markup, surroundings)


def test_a_worker_that_dies_in_an_edit_leaves_the_site(tmp_path: Path) -> None:
    """A hundred posts are edited, a worker ends; the old site stays, the next build is whole."""
    site = write_site(tmp_path / "news")
    for text in ("Erst so.", "Dann so."):
        for number in range(100):
            write_post(site, f"nummer-{number}", f"Nummer {number}", text)
        if text == "Erst so.":
            aushang(site, "build", "--quiet")
    before = tree(site / "site")
    configuration = load_configuration(site / "mkdocs.yml")
    around = host(configuration)
    deadly = replace(around, markdown=Deadly(around.markdown, os.getpid()), workers=2)
    with pytest.raises(AushangError, match="a worker process was ended by SIGKILL"):
        build(
            project(configuration),
            deadly,
            now=datetime.fromisoformat(NOW),
            watch=Stopwatch(Unwatched()),
        )
    assert tree(site / "site") == before
    assert aushang(site, "build", "--quiet").returncode == 0
    other = ("--output", "other", *after(site / "site"))
    assert aushang(site, "build", "--quiet", *other).returncode == 0
    assert tree(site / "site") == tree(site / "other") != before


def test_there_is_at_least_one_worker() -> None:
    """As many as processors that this process may use."""
    assert worker_count() >= 1


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
