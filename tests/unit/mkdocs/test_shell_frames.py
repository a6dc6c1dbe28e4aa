"""What the template reads is the same for all pages of a variant."""

from dataclasses import replace

import pytest

from aushang.mkdocs.frames import Files, own_name, variant_of, view_of
from aushang.model import Site
from aushang.model.localised import Localised
from aushang.outputs.shell import Frame, MenuEntry, Sheet

SITE = Site(name=Localised({"de": "A"}), url="https://a.example/neu/", tag="a.example,2026")
FRAME = Frame(
    language="de",
    site_name="Kraftraum <Mitte>",
    home="",
    menu=(MenuEntry("home", "Aktuell", ""), MenuEntry("locations", "Standorte", "standorte/")),
    footer=(MenuEntry("", "Ohne Bereich", "frei/"),),
)
FILES = Files(icon="assets/favicon.svg", style_sheet="assets/aushang.css?v=1")
PAGE = Sheet(path="standorte/mitte/", language="de", title="", description="", body="")


@pytest.mark.parametrize(
    ("path", "base"),
    [("", "./"), ("a/", "../"), ("en/a/b/", "../../../"), ("404.html", "/neu/")],
)
def test_base(path: str, base: str) -> None:
    """Pages find the root from where they stand; the 404 page, served anywhere, from the host."""
    assert variant_of(replace(PAGE, path=path), FRAME, SITE).base == base


def test_pages_that_differ_in_words_share_a_variant() -> None:
    """Two posts of one folder depth are one variant, so the template runs once for both."""
    other = replace(PAGE, path="standorte/leipzig/", title="B", body="<h1>B</h1>")
    assert variant_of(PAGE, FRAME, SITE) == variant_of(other, FRAME, SITE)


def test_menu_shows_where_the_reader_is() -> None:
    """The entry of the page itself is `page`, that of a page above it `true`."""
    found = {}
    for path in ("standorte/", "standorte/mitte/"):
        variant = variant_of(replace(PAGE, path=path, section="locations"), FRAME, SITE)
        view = view_of(variant, SITE, FILES, "de")
        found[path] = [entry.current for entry in view.menu if entry.is_here]
    assert found == {"standorte/": ["page"], "standorte/mitte/": ["true"]}


def test_no_section_marks_nothing() -> None:
    """An entry without a section is not the current one of every page without a section."""
    view = view_of(variant_of(PAGE, FRAME, SITE), SITE, FILES, "de")
    assert [entry.is_here for entry in (*view.menu, *view.footer)] == [False, False, False]


def test_texts_are_escaped() -> None:
    """The template escapes nothing, so nothing raw may reach it."""
    assert view_of(variant_of(PAGE, FRAME, SITE), SITE, FILES, "de").site_name == (
        "Kraftraum &lt;Mitte&gt;"
    )


@pytest.mark.parametrize(
    ("language", "locale", "name"),
    [
        ("de", "de_DE", "Deutsch"),
        ("en", "en_US", "English"),
        ("fr", "fr_FR", "Français"),
        ("pt-BR", "pt_BR", "Português (Brasil)"),
    ],
)
def test_languages(language: str, locale: str, name: str) -> None:
    """Previews want language and territory; readers the language's name in itself."""
    variant = variant_of(PAGE, replace(FRAME, language=language), SITE)
    assert view_of(variant, SITE, FILES, "de").locale == locale
    assert own_name(language) == name


def test_logo() -> None:
    """A logo is addressed from the page; without one there is no picture."""
    variant = variant_of(PAGE, FRAME, SITE)
    assert view_of(variant, SITE, FILES, "de").logo == ""
    files = replace(FILES, logo="media/logo.svg")
    assert view_of(variant, SITE, files, "de").logo == "../../media/logo.svg"
