"""The pages that people wrote by hand, such as the imprint."""

from collections.abc import Iterator

from markupsafe import Markup

from aushang.model import Page, PageText
from aushang.model.addresses import EVERYTHING, of_page
from aushang.outputs.pages.leaf import Leaf
from aushang.outputs.pages.press import Press, contents
from aushang.outputs.shell import Sheet


def leaves(press: Press) -> Iterator[Leaf]:
    """Every page that has a text in the language of the press."""
    for page in press.publication.pages:
        text = page.texts.get(press.language)
        if text:
            yield _leaf(press, page, text)


def _leaf(press: Press, page: Page, text: PageText) -> Leaf:
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
        alternates={
            each: of_page(site, page.texts[each].slug, each)
            for each in site.languages
            if each in page.texts
        },
        feeds=press.feeds(EVERYTHING),
    )
    sources = tuple(dict.fromkeys((text.source.path, page.source.path)))
    return Leaf(sheet=sheet, sources=sources)
