"""The page on dead links says what is found: each row of its tables is judged."""

import re
from pathlib import Path

import pytest
from tests.factories import make_publication
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "links.md"
ROW = re.compile(r"^\| `(?P<markup>.+?)` \| (?P<found>nothing|AU2\d\d) \| [^|]+ \|[^|]*\|$")
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
HEAD = ("<link", "<meta", "<base", "<style", "<script")
SITE = {
    "index.html": html(),
    "kontakt/index.html": html('<p id="wer">x</p>'),
    "alt/index.html": html(head='<meta http-equiv="refresh" content="0; url=/kontakt/">'),
    "media/plan.png": "",
    "media/a,b.png": "",
    "media/prüfung.pdf": "",
    "media/zwei worte.pdf": "",
    "media/a+b.pdf": "",
}
# Which codes are about addresses: the rows show no whole pages, and those have other duties.
ABOUT_ADDRESSES = re.compile(r"AU20\d|AU21\d")


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_true(row: str, tmp_path: Path) -> None:
    """What the row says is found is found, and nothing else."""
    match = ROW.match(row)
    assert match, "a row has the markup, what is found, why, and what others do"
    markup = match["markup"]
    page = html(head=markup) if markup.startswith(HEAD) else html(markup)
    written = write_site(tmp_path, {**SITE, "seite/index.html": page})
    codes = {one.code for one in check_artifacts(make_publication(), written)}
    expected = set() if match["found"] == "nothing" else {match["found"]}
    assert set(filter(ABOUT_ADDRESSES.match, codes)) == expected


def test_the_rows_were_found() -> None:
    """A page without rows would pass."""
    assert len(ROWS) > 50
