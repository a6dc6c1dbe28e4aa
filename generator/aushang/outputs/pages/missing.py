"""The page for an address that leads nowhere: one file, in every language of the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from aushang.model.addresses import EVERYTHING, NOT_FOUND, home, of_overview
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.passages import Passage, Reference
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit
from aushang.outputs.wording import wording


@dataclass(frozen=True, slots=True)
class Apology:
    """What the page says in a further language."""

    language: str
    title: str
    sentence: str
    ways: list[Reference]


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The page in the site's first language, which speaks the others as well.

    Of posts it reads only whether there are any.
    """
    if press.language == press.site.language:
        yield Unit(
            name="page:missing",
            topic=EVERYTHING,
            posts=press.publication.posts[:1],
            make=partial(_leaf, press),
            page=Mark(NOT_FOUND, is_indexed=False),
        )


def _leaf(press: Press) -> Iterator[Leaf]:
    site = press.site
    first, *others = (_apology(press, language) for language in site.languages)
    sheet = Sheet(
        path=NOT_FOUND,
        language=press.language,
        title=first.title,
        description=first.sentence,
        body=press.render("missing.html", first=first, others=others),
        is_indexed=False,
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _apology(press: Press, language: str) -> Apology:
    site, words = press.site, wording(language)
    ways = [Reference(Passage(words.say("Was zurzeit gilt")), address_of(home(site, language)))]
    if press.publication.posts:
        archive = address_of(of_overview(site, "archive", language))
        ways.append(Reference(Passage(words.say("Alle Meldungen im Archiv")), archive))
    return Apology(
        language=press.foreign(language),
        title=words.say("Diese Seite gibt es nicht"),
        sentence=words.say("Unter dieser Adresse steht nichts. Vielleicht ist sie vertippt."),
        ways=ways,
    )
