"""`aushang init`: a small publication to begin with."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from aushang.content.starter import LANGUAGES, Beginning, starter
from aushang.content.writing import plant, refuse_filled


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What the publication is called.")
@click.option("--place", help="The place that it is about, such as the studio in Mitte.")
@click.option("--person", help="Who answers questions: first and last name.")
@click.option("--email", help="Where that person reads mail.")
@click.option("--phone", help="Where that person can be called.")
@click.option("--url", help="Where people will find the site: https://…")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="de",
    show_default=True,
    help="The language that you write in.",
)
@click.option("--yes", is_flag=True, help="Ask nothing; what was not given is filled in.")
def init(folder: Path, *, yes: bool, **given: str | None) -> None:
    """Make a small publication in FOLDER that builds at once.

    Asks for the name, the place and the person; options answer in advance.
    """
    refuse_filled(folder)  # before anybody has answered anything
    told = {key: value for key, value in given.items() if value}
    defaults = {
        "name": folder.resolve().name.replace("-", " ").title() or "Aushang",
        "place": "Standort Mitte" if told["language"] == "de" else "Town Centre",
        "person": "Jana Weiß" if told["language"] == "de" else "Jane White",
    }
    questions = {"name": "Name of the publication", "place": "Place", "person": "Person to ask"}
    for key, question in questions.items():
        if key not in told:
            told[key] = defaults[key] if yes else click.prompt(question, default=defaults[key])
    if "email" not in told and "phone" not in told:
        told["email"] = _mail(told, ask=not yes)
    beginning = Beginning(**told)
    now = datetime.now(UTC).astimezone(ZoneInfo(beginning.time_zone))
    plant(folder, starter(beginning, now), {})
    click.echo(f"{folder} is ready. Next:")
    click.echo(f"  cd {folder}")
    click.echo("  aushang build     writes the site")
    click.echo("  aushang serve     shows it on this machine")
    click.echo("  aushang new       asks for your next post and writes it")


def _mail(told: dict[str, str], *, ask: bool) -> str:
    user = told["person"].split()[0].lower().encode("ascii", "ignore").decode() or "hallo"
    guess = f"{user}@aushang.example"
    return click.prompt("Their e-mail address", default=guess) if ask else guess
