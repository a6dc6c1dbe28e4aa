"""The pages that people wrote by hand, such as the imprint."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from aushang.model import Page, PageText
from aushang.model.addresses import EVERYTHING, of_page
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.press import Press, contents
from aushang.outputs.shell import Sheet
from aushang.outputs.unit import NOTHING, Mark, Unit


def units(press: Press) -> Iterator[Unit[Leaf]]:
    """Every page that has a text in the language of the press."""
    for page in press.publication.pages:
        text = page.texts.get(press.language)
        if text:
            yield Unit(
                name=f"page:written:{page.id}:{press.language}",
                topic=NOTHING,
                posts=(),
                make=partial(_leaf, press, page, text),
                page=Mark(of_page(press.site, text.slug, press.language), _others(press, page)),
            )


def _leaf(press: Press, page: Page, text: PageText) -> Iterator[Leaf]:
    site = press.site
    html = Markup(text.body.html)  # noqa: S704  # sanitised by the renderer
    sheet = Sheet(
        path=of_page(site, text.slug, press.language),
        language=press.language,
        title=text.title,
        description=text.summary,
        body=press.render("written.html", title=text.title, body=html),
        section=page.id,
        headings=contents(text.body),
        alternates=_others(press, page),
        feeds=press.feeds(EVERYTHING),
    )
    sources = tuple(dict.fromkeys((text.source.path, page.source.path)))
    yield Leaf(sheet=sheet, sources=sources)


def _others(press: Press, page: Page) -> dict[str, str]:
    """The page's addresses by language."""
    site = press.site
    return {
        each: of_page(site, page.texts[each].slug, each)
        for each in site.languages
        if each in page.texts
    }
