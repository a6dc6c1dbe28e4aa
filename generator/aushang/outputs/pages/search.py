"""The search page of each language: a form, and room for what the reader's browser finds.

It names no post and no number of posts, so it stays as it is when posts come and go.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from aushang.model import ROOT, Localised, Post, Publication
from aushang.model.addresses import EVERYTHING, of_overview, of_search
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.passages import Passage
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.searched import is_searched, searched_languages
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import Mark, Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a filter: the id to filter by, and its name."""

    id: str
    name: Passage


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """The page; nothing where there is nothing to search.

    Of posts it reads only whether there is one in each language.
    """
    publication = press.publication
    if not is_searched(publication, press.language):
        return
    alternates = {
        language: of_overview(press.site, "search", language)
        for language in searched_languages(publication)
    }
    yield Unit(
        name=f"page:search:{press.language}",
        topic=EVERYTHING,
        posts=tuple(_newest(publication, language) for language in alternates),
        make=partial(_leaf, press, alternates),
        page=Mark(alternates[press.language], alternates, is_indexed=False),
    )


def _newest(publication: Publication, language: str) -> Post:
    return next(post for post in publication.posts if language in post.texts)


def _leaf(press: Press, alternates: Mapping[str, str]) -> Iterator[Leaf]:
    publication, words = press.publication, press.words
    title = words.say("Suche")
    body = press.render(
        "search.html",
        title=title,
        root=ROOT,
        index=address_of(of_search(press.language)),
        archive=address_of(of_overview(press.site, "archive", press.language)),
        locations=[
            _choice(press, id_, location.name) for id_, location in publication.locations.items()
        ],
        services=[
            _choice(press, id_, service.name) for id_, service in publication.services.items()
        ],
    )
    sheet = Sheet(
        path=alternates[press.language],
        language=press.language,
        title=title,
        description=words.say("Alle Meldungen und Seiten durchsuchen."),
        body=body,
        alternates=alternates,
        feeds=press.feeds(EVERYTHING),
        is_indexed=False,
    )
    yield Leaf(sheet=sheet, sources=(__name__,))


def _choice(press: Press, id_: str, name: Localised) -> Choice:
    return Choice(id_, press.passage(name))
