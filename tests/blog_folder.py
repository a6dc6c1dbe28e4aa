"""Small blogs as Material's plugin has them, for the tests of reading them as they are."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from material.extensions import emoji
from tests.content_folder import NOW, told, written

from aushang.content.load import Loaded, completed, press_post
from aushang.content.material.load import draft
from aushang.mkdocs.dialect import PythonMarkdownRenderer
from aushang.model import Localised, Post, Site

BLOG = Site(
    name=Localised({"en": "Kraftraum"}),
    url="https://kraftraum.example/",
    tag="kraftraum.example,2026",
    languages=("en", "de"),
    contact="jana-weiss",
)


def post(*keys: str, body: str = "# The sauna is open\n\nFrom Monday on.\n") -> str:
    """A post with further lines of front matter; it is of 20 November 2026 unless they say."""
    date = [] if any(key.startswith("date") for key in keys) else ["date: 2026-11-20"]
    return "\n".join(["---", *date, *keys, "---", "", body])


@cache
def _dialect() -> PythonMarkdownRenderer:
    names = ("attr_list", "admonition", "md_in_html", "toc", "pymdownx.emoji")
    icons = {"emoji_index": emoji.twemoji, "emoji_generator": emoji.to_svg}
    return PythonMarkdownRenderer(names, {"pymdownx.emoji": icons})


def loaded_blog(root: Path, files: Mapping[str, str | bytes], site: Site = BLOG) -> Loaded:
    """The folder `content/` below `root` with these files, read as a blog."""
    written(root, files)
    dialect = _dialect()
    drafted = draft(root / "content", root=root, site=site, now=NOW, markdown=dialect)
    return completed(drafted, [press_post(drafted, one, dialect) for one in drafted.drafts])


def findings(root: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Every finding in full, without the folder in front of it."""
    return [told(one).removeprefix("content/") for one in loaded_blog(root, files).diagnostics]


def only(found: Loaded) -> Post:
    """The one post of a blog without a fault."""
    assert [told(one) for one in found.diagnostics] == []
    (one,) = found.publication.all_posts
    return one
