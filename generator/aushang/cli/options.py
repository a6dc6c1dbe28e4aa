"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

CONFIGURATION = Path("mkdocs.yml")

Command = TypeVar("Command", bound=Callable[..., Any])


def configuration_option(command: Command) -> Command:
    """`--config`, `-f`: the argument `file`."""
    return click.option(
        "--config",
        "-f",
        "file",
        type=click.Path(path_type=Path),
        default=CONFIGURATION,
        show_default=True,
        help="The configuration.",
    )(command)


def now_option(words: str) -> Callable[[Command], Command]:
    """`--now`, or `AUSHANG_NOW`: the argument `now`. `words` say what is done as of that time."""
    return click.option(
        "--now",
        metavar="TIME",
        envvar="AUSHANG_NOW",
        help=f"{words} as of this time instead of now, such as 2026-11-21T20:00.",
    )
