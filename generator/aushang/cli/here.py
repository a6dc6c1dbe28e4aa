"""How findings are set in the publication in whose folder a command is run."""

from collections.abc import Iterator
from pathlib import Path

import click

from aushang.model import AushangError, Ignored, Site
from aushang.reports.legible import legible


def site_here(file: Path) -> Site | None:
    """What a configuration says of the site; None where there is none.

    Whoever only wants to read is told that it is wrong, and goes on without it.
    """
    if not file.is_file():
        return None
    from aushang.mkdocs.configuration import load_configuration  # noqa: PLC0415  it takes 0.2 s

    try:
        return load_configuration(file).site
    except AushangError:
        note = f"{file} has faults, so what it says of findings is not shown"
        click.echo(f"aushang: note: {note}", err=True)
        return None


def severity_here(code: str, severity: str, site: Site | None) -> str:
    """How grave the findings of a code are: `error`, or `warning here` where somebody says so."""
    if site is None or code not in site.severities:
        return severity
    return f"{site.severities[code] or 'off'} here"


def settings_here(code: str, site: Site | None) -> Iterator[str]:
    """What the configuration says of a code, each with its place."""
    if site is None:
        return
    if code in site.severities:
        said = site.severities[code] or "off"
        yield f"{said} ({site.source.at('checks', code)})"
    for index, entry in enumerate(site.ignore.get(code, ())):
        yield f"{_passes(entry)} ({site.source.at('ignore', code, index)})"


def _passes(entry: Ignored) -> str:
    files = f" in {', '.join(map(legible, entry.paths[::2]))}" if entry.paths else ""
    until = f" until {entry.until}" if entry.until else ""
    return f"let pass{files}{until}: {legible(entry.reason)}"
