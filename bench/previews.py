"""The row about the preview: from the file's save to the page that a real browser shows."""

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as NeverShown

from bench.corpus import NOW, samples
from bench.engines import aushang, post_file
from bench.later_builds import edit
from bench.measure import environment
from bench.plan import NotThereError, Plan
from bench.table import Line, bounded

_BOUND = 250  # milliseconds
_PATIENCE = 60  # seconds
_PAUSE = 0.5  # seconds between two edits: nobody saves faster
_ADDRESS = re.compile(r"http://\S+")
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def of_an_edit(plan: Plan) -> Iterator[Line]:
    """The page shows the new sentence by itself; what the driver takes to notice it is included."""
    engine = aushang()
    folder = plan.filled(engine, plan.posts)
    post = next(islice(samples(plan.posts), plan.posts // 2, None))
    file = post_file(folder, post)
    with _preview(folder) as address, browsing() as browser:
        page = browser.new_page()
        page.goto(f"{address}meldungen/{post.name}/")
        times = [shown_after(page, file, number) for number in range(plan.edits)]
    what = f"from a save to the reloaded page, {plan.posts:,} posts"
    yield bounded(what, statistics.median(times) * 1000, _BOUND, "ms")


def shown_after(page: Page, file: Path, number: int, *, patience: float = _PATIENCE) -> float:
    """Seconds from the save until the page shows what was saved.

    Raises NotThereError where it does not by itself, within `patience` seconds.
    """
    time.sleep(_PAUSE)
    sentence = f"Vorschau Nummer {number}."
    began = time.perf_counter()
    edit(file, sentence)
    try:
        page.get_by_text(sentence).wait_for(timeout=patience * 1000)
    except NeverShown:
        raise NotThereError(
            f"a page of the preview did not change by itself within {patience:g} s"
        ) from None
    return time.perf_counter() - began


@contextmanager
def _preview(folder: Path) -> Iterator[str]:
    """A running `aushang serve`; gives the address of the start page."""
    program = str(Path(sys.executable).parent / "aushang")
    log = folder.parent / "serve.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [program, "serve", "--port", "0", "--now", f"{NOW:%Y-%m-%dT%H:%M}"],
            cwd=folder,
            env={**environment(), "PYTHONUNBUFFERED": "1"},
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield _address(process, log)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    while process.poll() is None:
        told = log.read_text(encoding="utf-8")
        if found := _ADDRESS.search(told):
            return found[0]
        time.sleep(0.05)
    raise subprocess.CalledProcessError(process.returncode, process.args, output=log.read_bytes())


@contextmanager
def browsing() -> Iterator[Browser]:
    """The system's Chromium."""
    program = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if not program:
        raise FileNotFoundError("this row drives the system's Chromium, which is not installed")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()
