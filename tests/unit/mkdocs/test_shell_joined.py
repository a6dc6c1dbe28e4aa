"""Joined pages equal rendered ones, and nothing that comes in can leave its place."""

import time
import timeit
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.browser.shell_sheets import FRAMES, SHEETS, TYPOGRAPHY
from tests.mkdocs_shell import shell

from aushang.model import ROOT, Heading, Position
from aushang.outputs.shell import FeedLink, Frame, MenuEntry, Sheet

HOSTILE = "</title><script>alert(1)</script> \"'& <!-- ]]> {{ 7*7 }} {% raw %} \u202eمرحبا 🏋️"
HERE = Position("content/posts/a.md")

texts = st.text(max_size=40) | st.sampled_from(
    [HOSTILE, '<input class="md-toggle" id="x">', "title;", ROOT, "</script>", "\\u003c", ":body;"]
)
paths = st.sampled_from(["", "en/", "a/", "a/b/", "en/a/b/c/", "404.html", "größe/ö ü/"])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Any sheet that an output could make."""
    return Sheet(
        path=draw(paths),
        language=draw(st.sampled_from(["de", "en"])),
        title=draw(texts),
        description=draw(texts),
        body=f"<h1>{draw(texts)}</h1>",
        section=draw(st.sampled_from(["", "home", "archive"]) | texts),
        headings=tuple(
            Heading(level, draw(texts), draw(texts), HERE)
            for level in draw(st.lists(st.integers(2, 6), max_size=6))
        ),
        alternates=draw(st.dictionaries(st.sampled_from(["de", "en", "fr"]), paths, max_size=3)),
        feeds=tuple(
            FeedLink(draw(texts), "application/rss+xml", "feeds/posts.rss")
            for _ in range(draw(st.integers(0, 2)))
        ),
        linked_data=draw(texts),
        is_indexed=draw(st.booleans()),
    )


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    """Any frame: names and titles are written by hand."""
    language = draw(st.sampled_from(["de", "en"]))
    menu = tuple(
        MenuEntry(draw(st.sampled_from(["home", "archive", ""])), draw(texts), draw(paths))
        for _ in range(draw(st.integers(0, 2)))
    )
    home = "" if language == "de" else "en/"
    return Frame(language=language, site_name=draw(texts), home=home, menu=menu, footer=menu[::-1])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.path or "start")
def test_joined_equals_rendered(sheet: Sheet) -> None:
    """A page joined from pieces is, to the byte, the theme's template rendered with its values."""
    frame = FRAMES[sheet.language]
    assert shell().page(sheet, frame) == shell().page_in_full(sheet, frame)


@settings(max_examples=60, deadline=None)
@given(sheets(), frames())
def test_joined_equals_rendered_whatever_comes_in(sheet: Sheet, frame: Frame) -> None:
    """The same for any text in any place, so no text can shift another one's place."""
    assert shell().page(sheet, frame) == shell().page_in_full(sheet, frame)


@settings(max_examples=60, deadline=None)
@given(sheets(), frames())
def test_no_text_becomes_markup(sheet: Sheet, frame: Frame) -> None:
    """Whatever the texts hold, the page has the elements it would have with plain words."""
    page = LexborHTMLParser(shell().page(replace(sheet, body="<h1>x</h1>"), frame))
    data = page.css("script")
    assert [node.attributes.get("type") for node in data] == ["application/ld+json"] * bool(
        sheet.linked_data
    )
    assert len(page.css("title")) == 1
    assert len(page.css("main")) == 1
    assert page.css("main h1") != []
    assert page.css("input, style, [style], [onclick]") == []


def test_hostile_title_comes_back_equal() -> None:
    """A reader sees the title as it was written, in the window, in previews and in the data."""
    sheet = replace(
        TYPOGRAPHY, title=HOSTILE, description=HOSTILE, linked_data=f'{{"headline":"{HOSTILE}"}}'
    )
    page = LexborHTMLParser(shell().page(sheet, FRAMES["de"]))
    title = page.css_first("title")
    preview = page.css_first('meta[property="og:title"]')
    description = page.css_first('meta[name="description"]')
    assert title is not None
    assert preview is not None
    assert description is not None
    assert title.text() == f"{HOSTILE} – Kraftraum"
    assert preview.attributes["content"] == f"{HOSTILE} – Kraftraum"
    assert description.attributes["content"] == HOSTILE
    data = page.css_first("script")
    assert data is not None
    assert "<" not in data.text()


def test_author_markup_like_materials_checkboxes_stays() -> None:
    """Material's two checkboxes and its overlay go; the same words in a text stay."""
    text = '<input class="md-toggle" type="checkbox"><label class="md-overlay" for="a"></label>'
    sheet = replace(TYPOGRAPHY, body=f"<h1>x</h1>{text * 3}")
    page = shell().page(sheet, FRAMES["de"]).decode()
    assert page.count('class="md-toggle"') == 3
    assert page.count('class="md-overlay"') == 3
    assert page.index('class="md-toggle"') > page.index("<main")


def test_addresses_are_relative_to_the_page() -> None:
    """A page in a folder finds the root, the menu and the style sheet from where it stands."""
    page = LexborHTMLParser(shell().page(TYPOGRAPHY, FRAMES["de"]))
    assert page.css_first('main a[href="../../angebote/sauna/"]') is not None
    assert page.css_first('nav a[href="../../standorte/"]') is not None
    assert page.css_first('link[rel="stylesheet"][href^="../../assets/aushang.css?v="]') is not None
    assert page.css_first('link[type="application/rss+xml"][href="../../feeds/posts.rss"]')


def test_404_has_absolute_addresses() -> None:
    """The 404 page is served at any depth, so its addresses begin at the host."""
    missing = next(sheet for sheet in SHEETS if sheet.path == "404.html")
    page = LexborHTMLParser(shell().page(missing, FRAMES["de"]))
    addresses = [node.attributes["href"] or "" for node in page.css("[href]")]
    assert [one for one in addresses if not one.startswith(("/neu/", "#"))] == []
    assert page.css_first('meta[name="robots"][content="noindex"]') is not None
    assert page.css_first('link[rel="canonical"]') is None


def test_head_says_what_the_page_is() -> None:
    """Language, address, translations and feeds stand in the head, absolute where they must be."""
    page = LexborHTMLParser(shell().page(TYPOGRAPHY, FRAMES["de"]))
    root = "https://aktuell.kraftraum.example/neu/"
    html = page.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == "de"
    links = [
        (node.attributes["rel"], node.attributes.get("hreflang"), node.attributes["href"])
        for node in page.css('link[rel="canonical"], link[hreflang]')
    ]
    assert links == [
        ("canonical", None, f"{root}meldungen/probe/"),
        ("alternate", "x-default", f"{root}meldungen/probe/"),
        ("alternate", "de", f"{root}meldungen/probe/"),
        ("alternate", "en", f"{root}en/posts/probe/"),
    ]
    metas = {
        node.attributes.get("property"): node.attributes["content"]
        for node in page.css("meta[property]")
    }
    assert metas == {
        "og:title": "Die Sauna in Mitte ist wieder offen – Kraftraum",
        "og:type": "article",
        "og:site_name": "Kraftraum",
        "og:locale": "de_DE",
        "og:description": "Ab Montag, 6 Uhr, mit höchstens zwölf Gästen.",
        "og:url": f"{root}meldungen/probe/",
    }


def test_policy_lets_nothing_inline() -> None:
    """The policy allows no inline script or style, and the page needs none."""
    page = LexborHTMLParser(shell().page(TYPOGRAPHY, FRAMES["de"]))
    first = page.css_first("meta[http-equiv]")
    assert first is not None
    assert first.attributes["content"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
        " base-uri 'none'; form-action 'self'"
    )
    assert page.css("style, [style]") == []
    assert [node.attributes.get("type") for node in page.css("script")] == ["application/ld+json"]


def test_interface_language_follows_the_frame() -> None:
    """The same shell speaks German and English, page by page."""
    german = LexborHTMLParser(shell().page(TYPOGRAPHY, FRAMES["de"]))
    english = next(sheet for sheet in SHEETS if sheet.language == "en")
    other = LexborHTMLParser(shell().page(english, FRAMES["en"]))
    words = [
        [node.text(strip=True) for node in page.css(".au-skip, .au-button, .au-footer__feed")]
        for page in (german, other)
    ]
    assert words == [
        ["Zum Inhalt springen", "Menü", "Schließen", "Feed mit allen Meldungen"],
        ["Skip to content", "Menu", "Close", "Feed of all posts"],
    ]
    labels = [
        [node.attributes["aria-label"] for node in page.css("nav[aria-label]")]
        for page in (german, other)
    ]
    assert labels == [
        ["Hauptmenü", "Sprache", "Rechtliches und Kontakt"],
        ["Main menu", "Language", "Legal information and contact"],
    ]


def test_other_languages_have_materials_words() -> None:
    """A language without words of ours has Material's; a regional one its parent's."""
    swiss = shell("      languages: [de-CH, fr]\n")
    french = replace(FRAMES["de"], language="fr", home="fr/")
    sheet = Sheet(path="fr/a/", language="fr", title="A", description="", body="<h1>A</h1>")
    page = LexborHTMLParser(swiss.page(sheet, french))
    html, skip = page.css_first("html"), page.css_first(".au-skip")
    assert html is not None
    assert skip is not None
    assert html.attributes["lang"] == "fr"
    assert skip.text() == "Aller au contenu"
    german = replace(FRAMES["de"], language="de-CH")
    page = LexborHTMLParser(swiss.page(replace(sheet, path="a/", language="de-CH"), german))
    html, button = page.css_first("html"), page.css_first(".au-menu-open")
    assert html is not None
    assert button is not None
    assert html.attributes["lang"] == "de-CH"
    assert button.text() == "Menü"
    assert [node.text() for node in page.css(".au-languages li")] == [
        "Deutsch (Schweiz)",
        "Français",
    ]


@pytest.mark.parametrize(
    ("language", "direction"), [("de", "ltr"), ("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")]
)
def test_pages_read_in_the_direction_of_their_language(language: str, direction: str) -> None:
    """What Material's catalogue says of a language; from left to right where it says nothing."""
    frame = replace(FRAMES["de"], language=language, home=f"{language}/")
    sheet = Sheet(path="x/a/", language=language, title="A", description="", body="<h1>A</h1>")
    around = shell("      languages: [de, en, fr, ar]\n")
    body = LexborHTMLParser(around.page(sheet, frame)).css_first("body")
    assert body is not None
    assert body.attributes["dir"] == direction


def test_same_sheet_same_bytes() -> None:
    """Two shells write the same page, though their markers differ."""
    once = shell().page(TYPOGRAPHY, FRAMES["de"])
    shell.cache_clear()
    assert shell().page(TYPOGRAPHY, FRAMES["de"]) == once


def test_joining_is_cheap() -> None:
    """A page costs a join, not a template: far less than Material's 3 ms."""
    pages = 400
    shell().page(TYPOGRAPHY, FRAMES["de"])
    joined = partial(shell().page, TYPOGRAPHY, FRAMES["de"])
    times = timeit.repeat(joined, timer=time.process_time, repeat=5, number=pages)
    # 0.02 ms were measured; ten times that leaves room for a busy machine.
    assert min(times) / pages < 0.0002
