"""`--format` and `--report`: what a run prints and writes for machines."""

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.integration.sites import aushang, aushang_process, tree, write_post, write_site

from aushang.cli.reporting import MACHINES
from aushang.reports.documents import findings_schema
from aushang.reports.formats import FORMATS


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, with a dead link in the last line of a post."""
    root = write_site(tmp_path / "news")
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen [im Kursraum](/kursraum/).")
    return root


def test_the_command_line_offers_every_format() -> None:
    """It names them so that it need not load them."""
    assert tuple(FORMATS) == MACHINES


def test_json_is_all_that_is_printed(site: Path) -> None:
    """No progress, no account; the document is of the published schema."""
    run = aushang(site, "build", "--format", "json")
    assert (run.returncode, run.stderr) == (1, "")
    told = json.loads(run.stdout)
    Draft202012Validator(findings_schema()).validate(told)
    assert told["exit"] == 1
    (found,) = told["findings"]
    assert (found["code"], found["name"]) == ("AU201", "dead-link")
    assert found["location"] == {"path": "content/posts/neue-matten.md", "line": 11, "column": 12}


def test_a_clean_build_says_so_in_json(site: Path) -> None:
    """And publishes."""
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen im Kursraum.")
    run = aushang(site, "build", "--format", "json")
    assert (run.returncode, json.loads(run.stdout)["findings"]) == (0, [])
    assert (site / "site/index.html").exists()


def test_why_parts_are_made_is_told_elsewhere(site: Path) -> None:
    """`--explain` must not spoil a document."""
    run = aushang(site, "build", "--format", "json", "--explain")
    assert json.loads(run.stdout)["exit"] == 1
    assert run.stderr.startswith("it is new:\n  api:availability\n")


def test_json_is_utf_8_whatever_the_terminal_speaks(site: Path) -> None:
    """A sign that an encoding lacks would be spelt with a backslash that JSON does not know."""
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen [im Kursraum](/übungsraum/).")
    run = aushang_process(site, "build", "--format", "json", PYTHONIOENCODING="ascii")
    assert "“/übungsraum/”" in json.loads(run.stdout)["findings"][0]["message"]


def test_files_are_written_beside_the_text(site: Path) -> None:
    """As many as wanted; people are told as ever."""
    wanted = [word for name in MACHINES for word in ("--report", f"{name}={name}.out")]
    plain, run = aushang(site, "build"), aushang(site, "build", *wanted)
    assert run.stdout == plain.stdout
    assert all("AU201" in (site / f"{name}.out").read_text("utf-8") for name in MACHINES)


def test_strict_reports_call_warnings_errors(site: Path) -> None:
    """A forge must not show as a warning what keeps the publish back."""
    post = write_post(site, "neue-matten", "Neue Matten", "Sie liegen im Kursraum.")
    text = post.read_text("utf-8")
    post.write_text(text.replace("type: news", "type: news\nignore: {AU101: noch leer}"), "utf-8")
    mild = aushang(site, "build", "--format", "github")
    strict = aushang(site, "build", "--format", "github", "--strict")
    assert (mild.returncode, strict.returncode) == (0, 1)
    assert mild.stdout.startswith("::warning file=content/posts/neue-matten.md,line=4,col=17,")
    assert strict.stdout.startswith("::error file=content/posts/neue-matten.md,line=4,col=17,")


def test_annotations_name_files_from_the_root_of_the_repository(site: Path) -> None:
    """The publication may lie in a folder of it."""
    subprocess.run(["git", "init", "-q", str(site.parent)], check=True)
    run = aushang(site, "build", "--format", "github")
    assert run.stdout == (
        "::error file=news/content/posts/neue-matten.md,line=11,col=12,title=AU201 dead-link::"
        "link “/kursraum/” leads nowhere%0Acorrect the address, or remove the link\n"
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("jsn=a.json", "“jsn=a.json” is no FORMAT=FILE; did you mean “json”?"),
        (
            "x",
            f"“x” is no FORMAT=FILE; write one of {', '.join(MACHINES)}, = and a file",
        ),
        ("sarif", "“sarif” is no FORMAT=FILE; write sarif= and a file"),
        ("sarif=", "“sarif=” is no FORMAT=FILE; write sarif= and a file"),
        (
            "json=nowhere/a.json",
            (
                "“json=nowhere/a.json” is no FORMAT=FILE; there is no folder “nowhere”; "
                "make it, or name a file elsewhere"
            ),
        ),
        (
            "json=content",
            "“json=content” is no FORMAT=FILE; “content” is a folder; name a file in it",
        ),
    ],
)
def test_a_report_without_a_place_is_wrong_use(site: Path, value: str, told: str) -> None:
    """It is told before anything is built."""
    before = tree(site)
    run = aushang(site, "build", "--report", value)
    assert run.returncode == 2
    assert told in run.stderr
    assert tree(site) == before


def test_a_report_that_cannot_be_written_is_told(site: Path) -> None:
    """With the system's reason."""
    run = aushang(site, "build", "--quiet", "--report", "json=/dev/full")
    assert run.returncode == 2
    assert run.stderr == (
        "aushang: error: the report /dev/full cannot be written: No space left on device. "
        "Name a file in a folder of yours\n"
    )
