"""Which page a content file makes."""

from pathlib import Path

import pytest
from tests.factories import make_site
from tests.integration.sites import write, write_site

from aushang.content.markdown.gfm import GfmRenderer
from aushang.serve.edited import Pages

TRANSLATION = """\
---
title: The sauna is open again
slug: sauna-open
---

From Monday.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of the small publication, with a translation, a text about a place and a page."""
    content = write_site(tmp_path / "news") / "content"
    write(content / "posts/sauna-offen.en.md", TRANSLATION)
    write(content / "locations/mitte.md", "Das Studio am Platz.")
    write(content / "pages/kontakt.md", "---\ntitle: Kontakt\n---\n\nSo erreichen Sie uns.\n")
    write(content / "posts/draft.md", "---\ntitle: Entwurf\ndraft: true\n---\n")
    write(content / "posts/broken.md", "---\ntitle: [\n---\n")
    write(content / "media/plan.pdf", "%PDF")
    write(content / ".hidden.md", "x")
    return content


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("posts/sauna-offen.md", "meldungen/sauna-offen/"),
        ("posts/sauna-offen.en.md", "en/posts/sauna-open/"),
        ("pages/kontakt.md", "kontakt/"),
        ("services/sauna.yml", "angebote/sauna/"),
        ("locations/mitte.yml", "standorte/mitte/"),
        ("locations/mitte.md", "standorte/mitte/"),
        ("contacts/jana-weiss.yml", None),
        ("posts/draft.md", None),
        ("posts/broken.md", None),
        ("posts/gone.md", None),
        ("posts", None),
        ("media/plan.pdf", None),
        (".hidden.md", None),
        ("../mkdocs.yml", None),
    ],
)
def test_a_file_leads_to_its_page(content: Path, file: str, page: str | None) -> None:
    """In the file's own language; drafts, broken files and those without a page lead nowhere."""
    pages = Pages(content, make_site(), GfmRenderer())
    assert pages.of(Path(content / file).resolve()) == page
