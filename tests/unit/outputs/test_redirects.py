"""Old addresses lead to new pages."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.factories import (
    make_location,
    make_page,
    make_post,
    make_publication,
    make_service,
    make_site,
    make_text,
)
from tests.plain_words import WORDS

from aushang.model import Kind, Source
from aushang.outputs.redirects import render


def redirects(publication):
    """What was written, by path."""
    return {artifact.path: artifact for artifact in render(publication, WORDS)}


def moved(*addresses, title=None, **fields):
    """A publication whose one post had other addresses before."""
    source = Source("content/posts/a.md")
    text = make_text("de", title, slug="a", source=source, redirects=addresses)
    return make_publication([make_post("a", texts={"de": text})], **fields)


def test_an_old_address_becomes_a_page_that_moves_on():
    """Refresh without a script, a canonical link, noindex, and a visible link in words."""
    artifact = redirects(moved("/alt/pfad.html"))["alt/pfad.html"]
    assert artifact.kind is Kind.REDIRECT
    assert artifact.media_type == "text/html; charset=utf-8"
    assert artifact.sources == ("content/posts/a.md",)
    assert artifact.data.decode() == (
        "<!doctype html>\n"
        '<html lang="de"><head><meta charset="utf-8"><title>Diese Seite ist umgezogen</title>'
        '<meta http-equiv="refresh" content="0; url=/meldungen/a/">'
        '<meta name="robots" content="noindex">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="canonical" href="https://aktuell.kraftraum.example/meldungen/a/"></head>'
        "<body><main><h1>Diese Seite ist umgezogen</h1>"
        '<p><a href="/meldungen/a/">Die Sauna in Mitte ist wieder offen</a></p>'
        "</main></body></html>\n"
    )


def test_folders_and_other_endings_get_an_index_file():
    """`/a/` and `/index.php` are answered by the folder's index on any static host."""
    found = redirects(moved("/a/b/", "/index.php", "/%C3%B6ffnung"))
    assert set(found) == {"a/b/index.html", "index.php/index.html", "öffnung/index.html"}


@pytest.mark.parametrize("address", ["/../x/", "/", "https://a.example/b/", "/a?b=c", ""])
def test_an_address_that_is_no_page_of_ours_writes_nothing(address):
    """Nothing is ever written outside the site."""
    assert redirects(moved(address)) == {}


def test_the_way_on_begins_with_the_base_path():
    """Below a base path, the link holds on hosts that drop a slash at the end."""
    site = make_site(url="https://a.example/news/")
    html = LexborHTMLParser(redirects(moved("/alt/", site=site))["alt/index.html"].data.decode())
    assert html.css_first("a").attributes["href"] == "/news/meldungen/a/"
    canonical = html.css_first("link[rel=canonical]").attributes["href"]
    assert canonical == "https://a.example/news/meldungen/a/"


def test_a_hostile_title_stays_text():
    """No title closes an element of the page."""
    data = redirects(moved("/alt/", title="</a><script>x</script> & „ä“"))["alt/index.html"].data
    html = LexborHTMLParser(data.decode())
    assert html.css_first("script") is None
    assert html.css_first("a").text() == "</a><script>x</script> & „ä“"


def test_a_translation_and_a_page_have_old_addresses_of_their_own():
    """Each text leads to its own page, in the words of its language."""
    texts = {
        "de": make_text("de", slug="a", redirects=("/alt/",)),
        "en": make_text("en", slug="b", redirects=("/old/",)),
    }
    page = make_page()
    text = page.texts["de"]
    page = make_page(
        texts={
            "de": type(text)(
                **{name: getattr(text, name) for name in text.__slots__ if name != "redirects"},
                redirects=("/imprint.html",),
            )
        }
    )
    found = redirects(make_publication([make_post("a", texts=texts)], pages=(page,)))
    targets = {
        path: LexborHTMLParser(artifact.data.decode()).css_first("a").attributes["href"]
        for path, artifact in found.items()
    }
    assert targets == {
        "alt/index.html": "/meldungen/a/",
        "old/index.html": "/en/posts/b/",
        "imprint.html": "/impressum/",
    }
    assert b"This page has moved" in found["old/index.html"].data


def test_services_and_places_keep_their_old_addresses():
    """A page that was moved in under another name is still found under the old one."""
    publication = make_publication(
        services={"sauna": make_service(redirects={"en": ("/en/old-sauna/",)})},
        locations={"mitte": make_location(redirects={"de": ("/studio.html",)})},
    )
    found = redirects(publication)
    assert set(found) == {"en/old-sauna/index.html", "studio.html"}
    assert b'href="/en/services/sauna/">Sauna</a>' in found["en/old-sauna/index.html"].data
    assert found["studio.html"].sources == ("content/locations/mitte.yml",)


def test_one_file_is_written_once_however_it_was_spelt():
    """`/a/` and `/a/index.html` are one; a page needs no redirect to itself."""
    publication = moved("/b/", "/b/index.html", "/b", "/meldungen/a/index.html")
    assert [artifact.path for artifact in render(publication, WORDS)] == ["b/index.html"]


def test_two_pages_that_claim_one_old_address_both_show_up():
    """The build refuses it and names both; nothing is decided here by chance."""
    posts = [
        make_post(key, texts={"de": make_text("de", slug=key, redirects=("/alt/",))})
        for key in ("a", "b")
    ]
    paths = [artifact.path for artifact in render(make_publication(posts), WORDS)]
    assert paths == ["alt/index.html", "alt/index.html"]


def test_the_configuration_keeps_old_addresses_of_pages_that_nobody_wrote():
    """An overview has no file of its own to name its old address; its language is its prefix's."""
    site = make_site(redirects={"/service/": "/angebote/", "/en/service/": "/en/services/"})
    found = redirects(make_publication([], site=site))
    assert set(found) == {"service/index.html", "en/service/index.html"}
    german, english = found["service/index.html"], found["en/service/index.html"]
    assert b'<a href="/angebote/">Kraftraum</a>' in german.data
    assert b"This page has moved" in english.data
    assert german.sources == ("mkdocs.yml",)
