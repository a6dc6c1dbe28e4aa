"""An audit of a folder as the commands run it: progress, findings and account."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from aushang.audit.audit import Audit, audit
from aushang.audit.cache import cache_file
from aushang.audit.site import site_of
from aushang.build.moment import moment
from aushang.build.workers import collect_seldom, worker_count
from aushang.cli.reporting import Wanted, told
from aushang.reports.text import report


def audited(  # noqa: PLR0913  each is a thing of its own
    folder: Path,
    now: str | None,
    *,
    site_url: str,
    is_strict: bool,
    is_forgetful: bool,
    wanted: Wanted,
) -> int:
    """Judge the folder and tell; the exit code. Raises AushangError."""
    collect_seldom()
    site = site_of(folder, site_url)
    with _counter(is_shown=wanted.is_text) as (count, colour):
        result = audit(
            folder,
            site,
            now=moment(now, ZoneInfo(site.time_zone)) if now else datetime.now(UTC),
            workers=worker_count(),
            cache=None if is_forgetful else cache_file(folder),
            told=count,
        )
    exit_code = int(any(one.is_error or is_strict for one in result.diagnostics))
    root = folder.absolute()
    told(
        result.diagnostics,
        wanted,
        text=report(result.diagnostics, root=root, cwd=Path.cwd(), colour=colour),
        root=root,
        exit_code=exit_code,
        is_strict=is_strict,
        colour=colour,
    )
    if wanted.is_text:
        click.echo(_account(result))
    return exit_code


def _account(result: Audit) -> str:
    """How much was looked at, such as “160 pages in 473 files, 3 of them read anew”."""
    pages, files = _number(result.pages, "page"), _number(result.files, "file")
    anew = "" if result.read == result.files else f", {result.read:,} of them read anew"
    return f"{pages} in {files}{anew}"


def _number(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


@contextmanager
def _counter(*, is_shown: bool) -> Iterator[tuple[Callable[[int, int], None], bool]]:
    """Whom the audit tells how far it is, and whether findings are told in colour."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        yield _silent, False
        return
    from aushang.cli.bar import Counter, console  # noqa: PLC0415  rich costs what a pipe need not pay

    screen = console()
    has_colour = screen.color_system is not None and not screen.no_color
    if not (is_shown and screen.is_interactive):
        yield _silent, has_colour
    else:
        with Counter(screen, "reading the site") as counter:
            yield counter.count, has_colour


def _silent(_done: int, _of: int) -> None:
    """Nobody watches."""
