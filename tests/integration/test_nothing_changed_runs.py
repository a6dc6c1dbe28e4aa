"""A build that finds everything as it was answers at once; whatever else happens, it builds.

What it says is held against a build that knows nothing: same counts, findings and bytes.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.integration.sites import (
    CONFIGURATION,
    NOW,
    aushang,
    aushang_process,
    tree,
    write_post,
    write_site,
)

from aushang.build.head import read_head
from aushang.build.lock import locked
from aushang.build.target import Target
from aushang.cli.early import unchanged_build

LINK = "Siehe [Standort Mitte](https://aktuell.kraftraum.example/news/standorte/mitte)."
"""It leads somewhere, but for a slash at its end: a warning."""
AT = datetime.fromisoformat(NOW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, published; none of its files is so new that its time says nothing."""
    root = write_site(tmp_path / "news")
    settle(root)
    publish(root)
    return root


def publish(root: Path, *arguments: str, now: str = NOW) -> None:
    """Build twice: where files went, the next build looks again."""
    for _ in range(2):
        assert aushang(root, "build", "--quiet", *arguments, now=now).returncode == 0


def settle(root: Path) -> None:
    """Everything was written a minute ago."""
    for file in (root / "content").rglob("*"):
        then = file.stat().st_mtime - 60
        os.utime(file, (then, then))


def is_known(root: Path, now: str = NOW, *, output: Path | None = None) -> bool:
    """Whether a build would answer at once."""
    return unchanged_build(root / "mkdocs.yml", now, output=output, is_strict=False) is not None


def moved(seconds: float) -> str:
    """A time before or after that of the first build."""
    return (AT + timedelta(seconds=seconds)).isoformat()


def rewrite(file: Path, old: str, new: str) -> None:
    """Other words in a file, which changed a minute ago."""
    file.write_text(file.read_text().replace(old, new))
    os.utime(file, (file.stat().st_mtime - 60,) * 2)


def test_the_same_again_is_told_as_a_whole_build_tells_it(site: Path) -> None:
    """Counts, findings and notes are those of a full build of the same; nothing is written."""
    (site / "mkdocs.yml").write_text(CONFIGURATION + "repo_url: https://code.example/\n")
    write_post(site, "warnt", "Warnt", LINK)
    settle(site)
    publish(site)
    whole = aushang(site, "build")
    before, state = tree(site / "site"), (site / ".site.aushang/state.sqlite").read_bytes()
    assert is_known(site)
    again = aushang(site, "build")
    assert again.returncode == whole.returncode == 0
    assert again.stderr == whole.stderr != ""
    assert told(again.stdout) == told(whole.stdout)
    assert any("AU203" in line for line in told(again.stdout))
    assert tree(site / "site") == before
    assert (site / ".site.aushang/state.sqlite").read_bytes() == state


def told(output: str) -> list[str]:
    """What was told but for steps and seconds."""
    lines = [line.partition(" (")[0] for line in output.splitlines()]
    return [line for line in lines if not line.endswith(" …")]


def test_it_loads_nothing_that_it_does_not_need(site: Path) -> None:
    """No Markdown, no templates, no schema, no host: the answer is there before they would be."""
    for _ in range(2):
        assert aushang_process(site, "build", "--quiet").returncode == 0
    program = (
        "import sys\n"
        "from aushang.cli import run\n"
        f"code = run(['build', '--quiet', '--now', {NOW!r}])\n"
        "heavy = ('comrak', 'jinja2', 'pydantic', 'lxml', 'mkdocs', 'material', 'yaml', 'nh3')\n"
        "print(code, [name for name in heavy if name in sys.modules])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=site, capture_output=True, text=True, check=True
    )
    assert ended.stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize("seconds", [0, 1, 59])
def test_it_holds_until_the_minute_is_over(site: Path, seconds: float) -> None:
    """Pages say as of which minute they are."""
    assert AT.second == 0
    assert is_known(site, moved(seconds))


@pytest.mark.parametrize("seconds", [-1, 60, 86_400])
def test_another_minute_is_for_a_build(site: Path, seconds: float) -> None:
    """A clock that was put back, too."""
    assert not is_known(site, moved(seconds))
    publish(site, now=moved(seconds))
    assert is_known(site, moved(seconds))


def test_a_moment_within_the_minute_is_for_a_build(site: Path) -> None:
    """A post that ends half a minute later: until then nothing changes, then it does."""
    write_post(site, "endet", "Endet", "Bald.")
    ends = moved(30)
    rewrite(site / "content/posts/endet.md", "type: news", f"type: news\nends: {ends}")
    publish(site)
    assert is_known(site, moved(29.9))
    assert not is_known(site, moved(30))
    before = tree(site / "site")
    publish(site, now=moved(30))
    assert tree(site / "site") != before
    assert not is_known(site, moved(29.9))


def _edited(root: Path) -> None:
    rewrite(root / "content/posts/sauna-offen.md", "title: ", "title: Ganz ")


def _edited_in_time(root: Path) -> None:
    file = root / "content/posts/sauna-offen.md"
    rewrite(file, "a", "e")
    os.utime(file, (file.stat().st_mtime + 1,) * 2)


def _added(root: Path) -> None:
    write_post(root, "neu", "Neu", "Neu.")


def _deleted(root: Path) -> None:
    (root / "content/posts/neue-matten.md").unlink()


def _renamed(root: Path) -> None:
    file = root / "content/posts/neue-matten.md"
    file.rename(file.with_name("alte-matten.md"))


def _new_folder(root: Path) -> None:
    (root / "content/posst").mkdir()


def _linked(root: Path) -> None:
    (root / "content/posts/link.md").symlink_to(root / "content/posts/neue-matten.md")


def _option(root: Path) -> None:
    rewrite(root / "mkdocs.yml", "site_name: Kraftraum", "site_name: Kraftwerk")


def _baseline(root: Path) -> None:
    (root / "aushang-baseline.json").write_text("{}")


def _foreign(root: Path) -> None:
    (root / "site/fremd.txt").write_text("fremd")


def _published_edited(root: Path) -> None:
    file = root / "site/index.html"
    file.write_bytes(file.read_bytes()[:-1] + b"?")


def _published_gone(root: Path) -> None:
    (root / "site/sitemap.xml").unlink()


def _published_copied(root: Path) -> None:
    shutil.copytree(root / "site", root / "copy")
    shutil.rmtree(root / "site")
    (root / "copy").rename(root / "site")


def _state_gone(root: Path) -> None:
    (root / ".site.aushang/state.sqlite").unlink()


def _state_cut(root: Path) -> None:
    file = root / ".site.aushang/state.sqlite"
    file.write_bytes(file.read_bytes()[:5000])


def _head_forged(root: Path) -> None:
    with closing(sqlite3.connect(root / ".site.aushang/state.sqlite")) as database, database:
        ((data,),) = database.execute("SELECT data FROM head").fetchall()
        changed = data.replace(b"Kraftraum", b"Kraftwerk").replace(b"content", b"Content")
        database.execute("UPDATE head SET data = ?", (changed,))


def _older_format(root: Path) -> None:
    with closing(sqlite3.connect(root / ".site.aushang/state.sqlite")) as database, database:
        database.execute("PRAGMA user_version = 1")


def _half_switched(root: Path) -> None:
    (root / ".site.aushang/previous").mkdir()


@pytest.mark.parametrize(
    "hand",
    [
        _edited,
        _edited_in_time,
        _added,
        _deleted,
        _renamed,
        _new_folder,
        _linked,
        _option,
        _baseline,
        _foreign,
        _published_edited,
        _published_gone,
        _published_copied,
        _state_gone,
        _state_cut,
        _head_forged,
        _older_format,
        _half_switched,
    ],
)
def test_whatever_is_not_as_it_was_is_for_a_build(site: Path, hand: Callable[[Path], None]) -> None:
    """Content, configuration, what is published, and what is known of it."""
    assert is_known(site)
    hand(site)
    assert not is_known(site)


def test_a_template_is_looked_at(tmp_path: Path) -> None:
    """One of the publication's own, which is none of the theme's files."""
    root = write_site(tmp_path / "news")
    (root / "look").mkdir()
    (root / "look/own.html").write_text("eins")
    rewrite(root / "mkdocs.yml", "name: aushang\n", "name: aushang\n  custom_dir: look\n")
    settle(root)
    publish(root)
    assert is_known(root)
    (root / "look/own.html").write_text("zwei")
    assert not is_known(root)


def test_a_file_that_was_touched_is_no_other_file(site: Path) -> None:
    """Its time is another one, so it is for a build; after that nothing has changed again."""
    file = site / "content/posts/sauna-offen.md"
    os.utime(file, (file.stat().st_mtime + 5,) * 2)
    assert not is_known(site)
    run = aushang(site, "build")
    assert "nothing has changed, site is as it was" in run.stdout
    assert is_known(site)


def test_a_file_that_is_new_is_read(tmp_path: Path) -> None:
    """Its time says nothing, because a second change could have the same; its bytes do."""
    root = write_site(tmp_path / "news")
    file = root / "content/posts/sauna-offen.md"
    os.utime(file, (file.stat().st_mtime + 3600,) * 2)
    publish(root)
    assert is_known(root)
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"a", b"e"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert not is_known(root)


def test_a_twin_is_not_needed(site: Path) -> None:
    """The folder in which the next site grows may be away, or be there."""
    for _ in range(2):
        shutil.rmtree(site / ".site.aushang/staging", ignore_errors=True)
        (site / ".site.aushang/twin").unlink(missing_ok=True)
        assert is_known(site)
        _edited(site)
        publish(site)


def test_warnings_that_count_as_errors_are_for_a_build(site: Path) -> None:
    """What was published with warnings is refused with `--strict`."""
    write_post(site, "warnt", "Warnt", LINK)
    publish(site)
    assert is_known(site)
    assert unchanged_build(site / "mkdocs.yml", NOW, output=None, is_strict=True) is None
    assert aushang(site, "build", "--strict").returncode == 1


def test_where_a_file_went_the_next_build_looks_again(site: Path) -> None:
    """What is said of files that went is said once: the next build finds none that do."""
    write_post(site, "warnt", "Warnt", LINK)
    assert aushang(site, "build", "--quiet").returncode == 0
    assert is_known(site)
    media = site / "content/static/plan.txt"
    media.parent.mkdir()
    media.write_text("Plan")
    publish(site)
    media.unlink()
    assert aushang(site, "build", "--quiet").returncode == 0
    assert not is_known(site)
    assert aushang(site, "build", "--quiet").returncode == 0
    assert is_known(site)


@pytest.mark.parametrize(
    "line",
    ["extra: {who: !ENV USER}", "INHERIT: base.yml", "watch: [content]"],
    ids=["environment", "another file", "folders"],
)
def test_a_configuration_that_hangs_on_more_is_for_a_build(site: Path, line: str) -> None:
    """Nobody compares what is not known to have been read."""
    (site / "base.yml").write_text("site_author: Jana\n")
    with (site / "mkdocs.yml").open("a") as stream:
        stream.write(f"{line}\n")
    publish(site)
    head = read_head(Target(site / "site").state)
    assert head is not None
    assert head.basis is None


def test_another_folder_has_an_answer_of_its_own(site: Path) -> None:
    """`--output` publishes elsewhere; what is known of one folder is not said of another."""
    other = site / "other"
    assert not is_known(site, output=other)
    publish(site, "--output", "other")
    assert is_known(site, output=other)
    rewrite(site / "mkdocs.yml", "site_dir: site", "site_dir: 'other'")
    assert not is_known(site)
    publish(site)
    assert is_known(site)
    assert not is_known(site, output=site / "site")


def test_a_folder_that_no_line_names_is_not_guessed(site: Path) -> None:
    """YAML can say `site_dir` in many ways: where the usual folder is another, nothing is said."""
    rewrite(site / "mkdocs.yml", "site_dir: site", '"site\\x5fdir": public')
    publish(site, "--output", "site")
    publish(site)
    assert (site / "public/index.html").exists()
    assert not is_known(site)


def test_another_build_at_work_is_told_by_the_build(site: Path) -> None:
    """The answer needs the lock; who cannot have it says so as always."""
    with locked(Target(site / "site")):
        assert not is_known(site)
        run = aushang(site, "build")
    assert run.returncode == 2
    assert "another build is writing" in run.stderr
