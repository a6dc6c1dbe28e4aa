"""What other websites need to show what holds: the lines to copy, and the badge of each place."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from aushang.model import Localised
from aushang.model.addresses import EMBED, Scope, absolute, home, of_badge
from aushang.outputs.pages.passages import Reference
from aushang.outputs.pages.press import Press, address_of


@dataclass(frozen=True, slots=True)
class Choice:
    """What the element can be about: its name, the attribute that says so, and perhaps a badge."""

    topic: Reference
    attribute: str
    badge: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`code` is the HTML to copy, as text."""

    code: str
    choices: list[Choice]


def elsewhere(press: Press) -> Elsewhere:
    """The script's tag, and the element with a link for those who run no script."""
    site, language = press.site, press.language
    name, start = site.name.to(language), absolute(site, home(site, language))
    code = (
        f'<script async src="{absolute(site, EMBED)}"></script>\n'
        f'<aushang-status lang="{language}"><a href="{start}">{escape(name)}</a></aushang-status>'
    )
    return Elsewhere(code, list(_choices(press)))


def _choices(press: Press) -> Iterator[Choice]:
    for id_, location in press.publication.locations.items():
        badge = address_of(of_badge(press.site, id_, "", press.language))
        yield _choice(press, Scope("location", id_), location.name, badge)
    for id_, service in press.publication.services.items():
        yield _choice(press, Scope("service", id_), service.name, "")


def _choice(press: Press, scope: Scope, name: Localised, badge: str) -> Choice:
    return Choice(press.scope_link(scope, name), f'{scope.kind}="{scope.id}"', badge)
