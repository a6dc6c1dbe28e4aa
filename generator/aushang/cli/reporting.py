"""How findings are told: in one format on standard output, and in others into files."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from aushang import __version__
from aushang.model import AushangError, Diagnostic, Severity
from aushang.model.similar import did_you_mean

TEXT = "text"
MACHINES = ("json", "sarif", "junit", "github", "gitlab", "markdown")
"""The names of `reports.formats`, which only who asks for one has to load."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `--format` and `--report` ask for: a format, and further ones with their files."""

    form: str = TEXT
    files: tuple[tuple[str, Path], ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether people read standard output; a program can have nothing else there."""
        return self.form == TEXT


def reporting_options(command: Command) -> Command:
    """`--format` and `--report`: the arguments `form` and `files` of `Wanted`."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice([TEXT, *MACHINES]),
        default=TEXT,
        show_default=True,
        help="How findings are told; all but text print nothing else.",
    )
    files = click.option(
        "--report",
        "files",
        multiple=True,
        metavar="FORMAT=FILE",
        callback=_read,
        help="Write them into a file as well, such as sarif=aushang.sarif; again for more.",
    )
    return form(files(command))


def _read(
    context: click.Context, option: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, Path], ...]:
    found = []
    for value in values:
        name, _, file = value.partition("=")
        fault = _fault(name, file)
        if fault:
            raise click.BadParameter(f"“{value}” is no FORMAT=FILE; {fault}", context, option)
        found.append((name, Path(file)))
    return tuple(found)


def _fault(name: str, file: str) -> str:
    """What is wrong with a format and its file, or what to write; empty if they are right."""
    if name not in MACHINES:
        guess = did_you_mean(name, MACHINES)
        return guess or f"write one of {', '.join(MACHINES)}, = and a file"
    if not file:
        return f"write {name}= and a file"
    path = Path(file)
    if path.is_dir():
        return f"“{file}” is a folder; name a file in it"
    if not path.parent.is_dir():
        return f"there is no folder “{path.parent}”; make it, or name a file elsewhere"
    return ""


def told(  # noqa: PLR0913  each is a thing of its own
    diagnostics: Sequence[Diagnostic],
    wanted: Wanted,
    *,
    text: str,
    root: Path,
    exit_code: int,
    is_strict: bool = False,
    colour: bool = False,
) -> None:
    """Print the findings and write the reports that are wanted.

    `text` is what people are told. `root` is the folder below which the findings' files lie, an
    absolute path. Raises AushangError where a report cannot be written.
    """
    if wanted.is_text and text:
        click.echo(text, color=colour)
    if wanted.is_text and not wanted.files:
        return
    report = _reporter(diagnostics, root=root, exit_code=exit_code, is_strict=is_strict)
    for name, file in wanted.files:
        try:
            file.write_bytes(report(name))
        except OSError as error:
            raise AushangError(
                f"the report {file} cannot be written: {error.strerror or error}",
                "name a file in a folder of yours",
            ) from error
    if not wanted.is_text:
        _print(report(wanted.form))


def _reporter(
    diagnostics: Sequence[Diagnostic], *, root: Path, exit_code: int, is_strict: bool
) -> Callable[[str], bytes]:
    from aushang.cli.codes import every_code  # noqa: PLC0415  most builds want text alone
    from aushang.reports.formats import FORMATS  # noqa: PLC0415  see above
    from aushang.reports.run import Run  # noqa: PLC0415  see above

    if is_strict:
        # A forge must not show as a mere warning what keeps the publish back.
        diagnostics = [replace(finding, severity=Severity.ERROR) for finding in diagnostics]
    run = Run(
        diagnostics=tuple(diagnostics),
        version=__version__,
        exit_code=exit_code,
        topics={code.code: code for code in every_code()},
        below=_below(root),
    )
    return lambda name: FORMATS[name](run).encode()


def _below(root: Path) -> str:
    """Where a folder lies in its repository: `news/`, or nothing at its root and outside of one."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            inside = root.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""


def _print(report: bytes) -> None:
    """As UTF-8, whatever the terminal speaks: JSON with signs of another encoding is none."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a stream of text that somebody has put in its place
        sys.stdout.write(report.decode())
        return
    sys.stdout.flush()
    stream.write(report)
    stream.flush()
