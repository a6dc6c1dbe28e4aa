"""Gives Python-Markdown's output the positions that the rest of the program wants."""

from bisect import bisect_right
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from aushang.content.markdown.places import POSITION, line_starts
from aushang.content.markdown.sightings import Sightings, sightings

# After all others: attr_list is at 8, toc at 5, "unescape" at 0.
_LAST = -1000

_ADDRESS_OF = {"a": "href", "img": "src"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Placing(Extension):
    """Looks up each link, picture and heading of the tree in `text` and writes down its place."""

    def __init__(self) -> None:
        super().__init__()
        self._placer: _Placer | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the host's name
        """Called by Python-Markdown once."""
        self._placer = _Placer(md)
        md.treeprocessors.register(self._placer, "aushang-placing", _LAST)

    def look_in(self, text: str) -> None:
        """The text that is rendered next, as it stands in its file."""
        if self._placer is not None:
            self._placer.look_in(text)


class _Placer(Treeprocessor):
    def look_in(self, text: str) -> None:
        self._sightings: Sightings = sightings(text)
        self._starts = line_starts(text)

    def run(self, root: Element) -> None:
        """Alignment in a `style` attribute becomes `align`: pages allow no styles of their own."""
        for element in root.iter():
            offset = self._offset(element)
            if offset is not None:
                line = bisect_right(self._starts, offset)
                element.set(POSITION, f"{line}:{offset - self._starts[line - 1] + 1}")
            style = element.get("style", "")
            if element.tag in ("td", "th") and style.startswith("text-align: "):
                element.set("align", style.removeprefix("text-align: ").rstrip(";"))
                del element.attrib["style"]

    def _offset(self, element: Element) -> int | None:
        if POSITION in element.attrib:
            return None
        tag = str(element.tag)
        if tag in _ADDRESS_OF:
            written = element.get(_ADDRESS_OF[tag], "").replace(AMP_SUBSTITUTE, "&")
            return self._sightings.link(tag, unescape(written))
        if tag in _HEADINGS:
            words = "".join(element.itertext())
            return self._sightings.heading(_HEADINGS[tag], words)
        return None
