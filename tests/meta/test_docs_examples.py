"""The examples in the docs are right: they are put into a publication, and it is built.

A fenced block of `yaml` or `markdown` says which file it is (`title="content/…"`), or that it is
only part of one (`excerpt`). The publication is the one that the tutorial makes.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.meta.docs_pages import PAGES, ROOT, Block, blocks, name

from aushang.cli import run
from aushang.content.starter import Beginning, starter
from aushang.content.writing import plant

TUTORIAL = ROOT / "docs" / "tutorial" / "first-post.md"
POST = "content/posts/2026/2026-11-21-die-sauna-ist-bis-freitag-geschlossen.md"
NOW = "2026-11-21T22:00"
ELSEWHERE = {
    "docs/reference/content.md": "tests/unit/content/test_documented_format.py loads them",
    "docs/reference/configuration.md": "tests/unit/mkdocs/test_mkdocs_options.py loads them",
    "docs/reference/checks.md": "the page of the checks' docstrings shows one entry alone",
}
WITH_FILES = [page for page in PAGES if any(block.title for block in blocks(page))]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The publication that `aushang init` makes, and the folder in which commands are run."""
    folder = tmp_path / "my-news"
    beginning = Beginning(
        name="Kraftraum",
        place="Studio Mitte",
        person="Jana Weiß",
        email="jana.weiss@kraftraum.example",
    )
    plant(folder, starter(beginning, datetime(2026, 11, 21, 21, 55, tzinfo=UTC)), {})
    monkeypatch.chdir(folder)
    monkeypatch.delenv("AUSHANG_NOW", raising=False)
    return folder


@pytest.fixture
def news(begun: Path) -> Path:
    """The publication as the tutorial leaves it."""
    put(begun, TUTORIAL)
    return begun


def put(folder: Path, page: Path) -> None:
    """Write all files of a page into the folder."""
    for block in blocks(page):
        if block.title:
            file = folder / block.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")


def excerpts(page: Path) -> list[Block]:
    """The parts of files that a page shows."""
    return [block for block in blocks(page) if block.is_excerpt]


@pytest.mark.parametrize("page", WITH_FILES, ids=name)
def test_the_files_of_a_page_build_without_a_finding(
    page: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever copies an example has a publication without a complaint, warnings included."""
    put(news, page)
    code = run(["build", "--quiet", "--strict", "--now", NOW])
    assert (code, *capsys.readouterr()) == (0, "", "")


def test_the_tutorial_s_mistake_is_told_as_it_says(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tutorial shows the findings word for word, and its remedy mends them."""
    mistake, remedy = excerpts(TUTORIAL)
    (told,) = [block.text for block in blocks(TUTORIAL) if block.language == "text"]
    post = news / POST
    good = post.read_text(encoding="utf-8")
    post.write_text(f"{good}\n{mistake.text}", encoding="utf-8")
    assert run(["build", "--quiet", "--now", NOW]) == 1
    assert capsys.readouterr().out == told
    post.write_text(f"{good}\n{remedy.text}", encoding="utf-8")
    assert run(["build", "--quiet", "--now", NOW]) == 0


def test_the_tutorial_s_post_is_what_the_command_writes(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the answers that the tutorial gives, `aushang new` writes the file that it shows."""
    shown = (news / POST).read_text(encoding="utf-8")
    (news / POST).unlink()
    arguments = "--type closure --service sauna --place studio-mitte --ends 2026-11-27T06:00"
    texts = {
        "--title": "Die Sauna ist bis Freitag geschlossen",
        "--text": "Der Saunaofen wird ersetzt. Das Dampfbad bleibt offen.",
        "--next-update": "2026-11-25T12:00",
        "--now": "2026-11-21T21:57",
    }
    words = [*arguments.split(), *(word for pair in texts.items() for word in pair)]
    assert run(["new", *words]) == 0
    assert capsys.readouterr().out == f"{POST} is written. Next: aushang build\n"
    assert (news / POST).read_text(encoding="utf-8") == shown


def test_the_readme_s_mistake_is_told_as_it_says(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever does what it says, and no more, is shown what it prints: their first finding."""
    readme = ROOT / "README.md"
    put(begun, readme)
    (post,) = [block for block in blocks(readme) if block.language == "markdown"]
    (told,) = [block.text for block in blocks(readme) if block.language == "text"]
    text = f"{post.text}[Kontakt](/kontackt/)\n"
    (begun / post.title).write_text(text, encoding="utf-8")
    assert run(["build", "--quiet", "--now", NOW]) == 1
    assert capsys.readouterr().out == told


def test_an_entry_that_lets_nothing_pass_is_told_as_the_page_says(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the link is mended, the `ignore` in the post is the finding that the page shows."""
    page = ROOT / "docs" / "how-to" / "let-a-finding-pass.md"
    (post,) = [block for block in blocks(page) if block.language == "markdown"]
    (told,) = [block.text for block in blocks(page) if block.language == "text"]
    text = post.text.replace("](/kursplan/)", "](/kontakt/)")
    (news / post.title).write_text(text, encoding="utf-8")
    assert run(["build", "--quiet", "--now", NOW]) == 0
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_each_example_says_what_it_is(page: Path) -> None:
    """Whole files are built above; what is no whole file says so."""
    unsaid = [
        f"{block.page}:{block.line}"
        for block in blocks(page)
        if block.language in {"yaml", "markdown"} and not (block.title or block.is_excerpt)
    ]
    assert unsaid == [] or name(page) in ELSEWHERE


def test_there_are_examples_to_build() -> None:
    """A pattern that finds nothing would pass the tests above."""
    assert len(WITH_FILES) > 4
