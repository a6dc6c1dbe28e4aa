"""The page on which people read what the JSON API holds."""

from tests.factories import make_publication, make_site
from tests.page_reading import one, parsed, sheets_of, words_of

from aushang.model import ROOT
from aushang.outputs.api.paths import ADDRESSES, site_path
from aushang.outputs.pages.developers import coded

SHEETS = sheets_of(make_publication())
PAGE = parsed(SHEETS["api/"])


def test_there_is_one_page_in_the_first_language() -> None:
    """The words around are of the site; what fields mean is English and marked so."""
    sheet = SHEETS["api/"]
    assert (sheet.language, sheet.title) == ("de", "Für Apps und Programme")
    assert "en/api/" not in SHEETS
    assert [node.attributes["lang"] for node in PAGE.css("[lang]")] == ["en", "en"]
    english = sheets_of(make_publication(site=make_site(languages=("en", "de"))))["api/"]
    assert (english.language, english.title) == ("en", "For developers")
    assert parsed(english).css("[lang]") == []


def test_every_file_has_its_line() -> None:
    """In the order of the table, each with what it is; links lead to files and schemas."""
    paths = [site_path(address) for address in ADDRESSES]
    lines = PAGE.css("section[aria-labelledby=au-files] summary")
    assert [one(line, "h3").text() for line in lines] == ["In every file", *paths]
    assert all(words_of(one(line, ".au-files__lead")) for line in lines)
    anchors = [node.attributes["href"] for node in PAGE.css('a[href^="#"]')]
    ids = [node.attributes["id"] for node in PAGE.css("[id]")]
    assert {anchor[1:] for anchor in anchors} <= set(ids)
    assert len(ids) == len(set(ids))
    links = {node.attributes["href"] for node in PAGE.css("#status a")}
    assert {f"{ROOT}api/v1/status.json", f"{ROOT}api/v1/schema/status.json"} <= links


def test_a_field_says_its_type_its_meaning_and_the_words_that_are_known() -> None:
    """An open list with what to treat an unknown word as."""
    rows = {
        one(row, "dt").text(): " ".join(one(row, "dd").text(separator=" ").split())
        for row in PAGE.css("#posts-id .au-fields > div")
    }
    assert rows["type"] == (
        "text What kind of change. Treat a value that you do not know as news . Known:"
        " reopening , closure , disruption , maintenance , availability , price , news"
    )
    assert rows["updates"] == "list of Update Newest first."
    assert rows["minimum_term"] == "null or whole number How many months a contract binds for."


def test_files_for_statuspage_are_named_where_there_are_some() -> None:
    """With their meaning; a site without them has no such section."""
    assert "Atlassian Statuspage" in one(PAGE, "section[aria-labelledby=au-statuspage]").text()
    without = make_publication(site=make_site(statuspage=None))
    assert parsed(sheets_of(without)["api/"]).css("#au-statuspage") == []


def test_words_of_schemas_are_escaped() -> None:
    """What stands between backquotes is a name."""
    assert coded("`a` < `b`, & c") == "<code>a</code> &lt; <code>b</code>, &amp; c"


def test_whoever_follows_the_site_finds_the_page() -> None:
    """In each language, from the page about feeds."""
    for path in ("abonnieren/", "en/subscribe/"):
        link = one(parsed(SHEETS[path]), "section[aria-labelledby=au-developers] a")
        assert link.attributes["href"] == f"{ROOT}api/"
