"""The page on which readers search, and the way to it."""

from dataclasses import replace

from tests.factories import NOW, make_post, make_posts, make_publication, make_site
from tests.page_reading import one, parsed, sheets_of, texts, words_of

from aushang.model import ROOT, Publication
from aushang.outputs import pages

SEARCHED = make_site(has_search=True)


def searchable(count: int = 3) -> Publication:
    """So many posts, and a search."""
    return make_publication(make_posts(count), site=SEARCHED)


def test_there_is_a_page_in_each_language() -> None:
    """With its translations; not for search engines, which have their own."""
    sheets = sheets_of(searchable())
    german, english = sheets["suche/"], sheets["en/search/"]
    assert (german.title, english.title) == ("Suche", "Search")
    assert german.alternates == english.alternates == {"de": "suche/", "en": "en/search/"}
    assert not german.is_indexed
    form = one(parsed(german), "form")
    assert form.attributes["data-index"] == f"{ROOT}pagefind/de/"
    assert form.attributes["data-root"] == ROOT
    assert one(parsed(english), "form").attributes["data-index"] == f"{ROOT}pagefind/en/"


def test_readers_can_choose_a_place_and_a_service() -> None:
    """By name, in the order of the site; not where there is only one."""
    tree = parsed(sheets_of(searchable())["suche/"])
    assert texts(tree, "label") == ["Suchbegriff", "Standort", "Angebot"]
    assert texts(tree, "select[name=location] option") == ["alle Standorte", "Mitte", "Ost"]
    values = [node.attributes["value"] for node in tree.css("select[name=service] option")]
    assert values == ["", "sauna", "kurse"]
    alone = make_publication(make_posts(1), site=SEARCHED, locations={}, services={})
    assert parsed(sheets_of(alone)["suche/"]).css("select") == []


def test_without_a_script_the_archive_is_named() -> None:
    """The sentence stands there until a script takes it away."""
    tree = parsed(sheets_of(searchable())["en/search/"])
    assert words_of(one(tree, "#au-without")) == (
        "The search works in the browser and needs JavaScript. All notices in the archive"
    )
    assert one(tree, "#au-without a").attributes["href"] == f"{ROOT}en/archive/"


def test_what_is_announced_stands_on_the_page() -> None:
    """In its language, with places for what the script fills in."""
    form = one(parsed(sheets_of(searchable())["suche/"]), "form")
    assert {name: form.attributes[f"data-{name}"] for name in ("none", "one", "many")} == {
        "none": "Nichts gefunden für „{query}“. Weniger oder kürzere Wörter finden mehr.",
        "one": "Ein Treffer für „{query}“.",
        "many": "{number} Treffer für „{query}“.",
    }


def test_where_there_is_nothing_to_find_there_is_no_page() -> None:
    """Without the option, without a post, and in a language without one."""
    assert "suche/" not in sheets_of(make_publication())
    assert "suche/" not in sheets_of(make_publication([], site=SEARCHED))
    german = make_publication([make_post()], site=SEARCHED)
    assert "suche/" in sheets_of(german)
    assert "en/search/" not in sheets_of(german)
    frames = pages.frames(german)
    assert (frames["de"].search, frames["en"].search) == ("suche/", "")


def test_a_new_post_leaves_the_page() -> None:
    """It holds nothing of posts, so it costs nothing when one comes."""
    before, after = searchable(3), searchable(30)
    assert sheets_of(before)["suche/"] == sheets_of(after)["suche/"]
    later = replace(before, now=NOW.replace(year=2027))
    assert sheets_of(later)["suche/"] == sheets_of(before)["suche/"]
