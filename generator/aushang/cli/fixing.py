"""What `aushang check --fix` does: show what would change, ask, and change it."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from aushang.content.mending import Mended, difference, mended
from aushang.content.writing import overwrite
from aushang.model import Diagnostic, Edit
from aushang.reports.legible import harmless, legible


@dataclass(frozen=True, slots=True)
class _Change:
    """A file as it is, and as it would be."""

    file: Path
    path: str
    before: bytes
    after: Mended


def fixed(
    diagnostics: Sequence[Diagnostic], root: Path, *, is_sure: bool, is_strict: bool = False
) -> int:
    """Mend what can be mended with certainty; 1 if an error is left, else 0.

    `root` is the publication's folder; nothing outside of it is changed. With `is_sure` nobody is
    asked; where nobody can be asked, nothing is changed. With
    `is_strict` warnings are errors.
    """
    changes = [
        change
        for path, edits in _by_file(diagnostics).items()
        if (change := _change(root, path, edits))
    ]
    for change in changes:
        for edit in change.after.refused:
            place = harmless(str(edit.position))
            click.echo(
                f"{place}: “{legible(edit.old)}” does not stand here any more; left as it is"
            )
    wanted = [change for change in changes if change.after.done]
    if not wanted:
        click.echo("Nothing here can be mended with certainty.")
        return _exit_code(diagnostics, frozenset(), is_strict=is_strict)
    for change in wanted:
        for line in difference(change.path, change.before, change.after.data):
            click.echo(harmless(line))
    if not _is_wanted(wanted, is_sure=is_sure):
        click.echo("Nothing was changed.")
        return _exit_code(diagnostics, frozenset(), is_strict=is_strict)
    done = frozenset(edit for change in wanted if _is_done(change) for edit in change.after.done)
    return _exit_code(diagnostics, done, is_strict=is_strict)


def _by_file(diagnostics: Iterable[Diagnostic]) -> Mapping[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for finding in diagnostics:
        if finding.edit:
            found.setdefault(finding.edit.position.path, []).append(finding.edit)
    return found


def _change(root: Path, path: str, edits: Iterable[Edit]) -> _Change | None:
    """What would become of a file; None, and a word on it, for one that is not ours to change."""
    file = root / path
    try:
        is_ours = file.resolve(strict=True).is_relative_to(root.resolve()) and file.is_file()
        data = file.read_bytes() if is_ours else b""
    except OSError as error:
        click.echo(f"{harmless(path)} cannot be read: {error.strerror}; left as it is")
        return None
    if not is_ours:
        click.echo(f"{harmless(path)} is no file of this publication; left as it is")
        return None
    return _Change(file.resolve(), path, data, mended(data, edits))


def _is_wanted(changes: Sequence[_Change], *, is_sure: bool) -> bool:
    if is_sure:
        return True
    places, files = sum(len(change.after.done) for change in changes), len(changes)
    told = f"{_number(places, 'place')} in {_number(files, 'file')}"
    if not sys.stdin.isatty():
        click.echo(f"Nobody can be asked whether to change {told}; --yes changes without asking.")
        return False
    return click.confirm(f"Change {told}?", default=False)


def _is_done(change: _Change) -> bool:
    """Write the file, unless somebody has done so in the meantime."""
    if change.file.read_bytes() != change.before:
        click.echo(f"{harmless(change.path)} has changed in the meantime; left as it is")
        return False
    overwrite(change.file, change.after.data)
    click.echo(f"mended {harmless(change.path)}: {_number(len(change.after.done), 'place')}")
    return True


def _exit_code(diagnostics: Iterable[Diagnostic], done: frozenset[Edit], *, is_strict: bool) -> int:
    left = (finding for finding in diagnostics if finding.edit not in done)
    return int(any(finding.is_error or is_strict for finding in left))


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
