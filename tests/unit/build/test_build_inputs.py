"""What units read has a digest that changes with it, and no edit falls between two builds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.integration.sites import NOW, tree, write, write_site
from tests.publication_edits import Desk
from tests.small_blog import write_blog

from aushang.build.pipeline import build
from aushang.build.program import program
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.project import Host, Project
from aushang.build.published_log import read_folder
from aushang.build.result import Result
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project


def parts(root: Path, output: str = "site") -> tuple[Project, Host]:
    """Project and host of a publication on disk."""
    configuration = load_configuration(root / "mkdocs.yml")
    return replace(project(configuration), output=root / output), replace(
        host(configuration), workers=1
    )


def publish(what: Project, by: Host) -> Result:
    """One build."""
    now = datetime.fromisoformat(NOW)
    return build(what, by, now=now, watch=Stopwatch(Unwatched()))


def interrupted(by: Host, meanwhile: Callable[[], object]) -> Host:
    """The host with a reader that is interrupted when it has read everything."""

    def draft(*arguments: Any, **options: Any) -> Any:
        drafted = by.draft(*arguments, **options)
        meanwhile()
        return drafted

    return replace(by, draft=draft)


@pytest.mark.parametrize(
    ("make", "inside", "old", "new"),
    [
        (write_site, "posts/neue-matten.md", "Sie liegen", "Sie hängen"),
        (write_site, "services/sauna.yml", "Finnische", "Türkische"),
        (write_site, "contacts/jana-weiss.yml", "Jana", "Jutta"),
        (write_blog, "blog/posts/sauna.md", "Ab Montag", "Ab Dienstag"),
        (write_blog, "blog/posts/alt/.meta.yml", "Kurse", "Yoga"),
        (write_blog, "haus.md", "Es steht", "Es liegt"),
    ],
)
@pytest.mark.parametrize("is_known", [False, True])
def test_an_edit_while_a_build_reads_is_an_edit_for_the_next(
    tmp_path: Path,
    make: Callable[[Path], Path],
    inside: str,
    old: str,
    new: str,
    *,
    is_known: bool,
) -> None:
    """Whether the build that it meets has read the file or keeps it: the next one tells."""
    root = make(tmp_path)
    what, by = parts(root)
    file = root / "content" / inside
    text = file.read_text()
    assert old in text
    if is_known:
        assert not publish(what, by).is_refused
        write(root / "content" / inside, text + "\n")
    publish(what, interrupted(by, lambda: file.write_text(text.replace(old, new))))
    assert not publish(what, by).is_refused
    other, with_ = parts(root, "other")
    log = read_folder(root / "site", other.site.tag)
    publish(replace(other, published=log), with_)
    assert tree(root / "site") == tree(root / "other")
    assert any(new.encode() in data for data in tree(root / "site").values())


def test_each_edit_has_its_reason(tmp_path: Path) -> None:
    """Of everything that reads it, and of nothing else."""
    root = write_site(tmp_path)
    what, by = parts(root)
    publish(what, by)
    desk = Desk(root, datetime.fromisoformat(NOW))
    desk.change("services/sauna.yml", 0, lambda text: text + "order: 3\n")
    reasons = publish(what, by).reasons
    assert reasons["post:sauna-offen"] == "service sauna changed"
    assert set(reasons.values()) <= {
        "service sauna changed",
        "a service changed",
        "a post changed",
        "the list of files changed",
    }
    desk.change("contacts/*.yml", 0, lambda text: text.replace("Jana", "Jutta"))
    assert publish(what, by).reasons["post:sauna-offen"] == "contact jana-weiss changed"
    assert publish(what, by).reasons == {}


def test_an_answer_is_made_again_where_it_shows_and_nowhere_else(tmp_path: Path) -> None:
    """What its links lead to is nobody else's business."""
    root = write_site(tmp_path)
    for name, of in (("karte", "services: [sauna]"), ("schluessel", "locations: [mitte]")):
        lines = [f"question: Was ist {name}?", "answered: 2026-11-20", "contact: jana-weiss", of]
        text = "\n".join(["---", *lines, "---", "", "Das.", ""])
        write(root / f"content/questions/{name}.md", text)
    what, by = parts(root)
    publish(what, by)
    before = tree(root / "site")
    desk = Desk(root, datetime.fromisoformat(NOW))
    more = "\nSiehe [Matten](../posts/neue-matten.md).\n"
    desk.change("questions/karte.md", 0, lambda text: text + more)
    reasons = publish(what, by).reasons
    after = tree(root / "site")
    assert {path for path in after if before.get(path) != after[path]} == {
        "fragen/index.html",
        "en/questions/index.html",
        "api/v1/questions.json",
        "api/v1/index.json",
        "api/v1/manifest.json",
    }
    assert {name for name, why in reasons.items() if why == "a question changed"} == {
        "page:service:sauna:de",
        "page:service:sauna:en",
        "page:questions:de",
        "page:questions:en",
        "sitemap:all",
        "api:questions",
    }
    assert set(reasons.values()) <= {"a question changed", "the list of files changed"}


def test_the_program_is_the_same_from_call_to_call() -> None:
    """A SHA-256; what it stands for does not change while it runs."""
    assert program() == program()
    assert len(program()) == 64
