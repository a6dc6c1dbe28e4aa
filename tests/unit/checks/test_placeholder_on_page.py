"""AU109 speaks of pages whose sources are not at hand."""

from pathlib import Path

from tests.factories import make_publication
from tests.written import html, write_site

from aushang.checks.placeholder_on_page import placeholder_on_page


def test_one_finding_for_each_placeholder(tmp_path: Path) -> None:
    """With all pages that show it."""
    page = html("<p>Lorem ipsum</p>")
    written = write_site(tmp_path, {"index.html": page, "a/index.html": page})
    (finding,) = placeholder_on_page(make_publication(), written)
    assert finding.message == "the page shows a placeholder, “Lorem ipsum”"
    assert finding.hint == "write what belongs there, or leave it out"
    assert finding.severity == "warning"
    assert finding.pages == ("a/", "")


def test_pages_that_were_made_here(tmp_path: Path) -> None:
    """Their sources have been judged, and one fault is one finding."""
    sources = {"index.html": ("content/pages/kurse.md",)}
    written = write_site(tmp_path, {"index.html": html("<p>TODO</p>")}, sources=sources)
    assert list(written.flaws("AU109")) != []
    assert list(placeholder_on_page(make_publication(), written)) == []
