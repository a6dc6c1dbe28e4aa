"""Pages that are joined wrongly never reach the published folder."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.factories import make_site
from tests.integration.sites import CONFIGURATION, NOW, aushang, tree, write, write_site

from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.samples import Sampled
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import AushangError
from aushang.outputs.shell import Frame, Sheet

FRAME = Frame(language="de", site_name=str(make_site().name), home="", menu=(), footer=())
HINT = (
    "in templates of your own, show each of the `slots` as it is; if you have none, this is a "
    "fault of aushang: report it"
)


@dataclass
class Telling:
    """A shell whose joined pages end in `lie`; it counts what it makes in full."""

    lie: str = ""
    in_full: list[str] = field(default_factory=list)

    def page(self, sheet: Sheet, frame: Frame) -> bytes:
        """The page as joined."""
        return f"<{frame.language}>{sheet.body}{self.lie}".encode()

    def page_in_full(self, sheet: Sheet, frame: Frame) -> bytes:
        """The page as it should be."""
        self.in_full.append(sheet.path)
        return f"<{frame.language}>{sheet.body}".encode()

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """One file."""
        yield "assets/a.css", b"a {}"


def sheet(path: str, section: str = "") -> Sheet:
    """A page."""
    return Sheet(
        path=path, language="de", title="T", description="", body="<h1>Ä</h1>", section=section
    )


def test_a_sample_of_each_kind_is_made_in_full() -> None:
    """One for each section, depth and language; all others are only joined."""
    shell = Telling()
    sampled = Sampled(shell)
    pages = [sheet(f"meldungen/{number}/", "archive") for number in range(100)]
    pages += [sheet("angebote/a/", "services"), sheet("index.html", "home")]
    assert {sampled.page(one, FRAME) for one in pages} == {"<de><h1>Ä</h1>".encode()}
    assert shell.in_full == ["meldungen/0/", "angebote/a/", "index.html"]


def test_samples_are_few() -> None:
    """However many kinds of pages there are."""
    shell = Telling()
    sampled = Sampled(shell)
    for number in range(100):
        sampled.page(sheet(f"{number}/", str(number)), FRAME)
    assert len(shell.in_full) == 20


def test_what_is_no_page_is_the_other_shells() -> None:
    """Its files and its pages in full."""
    sampled = Sampled(Telling())
    assert list(sampled.assets()) == [("assets/a.css", b"a {}")]
    assert sampled.page_in_full(sheet("a/"), FRAME) == "<de><h1>Ä</h1>".encode()


def test_a_shell_that_lies_is_told() -> None:
    """With the page, and what is there instead of what should be."""
    with pytest.raises(AushangError) as caught:
        Sampled(Telling(lie="<p>mehr</p>")).page(sheet("meldungen/a/"), FRAME)
    assert caught.value.message == (
        "the page “/meldungen/a/” has “<p>mehr</p>” where the theme's template has “”"
    )
    assert caught.value.hint == HINT


def test_a_lie_keeps_the_old_site(tmp_path: Path) -> None:
    """A full build with such a shell ends before anything is published."""
    site = write_site(tmp_path / "news")
    configuration = load_configuration(site / "mkdocs.yml")
    around = replace(host(configuration), shell=Telling(lie="!"))
    with pytest.raises(AushangError, match="has “!” where the theme's template has “”"):
        build(
            project(configuration),
            around,
            now=datetime.fromisoformat(NOW),
            watch=Stopwatch(Unwatched()),
        )
    assert not (site / "site").exists()


def test_a_template_that_works_with_a_slot_is_told(tmp_path: Path) -> None:
    """Its own length is not that of another page; the site stays, also where one was known."""
    site = write_site(tmp_path / "news")
    aushang(site, "build")
    before = tree(site / "site")
    look = CONFIGURATION.replace("name: aushang", "name: aushang\n  custom_dir: look")
    write(site / "mkdocs.yml", look)
    write(site / "look/partials/footer.html", "<i>{{ slots.body | length }}</i>")
    run = aushang(site, "build", "--quiet")
    assert run.returncode == 2
    assert " where the theme's template has " in run.stderr
    assert tree(site / "site") == before
    write(site / "look/partials/footer.html", "<i>{{ frame.site_name | length }}</i>")
    assert aushang(site, "build", "--quiet").returncode == 0
