"""A rendered text without its markup: for feeds, summaries and the JSON API."""

import re
from dataclasses import dataclass
from itertools import groupby

from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div",
        "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer",
        "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip

_NUMBER = re.compile(r"[0-9]{1,9}")
_BREAK = "\x0b"
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_INVISIBLE = _SPACES + "\u200b\u200c\u2060\ufeff\u00ad"


def is_visible(text: str) -> bool:
    """Whether a reader would see any of it; spaces of any kind and soft hyphens do not count."""
    return bool(text.strip(_INVISIBLE))


def text_of(node: LexborNode) -> str:
    """What an inline element says on one line, pictures by their description."""
    if node.css_first("img") is None:
        return " ".join(node.text().split())
    pieces = (_words(inner) for inner in node.traverse(include_text=True))
    return " ".join("".join(pieces).split())


def plain_text(body: LexborNode) -> str:
    """Blocks parted by a blank line, entries of lists and rows of tables by a line end."""
    lines = _Lines()
    lines.enter(body, _Block(group=body.mem_id))
    for node in body.traverse(include_text=True):
        lines.add(node)
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


@dataclass(slots=True)
class _Block:
    """Something that begins a line. Blocks of one `group` stand on lines without a blank between.

    `prefix` is for the first line only; what follows is indented by its width.
    """

    group: int
    prefix: str = ""
    indent: str = ""
    is_code: bool = False
    is_used: bool = False


class _Lines:
    """Collects words by the block they stand in.

    A traversal tells where an element begins, not where it ends; so a line ends where the next
    words belong to another block.
    """

    def __init__(self) -> None:
        self._block_of: dict[int, _Block] = {}
        self._silent: set[int] = set()
        self._notes: set[int] = set()
        self._numbers: dict[int, int] = {}
        self._lines: list[tuple[_Block, list[str]]] = []

    def enter(self, node: LexborNode, block: _Block) -> None:
        """What stands in `node` belongs to `block`."""
        self._block_of[node.mem_id] = block

    def add(self, node: LexborNode) -> None:
        """The next node in the order of the document."""
        parent, tag = node.parent, node.tag or ""
        number = parent.mem_id if parent is not None else 0
        block = self._block_of.get(number)
        if block is None:
            return
        if tag in ("-text", "img", "br"):
            words = _words(node)
            self._say(block, f"[{words}]" if number in self._notes else words)
            return
        if tag in ("td", "th") and self._lines and self._lines[-1][0] is block:
            self._say(block, " | ")
        classes = node.attributes.get("class") or "" if tag == "a" else ""
        if "footnote-backref" not in classes:
            self.enter(node, self._begun(node, tag, block) if tag in _BLOCKS else block)
        if tag == "a" and node.attributes.get("role") == "doc-noteref":
            self._notes.add(node.mem_id)

    def joined(self) -> str:
        """All lines, with the blank ones between."""
        said = ((block, _line(block, "".join(words))) for block, words in self._lines)
        shown = [(block.group, line) for block, line in said if is_visible(line)]
        groups = groupby(shown, key=lambda pair: pair[0])
        return "\n\n".join("\n".join(line for _, line in group) for _, group in groups)

    def _begun(self, node: LexborNode, tag: str, around: _Block) -> _Block:
        if tag in ("ul", "ol", "table"):
            is_nested = bool(around.prefix)
            return _Block(around.group if is_nested else node.mem_id, indent=around.indent)
        if tag == "li":
            prefix = around.indent + self._bullet(node)
            return _Block(around.group, prefix, " " * len(prefix))
        if tag in ("tr", "tbody", "thead", "tfoot"):
            return _Block(around.group, indent=around.indent)
        if around.prefix and not around.is_used:
            return around
        group = around.group if around.prefix else node.mem_id
        return _Block(group, around.indent, around.indent, is_code=tag == "pre")

    def _bullet(self, item: LexborNode) -> str:
        if item.parent is None or item.parent.tag != "ol":
            return "– "
        key = item.parent.mem_id
        if key not in self._numbers:
            first = _NUMBER.fullmatch(item.parent.attributes.get("start") or "")
            self._numbers[key] = int(first[0]) if first else 1
        number = self._numbers[key]
        self._numbers[key] += 1
        return f"{number}. "

    def _say(self, block: _Block, words: str) -> None:
        if not self._lines or self._lines[-1][0] is not block:
            if not words.strip(" \t\n"):
                return
            self._lines.append((block, []))
        block.is_used = True
        self._lines[-1][1].append(words)


def _line(block: _Block, words: str) -> str:
    if block.is_code:
        return words.strip("\n")
    parts = (" ".join(part.split()) for part in words.split(_BREAK))
    return block.prefix + f"\n{block.indent}".join(parts)
