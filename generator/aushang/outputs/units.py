"""All lists, feeds and files of a publication but those of single posts, as units."""

from collections.abc import Iterator

from aushang.model import Artifact, Publication
from aushang.model.change_log import Log
from aushang.outputs import api, badges, pages, redirects, robots, sitemap, statuspage
from aushang.outputs.calendar_units import calendar_units
from aushang.outputs.feed_units import feed_units
from aushang.outputs.feed_words import feed_words
from aushang.outputs.headers import headers_file
from aushang.outputs.pages import Leaf, Press
from aushang.outputs.unit import Mark, Unit


def list_units(
    publication: Publication, before: Log | None = None
) -> Iterator[Unit[Leaf | Artifact]]:
    """Every unit, pages first. Neighbours have much in common: they are best made together.

    `before` is the log of changes that is published.

    What is made of other things than content is not among them: media, the theme's files, and the
    index of the API, which names the digests of its other files (`api.index_file`).
    """
    words = feed_words(publication.site)
    marks: list[Mark] = []
    for language in publication.site.languages:
        press = Press(publication, language)
        for unit in pages.list_units(press):
            marks += [unit.page] if unit.page else []
            yield unit
        yield from feed_units(publication, words[language], language)
        yield from calendar_units(publication, words[language], language)
        yield from badges.units(press)
    yield from api.list_units(publication, words, before)
    yield from statuspage.units(publication, words)
    yield redirects.unit(publication, words)
    yield robots.unit(publication)
    yield headers_file.unit(publication)
    yield from sitemap.sitemap_units(publication, marks)
