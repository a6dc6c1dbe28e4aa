"""`aushang baseline`."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from aushang.build.preparation import Prepared, prepare
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.staging import open_staging
from aushang.checks.baseline import Known, baseline_of, shrunk, sifted, written
from aushang.checks.outgrown_baseline import FILE
from aushang.cli.building import clock, opened
from aushang.cli.options import configuration_option, now_option
from aushang.content.writing import overwrite
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.host import project, publisher
from aushang.reports.text import report


@click.command()
@configuration_option
@now_option("Judge the site")
@click.option("--add", "is_growing", is_flag=True, help="Let new findings pass as well.")
def baseline(*, file: Path, now: str | None, is_growing: bool) -> int:
    """Let pass what an old site is guilty of, and nothing new.

    Writes aushang-baseline.json beside the configuration; with it, only findings that it does not
    know keep a publish back. Run again, it takes out what is gone. Nothing is published.
    """
    configuration = opened(file)
    prepared = _prepared(configuration, now)
    publication, found = prepared.publication, prepared.diagnostics
    place = configuration.root / FILE
    before = configuration.baseline
    if is_growing or not place.exists():
        after = baseline_of(found, publication)
    else:
        after = shrunk(before, sifted(found, before, publication).gone)
    if after or place.exists():
        _write(place, after)
    click.echo(_account(before, after))
    left = sifted(found, after, publication).new
    if left:
        click.echo(report(left, root=configuration.root, cwd=Path.cwd()))
    return int(any(finding.is_error for finding in left))


def _prepared(configuration: Configuration, now: str | None) -> Prepared:
    """The whole site judged, without a baseline and without what is known of the last build."""
    bare = replace(configuration, baseline=())
    with TemporaryDirectory(prefix="aushang_") as room:
        folder = Path(room)
        return prepare(
            project(bare),
            publisher(bare),
            now=clock(now, bare.site),
            staging=open_staging(folder / "staging", folder / "nothing"),
            watch=Stopwatch(Unwatched()),
        )


def _write(place: Path, known: tuple[Known, ...]) -> None:
    if known:
        overwrite(place, written(known).encode())
    else:
        place.unlink()


def _account(before: tuple[Known, ...], after: tuple[Known, ...]) -> str:
    old, new = (sum(one.count for one in same) for same in (before, after))
    if not new:
        return f"{FILE} is removed: nothing is left" if old else "nothing was found to let pass"
    number = "1 finding is" if new == 1 else f"{new} findings are"
    told = f"{FILE}: {number} let pass"
    if old > new:
        return f"{told}, {old - new} fewer than before"
    return f"{told}, {new - old} more than before" if old and new > old else told
