"""The pipeline as a function: steps, order, outcome, and what is told on the way."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from tests.integration.sites import NOW, tree, write_post, write_site

from aushang.build.pipeline import build
from aushang.build.preparation import prepare
from aushang.build.progress import Step, Stopwatch, Unwatched
from aushang.build.project import Host, Project
from aushang.build.result import Outcome, Result
from aushang.build.staging import open_staging
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import Kind

AT = datetime.fromisoformat(NOW)


@dataclass
class Recording:
    """A watcher that remembers what it was told."""

    steps: list[Step] = field(default_factory=list)
    files: int = 0

    def begin(self, step: Step) -> None:
        """Remember the step."""
        self.steps.append(step)

    def written(self, files: int) -> None:
        """Remember the newest number."""
        self.files = files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, not built yet."""
    return write_site(tmp_path / "news")


def parts(site: Path) -> tuple[Project, Host]:
    """Project and host of a publication on disk."""
    configuration = load_configuration(site / "mkdocs.yml")
    return project(configuration), replace(host(configuration), workers=1)


def publish(site: Path, progress: Recording | None = None, *, strict: bool = False) -> Result:
    """One build; the timer ticks one second with each look at it."""
    ticks = count()
    watch = Stopwatch(progress or Unwatched(), timer=lambda: float(next(ticks)))
    return build(*parts(site), now=AT, watch=watch, strict=strict)


def test_the_steps_come_in_their_order(site: Path) -> None:
    """Each is announced once and measured."""
    progress = Recording()
    result = publish(site, progress)
    assert progress.steps == list(Step)
    assert dict(result.seconds) == dict.fromkeys(Step, 1.0)


def test_the_counts_are_those_of_the_written_files(site: Path) -> None:
    """By kind, and the last number that was told is their sum."""
    progress = Recording()
    result = publish(site, progress)
    written = tree(site / "site")
    assert sum(result.files.values()) == len(written) == progress.files
    feeds = sum(path.endswith(".ics") or "feeds/" in path for path in written)
    assert result.files[Kind.FEED] == feeds
    assert (result.outcome, result.posts, result.diagnostics) == (Outcome.PUBLISHED, 2, ())


def test_a_refused_site_is_never_switched(site: Path) -> None:
    """All other steps ran, so that everything is told at once."""
    write_post(site, "leer", "Leer", "## Kurse\n\n## Sauna\n\nWarm.")
    progress = Recording()
    result = publish(site, progress)
    assert progress.steps == [step for step in Step if step is not Step.SWITCH]
    assert result.is_refused
    assert [finding.code for finding in result.diagnostics] == ["AU101"]
    assert not (site / "site").exists()


def test_an_unchanged_site_is_never_switched(site: Path) -> None:
    """The second run of the same content at the same moment ends before the last step."""
    publish(site)
    progress = Recording()
    assert publish(site, progress).outcome is Outcome.UNCHANGED
    assert progress.steps == [step for step in Step if step is not Step.SWITCH]


def test_contested_paths_refuse_the_site(site: Path) -> None:
    """A redirect on a page's own address is told with both claimants, whatever is ignored."""
    post = site / "content/posts/neue-matten.md"
    more = "type: news\nredirects: [/meldungen/sauna-offen/]\nignore: {AU601: egal}"
    post.write_text(post.read_text().replace("type: news", more))
    result = publish(site)
    assert result.is_refused
    (found,) = [finding for finding in result.diagnostics if finding.code == "AU601"]
    assert found.message == (
        "“meldungen/sauna-offen/index.html” is claimed by "
        "content/posts/neue-matten.md, content/posts/sauna-offen.md"
    )


@pytest.mark.parametrize("path", ["meldungen/sauna-offen/", "alt/"])
def test_what_was_published_is_contested_by_what_comes_later(site: Path, path: str) -> None:
    """A page or a redirect stands where another redirect wants to be: no path is new for that."""
    first, second = (site / f"content/posts/{name}.md" for name in ("sauna-offen", "neue-matten"))
    first.write_text(first.read_text().replace("type: news", "type: news\nredirects: [/alt/]"))
    publish(site)
    before = tree(site / "site")
    more = f"type: news\nredirects: [/{path}]"
    second.write_text(second.read_text().replace("type: news", more))
    result = publish(site)
    assert result.is_refused
    (found,) = [finding for finding in result.diagnostics if finding.code == "AU601"]
    assert found.message == (
        f"“{path}index.html” is claimed by "
        "content/posts/neue-matten.md, content/posts/sauna-offen.md"
    )
    assert tree(site / "site") == before


def test_findings_are_in_the_order_of_a_report(site: Path) -> None:
    """By place, whichever step found them."""
    for name in ("c", "a", "b"):
        write_post(site, name, "Leer", "## Kurse\n\n## Sauna\n\n[x](nirgends.md) y")
    found = publish(site).diagnostics
    assert list(found) == sorted(found, key=lambda finding: finding.order)
    assert len({finding.location.path for finding in found}) == 3


def test_a_link_to_a_file_that_could_not_be_read_is_no_second_fault(site: Path) -> None:
    """The file is there; what is wrong with it is told, and only that."""
    write_post(site, "kaputt", "Kaputt", "Text.")
    broken = site / "content/posts/kaputt.md"
    broken.write_text(broken.read_text().replace("type: news", "typ: news"))
    write_post(site, "neue-matten", "Neue Matten", "Siehe [Kursplan](kaputt.md#mehr).")
    found = publish(site).diagnostics
    assert {finding.location.path for finding in found} == {"content/posts/kaputt.md"}


def test_prepare_stops_before_the_switch(site: Path, tmp_path: Path) -> None:
    """A complete and checked site stands in any folder, and nothing was published."""
    staging = open_staging(tmp_path / "staged", tmp_path / "nothing")
    prepared = prepare(*parts(site), now=AT, staging=staging, watch=Stopwatch(Unwatched()))
    assert not prepared.is_refused(strict=True)
    assert tree(tmp_path / "staged").keys() == prepared.files.keys()
    assert not (site / "site").exists()


def test_no_posts_at_all_is_a_site(site: Path) -> None:
    """A new publication has nothing to say yet, and says so."""
    for post in (site / "content/posts").iterdir():
        post.unlink()
    result = publish(site)
    assert (result.outcome, result.posts, result.diagnostics) == (Outcome.PUBLISHED, 0, ())


def test_the_site_map_lists_the_pages_that_were_written(site: Path) -> None:
    """Every address in it is a file of the site."""
    publish(site)
    written = tree(site / "site")
    start = "https://aktuell.kraftraum.example/news/"
    listed = [
        part.partition("</loc>")[0] for part in written["sitemap.xml"].decode().split("<loc>")[1:]
    ]
    assert f"{start}meldungen/sauna-offen/" in listed
    assert all(f"{address.removeprefix(start)}index.html" in written for address in listed)


@pytest.mark.parametrize("workers", [2, 3, 7])
def test_the_site_does_not_depend_on_the_number_of_workers(site: Path, workers: int) -> None:
    """Every byte, every finding and every count is the same as with none."""
    for number in range(90):
        write_post(
            site, f"post-{number:02}", f"Nummer {number}", f"Text {number}.\n\n## Leer {number}"
        )
    what, by = parts(site)
    results, trees = [], []
    for crew in (1, workers):
        staging = open_staging(site / f"staged-{crew}", site / "nothing")
        host_ = replace(by, workers=crew)
        results.append(prepare(what, host_, now=AT, staging=staging, watch=Stopwatch(Unwatched())))
        trees.append(tree(site / f"staged-{crew}"))
    assert len([one for one in results[0].diagnostics if one.code == "AU101"]) == 90
    assert results[0].diagnostics == results[1].diagnostics
    assert list(results[0].files) == list(results[1].files)
    assert trees[0] == trees[1]


def test_what_loses_a_file_cannot_be_let_pass(site: Path) -> None:
    """A post without a title would vanish without a word, so no `ignore` reaches that finding."""
    post = site / "content/posts/neue-matten.md"
    post.write_text(post.read_text().replace("title: Neue Matten\n", ""))
    configuration = site / "mkdocs.yml"
    told = "      ignore: {AU003: egal}\n"
    configuration.write_text(configuration.read_text() + told)
    result = publish(site)
    assert result.is_refused
    assert "AU003" in {finding.code for finding in result.diagnostics}
