"""The CI files of the docs do what their page says: their commands are run, on good and on bad.

Installing is the one command that is not run; what it installs is the program of this checkout.
"""

import json
import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.integration.sites import NOW, write_post, write_site
from tests.meta.docs_pages import ROOT, blocks

PAGE = ROOT / "docs" / "how-to" / "block-a-bad-publish.md"
FILES = {block.title: block.text for block in blocks(PAGE) if block.title}
INSTALL = "pip install aushang"
DEAD = "link “/kursraum/” leads nowhere"


def parsed(name: str) -> Any:
    """One of the page's files."""
    return yaml.safe_load(FILES[name])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A publication at the root of a repository, and the program on the path."""
    root = write_site(tmp_path / "news")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    program = tmp_path / "bin" / "aushang"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "
        "'from aushang.cli import main; main()' \"$@\"\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return root


def broken(root: Path) -> None:
    """Put a dead link into a post."""
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen [im Kursraum](/kursraum/).")


def shell(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as the systems do: with bash, in the root of the repository."""
    path = f"{root.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={
            **os.environ,
            "PATH": path,
            "AUSHANG_NOW": NOW,
            "GITHUB_STEP_SUMMARY": str(root.parent / "summary.md"),
        },
    )


def commands(job: dict[str, Any]) -> list[str]:
    """What a job runs, without the installation, which comes first."""
    told = job["script"] if "script" in job else [s["run"] for s in job["steps"] if "run" in s]
    assert told[0] == INSTALL
    return list(told[1:])


def test_github_annotates_the_line_and_sums_up(site: Path) -> None:
    """A bad change ends the job at the check, and the summary is written all the same."""
    broken(site)
    check, summary = commands(parsed(".github/workflows/news.yml")["jobs"]["check"])
    run = shell(site, check)
    assert run.returncode == 1
    assert run.stdout.startswith(
        f"::error file=content/posts/neue-matten.md,line=11,col=12,title=AU201 dead-link::{DEAD}%0A"
    )
    assert shell(site, summary).returncode == 0
    assert DEAD in (site.parent / "summary.md").read_text("utf-8")
    assert not (site / "site").exists()


def test_github_publishes_what_is_good(site: Path) -> None:
    """The folder that is uploaded is the one that the build writes, and the check comes first."""
    jobs = parsed(".github/workflows/news.yml")["jobs"]
    for command in [*commands(jobs["check"]), *commands(jobs["publish"])]:
        assert shell(site, command).returncode == 0
    assert jobs["publish"]["needs"] == "check"
    (upload,) = [s for s in jobs["publish"]["steps"] if "upload-pages" in s.get("uses", "")]
    assert (site / upload["with"]["path"] / "index.html").exists()


def test_github_jobs_may_do_no_more_than_they_must() -> None:
    """A pull request of a stranger runs with leave to read."""
    workflow = parsed(".github/workflows/news.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["check"]


def test_gitlab_reports_what_it_finds(site: Path) -> None:
    """Both files stand where the job says."""
    broken(site)
    job = parsed(".gitlab-ci.yml")["check"]
    (check,) = commands(job)
    assert shell(site, check).returncode == 1
    reports = job["artifacts"]["reports"]
    (found,) = json.loads((site / reports["codequality"]).read_text("utf-8"))
    assert found["location"] == {
        "path": "content/posts/neue-matten.md",
        "lines": {"begin": 11},
    }
    assert DEAD in (site / reports["junit"]).read_text("utf-8")
    assert job["artifacts"]["when"] == "always"


def test_gitlab_publishes_what_is_good(site: Path) -> None:
    """In the folder that its pages are served from."""
    jobs = parsed(".gitlab-ci.yml")
    for name in ("check", "pages"):
        for command in commands(jobs[name]):
            assert shell(site, command).returncode == 0
    assert jobs["pages"]["needs"] == ["check"]
    assert (site / "public" / "index.html").exists()


def test_the_excerpt_writes_the_file_that_it_uploads(site: Path) -> None:
    """The SARIF report of the page's excerpt is there, good or bad."""
    (excerpt,) = [block for block in blocks(PAGE) if block.is_excerpt]
    steps = yaml.safe_load(excerpt.text)
    broken(site)
    assert shell(site, steps[0]["run"]).returncode == 1
    log = json.loads((site / steps[1]["with"]["sarif_file"]).read_text("utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["AU201"]


def hooks() -> list[dict[str, Any]]:
    """The hook of the page, and the one that this repository offers."""
    (repository,) = parsed(".pre-commit-config.yaml")["repos"]
    own = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return [*repository["hooks"], *own]


@pytest.mark.parametrize("hook", hooks(), ids=["local", "of the repository"])
def test_a_hook_refuses_what_is_bad(site: Path, hook: dict[str, Any]) -> None:
    """It gets no file names, and runs where something of the publication is committed."""
    assert hook["id"] == "aushang-check"
    assert hook["pass_filenames"] is False
    assert shell(site, hook["entry"]).returncode == 0
    broken(site)
    assert shell(site, hook["entry"]).returncode == 1
    for path in ("content/posts/a.md", "news/content/media/a.png", "mkdocs.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "README.md")
