"""`aushang new`: ask for a post and write it."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from aushang.build.new_post import add_post, read_publication
from aushang.cli.building import clock, opened
from aushang.cli.options import configuration_option, now_option
from aushang.cli.questions import line, one_of, some_of
from aushang.content.new_post import Wish
from aushang.mkdocs.host import host, project
from aushang.model import AushangError, Effect, Period, PostType, Publication
from aushang.reports.text import report

Answer = str | tuple[str, ...] | tuple[tuple[str, ...], ...]

_TYPES = [kind.value for kind in PostType]
_EFFECTS = [effect.value for effect in Effect]
_MUST = ("type", "title", "text")


@click.command()
@click.option("--type", type=click.Choice(_TYPES), help="What kind of change it is.")
@click.option("--title", help="One line.")
@click.option("--text", help="What happened, what it means, what to do. Markdown.")
@click.option("--summary", help="One sentence; without it the text's beginning.")
@click.option("--service", "services", multiple=True, help="Id of a service; again for more.")
@click.option("--place", "locations", multiple=True, help="Id of a place; again for more.")
@click.option("--effect", type=click.Choice(_EFFECTS), help="What customers can do there.")
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
def new(file: Path, now: str | None, **given: Answer | None) -> int:
    """Write a new post.

    Asks for what it needs and offers what exists; with --type, --title and --text it asks nothing.
    """
    configuration = opened(file)
    what, how = project(configuration), host(configuration)
    at = clock(now, configuration.site).astimezone(configuration.site.zone)
    told: dict[str, Answer] = {key: value for key, value in given.items() if value}
    if any(key not in told for key in _MUST):
        told |= _asked(told, read_publication(what, how, at))
    added = add_post(what, how, Wish(**told), now=at)  # type: ignore[arg-type]  # click's own types
    if added.diagnostics:
        click.echo(report(added.diagnostics, root=what.root, cwd=Path.cwd()))
    if added.is_refused:
        click.echo("Nothing was written.")
        return 1
    click.echo(f"{added.file.relative_to(what.root)} is written. Next: aushang build")
    return 0


def _asked(told: Mapping[str, Answer], publication: Publication) -> dict[str, Answer]:
    """Answers to what was not told, from a terminal."""
    missing = [f"--{key}" for key in _MUST if key not in told]
    if not sys.stdin.isatty():
        raise AushangError(
            f"a post needs {', '.join(missing)}", "give them, or run this in a terminal to be asked"
        )
    language = publication.site.language
    services = {key: one.name.to(language) for key, one in publication.services.items()}
    places = {key: one.name.to(language) for key, one in publication.locations.items()}
    people = {key: one.name for key, one in publication.contacts.items()}
    questions: dict[str, Callable[[], Answer]] = {
        "type": partial(one_of, "Type", dict.fromkeys(_TYPES, "")),
        "title": partial(line, "Title"),
        "services": partial(some_of, "Services", services),
        "locations": partial(some_of, "Places", places),
        "starts": partial(line, "Starts (2026-11-23T06:00; empty: now)", default=""),
        "ends": partial(line, "Ends (empty: until further word)", default=""),
        "next_update": partial(line, "Next word by (empty: no promise)", default=""),
        "contact": partial(one_of, "Person to ask", people),
        "text": partial(line, "Text (you can go on in the file)"),
    }
    answers = {key: ask() for key, ask in questions.items() if key not in told}
    if {**told, **answers}["type"] == PostType.PRICE and "prices" not in told:
        answers["prices"] = (_price(),)
    return answers


def _price() -> tuple[str, ...]:
    """The one price that a post about prices needs; more go into the file."""
    return (
        line("Price of what, or for whom"),
        line("What it cost before, in euros (none: it is new)"),
        line("What it costs then, in euros"),
        one_of("Per", dict.fromkeys(Period, "")),
        line("From which day (2027-02-01)"),
    )
