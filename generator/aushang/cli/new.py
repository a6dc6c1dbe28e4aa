"""`aushang new`: ask for a post or a question and write it."""

import sys
from pathlib import Path

import click

from aushang.build.new_post import Added, add_post, read_publication
from aushang.cli.building import clock, opened
from aushang.cli.options import configuration_option, now_option
from aushang.cli.questions import EFFECTS, TYPES, Answer, asked
from aushang.content.new_post import QUESTION, Wish
from aushang.mkdocs.host import host, project
from aushang.model import AushangError
from aushang.reports.text import report


@click.command()
@click.argument("words", nargs=-1, metavar="[TITLE]")
@click.option("--type", type=click.Choice([*TYPES, QUESTION]), help="What kind of change it is.")
@click.option("--title", help="One line, the same as TITLE; of a question the customer's words.")
@click.option("--text", help="What happened, what it means, what to do; the answer. Markdown.")
@click.option("--summary", help="One sentence; without it the text's beginning.")
@click.option("--service", "services", multiple=True, help="Id of a service; again for more.")
@click.option("--place", "locations", multiple=True, help="Id of a place; again for more.")
@click.option("--effect", type=click.Choice(EFFECTS), help="What customers can do there.")
@click.option("--published", help="When it is said: 2026-11-23T06:00; without it now.")
@click.option("--starts", help="When it begins to hold; without it when it is said.")
@click.option("--ends", help="When it stops; without it until further word.")
@click.option("--next-update", help="When customers hear from us next.")
@click.option(
    "--price",
    "prices",
    nargs=5,
    multiple=True,
    metavar="FOR OLD NEW PER FROM",
    help="A price: Tageskarte 15 17 visit 2027-02-01; again for more.",
)
@click.option("--contact", help="Id of the person to ask.")
@now_option("Write")
@configuration_option
def new(file: Path, now: str | None, words: tuple[str, ...], **given: Answer | None) -> int:
    """Write a new post, or what a customer asked.

    Asks for what it needs and offers what exists; with --type, --title and --text it asks nothing.
    A question without an answer and a post about prices without a price are written as drafts.
    """
    told: dict[str, Answer] = {key: value for key, value in given.items() if value}
    _take(words, told)
    configuration = opened(file)
    what, how = project(configuration), host(configuration)
    at = clock(now, configuration.site).astimezone(configuration.site.zone)
    missing = [f"--{key}" for key in _needed(told) if key not in told]
    if missing and not sys.stdin.isatty():
        raise AushangError(
            f"a {'question' if told.get('type') == QUESTION else 'post'} needs"
            f" {', '.join(missing)}",
            "give them, or run this in a terminal to be asked",
        )
    if sys.stdin.isatty() and any(key not in told for key in (*_needed(told), "text")):
        told |= asked(told, read_publication(what, how, at))
    added = add_post(what, how, Wish(**told), now=at)  # type: ignore[arg-type]  # click's own types
    if added.diagnostics:
        click.echo(report(added.diagnostics, root=what.root, cwd=Path.cwd()))
    click.echo(_outcome(added, what.root))
    return int(added.is_refused)


def _take(words: tuple[str, ...], told: dict[str, Answer]) -> None:
    """What stands behind no option is the title."""
    if len(words) > 1:
        whole = " ".join(words)
        raise AushangError(
            f"the title is “{words[0]}”, and “{' '.join(words[1:])}” stands behind it",
            f'put all of it in quotes: aushang new … "{whole}"',
        )
    if words and "title" in told:
        raise AushangError(
            f"the title is given twice: “{words[0]}” and --title “{told['title']}”",
            "leave one of them out",
        )
    if words:
        told["title"] = words[0]


def _needed(told: dict[str, Answer]) -> tuple[str, ...]:
    """A question can wait for its answer as a draft; a post is for its text."""
    return ("type", "title") if told.get("type") == QUESTION else ("type", "title", "text")


def _outcome(added: Added, root: Path) -> str:
    if added.is_refused:
        return "Nothing was written."
    name = added.file.relative_to(root)
    if added.left:
        return f"{name} is written as a draft. {added.left}, then remove the line `draft: true`."
    return f"{name} is written. Next: aushang build"
