"""`aushang explain`."""

from collections.abc import Sequence
from pathlib import Path

import click

from aushang.cli.codes import Code, every_code
from aushang.cli.here import settings_here, site_here
from aushang.cli.options import configuration_option
from aushang.model import AushangError
from aushang.model.similar import did_you_mean

_INDENT = "    "


@click.command()
@click.argument("code")
@configuration_option
def explain(code: str, file: Path) -> None:
    """Say what CODE finds, why it matters, and what to write instead.

    CODE is a code such as AU101, or its name such as empty-section. What the configuration says of
    it is told as well.
    """
    codes = every_code()
    known = {name: each for each in codes for name in (each.code, each.name)}
    wanted = known.get(code.upper()) or known.get(code.lower())
    if wanted is None:
        hint = did_you_mean(code.lower(), (each.name for each in codes))
        raise AushangError(
            f"there is no check “{code}”", hint or "`aushang checks` lists all there are"
        )
    click.echo(_page(wanted, tuple(settings_here(wanted.code, site_here(file)))))


def _page(code: Code, settings: Sequence[str]) -> str:
    head = f"{code.code} {code.name} ({code.severity}, {code.stage}, since {code.since})"
    paragraphs = [f"{label}\n{_wrapped(text)}" for label, text in code.parts]
    if settings:
        told = "\n".join(f"{_INDENT}{one}" for one in settings)
        paragraphs.append(f"In this publication\n{told}")
    return "\n\n".join([head, click.wrap_text(code.summary), *paragraphs])


def _wrapped(text: str) -> str:
    return click.wrap_text(text, initial_indent=_INDENT, subsequent_indent=_INDENT)
