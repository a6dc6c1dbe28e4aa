"""Rows about `aushang check` against lychee, offline and with anchors, on the same built site."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

from bench.engines import AUSHANG, aushang
from bench.measure import Cost, built, environment, median, run
from bench.plan import Plan
from bench.table import Line, Pair, bounded

_SHARE = 0.15
_MEMORY = 400  # MB
_LARGEST_SHARE = 1 / 3
_SETTLED = 2.5  # seconds; what is younger is read again, and nobody checks a page that fast
_FAULTS = 40


@dataclass(frozen=True, slots=True)
class _Site:
    """A built site, and the folder in which our program keeps what it knows of it."""

    folder: Path
    cache: Path

    @property
    def ours(self) -> tuple[str, ...]:
        """Our command. It judges feeds and JSON as well."""
        return ("env", f"XDG_CACHE_HOME={self.cache}", str(AUSHANG), "check", str(self.folder))

    def theirs(self, lychee: Path) -> tuple[str, ...]:
        """Lychee's command. It reads pages alone."""
        options = ("--offline", "--include-fragments", "--index-files", "index.html")
        return (
            str(lychee),
            *options,
            *("--no-progress", "--root-dir", str(self.folder)),
            f"{self.folder}/**/*.html",
        )


def against_lychee(plan: Plan) -> Iterator[Line]:
    """Cold, with one page changed, memory, and what each of them finds of planted faults."""
    site = _site(plan)
    lychee = plan.peers.lychee
    cold: list[Cost] = []
    warm: list[Cost] = []
    theirs: list[Cost] = []
    pages = sorted(site.folder.glob("meldungen/**/index.html"))
    for number in range(plan.runs):
        shutil.rmtree(site.cache, ignore_errors=True)
        cold.append(run(site.ours, plan.folder))
        _touch(pages[number])
        warm.append(run(site.ours, plan.folder))
        theirs.append(run(site.theirs(lychee), plan.folder))
    count = sum(1 for _ in site.folder.rglob("*.html"))
    yield Pair(
        what=f"check of {count:,} pages, lychee offline with anchors",
        ours=median(cold),
        peer=median(theirs),
    ).at_most(1)
    yield Pair(
        what="the same when one page changed", ours=median(warm), peer=median(theirs)
    ).at_most(_SHARE)
    shutil.rmtree(site.cache)
    peak = run(site.ours, plan.folder, is_watched=True).megabytes
    yield bounded("peak memory of the check", peak, _MEMORY, "MB")
    planted = [_planted(page, number) for number, page in enumerate(pages[:_FAULTS])]
    ours, their_finds = _found_by_us(site), _found_by_lychee(site, lychee)
    for page, url in sorted(their_finds - ours):
        print(f"only lychee finds {url} on {page}")
    for page, url in sorted(ours - their_finds):
        print(f"only Aushang finds {url} on {page}")
    missed = len(set(planted) - ours) + len(their_finds - ours)
    yield bounded(f"of {_FAULTS} planted faults and what lychee finds, missed", missed, 0, "")


def share_of_the_gate(plan: Plan) -> Iterator[Line]:
    """A cold build against the same one in which nothing is judged."""
    gated = aushang()
    command = (sys.executable, "-m", "bench.ungated", *gated.commands[0][1:])
    ungated = replace(gated, name="aushang-ungated", commands=(command,))
    whole, without = plan.in_turn(plan.posts, gated, ungated)
    share = 1 - median(without) / median(whole)
    yield Line(
        what=f"the gate's share of a cold build of {plan.posts:,} posts",
        ours=f"{median(whole):.2f} s",
        peer=f"{median(without):.2f} s without",
        compared=f"{share:.0%}",
        target=f"≤ {_LARGEST_SHARE:.0%}",
        is_met=share <= _LARGEST_SHARE,
    )


def _site(plan: Plan) -> _Site:
    engine = aushang()
    folder = plan.filled(engine, plan.posts)
    if not (folder / engine.output).exists():
        built(engine, folder)
    copy = plan.folder / "checked"
    shutil.copytree(folder / engine.output, copy)
    time.sleep(_SETTLED)
    return _Site(copy, plan.folder / "cache")


def _touch(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</article>", "<p>Nachtrag.</p></article>", 1), encoding="utf-8")
    time.sleep(_SETTLED)


def _planted(page: Path, number: int) -> tuple[str, str]:
    """A dead link, picture or anchor on the page; the page, and the address as it means it."""
    url, markup = (
        (f"../weg-{number}/", '<a href="{}">Dorthin</a>'),
        (f"bild-{number}.png", '<img src="{}" alt="Ein Bild">'),
        (f"#stelle-{number}", '<a href="{}">Zur Stelle</a>'),
        (f"/weg-{number}.pdf", '<a href="{}">Als PDF</a>'),
    )[number % 4]
    text = page.read_text(encoding="utf-8")
    added = f"<p>{markup.format(url)}</p></article>"
    page.write_text(text.replace("</article>", added, 1), encoding="utf-8")
    return str(page), _absolute(page, url)


def _absolute(page: Path, url: str) -> str:
    """An address as a `file:` URL; a rooted one keeps its path. Lychee drops the last slash."""
    return (url if url.startswith("/") else urljoin(page.as_uri(), url)).rstrip("/")


def _said(command: Sequence[str]) -> bytes:
    return subprocess.run(command, check=False, capture_output=True, env=environment()).stdout


def _found_by_us(site: _Site) -> set[tuple[str, str]]:
    report = json.loads(_said((*site.ours, "--format", "json")))
    found = set()
    for finding in report["findings"]:
        if finding["code"] in {"AU201", "AU202"}:
            page = site.folder / finding["location"]["path"]
            url = finding["message"].split("“")[1].split("”")[0]
            found.add((str(page), _absolute(page, url)))
    return found


def _found_by_lychee(site: _Site, lychee: Path) -> set[tuple[str, str]]:
    report = json.loads(_said((*site.theirs(lychee), "--format", "json")))
    root = site.folder.as_uri()
    return {
        # Where it looked for an address that begins with a slash.
        (page, url.removeprefix(root) if url.startswith(f"{root}/weg-") else url)
        for page, failures in report["error_map"].items()
        for url in (failure["url"] for failure in failures)
    }
