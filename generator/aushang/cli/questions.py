"""How a terminal is asked for a post or a question: only what exists is offered."""

from collections.abc import Callable, Mapping
from functools import partial

import click

from aushang.content.new_post import QUESTION
from aushang.model import Effect, Period, PostType, Publication

Answer = str | tuple[str, ...] | tuple[tuple[str, ...], ...]

TYPES = tuple(kind.value for kind in PostType)
EFFECTS = tuple(effect.value for effect in Effect)
_OF_POSTS = ("starts", "ends", "next_update")


def asked(told: Mapping[str, Answer], publication: Publication) -> dict[str, Answer]:
    """Answers to what was not told, from a terminal."""
    language = publication.site.language
    services = {key: one.name.to(language) for key, one in publication.services.items()}
    places = {key: one.name.to(language) for key, one in publication.locations.items()}
    people = {key: one.name for key, one in publication.contacts.items()}
    answers: dict[str, Answer] = {}
    if "type" not in told:
        answers["type"] = one_of("Type", dict.fromkeys((*TYPES, QUESTION), ""))
    kind = {**told, **answers}["type"]
    is_question = kind == QUESTION
    questions: dict[str, Callable[[], Answer]] = {
        "title": partial(line, "The question, in the customer's words" if is_question else "Title"),
        "services": partial(some_of, "Services", services),
        "locations": partial(some_of, "Places", places),
        "starts": partial(line, "Starts (2026-11-23T06:00; empty: now)", default=""),
        "ends": partial(line, "Ends (empty: until further word)", default=""),
        "next_update": partial(line, "Next word by (empty: no promise)", default=""),
        "contact": partial(one_of, "Person to ask", people),
        "text": partial(line, "Answer (empty: a draft to go on with in the file)", default="")
        if is_question
        else partial(line, "Text (you can go on in the file)"),
    }
    for key, ask in questions.items():
        if key not in told and not (is_question and key in _OF_POSTS):
            answers[key] = ask()
    if kind == PostType.PRICE and "prices" not in told:
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


def line(question: str, default: str | None = None) -> str:
    """One line of text; without a default it must not be empty."""
    answer: str = click.prompt(question, default=default, show_default=False)
    return answer.strip()


def one_of(question: str, offered: Mapping[str, str]) -> str:
    """The key of one of what is offered; nothing if nothing is."""
    if not offered:
        return ""
    _list(offered)
    only = next(iter(offered)) if len(offered) == 1 else None
    answer: str = click.prompt(question, type=click.Choice(list(offered)), default=only)
    return answer


def some_of(question: str, offered: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of any number of what is offered; none means all."""
    if not offered:
        return ()
    _list(offered)
    while True:
        raw = click.prompt(f"{question}, with commas (empty: all)", default="", show_default=False)
        chosen = tuple(part.strip() for part in raw.split(",") if part.strip())
        unknown = [part for part in chosen if part not in offered]
        if not unknown:
            return chosen
        click.echo(f"  there is no “{unknown[0]}” here")


def _list(offered: Mapping[str, str]) -> None:
    for key, name in offered.items():
        if name:
            click.echo(f"  {key}: {name}")
