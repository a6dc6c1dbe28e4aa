"""A rendered text without its markup: for feeds, summaries and the JSON API."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from aushang.content.markdown.tokens import VOID, Token, attribute

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div",
        "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer",
        "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip

# Lists, tables and what only they hold.
_PARTS = frozenset({"ul", "ol", "table", "li", "tr", "tbody", "thead", "tfoot"})

# Elements that are more than the words in them.
_MEANT = _BLOCKS | {"a", "td", "th"}

_NUMBER = re.compile(r"[0-9]{1,9}")
_BREAK = "\x0b"
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_INVISIBLE = _SPACES + "\u200b\u200c\u2060\ufeff\u00ad"


def is_visible(text: str) -> bool:
    """Whether a reader would see any of it; spaces of any kind and soft hyphens do not count."""
    return bool(text.strip(_INVISIBLE))


def text_of(node: LexborNode) -> str:
    """What an inline element says on one line, pictures by their description."""
    if "<img" not in (node.html or ""):
        return spaced(node.text())
    pieces = (_words(inner) for inner in node.traverse(include_text=True))
    return spaced("".join(pieces))


def plain_text(signs: Sequence[Token]) -> str:
    """The words of a text: blocks parted by a blank line, entries and rows by a line end."""
    lines = _Lines()
    lines.read(signs)
    return lines.joined()


def _words(node: LexborNode) -> str:
    match node.tag:
        case "-text":
            return node.text_content or ""
        case "img":
            return node.attributes.get("alt") or ""
        case "br":
            return _BREAK
        case _:
            return ""


@dataclass(slots=True, eq=False)
class _Block:
    """Something that begins a line. Blocks of one `group` stand on lines without a blank between.

    `prefix` is for the first line only; what follows is indented by its width. `entry` is the
    number of a list's next entry, None where entries have none.
    """

    group: int
    prefix: str = ""
    indent: str = ""
    is_code: bool = False
    is_used: bool = False
    entry: int | None = None


@dataclass(slots=True)
class _Lines:
    """Collects words by the block they stand in; None is a block that is not read out.

    A line ends where the next words belong to another block: `_block` is that of the last line,
    `_said` are its words.
    """

    _open: list[_Block | None] = field(default_factory=lambda: [_Block(0)])
    _notes: list[int] = field(default_factory=list)
    _lines: list[tuple[_Block, list[str]]] = field(default_factory=list)
    _block: _Block | None = None
    _said: list[str] = field(default_factory=list)
    _groups: int = 0

    def read(self, signs: Sequence[Token]) -> None:
        """All tags and words, in the order of the document."""
        opened = self._open
        self._say(signs[0][2])
        for name, tag, words in signs[1:]:
            if name in ("br", "img"):
                self._say(_BREAK if name == "br" else attribute(tag, "alt"))
            elif name in VOID:
                pass
            elif name[0] != "/":
                around = opened[-1]
                if around is not None and name in _MEANT:
                    around = self._entered(name, tag, around)
                opened.append(around)
            else:
                if self._notes and self._notes[-1] == len(opened):
                    self._notes.pop()
                opened.pop()
            if not words:
                continue
            if opened[-1] is self._block and not self._notes:
                self._said.append(words)
            # The line end between two blocks is most of all words, and says nothing.
            elif words != "\n" or self._notes:
                self._say(words)

    def _say(self, words: str) -> None:
        """Words of the element that was opened last."""
        block = self._open[-1]
        if block is None:
            return
        if self._notes and self._notes[-1] == len(self._open):
            words = f"[{words}]"
        if block is not self._block:
            if not words.strip(" \t\n"):
                return
            self._block, self._said = block, []
            self._lines.append((block, self._said))
        block.is_used = True
        self._said.append(words)

    def joined(self) -> str:
        """All lines, with the blank ones between."""
        pieces: list[str] = []
        group = None
        for block, words in self._lines:
            line = _line(block, "".join(words))
            if is_visible(line):
                pieces += ("\n" if block.group == group else "\n\n", line)
                group = block.group
        return "".join(pieces[1:])

    def _entered(self, name: str, tag: str, around: _Block) -> _Block | None:
        """The block to which the words of an element belong that stands in `around`."""
        if name in _BLOCKS:
            return self._begun(name, tag, around)
        if name in ("td", "th"):
            if around is self._block:
                self._said.append(" | ")
        elif name == "a" and "footnote-backref" in attribute(tag, "class"):
            return None
        elif name == "a" and attribute(tag, "role") == "doc-noteref":
            self._notes.append(len(self._open) + 1)
        return around

    def _begun(self, name: str, tag: str, around: _Block) -> _Block:
        if name not in _PARTS:
            if around.prefix and not around.is_used:
                return around
            group = around.group if around.prefix else self._group()
            return _Block(group, around.indent, around.indent, name == "pre")
        if name in ("ul", "ol", "table"):
            first = _NUMBER.fullmatch(attribute(tag, "start")) if name == "ol" else None
            group = around.group if around.prefix else self._group()
            entry = int(first[0]) if first else 1
            return _Block(group, indent=around.indent, entry=entry if name == "ol" else None)
        if name == "li":
            prefix = around.indent + _bullet(around)
            return _Block(around.group, prefix, " " * len(prefix))
        return _Block(around.group, indent=around.indent)

    def _group(self) -> int:
        self._groups += 1
        return self._groups


def _bullet(around: _Block) -> str:
    if around.entry is None:
        return "– "
    around.entry += 1
    return f"{around.entry - 1}. "


def _line(block: _Block, words: str) -> str:
    if block.is_code:
        return words.strip("\n")
    if _BREAK not in words:
        return block.prefix + spaced(words)
    return block.prefix + f"\n{block.indent}".join(map(spaced, words.split(_BREAK)))


def spaced(words: str) -> str:
    """With one blank between words and none around them."""
    # Nothing printable but the blank parts words; looking is ten times as fast as splitting.
    if words.isprintable() and "  " not in words:
        return words.strip(" ")
    return " ".join(words.split())
