"""What stands around every page of one language: the menu and the footer.

An entry without anything behind it is left out; nobody is sent to an empty page.
"""

from collections.abc import Iterator

from aushang.model import Menu, Page
from aushang.model.addresses import home, of_overview, of_page
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.tongues import in_language
from aushang.outputs.searched import is_searched
from aushang.outputs.shell import Frame, MenuEntry


def frame(press: Press) -> Frame:
    """Menu and footer in the language of the press."""
    has_search = is_searched(press.publication, press.language)
    return Frame(
        language=press.language,
        site_name=press.site.name.to(press.language),
        home=home(press.site, press.language),
        menu=tuple(_menu(press)),
        footer=tuple(_written(press, Menu.FOOTER)),
        search=of_overview(press.site, "search", press.language) if has_search else "",
    )


def _menu(press: Press) -> Iterator[MenuEntry]:
    publication, site, words, language = press.publication, press.site, press.words, press.language
    yield MenuEntry("home", words.say("Aktuell"), home(site, language))
    if publication.locations:
        path = of_overview(site, "locations", language)
        yield MenuEntry("locations", words.say("Standorte"), path)
    if publication.services:
        path = of_overview(site, "services", language)
        yield MenuEntry("services", words.say("Angebote"), path)
    if publication.questions:
        path = of_overview(site, "questions", language)
        yield MenuEntry("questions", words.say("Fragen"), path)
    if not publication.is_empty:
        path = of_overview(site, "archive", language)
        yield MenuEntry("archive", words.say("Archiv"), path)
    path = of_overview(site, "subscribe", language)
    yield MenuEntry("subscribe", words.say("Abonnieren"), path)
    yield from _written(press, Menu.MAIN)


def _written(press: Press, menu: Menu) -> Iterator[MenuEntry]:
    found = [page for page in press.publication.pages if page.menu is menu]
    for page in sorted(found, key=lambda page: (page.order, page.id)):
        text = page.text(press.language)
        path = of_page(press.site, text.slug, text.language)
        yield MenuEntry(page.id, _title(press, page), path)


def _title(press: Press, page: Page) -> str:
    """The page's title; a reader of another language is told before the click."""
    text = page.text(press.language)
    if text.language == press.language:
        return text.title
    return f"{text.title} ({in_language(press.words, text.language)})"
