"""What a text may ask of the renderer. Beyond it lie texts that only attackers write."""

import re

from aushang.content.markdown.places import SIGN, Places
from aushang.content.markdown.renderer import Rendered
from aushang.model import ROOT, Body, Diagnostic

DEEPEST = 100
MOST_CELLS = 100_000
MOST_TAGS = 10_000
MOST_SIGNS = 20_000

_SMALL = 2_000
_NESTED = re.compile(
    rf"^(?:[ \t]*(?:>|[-+*][ \t]|\d{{1,9}}[.)][ \t])){{{DEEPEST + 1},}}", re.MULTILINE
)
_DELIMITERS = re.compile(r"^[ \t>|:-]*-[ \t>|:-]*$", re.MULTILINE)
_OWN_SIGNS = (ROOT[0], SIGN)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_TAG = re.compile(r"<[A-Za-z]")


def tidied(text: str) -> str:
    """The text with one kind of line end and without what is ours or cannot be written.

    Replacing keeps every column where it was.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in _OWN_SIGNS:
        text = text.replace(sign, "\ufffd")
    return text.encode("utf-8", "replace").decode()


def excess(places: Places, most_signs: int = MOST_SIGNS) -> Rendered | None:
    """AU113 and an empty body, if rendering the text would take time or memory without bounds.

    `most_signs` bounds what a paragraph may hold of the signs that open something. Depth of nesting
    and the cells of a table cost the square of what was typed: a table's short rows are filled up
    to its width (GFM, 4.10).
    """
    text = places.markup.text
    if len(text) < _SMALL:
        return None
    deep = _NESTED.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + 1
        return _refused(places, line, f"a line nests more than {DEEPEST} quotes or lists")
    if sum(1 for _ in _TAG.finditer(text)) > MOST_TAGS:
        return _refused(places, 1, f"the text holds more than {MOST_TAGS} HTML tags")
    line = 1
    for paragraph in _BLANK_LINE.split(text):
        if _cells(paragraph) > MOST_CELLS:
            return _refused(places, line, f"a table has more than {MOST_CELLS} cells")
        if sum(map(paragraph.count, "[*_`")) > most_signs:
            return _refused(
                places,
                line,
                f"a paragraph holds more than {most_signs} brackets, stars and the like",
            )
        line += paragraph.count("\n") + 2
    return None


def _cells(paragraph: str) -> int:
    if "|" not in paragraph:
        return 0
    widest = max((row[0].count("|") for row in _DELIMITERS.finditer(paragraph)), default=0)
    return (widest + 1) * paragraph.count("\n") if widest else 0


def _refused(places: Places, line: int, message: str) -> Rendered:
    finding = Diagnostic(
        code="AU113",
        message=message,
        hint="split it into several",
        location=places.at(line, 1),
    )
    return Rendered(Body(), (finding,))
