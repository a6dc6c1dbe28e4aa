"""The command line: `aushang`. Commands are read when they are called, one file each.

Exit codes: 0 published or clean, 1 findings, 2 wrong use or configuration, 70 a fault of the
program (EX_SOFTWARE), 130 stopped with Ctrl-C.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

import click
from click.exceptions import NoSuchCommand

from aushang import __version__
from aushang.build.garbage import uncollected
from aushang.cli.streams import prepare
from aushang.model import AushangError
from aushang.reports.sentences import sentence

COMMANDS = (
    ("init", "aushang.cli.init", "Make a small publication in FOLDER that builds at once."),
    ("new", "aushang.cli.new", "Write a new post, or what a customer asked."),
    ("build", "aushang.cli.build", "Write the site, if it passes every check."),
    (
        "serve",
        "aushang.cli.serve",
        "Show the site on this machine, and rebuild as content changes.",
    ),
    ("check", "aushang.cli.check", "Check a built site, or this publication without publishing."),
    ("next", "aushang.cli.next_", "Print the next moments at which the site changes by itself."),
    (
        "headers",
        "aushang.cli.headers",
        "Print how a server or host is told what each file is and how long it may be kept.",
    ),
    ("import", "aushang.cli.import_", "Bring a publication over from another generator."),
    (
        "baseline",
        "aushang.cli.baseline",
        "Let pass what an old site is guilty of, and nothing new.",
    ),
    ("checks", "aushang.cli.checks", "List everything that can be found, with its code."),
    (
        "explain",
        "aushang.cli.explain",
        "Say what CODE finds, why it matters, and what to write instead.",
    ),
    (
        "schema",
        "aushang.cli.schema",
        "Print or write the JSON Schema of one kind of content file, or of all.",
    ),
)
"""Name, module and first sentence of every command: `aushang --help` imports none of them.

The command is the object in the module that bears the module's own name.
"""

_FAULT_OF_OURS = 70
_STOPPED = 130


class Commands(click.Group):
    """The group of all commands in `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 – click's signature
        """The names, in the order of the table."""
        return [name for name, _, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 – click's signature
        """The command, read now; None if there is no such name."""
        for name, module, _ in COMMANDS:
            if name == cmd_name:
                command: click.Command = getattr(_imported(module), module.rpartition(".")[2])
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command and its arguments. A misspelt name is answered with the one that is close."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], possibilities=names, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 – click's signature
        """The list of commands in the help text."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, _, sentence in COMMANDS])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aushang", message="%(prog)s %(version)s")
def aushang() -> None:
    """Posts about a place become a website, feeds and JSON for its customers.

    Exit codes: 0 published or clean, 1 findings, 2 wrong use or configuration.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Prints one sentence for what went wrong."""
    prepare(sys.stdout)
    prepare(sys.stderr)
    try:
        outcome = aushang.main(
            args=None if arguments is None else list(arguments),
            prog_name="aushang",
            standalone_mode=False,
        )
    except AushangError as error:
        _say(error.message, error.hint)
        return 2
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        _say(error.format_message(), "")
        return 2
    except click.Abort:
        click.echo("aushang: stopped", err=True)
        return _STOPPED
    except Exception:  # noqa: BLE001 – the outermost handler: what arrives here is a fault of ours
        traceback.print_exc()
        click.echo(
            f"aushang: this is a fault of aushang {__version__} itself, not of your content. "
            "Report it with the lines above to those who maintain it.",
            err=True,
        )
        return _FAULT_OF_OURS
    return outcome if isinstance(outcome, int) else 0


def main() -> NoReturn:
    """The entry point of the installed program."""
    # pydantic would look for plugins of its own in every installed package: 6 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    code = run()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # it is None where the caller has closed it
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # nobody reads any more: Python says so as it does for every program
    # All is written and closed. Taking every object apart would cost 0.06 s and more.
    os._exit(code)


def _imported(module: str) -> ModuleType:
    """The module. What it brings stays for ever."""
    with uncollected():
        return import_module(module)


def _say(message: str, hint: str) -> None:
    click.echo(f"aushang: error: {sentence(message, hint)}", err=True)
