"""The loop of the preview: what a build comes to is told to browsers and the terminal."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.factories import berlin

from aushang.build.result import Outcome, Result
from aushang.model import AushangError, Diagnostic, Position
from aushang.serve.board import Board, News
from aushang.serve.changes import Changes, Places, watching
from aushang.serve.preview import Preview, Subject
from aushang.serve.requests import Shown

NOW = berlin("2026-11-21T20:00:00")
FINDING = Diagnostic(code="AU101", message="wrong", location=Position("content/a.md", 3))


@dataclass(slots=True)
class Recorder:
    """A terminal that remembers what it was told."""

    told: list[object] = field(default_factory=list)

    def changed(self, paths: frozenset[Path]) -> None:
        """Files."""
        self.told.append(("changed", {path.name for path in paths}))

    def built(self, result: Result, seconds: float) -> None:
        """A result."""
        assert seconds >= 0
        self.told.append(("built", result.outcome))

    def failed(self, error: AushangError) -> None:
        """An error."""
        self.told.append(("failed", error.message))

    def moved(self, base: str) -> None:
        """Another path."""
        self.told.append(("moved", base))

    def edited(self, address: str) -> None:
        """A page."""
        self.told.append(("edited", address))


@dataclass(slots=True)
class Stage:
    """A preview with all that it talks to. `outcome` is what the next build comes to.

    `first` are the pages that can be shown before. `rested` notes how much had been told each time
    that the rest was done, `during` what browsers knew and how much was told in each build.
    """

    root: Path
    changes: Changes
    recorder: Recorder = field(default_factory=Recorder)
    board: Board = field(default_factory=lambda: Board(first=5))
    outcome: Outcome | AushangError | OSError = Outcome.PUBLISHED
    base: str = "/news/"
    now: datetime = NOW
    fault: AushangError | None = None
    is_timeless: bool = False
    first: dict[str, bytes] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    rested: list[int] = field(default_factory=list)
    during: list[tuple[News, int]] = field(default_factory=list)

    def subject(self) -> Subject:
        """What mkdocs.yml says at the moment."""
        if self.fault:
            raise self.fault
        return Subject(
            places=Places((self.root / "content",)),
            settings=(self.root / "mkdocs.yml", self.root / "theme"),
            shown=Shown(self.root / "site", self.base),
            now=lambda: self.now,
            rebuild=self.rebuild,
            first=self.first_pages,
            rest=lambda: self.rested.append(len(self.recorder.told)),
            page_of=lambda file: f"meldungen/{file.stem}/" if file.suffix == ".md" else None,
            is_timeless=self.is_timeless,
        )

    def first_pages(self, at: datetime, touched: frozenset[Path]) -> dict[str, bytes]:
        """Pages of the edit, if it was a content file."""
        assert at == self.now
        return self.first if any(path.suffix == ".md" for path in touched) else {}

    def rebuild(self, _: datetime) -> Result:
        """Build, or fail; what was known of the page at that time is remembered."""
        self.during.append((self.board.news, len(self.recorder.told)))
        if isinstance(self.outcome, Exception):
            raise self.outcome
        found = (FINDING,) if self.outcome is Outcome.REFUSED else ()
        return Result(outcome=self.outcome, diagnostics=found, posts=1, files=Counter(), seconds={})

    def build(self, preview: Preview, *names: str) -> list[object]:
        """What is told of a build after these files of the publication were touched."""
        self.recorder.told.clear()
        touched = frozenset(self.root / name for name in names)
        preview.build(touched, self.changes, self.shown.append)
        return self.recorder.told


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A site with two posts."""
    (tmp_path / "content").mkdir()
    for name in ("a", "b"):
        (tmp_path / "site" / "meldungen" / name).mkdir(parents=True)
        (tmp_path / "site" / "meldungen" / name / "index.html").write_text(name)
    with watching(Places((tmp_path / "content",))) as changes:
        yield Stage(tmp_path, changes)


@pytest.fixture
def preview(stage: Stage) -> Preview:
    """A preview of it."""
    return Preview(stage.subject, board=stage.board, teller=stage.recorder)


def test_an_edit_is_a_new_generation_and_names_its_page(stage: Stage, preview: Preview) -> None:
    """Browsers may go there, and the terminal prints the address."""
    told = stage.build(preview, "content/a.md")
    assert told == [
        ("changed", {"a.md"}),
        ("built", Outcome.PUBLISHED),
        ("edited", "/news/meldungen/a/"),
    ]
    news = stage.board.news
    assert (news.generation, news.edited, news.edited_in) == (6, "/news/meldungen/a/", 6)
    assert news.is_building is False


PAGE = "meldungen/a/index.html"


def test_the_edited_page_is_shown_first(stage: Stage, preview: Preview) -> None:
    """Browsers and the terminal are told of it before the build, and of the rest after it."""
    stage.build(preview, "content/b.md")
    stage.first = {PAGE: b"new"}
    told = stage.build(preview, "content/a.md")
    assert told == [
        ("changed", {"a.md"}),
        ("edited", "/news/meldungen/a/"),
        ("built", Outcome.PUBLISHED),
    ]
    news, number = stage.during[-1]
    assert number == 2
    assert (news.generation, news.edited, news.edited_in) == (7, "/news/meldungen/a/", 7)
    assert news.is_building is True
    whole = stage.subject().shown
    assert stage.shown == [Shown(whole.folder, whole.base, first=stage.first), whole]


def test_a_page_and_the_site_that_follows_it_are_one_generation(
    stage: Stage, preview: Preview
) -> None:
    """Whoever went to the edited page and on to another one is not called back."""
    stage.build(preview)
    stage.first = {PAGE: b"new"}
    stage.build(preview, "content/a.md")
    news = stage.board.news
    assert (news.generation, news.edited_in, news.is_building) == (7, 7, False)


@pytest.mark.parametrize(
    "outcome", [Outcome.REFUSED, AushangError("the disk is full"), FileNotFoundError(2, "gone")]
)
def test_a_page_shown_first_goes_when_the_site_is_not_built(
    stage: Stage, preview: Preview, outcome: Outcome | AushangError | OSError
) -> None:
    """The last good site is shown as a whole, and what is wrong over it."""
    stage.build(preview)
    stage.first, stage.outcome = {PAGE: b"new"}, outcome
    stage.build(preview, "content/a.md")
    assert stage.shown[-1].first == {}
    assert stage.board.news.is_refused is True


def test_nothing_is_shown_first_while_something_is_wrong(stage: Stage, preview: Preview) -> None:
    """Whether it is mended only the whole build knows; then it is as before."""
    stage.first = {PAGE: b"new"}
    stage.build(preview, "content/a.md")  # nothing was known to be good yet
    for outcome in (Outcome.REFUSED, AushangError("the disk is full")):
        stage.outcome = Outcome.PUBLISHED
        stage.build(preview)
        stage.outcome = outcome
        stage.build(preview)
        stage.build(preview, "content/a.md")
        assert stage.shown == []
    stage.outcome = Outcome.PUBLISHED
    stage.build(preview, "content/a.md")
    assert stage.shown == []
    stage.build(preview, "content/a.md")
    assert [bool(shown.first) for shown in stage.shown] == [True, False]


def test_nothing_is_shown_first_where_time_alone_has_passed(stage: Stage, preview: Preview) -> None:
    """Nobody waits for it."""
    stage.build(preview)
    stage.first = {PAGE: b"new"}
    stage.build(preview)
    assert stage.shown == []


def test_the_rest_is_done_when_everybody_has_been_told(stage: Stage, preview: Preview) -> None:
    """After each build, good or refused; not where none could be made."""
    told = stage.build(preview, "content/a.md")
    assert stage.rested == [len(told)] == [3]
    stage.outcome = Outcome.REFUSED
    assert len(stage.build(preview, "content/a.md")) == stage.rested[-1] == 2
    stage.outcome = AushangError("another build is at work")
    stage.build(preview, "content/a.md")
    assert len(stage.rested) == 2


@pytest.mark.parametrize(
    "names", [("content/a.md", "content/b.md"), ("content/a.yml",), ("new.md",)]
)
def test_only_one_page_that_is_there_can_be_the_edited_one(
    stage: Stage, preview: Preview, names: tuple[str, ...]
) -> None:
    """Not after a checkout of many, not for data files, not for a post that is not shown yet."""
    assert ("changed", {Path(name).name for name in names}) in stage.build(preview, *names)
    assert stage.board.news.edited == ""


def test_an_unchanged_site_is_no_new_generation(stage: Stage, preview: Preview) -> None:
    """An event only wakes."""
    stage.outcome = Outcome.UNCHANGED
    stage.build(preview, "content/a.md")
    assert stage.board.news.generation == 5


def test_findings_are_told_until_they_are_mended(stage: Stage, preview: Preview) -> None:
    """The generation stays while the last good site does."""
    stage.outcome = Outcome.REFUSED
    assert stage.build(preview, "content/a.md")[-1] == ("built", Outcome.REFUSED)
    news = stage.board.news
    assert (news.generation, news.headline, news.is_refused) == (5, "1 error in 1 file.", True)
    stage.outcome = Outcome.UNCHANGED
    stage.build(preview, "content/a.md")
    assert (stage.board.news.headline, stage.board.news.notices) == ("", ())


def test_an_error_of_the_build_does_not_end_the_preview(stage: Stage, preview: Preview) -> None:
    """A full disk is told, and the next build may succeed."""
    stage.outcome = AushangError("the disk is full", "free some space")
    assert stage.build(preview, "content/a.md")[-1] == ("failed", "the disk is full")
    news = stage.board.news
    assert (news.headline, news.is_building) == ("the disk is full. Free some space", False)


def test_a_file_that_goes_while_it_is_read_does_not_end_the_preview(
    stage: Stage, preview: Preview
) -> None:
    """A checkout goes on while the first of its files are read."""
    stage.outcome = FileNotFoundError(2, "No such file or directory", "content/a.md")
    stage.build(preview, "content/a.md")
    assert stage.board.news.headline == (
        "“content/a.md” cannot be read: No such file or directory. It is tried again in a moment"
    )


def test_what_failed_is_tried_again_and_told_once(stage: Stage, preview: Preview) -> None:
    """Another preview was writing at this very moment, or the disk was full."""
    stage.outcome = AushangError("another build is writing")
    assert stage.build(preview, "content/a.md")[-1] == ("failed", "another build is writing")
    assert preview.is_due() is True
    assert stage.build(preview) == [("changed", set())]
    stage.outcome = Outcome.PUBLISHED
    assert stage.build(preview)[-1] == ("built", Outcome.PUBLISHED)
    assert preview.is_due() is False
    assert stage.board.news.headline == ""


def test_a_slip_in_the_configuration_is_told_until_it_is_mended(
    stage: Stage, preview: Preview
) -> None:
    """Whatever is saved next, the configuration is read again."""
    stage.fault = AushangError("mkdocs.yml has no `site_name`")
    assert stage.build(preview, "mkdocs.yml")[-1] == ("failed", "mkdocs.yml has no `site_name`")
    stage.build(preview, "content/a.md")
    assert stage.board.news.headline == "mkdocs.yml has no `site_name`"
    stage.fault = None
    assert ("built", Outcome.PUBLISHED) in stage.build(preview, "content/a.md")
    assert stage.board.news.headline == ""


def test_a_new_path_of_the_site_is_shown_and_told(stage: Stage, preview: Preview) -> None:
    """The address of the start page is another one then."""
    stage.base = "/"
    assert ("moved", "/") not in stage.build(preview, "content/a.md")
    assert ("moved", "/") in stage.build(preview, "mkdocs.yml")
    assert stage.shown == [Shown(stage.root / "site", "/")]


def test_a_template_is_a_setting(stage: Stage, preview: Preview) -> None:
    """They are compiled once for many builds."""
    stage.base = "/"
    assert ("moved", "/") in stage.build(preview, "theme/partials/footer.html")


def test_a_wrong_configuration_at_the_start_is_an_error(stage: Stage) -> None:
    """There is nothing to preview."""
    stage.fault = AushangError("mkdocs.yml has no `site_name`")
    with pytest.raises(AushangError):
        Preview(stage.subject, board=stage.board, teller=stage.recorder)


@pytest.mark.parametrize(
    ("minutes", "is_watched", "is_timeless", "is_due"),
    [
        (5, True, False, True),
        (4, True, False, False),
        (5, False, False, False),
        (5, True, True, False),
    ],
)
def test_time_alone_makes_a_site_due(  # one case for each reason
    stage: Stage, minutes: int, *, is_watched: bool, is_timeless: bool, is_due: bool
) -> None:
    """Every five minutes, if somebody looks and the clock goes."""
    stage.is_timeless = is_timeless
    preview = Preview(stage.subject, board=stage.board, teller=stage.recorder)
    assert preview.is_due() is False
    stage.build(preview)
    stage.now += timedelta(minutes=minutes)
    if is_watched:
        with stage.board.reading():
            assert preview.is_due() is is_due
    else:
        assert preview.is_due() is is_due
