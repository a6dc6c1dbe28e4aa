"""A publication to which nothing has happened yet: its lists are empty, and each says so."""

import shutil
from pathlib import Path

from tests.integration.sites import aushang, write_site

LISTS = {
    "index.html": "Zurzeit gibt es keine Einschränkungen.",
    "en/index.html": "There are no restrictions at present.",
    "angebote/sauna/index.html": "Zurzeit gibt es hier keine Einschränkungen.",
    "standorte/mitte/index.html": "Zurzeit gibt es hier keine Einschränkungen.",
}


def test_empty_lists_say_so(tmp_path: Path) -> None:
    """So no list of ours is ever found empty, and nothing keeps the publication back."""
    root = write_site(tmp_path / "news")
    shutil.rmtree(root / "content" / "posts")
    run = aushang(root, "build", "--quiet")
    assert run.returncode == 0
    assert " AU10" not in run.stdout
    for file, sentence in LISTS.items():
        assert sentence in (root / "site" / file).read_text(encoding="utf-8")


def test_a_menu_leads_to_no_empty_page(tmp_path: Path) -> None:
    """A page that stands in a menu and says nothing is refused at its source."""
    root = write_site(tmp_path / "news")
    page = root / "content" / "pages" / "neues.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: Neues\nmenu: main\n---\n", encoding="utf-8")
    run = aushang(root, "build", "--quiet")
    assert run.returncode == 1
    assert "content/pages/neues.md: error AU102 page “Neues” has no text" in run.stdout
