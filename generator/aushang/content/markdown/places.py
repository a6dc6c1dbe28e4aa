"""Where things stand in the source: line and column from 1, in characters.

The renderer writes `data-sourcepos="line:column-…"` at what it made from Markdown. HTML that the
author wrote carries nothing, so every tag of it gets a mark of the same name before rendering.
The mark's value begins with a control character that no source holds: it cannot be forged, and
what ends up in running text can be taken out again without guessing.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from aushang.content.markdown.renderer import Markup
from aushang.content.markdown.sightings import Sightings, sightings
from aushang.model import Position

POSITION = "data-sourcepos"
SIGN = "\x01"

_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9-]*(?=[\s/>])")
_MARK = re.compile(rf" {POSITION}={SIGN}\d+:\d+")
_PLACE = re.compile(rf"{SIGN}?(\d{{1,9}}):(\d{{1,9}})")

# The definition of a label with a line of text right below.
_RUNS_ON = re.compile(r"\]:[^\n]*\n[ \t>]*(?!\[[^\]\n]*\]:)[^\s>]")

Shifts = Mapping[int, tuple[list[int], list[int]]]


@dataclass(frozen=True)
class Places:
    """Turns marks into positions in the file.

    `shifts` holds for each line with marks: the column of the new line behind which each mark
    stands, ascending, and how much all marks up to it have moved what follows.
    """

    markup: Markup
    shifts: Shifts = field(default_factory=dict)

    def of(self, mark: str | None) -> Position | None:
        """The place that a mark names; None where there is no mark."""
        found = _PLACE.match(mark or "")
        if not found:
            return None
        line, column = int(found[1]), int(found[2])
        if mark and not mark.startswith(SIGN):
            column = self._original_column(line, column)
        return self.at(line, column)

    def at(self, line: int, column: int) -> Position:
        """A line and column of the text as a place in its file.

        A text inside YAML is indented by the same width on each of its lines, unless it was folded.
        """
        markup = self.markup
        if markup.folds:
            offset = self._starts[min(line, len(self._starts)) - 1] + column - 1
            fold = markup.folds[max(bisect_right(markup.folds, (offset, sys.maxsize)) - 1, 0)]
            behind = max(offset - fold.offset, 0)
            return Position(markup.path, markup.first_line + fold.line, fold.column + behind + 1)
        return Position(markup.path, markup.first_line + line - 1, markup.first_column + column - 1)

    def of_reference(self, mark: str | None, kind: str, target: str) -> Position | None:
        """The place of a link (`a`) or picture (`img`), checked against the source.

        comrak 0.0.16 counts from the wrong line where a paragraph begins with the definition of a
        label, and from the wrong column in a table's head below text.
        """
        found = _PLACE.match(mark or "")
        if not found or not mark or mark.startswith(SIGN):
            return self.of(mark)
        line = int(found[1])
        column = self._original_column(line, int(found[2]))
        starts = self._starts
        offset = starts[min(line, len(starts)) - 1] + max(column, 1) - 1
        if self._is_doubtful or not _fits(self.markup.text, offset, kind, target):
            nearest = self._sightings.nearest(kind, target, offset)
            offset = offset if nearest is None else nearest
        line = bisect_right(starts, offset)
        return self.at(line, offset - starts[line - 1] + 1)

    @property
    def start(self) -> Position:
        """The first character of the text."""
        return self.at(1, 1)

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.markup.text)

    @cached_property
    def _sightings(self) -> Sightings:
        return sightings(self.markup.text)

    @cached_property
    def _is_doubtful(self) -> bool:
        return "]:" in self.markup.text and _RUNS_ON.search(self.markup.text) is not None

    def _original_column(self, line: int, column: int) -> int:
        behind, moved = self.shifts.get(line, ([], []))
        before = bisect_left(behind, column)
        return column - moved[before - 1] if before else column


def line_starts(text: str) -> list[int]:
    """The offset of each line's first character."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _fits(text: str, offset: int, kind: str, target: str) -> bool:
    """Whether a link or picture can begin there."""
    if kind != "a":
        return text.startswith("![", offset)
    return text.startswith(("[", "<"), offset) or text[offset : offset + 4] in target


def mark_tags(text: str, prose: str = "") -> tuple[str, Shifts]:
    """The text with a mark in each HTML tag, and what that moved.

    What looks like a tag but stands in code or an address is marked as well; `unmark` undoes it.
    `prose` is the text with what is surely no tag blanked out, for a renderer that changes code.
    """
    starts = line_starts(text)
    pieces: list[str] = []
    done = 0
    shifts: dict[int, tuple[list[int], list[int]]] = {}
    for tag in _TAG.finditer(prose or text):
        line = bisect_right(starts, tag.start())
        column = tag.start() - starts[line - 1] + 1
        mark = f" {POSITION}={SIGN}{line}:{column}"
        pieces += (text[done : tag.end()], mark)
        done = tag.end()
        behind, moved = shifts.setdefault(line, ([], []))
        before = moved[-1] if moved else 0
        behind.append(tag.end() - starts[line - 1] + before)
        moved.append(before + len(mark))
    return "".join(pieces) + text[done:], shifts


def unmark(text: str) -> str:
    """Without the marks that are not attributes any more, because they landed in running text.

    A parser writes attributes with quotation marks, so those are told apart by their form.
    """
    return _MARK.sub("", text) if SIGN in text else text
