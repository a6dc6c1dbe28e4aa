"""The rows about the preview: from the file's save to the page that a real browser shows."""

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
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as NeverShown

from bench.corpus import NOW, samples
from bench.engines import aushang, post_file
from bench.later_builds import edit
from bench.measure import environment
from bench.plan import NotThereError, Plan
from bench.table import Line, amount, bounded

_BOUND = 250  # milliseconds
_PATIENCE = 60  # seconds
_PAUSE = 0.5  # seconds between two edits: nobody saves faster
_GLANCE = 0.01  # seconds between two looks; more of them would slow down what they wait for
_PAINTED = """sentence => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    const isShown = paint && document.body.innerText.includes(sentence);
    return isShown && Date.now() - performance.now() + paint.startTime;
}"""
_ADDRESS = re.compile(r"http://\S+")
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def of_an_edit(plan: Plan) -> Iterator[Line]:
    """The page shows the new sentence by itself; after that, all else that shows it does."""
    engine = aushang()
    folder = plan.filled(engine, plan.posts)
    post = next(islice(samples(plan.posts), plan.posts // 2, None))
    file = post_file(folder, post)
    with _preview(folder) as address, browsing() as browser:
        page = browser.new_page()
        page.goto(f"{address}meldungen/{post.name}/")
        # All files are put in place at once, so one of them tells of all.
        others = f"{address}api/v1/posts/{post.name}.json"
        times = [_shown_everywhere_after(page, file, others, each) for each in range(plan.edits)]
    first, whole = zip(*times, strict=True)
    what = f"from a save to the reloaded page, {plan.posts:,} posts"
    yield bounded(what, statistics.median(first) * 1000, _BOUND, "ms")
    yield Line("… the quickest of them", amount(min(first) * 1000, "ms"))
    yield Line("… to the whole site, lists and all", amount(statistics.median(whole) * 1000, "ms"))


def _shown_everywhere_after(
    page: Page, file: Path, others: str, number: int
) -> tuple[float, float]:
    """Seconds until the page shows the edit, and until the file at `others` has it too."""
    began = _saved(file, number)
    shown = _painted(page, number, _PATIENCE) - began
    while _sentence(number).encode() not in _fetched(others):
        if time.time() > began + _PATIENCE:
            raise NotThereError(f"the whole site was not shown within {_PATIENCE} s")
        time.sleep(_GLANCE)
    return shown, time.time() - began


def shown_after(page: Page, file: Path, number: int, *, patience: float = _PATIENCE) -> float:
    """Seconds from the save until the browser has painted the page that says what was saved.

    By the browser's own account (Paint Timing), since its driver takes 40 to 60 ms to notice.
    Raises NotThereError where the page does not change by itself within `patience` seconds.
    """
    began = _saved(file, number)
    return _painted(page, number, patience) - began


def _saved(file: Path, number: int) -> float:
    """Save an edit; when that began, in seconds since 1970."""
    time.sleep(_PAUSE)
    began = time.time()
    edit(file, _sentence(number))
    return began


def _painted(page: Page, number: int, patience: float) -> float:
    """When the page with an edit was painted, in seconds since 1970."""
    sentence = _sentence(number)
    try:
        found = page.wait_for_function(_PAINTED, arg=sentence, timeout=patience * 1000)
    except NeverShown:
        raise NotThereError(
            f"a page of the preview did not change by itself within {patience:g} s"
        ) from None
    return float(found.json_value()) / 1000


def _sentence(number: int) -> str:
    return f"Vorschau Nummer {number}."


def _fetched(address: str) -> bytes:
    with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310  an address of our own making
        found: bytes = answer.read()
    return found


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
