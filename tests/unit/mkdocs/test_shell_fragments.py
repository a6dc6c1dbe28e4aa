"""The parts of a page that a sheet fills."""

import json

import pytest

from aushang.mkdocs import fragments
from aushang.model import Heading, Position, Site
from aushang.model.localised import Localised
from aushang.outputs.shell import FeedLink, Sheet

SITE = Site(name=Localised({"de": "Kraftraum"}), url="https://a.example/", tag="a.example,2026")
HERE = Position("content/pages/a.md")


def make_sheet(**fields: object) -> Sheet:
    """A sheet of which only the named fields matter."""
    values: dict[str, object] = {
        "path": "a/", "language": "de", "title": "A", "description": "", "body": "<h1>A</h1>",
    }  # fmt: skip
    return Sheet(**(values | fields))  # type: ignore[arg-type]  # the fields are of many types


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sauna offen", "Sauna offen – Kraftraum"),
        ("Aktuelles bei Kraftraum", "Aktuelles bei Kraftraum"),
        ("", "Kraftraum"),
        ("A & B", "A &amp; B – Kraftraum"),
    ],
)
def test_title_names_the_site_once(title: str, expected: str) -> None:
    """The window's title is the page's and the site's, and never the site's twice."""
    assert fragments.title(make_sheet(title=title), "Kraftraum") == expected


def test_no_description() -> None:
    """An empty description is no element rather than an empty one."""
    assert fragments.description(make_sheet()) == ""


def test_description_is_one_line() -> None:
    """Line ends of a summary become spaces; search engines show one line."""
    found = fragments.description(make_sheet(description="Ab Montag,\n  6 Uhr."))
    assert found.count('content="Ab Montag, 6 Uhr."') == 2


def test_hidden_pages_recommend_no_address() -> None:
    """A page that must not be indexed has no canonical address."""
    assert fragments.links(make_sheet(is_indexed=False), SITE, "./") == ""


def test_one_language_needs_no_alternates() -> None:
    """A page without a translation names no other language, not even its own."""
    assert "hreflang" not in fragments.links(make_sheet(alternates={"de": "a/"}), SITE, "./")


def test_alternates_stand_in_the_order_of_the_site() -> None:
    """The order does not depend on that of the sheet's mapping."""
    one = make_sheet(alternates={"de": "a/", "en": "en/b/"})
    other = make_sheet(alternates={"en": "en/b/", "de": "a/"})
    assert fragments.links(one, SITE, "./") == fragments.links(other, SITE, "./")


def test_feeds_are_relative() -> None:
    """Feeds are found in a preview and under any host, so their addresses are relative."""
    feed = FeedLink("Alles & mehr", "application/atom+xml", "feeds/updates.atom")
    assert fragments.links(make_sheet(feeds=(feed,)), SITE, "../").splitlines()[-1].strip() == (
        '<link rel="alternate" type="application/atom+xml" title="Alles &amp; mehr"'
        ' href="../feeds/updates.atom">'
    )


def test_linked_data_stays_the_same_data() -> None:
    """`<` becomes an escape of JSON: the element cannot be closed, and the data reads the same."""
    data = {"headline": "</script><!-- <b>"}
    element = fragments.linked_data(json.dumps(data))
    inside = element.partition(">")[2].rpartition("</script>")[0]
    assert "<" not in inside
    assert json.loads(inside) == data


def test_switch_leads_to_the_translation() -> None:
    """Each language is named in itself and leads to the same page."""
    names = {"de": "Deutsch", "en": "English"}
    sheet = make_sheet(alternates={"de": "a/", "en": "en/b/"})
    assert fragments.switch(sheet, SITE, "../", names).splitlines() == [
        '<li><span lang="de" aria-current="true">Deutsch</span></li>',
        '<li><a href="../en/b/" lang="en" hreflang="en">English</a></li>',
    ]


def test_switch_leads_to_the_start_page() -> None:
    """Without a translation the language's start page is better than a dead end."""
    names = {"de": "Deutsch", "en": "English"}
    assert 'href="../en/"' in fragments.switch(make_sheet(), SITE, "../", names)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], ""),
        ([4, 5], ""),
        ([2, 2], "<ol>(0)</li>(1)</li></ol>"),
        ([2, 3, 2], "<ol>(0)<ol>(1)</li></ol></li>(2)</li></ol>"),
        ([3, 2], "<ol>(0)</li></ol><ol>(1)</li></ol>"),
        ([2, 4, 3], "<ol>(0)<ol>(2)</li></ol></li></ol>"),
    ],
)
def test_contents_nest_by_level(levels: list[int], expected: str) -> None:
    """The list nests as the headings do, and is whole whatever their order."""
    headings = [Heading(level, f"h{at}", f"H{at}", HERE) for at, level in enumerate(levels)]
    for at in range(len(levels)):
        expected = expected.replace(f"({at})", f'<li><a href="#h{at}">H{at}</a>')
    assert fragments.contents(headings) == expected
