"""An audit of a folder as the commands run it: progress, findings and account."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aushang.audit.audit import Audit, audit
from aushang.audit.cache import cache_file
from aushang.audit.site import site_of
from aushang.build.moment import moment
from aushang.build.workers import collect_seldom, worker_count
from aushang.checks.outside_links import written_outside_links
from aushang.checks.written.resolution import page_of
from aushang.cli.asking import NOBODY, Asking
from aushang.cli.outside import ask
from aushang.cli.reporting import Wanted, told
from aushang.cli.watchers import counter
from aushang.model import Diagnostic
from aushang.outside.findings import Place
from aushang.reports.text import report


def audited(  # noqa: PLR0913  each is a thing of its own
    folder: Path,
    now: str | None,
    *,
    site_url: str,
    is_strict: bool,
    is_forgetful: bool,
    wanted: Wanted,
    asking: Asking = NOBODY,
) -> int:
    """Judge the folder and tell; the exit code. Raises AushangError."""
    collect_seldom()
    site = site_of(folder, site_url)
    with counter("reading the site", is_shown=wanted.is_text) as (count, colour):
        result = audit(
            folder,
            site,
            now=moment(now, ZoneInfo(site.time_zone)) if now else datetime.now(UTC),
            workers=worker_count(),
            cache=None if is_forgetful else cache_file(folder),
            told=count,
        )
    found, sentences = result.diagnostics, [_account(result)]
    if asking.is_wanted:
        ledger = cache_file(folder).with_suffix(".outside.sqlite")
        is_shown = wanted.is_text
        answers, sentence = _asked(result, asking, ledger, is_strict=is_strict, is_shown=is_shown)
        found = tuple(sorted((*found, *answers), key=lambda one: one.order))
        sentences.append(sentence)
    return _told(found, sentences, folder, wanted, is_strict=is_strict, colour=colour)


def _told(  # noqa: PLR0913  each is a thing of its own
    found: tuple[Diagnostic, ...],
    sentences: list[str],
    folder: Path,
    wanted: Wanted,
    *,
    is_strict: bool,
    colour: bool,
) -> int:
    """Tell what was found, and then the sentences; the exit code."""
    exit_code = int(any(one.is_error or is_strict for one in found))
    root = folder.absolute()
    text = report(found, root=root, cwd=Path.cwd(), colour=colour, elsewhere="--report json=FILE")
    told(
        found,
        wanted,
        text="\n".join([text, *sentences] if text else sentences),
        root=root,
        exit_code=exit_code,
        is_strict=is_strict,
        colour=colour,
    )
    return exit_code


def _asked(
    result: Audit, asking: Asking, ledger: Path, *, is_strict: bool, is_shown: bool
) -> tuple[tuple[Diagnostic, ...], str]:
    """What other sites say of the links to them, and a sentence about it."""
    url = result.written.site.url
    return ask(
        _places(result),
        asking,
        ledger=ledger,
        site_url=url,
        is_strict=is_strict,
        is_shown=is_shown,
    )


def _places(result: Audit) -> dict[str, list[Place]]:
    """For each address the first file in which it stands, with all pages on which it shows."""
    written = result.written
    return {
        url: [Place(written.place(files[0], url), tuple(map(page_of, files)))]
        for url, files in written_outside_links(written).items()
    }


def _account(result: Audit) -> str:
    """How much was looked at, such as “160 pages in 473 files, 3 of them read anew”."""
    pages, files = _number(result.pages, "page"), _number(result.files, "file")
    anew = "" if result.read == result.files else f", {result.read:,} of them read anew"
    return f"{pages} in {files}{anew}"


def _number(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
