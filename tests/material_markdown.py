"""Material's Markdown as its own documentation site uses it, for tests of the dialect."""

from typing import Any

from material.extensions.emoji import to_svg, twemoji

EXTENSIONS = (
    "toc",
    "tables",
    "fenced_code",
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "pymdownx.betterem",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
    "pymdownx.magiclink",
)
CONFIGS: dict[str, dict[str, Any]] = {
    "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
    "pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span"},
    "pymdownx.tabbed": {"alternate_style": True},
}


class Nothing:
    """Surroundings in which no file is known."""

    def address(self, target: str) -> str | None:
        """Nothing is ours."""

    def size(self, target: str) -> tuple[int, int] | None:
        """Nothing has a size."""
