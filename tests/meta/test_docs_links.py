"""Our own docs pass the gate that we ask others to pass: no dead link, no dead anchor."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.meta.docs_pages import PAGES, ROOT, anchors, code_spans, name, prose

_LINK = re.compile(r"\]\(([^()\s]+)\)")
_SPANS = re.compile(r"`[^`\n]+`")


def links(page: Path) -> list[str]:
    """The targets of a page's links and pictures, without those to other hosts."""
    text = _SPANS.sub("", prose(page))
    return [target for target in _LINK.findall(text) if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    """Relative links name files of the checkout, anchors headings of the page they name."""
    dead = []
    for target in links(page):
        path, _, anchor = target.partition("#")
        file = (page.parent / unquote(path)).resolve() if path else page
        is_there = file.exists() and file.is_relative_to(ROOT)
        if not is_there or (anchor and anchor not in anchors(file)):
            dead.append(target)
    assert dead == []


def test_there_are_links_to_judge() -> None:
    """A pattern that finds nothing would pass the test above."""
    assert sum(len(links(page)) for page in PAGES) > 60


def test_the_map_leads_to_every_page_of_docs() -> None:
    """What docs/index.md does not name, or a decision, would be found by nobody."""
    index = ROOT / "docs" / "index.md"
    named = {(index.parent / target).resolve() for target in links(index)}
    pages = {page for page in (ROOT / "docs").rglob("*.md") if page.parent.name != "decisions"}
    assert {name(page) for page in pages - named - {index}} == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_module_that_is_named_is_there(page: Path) -> None:
    """A module or tool in backticks is a file of the checkout, or below the program's folder."""
    missing = [
        span
        for span in code_spans(page)
        if re.fullmatch(r"[\w/]+/\w+\.py|tools/\w+", span)
        and not any((base / span).exists() for base in (ROOT, ROOT / "generator" / "aushang"))
    ]
    assert missing == []
