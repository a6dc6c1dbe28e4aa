"""`aushang serve` as a process: what it shows while content changes."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.integration.processes import Running, free_port, running
from tests.integration.sites import CONFIGURATION, aushang, tree, write, write_post, write_site

PAGE = "/news/meldungen/sauna-offen/"
API = "/news/api/v1/posts/"
TITLE = "Die Sauna ist wieder offen"
_DELIVERIES = count(1)


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication, published once, which all tests edit."""
    root = write_site(tmp_path_factory.mktemp("serve") / "news")
    assert aushang(root, "build", "--quiet").returncode == 0
    return root


@pytest.fixture(scope="module")
def running_preview(publication: Path) -> Iterator[Running]:
    """A preview of it that shows the first site."""
    port = free_port()
    program = "from aushang.cli import main; main()"
    with running(publication, "-c", program, "serve", "--port", str(port), port=port) as found:
        found.wait(lambda: "Showing the site" in found.told())
        yield found


@pytest.fixture
def site(publication: Path) -> Iterator[Path]:
    """The publication, which is whole again when the test is over."""
    yield publication
    write_site(publication)


@pytest.fixture
def preview(running_preview: Running, site: Path) -> Running:
    """The preview, when it shows the publication as a whole and has heard of all that came before.

    Changes are heard of in their order, so whoever shows the last one missed none. The page that
    was edited comes first, the API with the whole.
    """
    last = f"Lieferung {next(_DELIVERIES)}."
    write_post(site, "neue-matten", "Neue Matten", last)
    running_preview.wait(lambda: last in running_preview.get(f"{API}neue-matten.json")[1])
    running_preview.wait(
        lambda: "Ab Montag, 6 Uhr." in running_preview.get(f"{API}sauna-offen.json")[1]
    )
    return running_preview


def edit(site: Path, text: str) -> Path:
    """Another text for the post about the sauna."""
    return write_post(site, "sauna-offen", TITLE, text)


def test_the_site_is_shown_under_its_base_path(preview: Running) -> None:
    """The address that is printed is the one that answers."""
    assert "2 posts in 22 pages, 126 feeds, 37 API files and 13 other files" in preview.told()
    assert (
        f"Showing the site at http://127.0.0.1:{preview.port}/news/ (Ctrl-C ends it)\n"
        in preview.told()
    )
    assert preview.get("/news/")[0] == 200
    assert preview.get("/news/nothing/")[0] == 404


def test_an_edit_is_shown_and_told(preview: Running, site: Path) -> None:
    """The changed file is named, and the page that it makes."""
    edit(site, "Ab Dienstag, 7 Uhr.")
    preview.wait(lambda: "Ab Dienstag, 7 Uhr." in preview.get(PAGE)[1])
    preview.wait(lambda: "Ab Dienstag, 7 Uhr." in preview.get(f"{API}sauna-offen.json")[1])
    preview.wait(lambda: f"edited: http://127.0.0.1:{preview.port}{PAGE}\n" in preview.told())
    preview.wait(lambda: "\nchanged: content/posts/sauna-offen.md\n" in preview.told())


def is_told_first(preview: Running, site: Path, number: int) -> bool:
    """Edit, wait for the whole site; whether the edited page was told before that was built."""
    before, text = len(preview.told()), f"Ab {number} Uhr."
    edit(site, text)
    preview.wait(lambda: text in preview.get(f"{API}sauna-offen.json")[1])
    preview.wait(lambda: "rebuilt (" in preview.told()[before:])
    address = f"http://127.0.0.1:{preview.port}{PAGE}"
    told = f"\nchanged: content/posts/sauna-offen.md\nedited: {address}\n"
    return told in preview.told()[before:]


def test_the_edited_page_is_told_before_the_rest_is_built(preview: Running, site: Path) -> None:
    """A busy machine may hear of an edit while it builds the one before; then there is another."""
    assert any(is_told_first(preview, site, number) for number in range(10))


def test_a_broken_post_leaves_the_last_good_site(preview: Running, site: Path) -> None:
    """The findings are printed, the old page stays; mended, the new one is shown."""
    before = len(preview.told())
    edit(site, "## Kurse\n\n## Sauna\n\nWarm.")
    finding = "content/posts/sauna-offen.md:11:1: error AU101"
    preview.wait(
        lambda: "The last good site stays (" in preview.told()[before:].partition(finding)[2]
    )
    assert "Ab Montag, 6 Uhr." in preview.get(PAGE)[1]
    edit(site, "Wieder gut.")
    preview.wait(lambda: "Wieder gut." in preview.get(PAGE)[1])


def test_a_preview_publishes_nothing(preview: Running, site: Path) -> None:
    """Neither drafts of an hour nor a look at the future reach the folder that customers see."""
    before = tree(site / "site")
    edit(site, "Ab Mittwoch.")
    preview.wait(lambda: "Ab Mittwoch." in preview.get(PAGE)[1])
    assert tree(site / "site") == before


def test_a_slip_in_the_configuration_does_not_end_the_preview(preview: Running, site: Path) -> None:
    """The sentence is printed; the next good configuration counts, with its new address."""
    write(site / "mkdocs.yml", CONFIGURATION.replace("site_name: Kraftraum", ""))
    preview.wait(lambda: "aushang: error: mkdocs.yml has no `site_name`." in preview.told())
    assert preview.get("/news/")[0] == 200
    write(site / "mkdocs.yml", CONFIGURATION.replace("example/news/", "example/neu/"))
    preview.wait(lambda: preview.get("/neu/")[0] == 200)
    preview.wait(lambda: f"at http://127.0.0.1:{preview.port}/neu/ (Ctrl-C" in preview.told())


def test_templates_of_one_s_own_are_watched(preview: Running, site: Path) -> None:
    """From the moment at which mkdocs.yml names their folder."""
    footer = write(site / "own/partials/footer.html", "<footer>Unser Fuß</footer>")
    named = CONFIGURATION.replace("name: aushang", "name: aushang\n  custom_dir: own")
    write(site / "mkdocs.yml", named)
    preview.wait(lambda: "Unser Fuß" in preview.get(PAGE)[1])
    write(footer, "<footer>Ein anderer Fuß</footer>")
    preview.wait(lambda: "Ein anderer Fuß" in preview.get(PAGE)[1])


def test_the_content_folder_may_go_away_and_come_back(preview: Running, site: Path) -> None:
    """As with a change of branch; meanwhile the last good site stays."""
    before = len(preview.told())
    (site / "content").rename(site / "away")
    preview.wait(lambda: "aushang: error: " in preview.told()[before:])
    assert "Ab Montag, 6 Uhr." in preview.get(PAGE)[1]
    (site / "away").rename(site / "content")
    edit(site, "Wieder da.")
    preview.wait(lambda: "Wieder da." in preview.get(PAGE)[1])


def test_ctrl_c_ends_the_preview(tmp_path: Path) -> None:
    """With the exit code that a shell expects and no traceback."""
    site, port = write_site(tmp_path / "news"), free_port()
    program = "from aushang.cli import main; main()"
    with running(site, "-c", program, "serve", "--port", str(port), port=port) as preview:
        preview.wait(lambda: "Showing the site" in preview.told())
    assert preview.process.returncode == 130
    assert "Traceback" not in preview.told()
    assert preview.told().endswith("aushang: stopped\n")
    assert not (site / "site").exists()


def test_a_time_that_is_none_is_told_at_once(tmp_path: Path) -> None:
    """Before anything is built or served."""
    run = aushang(write_site(tmp_path / "news"), "serve", "--now", "tomorrow")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("aushang: error: “tomorrow” is not a time.")
