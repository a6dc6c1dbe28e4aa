"""From when on a page may be out of date: no change behind that is known to it."""

from collections.abc import Iterable
from datetime import datetime

from markupsafe import Markup

from aushang.outputs.pages.passages import Passage, Reference, link_markup
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.pages.sentences import filled
from aushang.outputs.pages.spells import Timed


def outdated_from(press: Press, path: str, ends: Iterable[datetime]) -> Timed:
    """The sentence that says so once one of `ends` has passed, with the way to a newer page."""
    again = Reference(Passage(press.words.say("Neu laden")), address_of(path))
    told: Markup = filled(
        press.words.say("Diese Seite kann inzwischen überholt sein. {again}"),
        again=link_markup(again),
    )
    return Timed(told, ((min((*ends, press.publication.foreseen_until)), None),))
