"""Which edits are shown before the whole site is built, and that they are then built just so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.integration.sites import tree
from tests.small_publication import png, write_publication

from aushang.build.first import first_pages
from aushang.build.live import Live
from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.result import Result
from aushang.build.target import Target
from aushang.content.material.load import draft as draft_blog
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project

NOW = datetime.fromisoformat("2026-11-21T20:00:00+01:00")
SAUNA = "meldungen/sauna-zu/index.html"
MATS = "meldungen/matten/index.html"


class Preview:
    """The preview of a small publication after its first build."""

    def __init__(self, root: Path) -> None:
        configuration = load_configuration(root / "mkdocs.yml")
        self.content = configuration.content
        self.project, self.host = project(configuration), replace(host(configuration), workers=1)
        target = Target(self.project.output)
        self.memory = Memory(target, is_ours_alone=True, live=Live())
        self.now = NOW
        assert not self.build().is_refused

    def build(self) -> Result:
        """The whole site."""
        watch = Stopwatch(Unwatched())
        return build(self.project, self.host, now=self.now, watch=watch, memory=self.memory)

    def change(self, name: str, how: Callable[[str], str]) -> Path:
        """Rewrite a file of the content."""
        file = self.content / name
        text = file.read_text("utf-8")
        assert how(text) != text
        file.write_text(how(text), "utf-8")
        return file

    def first(self, *touched: Path) -> dict[str, bytes]:
        """The pages that are shown first."""
        return dict(first_pages(self.project, self.host, self.memory, touched, now=self.now))

    def published(self, path: str) -> bytes:
        """A page as it is published."""
        return (self.project.output / path).read_bytes()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """The preview that all tests use."""
    return Preview(write_publication(tmp_path_factory.mktemp("news")))


@pytest.fixture
def preview(opened: Preview) -> Iterator[Preview]:
    """A preview of what was written at first; it is built again when the test is over."""
    before = tree(opened.content)
    memory, by = opened.memory, opened.host
    yield opened
    opened.memory, opened.host, opened.now = memory, by, NOW
    for path in tree(opened.content).keys() - before.keys():
        (opened.content / path).unlink()
    for path, data in before.items():
        (opened.content / path).write_bytes(data)
    assert not opened.build().is_refused


def line(key: str, value: str) -> Callable[[str], str]:
    """Set a line of the front matter; without a value it goes."""

    def changed(text: str) -> str:
        rest = re.sub(rf"(?m)^{key}: .*\n", "", text)
        return rest.replace("---\n", f"---\n{key}: {value}\n" if value else "---\n", 1)

    return changed


def said(more: str) -> Callable[[str], str]:
    """Add to the text."""
    return lambda text: f"{text}\n{more}\n"


@pytest.mark.parametrize(
    "how",
    [
        said("Ein Satz mehr."),
        said("## Mehr\n\nNoch etwas, siehe [Haus](../pages/haus.md#wege)."),
        said("![Grundriss](../media/plan.png)"),
        line("title", "Die Sauna bleibt zu"),
        line("summary", "Kurz gesagt."),
        line("type", "maintenance"),
        line("services", "[kurse]"),
        line("locations", "[ost]"),
        line("contact", "tom-berg"),
        line("published", "2025-12-31T09:00"),
        line("ends", "2026-11-21T20:00"),
        lambda text: text.replace("Der neue Ofen heizt.", "Der *neue* Ofen heizt noch nicht."),
    ],
)
def test_an_edited_post_is_shown_first_as_it_is_then_published(
    preview: Preview, how: Callable[[str], str]
) -> None:
    """To the byte, also where it moves from list to list."""
    before = preview.published(SAUNA)
    pages = preview.first(preview.change("posts/sauna-zu.md", how))
    assert SAUNA in pages
    assert preview.published(SAUNA) == before
    assert not preview.build().is_refused
    assert {path: preview.published(path) for path in pages} == pages


@pytest.mark.parametrize(
    "how",
    [
        line("pin", "true"),  # the lists show it, the page does not
        line("id", "sauna"),
        line("slug", "sauna"),
        line("redirects", "[/alt/bad.html]"),
        line("draft", "true"),
        line("published", "2026-11-30T09:00"),
        line("type", "disruption"),  # the first of its kind: the page of the topic is not there yet
        line("services", "[unbekannt]"),
        line("next_update", "2026-11-21T19:00"),  # and nothing was said since
        lambda text: text.replace("---\n", "---\ntitle: [\n", 1),
        said("## Leer\n\n## Voll\n\nText."),
        said("[tot](nirgends.md)"),
        said("[tot](/nirgends/)"),
        said("[tot](/kontakt/#nirgends)"),
        said("[tot](#nirgends)"),
        said(f"[tot](/{'lang' * 100}/)"),
        said("[fort](/alt/haus/)"),
        said("![Matte](neu.png)"),
    ],
)
def test_what_is_not_sure_waits_for_the_whole_build(
    preview: Preview, how: Callable[[str], str]
) -> None:
    """Another address, a fault, or a page that leads to what is not there yet."""
    (preview.content / "posts/neu.png").write_bytes(png(2, 2))
    preview.build()
    assert preview.first(preview.change("posts/sauna-zu.md", how)) == {}


def test_a_post_that_comes_out_just_now_waits_for_the_whole_build(preview: Preview) -> None:
    """Nobody knows yet whether its address is free."""
    preview.now = datetime.fromisoformat("2026-11-25T09:00+01:00")
    assert preview.first(preview.change("posts/aufguss.md", said("Mit Tee."))) == {}


def test_only_edits_of_posts_that_were_there_are_shown_first(preview: Preview) -> None:
    """Other files show on other pages, and a post that came or went on all lists."""
    mats = preview.change("posts/matten.md", said("Sie sind blau."))
    assert preview.first(mats).keys() == {MATS}
    assert preview.first(mats, preview.content / "posts/.matten.md.new").keys() == {MATS}
    contact = preview.content / "contacts/tom-berg.yml"
    new = preview.content / "posts/neu.md"
    new.write_text("", "utf-8")
    gone = preview.content / "posts/umbau.md"
    gone.unlink()
    for other in (contact, new, gone, preview.content / "posts", preview.project.root):
        assert preview.first(mats, other) == {}
    assert preview.first() == {}
    many = [preview.content / f"posts/{each}.md" for each in range(20)]
    for file in many:
        file.write_text("", "utf-8")
    assert preview.first(mats, *many) == {}


def test_a_translation_is_shown_with_its_post(preview: Preview) -> None:
    """Both pages link to each other, and both are of one file and its translations."""
    file = preview.change("posts/sauna-zu.en.md", line("title", "The sauna stays closed"))
    assert preview.first(file).keys() == {"en/posts/sauna-zu/index.html"}
    german = preview.change("posts/sauna-zu.md", line("locations", "[ost]"))
    assert preview.first(file, german).keys() == {"en/posts/sauna-zu/index.html", SAUNA}


def test_a_page_shows_the_time_of_the_build_that_follows(preview: Preview) -> None:
    """The clock that was handed in counts, not that of the last build."""
    preview.now += timedelta(hours=11)
    pages = preview.first(preview.change("posts/umbau.md", said("Der Bau ist fertig.")))
    assert not preview.build().is_refused
    assert {path: preview.published(path) for path in pages} == pages != {}


def test_a_fault_that_was_let_pass_before_keeps_nothing_back(preview: Preview) -> None:
    """Only what is new about a page counts."""
    ignored = line("ignore", "{AU201: das Plakat hing noch nicht}")
    preview.change("posts/matten.md", lambda text: said("[tot](/nirgends/)")(ignored(text)))
    assert not preview.build().is_refused
    pages = preview.first(preview.change("posts/matten.md", said("Sie sind blau.")))
    assert pages.keys() == {MATS}
    assert not preview.build().is_refused
    assert preview.published(MATS) == pages[MATS]


def test_a_heading_to_which_others_lead_is_not_lost_without_a_word(preview: Preview) -> None:
    """Their links are dead then; that is a fault of the whole site."""
    preview.change("posts/matten.md", said("Siehe [Sauna](sauna-zu.md#was-nun)."))
    assert not preview.build().is_refused
    edit = preview.change("posts/sauna-zu.md", lambda text: text.replace("Was nun", "Und nun"))
    assert preview.first(edit) == {}
    assert preview.build().is_refused


def test_an_own_heading_that_went_is_no_place_that_others_need(preview: Preview) -> None:
    """Links of the page to itself are judged with it."""
    preview.change("posts/matten.md", said("## Wo\n\nDort, siehe [oben](#wo)."))
    assert not preview.build().is_refused
    edit = preview.change("posts/matten.md", lambda text: text.replace("# Wo", "# Ort"))
    assert preview.first(edit) == {}
    edit = preview.change("posts/matten.md", lambda text: text.replace("(#wo)", "(#ort)"))
    assert preview.first(edit).keys() == {MATS}


def test_without_a_good_build_of_this_process_nothing_is_known(preview: Preview) -> None:
    """A state on the disk does not say which page shows what; one build later it is known."""
    edit = preview.change("posts/matten.md", said("Sie sind blau."))
    target = preview.memory.target
    preview.memory = Memory(target, is_ours_alone=True, live=Live())
    assert preview.first(edit) == {}
    preview.memory = Memory(target)
    assert preview.first(edit) == {}


def test_a_blog_of_another_make_is_always_built_as_a_whole(preview: Preview) -> None:
    """Its files reach into each other."""
    preview.host = replace(preview.host, draft=draft_blog)
    assert preview.first(preview.change("posts/matten.md", said("Sie sind blau."))) == {}


def test_what_is_published_is_left_alone(preview: Preview) -> None:
    """Nothing is written before the whole site is."""
    before = {file: file.stat().st_mtime_ns for file in preview.project.root.rglob("*")}
    edit = preview.change("posts/matten.md", said("Sie sind blau."))
    assert preview.first(edit)
    after = {file: file.stat().st_mtime_ns for file in preview.project.root.rglob("*")}
    assert {file for file in after if before.get(file) != after[file]} == {edit}
