"""What the terminal is told of a preview, and where its site is written."""

from collections import Counter
from pathlib import Path

import pytest
from tests.integration.sites import CONFIGURATION, write, write_site

from aushang.build.result import Outcome, Result
from aushang.cli.previewing import Terminal, open_indexer, preview_folder, subject_of
from aushang.model import AushangError, Kind
from aushang.serve.preview import Subject
from aushang.serve.searching import Searching


@pytest.fixture
def terminal() -> Terminal:
    """A terminal after the first build."""
    terminal = Terminal(root=Path("/p"))
    terminal.begin("http://127.0.0.1:8000", "/news/")
    return terminal


def result(outcome: Outcome) -> Result:
    """A build of one post."""
    files = Counter({Kind.PAGE: 9, Kind.FEED: 4})
    return Result(outcome=outcome, diagnostics=(), posts=1, files=files, seconds={})


def previewed(site: Path) -> Subject:
    """What is previewed of a publication on disk."""
    terminal = Terminal()
    return subject_of(site / "mkdocs.yml", None, terminal, Searching(open_indexer, terminal))


def test_the_first_build_says_how_much_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """And then where it is."""
    terminal = Terminal()
    terminal.changed(frozenset())
    terminal.built(result(Outcome.PUBLISHED), 0.71)
    terminal.edited("/news/a/")
    terminal.begin("http://127.0.0.1:8000", "/news/")
    assert capsys.readouterr().out == (
        "1 post in 9 pages and 4 feeds (0.7 s)\n"
        "Showing the site at http://127.0.0.1:8000/news/ (Ctrl-C ends it)\n"
    )


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.PUBLISHED, "rebuilt (0.12 s)\n"),
        (Outcome.UNCHANGED, "the site is as it was (0.12 s)\n"),
        (Outcome.REFUSED, "The last good site stays (0.12 s).\n"),
    ],
)
def test_each_build_after_it_is_one_line(
    terminal: Terminal, capsys: pytest.CaptureFixture[str], outcome: Outcome, words: str
) -> None:
    """Findings stand above it."""
    capsys.readouterr()
    terminal.built(result(outcome), 0.123)
    assert capsys.readouterr().out == words


def test_some_of_the_changed_files_are_named(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their names may hold anything; those beside the publication are not told."""
    capsys.readouterr()
    terminal.changed(frozenset(Path(f"/p/content/{name}.md") for name in "abcd\x1b"))
    terminal.changed(frozenset({Path("/elsewhere/a.md"), Path("/p/content/\x1b.md")}))
    assert capsys.readouterr().out == (
        "\nchanged: content/\\x1b.md, content/a.md, content/b.md and 2 more\n"
        "\nchanged: content/\\x1b.md\n"
    )


def test_the_edited_page_is_an_address_to_click(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    """Terminals make links of it."""
    capsys.readouterr()
    terminal.edited("/news/meldungen/a/")
    assert capsys.readouterr().out == "edited: http://127.0.0.1:8000/news/meldungen/a/\n"


def test_an_error_is_a_sentence(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    """As everywhere, on standard error."""
    terminal.failed(AushangError("the disk is full", "free some space"))
    assert capsys.readouterr().err == "aushang: error: the disk is full. Free some space\n"


def test_the_preview_has_a_hidden_folder_of_its_own(tmp_path: Path) -> None:
    """Beside the published one, never in it."""
    assert preview_folder(tmp_path / "site") == tmp_path / ".site.preview" / "site"
    site = write_site(tmp_path)
    assert previewed(site).shown.folder == (tmp_path / ".site.preview" / "site")


def test_the_index_of_the_preview_is_beside_its_site(tmp_path: Path) -> None:
    """In a folder that no site can have; none without a search."""
    site = write_site(tmp_path)
    assert previewed(site).shown.search is None
    write(site / "mkdocs.yml", CONFIGURATION.replace("search: false", "search: true"))
    assert previewed(site).shown.search == tmp_path / ".site.preview" / ".site.search"


def test_it_is_told_when_the_search_is_up_to_date(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    """That comes later than the site."""
    capsys.readouterr()
    terminal.searched(0.84)
    assert capsys.readouterr().out == "the search is up to date (0.8 s)\n"


def test_all_that_a_site_is_made_of_is_watched(tmp_path: Path) -> None:
    """Content, configuration, templates of one's own, and what `watch` names."""
    site = write_site(tmp_path)
    named = CONFIGURATION.replace("name: aushang", "name: aushang\n  custom_dir: own")
    write(site / "mkdocs.yml", f"{named}watch: [data, notes.txt]\n")
    write(site / "own/main.html", "")
    write(site / "data/a.csv", "")
    write(site / "notes.txt", "")
    places = previewed(site).places
    assert places.folders == (site / "content", site / "own", site / "data")
    assert places.files == (site / "mkdocs.yml", site / "notes.txt")
