"""Archive, subscribing, hand-written pages, the page for nothing, and the frame around all."""

import dataclasses
import random
from itertools import pairwise

from tests.factories import (
    make_body,
    make_page,
    make_post,
    make_posts,
    make_publication,
    make_site,
)
from tests.page_reading import BareShell, one, parsed, sheets_of, texts, words_of
from tests.plain_words import WORDS

from aushang.model import Kind, Localised, Menu, PageText, Source
from aushang.outputs import api, badges, pages, statuspage
from aushang.outputs.pages.frame import frame
from aushang.outputs.pages.press import Press
from aushang.outputs.shell import MenuEntry


def in_english(page, title: str, slug: str):
    """The page with an English text."""
    text = PageText(
        language="en",
        title=title,
        summary="",
        body=make_body("Kraftraum Ltd"),
        slug=slug,
        source=Source("content/pages/x.en.md"),
    )
    return dataclasses.replace(page, texts={**page.texts, "en": text})


def test_the_archive_counts_each_month() -> None:
    """Months newest first, under their years, by the clock of the place."""
    publication = make_publication(
        [
            make_post("a", published="2026-11-20T09:00"),
            make_post("b", published="2026-11-01T00:10"),
            make_post("c", published="2025-06-30T09:00"),
        ]
    )
    sheets = sheets_of(publication)
    tree = parsed(sheets["archiv/"])
    assert texts(tree, "h2") == ["2026", "2025"]
    assert texts(tree, "li") == ["November 2026 2 Meldungen", "Juni 2025 1 Meldung"]
    assert words_of(one(tree, ".au-lead")) == "3 Meldungen seit Juni 2025"
    assert texts(parsed(sheets["en/archive/"]), "li")[1] == "June 2025 1 notice"
    month = sheets["archiv/2026/11/"]
    assert month.title == "Meldungen im November 2026"
    assert texts(parsed(month), ".au-rows__date") == ["20. November 2026", "1. November 2026"]
    assert month.alternates["en"] == "en/archive/2026/11/"


def test_a_month_that_is_over_does_not_change() -> None:
    """Neither a new post nor the passing of time touches it."""
    posts = make_posts(60)
    before = sheets_of(make_publication(posts[1:]))
    later = make_publication(posts, now=make_publication().now.replace(month=12))
    assert before["archiv/2026/10/"] == sheets_of(later)["archiv/2026/10/"]


def test_without_posts_there_is_no_archive() -> None:
    """And nobody is sent there."""
    publication = make_publication([])
    assert not [path for path in sheets_of(publication) if "archiv" in path]
    entries = [entry.section for entry in frame(Press(publication, "de")).menu]
    assert entries == ["home", "locations", "services", "subscribe"]


def test_the_subscribe_page_links_every_feed() -> None:
    """Posts and updates, RSS, Atom and JSON Feed, for everything, places, services and types."""
    tree = parsed(sheets_of(make_publication())["abonnieren/"])
    assert texts(tree, "caption") == [
        "Alles",
        "Nach Standort",
        "Nach Angebot",
        "Nach Art der Meldung",
    ]
    rows = tree.css("tbody tr")
    assert len(rows) == 1 + 2 + 2 + 7
    assert [node.attributes["href"] for node in rows[1].css("td a")] == [
        "\x02/feeds/locations/mitte/posts.rss",
        "\x02/feeds/locations/mitte/posts.atom",
        "\x02/feeds/locations/mitte/posts.json",
        "\x02/feeds/locations/mitte/updates.rss",
        "\x02/feeds/locations/mitte/updates.atom",
        "\x02/feeds/locations/mitte/updates.json",
    ]
    assert texts(rows[1], "td a")[0] == "RSS: Meldungen, Mitte"
    assert [row.css("th a") == [] for row in rows[5:]].count(False) == 1


def test_the_subscribe_page_speaks_plain_words() -> None:
    """What a feed is, how it is used and what each holds, in the reader's language."""
    text = words_of(parsed(sheets_of(make_publication())["en/subscribe/"]))
    for sentence in (
        "A feed is an address where a reader app looks by itself for anything new.",
        "In the reader app choose “Subscribe” or “Add feed” and paste the address. Done.",
        "Every new notice appears exactly once.",
        "The same, and every further word on a notice until the matter is settled.",
    ):
        assert sentence in text


def test_the_subscribe_page_has_a_list_of_its_contents() -> None:
    """Whoever wants the calendars need not pass by all feeds; it names every heading."""
    sheet = sheets_of(make_publication())["en/subscribe/"]
    headings = parsed(sheet).css("h2")
    assert [(one.id, one.text) for one in sheet.headings] == [
        (node.attributes["id"], words_of(node)) for node in headings
    ]
    assert len(headings) == 6


def test_the_subscribe_page_has_the_lines_for_other_websites() -> None:
    """To be copied as they are; a name with markup is text in them, and so it is on the page."""
    site = make_site(name=Localised({"de": "Kraft & <Raum>"}))
    tree = parsed(sheets_of(make_publication(site=site))["en/subscribe/"])
    section = one(tree, '[aria-labelledby="au-elsewhere"]')
    assert one(section, "pre").text().splitlines() == [
        '<script async src="https://aktuell.kraftraum.example/embed/aushang.js"></script>',
        (
            '<aushang-status lang="en"><a href="https://aktuell.kraftraum.example/en/">'
            "Kraft &amp; &lt;Raum&gt;</a></aushang-status>"
        ),
    ]
    assert texts(section, "li") == [
        'Mitte: location="mitte" Picture: Mitte',
        'Ost: location="ost" Picture: Ost',
        'Sauna: service="sauna"',
        'Back classes & more: service="kurse"',
    ]


def test_a_site_without_topics_offers_the_feeds_of_everything() -> None:
    """No empty tables."""
    tree = parsed(sheets_of(make_publication([], services={}, locations={}))["abonnieren/"])
    assert texts(tree, "caption") == ["Alles", "Nach Art der Meldung"]


def test_hand_written_pages_come_through() -> None:
    """Title and body, and the same page in the other language."""
    page = in_english(make_page("impressum", "Impressum & mehr"), "Imprint", "imprint")
    sheets = sheets_of(make_publication(pages=(page,)))
    sheet = sheets["impressum/"]
    assert words_of(parsed(sheet)) == "Impressum & mehr Kraftraum GmbH"
    assert sheet.alternates == {"de": "impressum/", "en": "en/imprint/"}
    assert sheets["en/imprint/"].title == "Imprint"
    assert sheet.section == "impressum"


def test_menus_name_what_there_is() -> None:
    """Made pages, then hand-written ones in their order; the footer has its own."""
    written = (
        make_page("b", "Kontakt", menu=Menu.MAIN, order=20),
        make_page("a", "Preise", menu=Menu.MAIN, order=10),
        in_english(make_page("impressum", menu=Menu.FOOTER), "Imprint", "imprint"),
        make_page("versteckt", menu=Menu.NONE),
    )
    found = frame(Press(make_publication(pages=written), "en"))
    assert [(entry.title, entry.path) for entry in found.menu] == [
        ("Current notices", "en/"),
        ("Locations", "en/locations/"),
        ("Services", "en/services/"),
        ("Archive", "en/archive/"),
        ("Subscribe", "en/subscribe/"),
        ("Preise (in German)", "a/"),
        ("Kontakt (in German)", "b/"),
    ]
    assert found.footer == (MenuEntry("impressum", "Imprint", "en/imprint/"),)
    assert found.site_name == "Kraftraum"
    assert found.home == "en/"


def test_nothing_is_found_in_every_language() -> None:
    """One page says so in each language of the site, marked, with ways on; no search finds it."""
    sheet = sheets_of(make_publication())["404.html"]
    tree = parsed(sheet)
    assert words_of(one(tree, "h1")) == "Diese Seite gibt es nicht"
    english = one(tree, "section[lang=en]")
    assert words_of(one(english, "h2")) == "This page does not exist"
    assert [node.attributes["href"] for node in english.css("a")] == [
        "\x02/en/",
        "\x02/en/archive/",
    ]
    assert not sheet.is_indexed


def test_pages_become_artifacts_in_their_frame() -> None:
    """Each sheet is a file that names the content behind it."""
    shell = BareShell()
    written = {artifact.path: artifact for artifact in pages.render(make_publication(), shell)}
    post = written["meldungen/2026-11-20-sauna-mitte/index.html"]
    assert post.kind is Kind.PAGE
    assert post.media_type == "text/html"
    assert post.sources == ("content/posts/2026-11-20-sauna-mitte.md",)
    assert written["angebote/sauna/index.html"].sources == ("content/services/sauna.yml",)
    assert written["index.html"].sources == ("aushang.outputs.pages.start",)
    assert written["404.html"].data.startswith(b"<h1>")
    assert set(shell.frames) == {"de", "en"}


def test_the_order_of_the_input_changes_no_byte() -> None:
    """Shuffled posts and pages give the same files."""
    posts = list(make_posts(40))
    written = [make_page("a"), make_page("b", menu=Menu.MAIN), make_page("c", menu=Menu.MAIN)]

    def files() -> dict[str, bytes]:
        publication = make_publication(posts, pages=tuple(written))
        return {a.path: a.data for a in pages.render(publication, BareShell())}

    first = files()
    chance = random.Random(7)
    chance.shuffle(posts)
    chance.shuffle(written)
    assert files() == first


def test_a_site_in_one_language_speaks_one() -> None:
    """No English pages, no notes about translations, one language on the page for nothing."""
    sheets = sheets_of(make_publication([make_post("a")], site=make_site(languages=("de",))))
    assert not [path for path in sheets if path.startswith("en/")]
    assert not parsed(sheets["meldungen/a/"]).css(".au-only-in")
    assert not parsed(sheets["404.html"]).css("section")


def test_a_site_in_another_language_first() -> None:
    """English first has no prefix, German then has one."""
    site = make_site(languages=("en", "de"), name=Localised({"en": "Gym"}))
    sheets = sheets_of(make_publication(site=site))
    assert parsed(sheets[""]).css_first("h1").text() == "Current notices"
    assert parsed(sheets["de/"]).css_first("h1").text() == "Aktuell"


def test_every_internal_address_leads_to_a_page_or_feed() -> None:
    """Nothing of ours is linked that is not made, in any language, with or without content."""
    for publication in (
        make_publication(make_posts(90), pages=(make_page(menu=Menu.MAIN),)),
        make_publication([]),
        make_publication([], services={}, locations={}, contacts={}),
    ):
        sheets = sheets_of(publication)
        feeds = {feed.path for sheet in sheets.values() for feed in sheet.feeds}
        feeds |= {
            made.path
            for press in pages.presses_of(publication)
            for unit in badges.units(press)
            for made in unit.make()
        }
        feeds |= {made.path for made in api.render(publication, WORDS)}
        feeds |= {made.path for made in statuspage.render(publication, WORDS)}
        for path, sheet in sheets.items():
            for node in parsed(sheet).css("a[href]"):
                href = node.attributes["href"] or ""
                if not href.startswith("\x02/"):
                    continue
                target = href[2:]
                known = target in sheets or target in feeds or "/types/" in target
                assert known, f"{path} links to {target}"


def test_every_page_has_one_heading_of_level_one_and_no_double_ids() -> None:
    """And headings never skip a level."""
    for sheet in sheets_of(make_publication(make_posts(90), pages=(make_page(),))).values():
        tree = parsed(sheet)
        levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, sheet.path
        assert levels.count(1) == 1, sheet.path
        assert all(b - a <= 1 for a, b in pairwise(levels)), sheet.path
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), sheet.path
