"""A quick proof that each section of a plain page has content, and that no level is skipped."""

import re
from itertools import pairwise

_HEADING = re.compile(rb"<h([1-6])>")
_MAIN_END = b"</main>"
# Where a word stands behind these, a tree has to tell whether it counts, or is one.
_UNCLEAR = re.compile(rb"<(?:nav|header|footer|script|style|title|meta)>")
_WORD = b">w"
# The end tag of a heading does not end these with it.
_HOLDS_TIGHT = re.compile(rb"<(?:table|object)>")
_TABLE = re.compile(rb"<(/?)table>")


def surely_well_ordered(shape: bytes, start: int) -> bool:
    """Whether the headings of a plain page are in order; in its shape, the main part is at `start`.

    A shape is the names of a page's tags, and `w` for words (`<p>w</p>`).
    """
    parts = _HEADING.split(shape[start:])
    levels = tuple(parts[1::2])
    if not levels:
        return True
    if not _descends_step_by_step(levels) or shape.count(b"<main>") != 1:
        return False
    # A parser moves what stands wrongly in a table in front of it.
    if b"<table>" in shape and not _tables_are_apart(parts):
        return False
    return _are_full(levels, parts[2::2])


def _descends_step_by_step(levels: tuple[bytes, ...]) -> bool:
    return all(int(below) <= int(above) + 1 for above, below in pairwise(levels))


def _tables_are_apart(parts: list[bytes]) -> bool:
    """Whether each table begins and ends between two headings."""
    return all(
        not (signs := _TABLE.findall(part)) or signs == [b"", b"/"] * (len(signs) // 2)
        for part in parts[::2]
    )


def _are_full(levels: tuple[bytes, ...], sections: list[bytes]) -> bool:
    """Whether each section has words of its own, or one below it has."""
    is_first_title_alone = levels[0] == b"1"
    is_over = False
    for number, (level, section) in enumerate(zip(levels, sections, strict=True)):
        if is_over:
            # What stands behind the main part is no section of it.
            return True
        content, end, _ = section.partition(_MAIN_END)
        is_over = bool(end)
        title = content.find(b"</h%b>" % level)
        if title < 0 or _HOLDS_TIGHT.search(content, 0, title):
            return False
        word = content.find(_WORD, title)
        if _UNCLEAR.search(content, 0, word + 1 if word >= 0 else len(content)):
            return False
        if word < 0 and not (number == 0 and is_first_title_alone):
            is_parent = not is_over and number + 1 < len(levels) and levels[number + 1] > level
            if not is_parent:
                return False
    return True
