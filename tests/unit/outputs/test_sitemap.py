"""The sitemap: pages, their translations and their dates."""

from lxml import etree
from tests.factories import (
    by_path,
    make_bilingual_post,
    make_post,
    make_posts,
    make_publication,
    make_update,
)

from aushang.outputs import sitemap
from aushang.outputs.shell import Sheet

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
SITE = "https://aktuell.kraftraum.example/"


def sheet(path, **fields):
    """A page without its text."""
    return Sheet(path=path, language="de", title="x", description="", body="<h1>x</h1>", **fields)


def urls(publication, *sheets):
    """The sitemap's addresses as a tree."""
    (artifact,) = sitemap.render(publication, sheets)
    assert (artifact.path, artifact.media_type) == ("sitemap.xml", "application/xml")
    return etree.fromstring(artifact.data).findall("s:url", NAMES)


def test_pages_stand_sorted_with_absolute_addresses():
    """The order of the sheets does not matter; pages that are not indexed are left out."""
    found = urls(
        make_publication([]), sheet("öffnung/"), sheet(""), sheet("404.html", is_indexed=False)
    )
    assert [url.findtext("s:loc", namespaces=NAMES) for url in found] == [
        SITE,
        SITE + "%C3%B6ffnung/",
    ]


def test_a_page_names_its_translations_and_itself():
    """Hreflang wants the whole group on each member; a page alone names none."""
    page = sheet("a/", alternates={"en": "en/a/", "de": "a/"})
    two, alone = urls(make_publication([]), page, sheet("b/", alternates={"de": "b/"}))
    assert [dict(link.attrib) for link in two.findall("x:link", NAMES)] == [
        {"rel": "alternate", "hreflang": "de", "href": SITE + "a/"},
        {"rel": "alternate", "hreflang": "en", "href": SITE + "en/a/"},
    ]
    assert alone.findall("x:link", NAMES) == []


def test_the_date_of_a_page_is_that_of_its_newest_word():
    """Posts, start page, archive, services, places and types; a written page has none."""
    posts = [
        make_bilingual_post("a", updates=(make_update("2026-11-21T10:00"),)),
        make_post("b", services=("kurse",), type="price", published="2026-11-01T10:00"),
    ]
    paths = [
        "",
        "en/",
        "archiv/",
        "meldungen/a/",
        "en/posts/a/",
        "meldungen/b/",
        "angebote/kurse/",
        "themen/preise/",
        "themen/wartung/",
        "impressum/",
    ]
    found = urls(make_publication(posts), *map(sheet, paths))
    dates = {
        url.findtext("s:loc", namespaces=NAMES).removeprefix(SITE): url.findtext(
            "s:lastmod", namespaces=NAMES
        )
        for url in found
    }
    newest, older = "2026-11-21T10:00:00+01:00", "2026-11-01T10:00:00+01:00"
    assert dates == {
        "": newest,
        "en/": newest,
        "archiv/": newest,
        "meldungen/a/": newest,
        "en/posts/a/": newest,
        "meldungen/b/": older,
        "angebote/kurse/": older,
        "themen/preise/": older,
        "themen/wartung/": None,
        "impressum/": None,
    }


def test_no_pages_are_a_sitemap_too():
    """An empty list is well-formed."""
    assert urls(make_publication([])) == []


def test_many_posts_have_maps_of_their_own():
    """The map becomes an index of maps, counted from the oldest post, none of them large."""
    posts = make_posts(2 * sitemap.PER_MAP + 1)
    found = by_path(sitemap.render(make_publication(posts), [sheet("archiv/"), sheet("")]))
    listed = {
        path: [loc.text for loc in etree.fromstring(data).iter("{*}loc")]
        for path, data in found.items()
    }
    assert listed["sitemap.xml"] == [
        SITE + "sitemaps/pages.xml",
        SITE + "sitemaps/posts-1.xml",
        SITE + "sitemaps/posts-2.xml",
        SITE + "sitemaps/posts-3.xml",
    ]
    assert etree.fromstring(found["sitemap.xml"]).tag == f"{{{NAMES['s']}}}sitemapindex"
    assert listed["sitemaps/pages.xml"] == [SITE, SITE + "archiv/"]
    # Each post in two languages, and the newest alone in the last map.
    assert [len(listed[f"sitemaps/posts-{number}.xml"]) for number in (1, 2, 3)] == [2000, 2000, 2]
    newest = posts[0].texts["de"].slug
    assert listed["sitemaps/posts-3.xml"][-1] == f"{SITE}meldungen/{newest}/"


def test_a_new_post_changes_one_map():
    """A full map never changes again, and the index only with a new map."""
    posts = make_posts(sitemap.PER_MAP + 8)
    before = by_path(sitemap.render(make_publication(posts[1:]), ()))
    after = by_path(sitemap.render(make_publication(posts), ()))
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {"sitemaps/posts-2.xml"}
