"""The files that pages refer to, as they are written: a style sheet, the icon, scripts.

Names are stable and addresses carry a digest (`assets/aushang.css?v=…`): a page that a browser kept
still finds its style sheet after the next publish, and a changed one is fetched anew.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from aushang.mkdocs.options import Dialect
from aushang.model.addresses import EMBED

STYLE_SHEET = "assets/aushang.css"
ICON = "assets/favicon.svg"
SEARCH_SCRIPT = "assets/search.js"
CLOCK_SCRIPT = "assets/clock.js"
PLACES_SCRIPT = "assets/places.js"

_MATERIAL_MARKUP = "markup"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")
_COMMENT_LINES = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
_EMBED_BEGINS, _EMBED_ENDS = '(() => {\n"use strict";\n', "})();\n"


def theme_files(theme: Path, dialect: Dialect) -> Iterator[tuple[str, bytes]]:
    """Site path and bytes of each file. `theme` is the folder of the theme package.

    Style sheets are joined in the order of their names. What only Python-Markdown's extensions
    produce is left out where they do not run.
    """
    sheets = [
        file.read_text(encoding="utf-8")
        for file in sorted((theme / "assets").glob("*.css"))
        if dialect == "material" or not file.name.startswith(_MATERIAL_MARKUP)
    ]
    yield STYLE_SHEET, "".join(without_comments(sheet) for sheet in sheets).encode()
    for name in (ICON, CLOCK_SCRIPT, PLACES_SCRIPT):
        yield name, (theme / name).read_bytes()
    yield EMBED, embed_script(theme)


def embed_script(theme: Path) -> bytes:
    """The script for other websites, joined of its parts in the order of their names.

    Its address has no digest and never changes, since it stands on pages that nobody knows.
    """
    parts = (file.read_text(encoding="utf-8") for file in sorted((theme / "embed").glob("*.js")))
    joined = _COMMENT_LINES.sub("", "".join(parts))
    script = _EMBED_BEGINS + _INDENT.sub("\n", joined).strip() + "\n" + _EMBED_ENDS
    # A page in Latin-1 reads a script as its own where the host names no charset. Letters stand in
    # strings alone, where an escape means the same.
    return script.encode("ascii", "backslashreplace")


def search_files(theme: Path) -> Iterator[tuple[str, bytes]]:
    """Site path and bytes of what the search page loads besides."""
    yield SEARCH_SCRIPT, (theme / SEARCH_SCRIPT).read_bytes()


def without_comments(css: str) -> str:
    """The same rules without comments and indentation: readers' phones need neither."""
    return _INDENT.sub("\n", _COMMENT.sub("", css)).strip() + "\n"


def digest(data: bytes) -> str:
    """Eight hexadecimal digits that change with the bytes."""
    return sha256(data).hexdigest()[:8]
