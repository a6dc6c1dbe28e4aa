"""The addresses that Material's blog plugin gives unless it is configured otherwise."""

import re
import unicodedata
from datetime import datetime

from aushang.content.material.layout import BLOG

_DROPPED = re.compile(r"[^\w\- ]")


def old_address(inside: str, created: datetime, name: str) -> str:
    """Where a post stood: `/blog/2026/11/21/sauna/`. `name` is its slug."""
    return f"/{_blog(inside)}{created:%Y/%m/%d}/{name}/"


def old_category(inside: str, name: str) -> str:
    """Where the list of a category stood: `/blog/category/sauna/`."""
    return f"/{_blog(inside)}category/{slug_of(name)}/"


def _blog(inside: str) -> str:
    return f"{BLOG}/" if inside.startswith(f"{BLOG}/") else ""


def slug_of(words: str) -> str:
    """As the extension package of Material makes it: lower case, any script, blanks as hyphens."""
    return _DROPPED.sub("", unicodedata.normalize("NFC", words).strip().lower()).replace(" ", "-")
