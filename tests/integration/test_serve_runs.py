"""`aushang serve` as a process: what it shows while content changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.processes import Running, free_port, running
from tests.integration.sites import CONFIGURATION, tree, write, write_post, write_site

PAGE = "/news/meldungen/sauna-offen/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, not built yet."""
    return write_site(tmp_path / "news")


@pytest.fixture
def preview(site: Path) -> Iterator[Running]:
    """A preview of it that shows the first site."""
    port = free_port()
    program = "from aushang.cli import main; main()"
    with running(site, "-c", program, "serve", "--port", str(port), port=port) as found:
        found.wait(lambda: "Showing the site" in found.told())
        yield found


def test_the_site_is_shown_under_its_base_path(preview: Running) -> None:
    """The address that is printed is the one that answers."""
    assert f"Showing the site at http://127.0.0.1:{preview.port}/news/" in preview.told()
    assert preview.get("/news/")[0] == 200
    assert preview.get("/news/nothing/")[0] == 404


def test_an_edit_is_shown(preview: Running, site: Path) -> None:
    """Without a restart, and the changed file is named."""
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Ab Dienstag, 7 Uhr.")
    preview.wait(lambda: "Ab Dienstag, 7 Uhr." in preview.get(PAGE)[1])
    assert "changed: content/posts/sauna-offen.md" in preview.told()


def test_a_broken_post_leaves_the_last_good_site(preview: Running, site: Path) -> None:
    """The findings are printed, the old page stays; mended, the new one is shown."""
    before = tree(site / "site")
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "## Kurse\n\n## Sauna\n\nWarm.")
    preview.wait(lambda: "Nothing was published." in preview.told())
    assert "content/posts/sauna-offen.md:11:1: error AU101" in preview.told()
    assert tree(site / "site") == before
    assert "Ab Montag, 6 Uhr." in preview.get(PAGE)[1]
    write_post(site, "sauna-offen", "Die Sauna ist wieder offen", "Wieder gut.")
    preview.wait(lambda: "Wieder gut." in preview.get(PAGE)[1])


def test_a_slip_in_the_configuration_does_not_end_the_preview(preview: Running, site: Path) -> None:
    """The sentence is printed; the next good configuration counts."""
    write(site / "mkdocs.yml", CONFIGURATION.replace("site_name: Kraftraum", ""))
    preview.wait(lambda: "aushang: error: " in preview.told())
    assert preview.get("/news/")[0] == 200
    write(site / "mkdocs.yml", CONFIGURATION.replace("Kraftraum", "Kraftwerk", 1))
    preview.wait(lambda: "Kraftwerk" in preview.get("/news/")[1])


def test_ctrl_c_ends_the_preview(site: Path) -> None:
    """With the exit code that a shell expects and no traceback."""
    port = free_port()
    program = "from aushang.cli import main; main()"
    with running(site, "-c", program, "serve", "--port", str(port), port=port) as preview:
        preview.wait(lambda: "Showing the site" in preview.told())
    assert preview.process.returncode == 130
    assert "Traceback" not in preview.told()
    assert preview.told().endswith("aushang: stopped\n")
