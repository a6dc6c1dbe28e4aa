"""How a terminal is asked: only what exists is offered."""

from collections.abc import Mapping

import click


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
