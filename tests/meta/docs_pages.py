"""The documentation as tests read it: pages, their fenced blocks, links and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])

_BLOCK = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="([^"]*)"')
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the page, the words after the fence, the text, and its line in the page.

    `title` is the file that the block claims to be; a block without one is part of a file at most.
    """

    page: str
    info: str
    text: str
    line: int

    @property
    def language(self) -> str:
        """The first word after the fence, or nothing."""
        return self.info.partition(" ")[0]

    @property
    def title(self) -> str:
        """The path of the file that this is, or nothing."""
        match = _TITLE.search(self.info)
        return match[1] if match else ""

    @property
    def is_excerpt(self) -> bool:
        """Whether the page says that this is no whole file."""
        return "excerpt" in self.info.split()


def name(page: Path) -> str:
    """The path below the checkout."""
    return page.relative_to(ROOT).as_posix()


def text_of(page: Path) -> str:
    """The page as it is."""
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> Iterator[Block]:
    """All fenced blocks of a page."""
    text = text_of(page)
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Block(name(page), match[2].strip(), match[3], line)


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _BLOCK.sub("", text_of(page))


def code_spans(page: Path) -> Iterator[str]:
    """What stands between single backticks, outside of fenced blocks."""
    for match in _SPAN.finditer(prose(page)):
        yield match[1]


def anchors(page: Path) -> set[str]:
    """The ids of a page's headings, as forges make them: letters, digits, `_`, hyphens."""
    found: set[str] = set()
    for match in _HEADING.finditer(prose(page)):
        kept = re.sub(r"[^\w\- ]", "", match[1].lower()).replace(" ", "-")
        number = 0
        while (anchor := f"{kept}-{number}" if number else kept) in found:
            number += 1
        found.add(anchor)
    return found
