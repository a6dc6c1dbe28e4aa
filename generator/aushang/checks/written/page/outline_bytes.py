"""A quick proof that each section of a plain page has content, and that no level is skipped."""

import re
from functools import lru_cache
from itertools import pairwise

from aushang.checks.written.plain import Plain
from aushang.checks.written.tags import Role

_HEADING = re.compile(rb"<h([1-6])\b[^>]*+>")
_MAIN_END = b"</main>"
# Where a word stands behind these, a tree has to tell whether it counts, or is one.
_UNCLEAR = re.compile(rb"<(?:nav|header|footer|script|style|title|meta)\b|datetime=\"[^\"<>]*+>")
# Up to `&`: what it stands for may be a space.
_WORD = re.compile(rb">[^<>&]*?[A-Za-z0-9]")
# The end tag of a heading does not end these with it.
_HOLDS_TIGHT = re.compile(rb"<(?:table|object)\b")
_TABLE = re.compile(rb"<(/?)table\b")
_REMEMBERED = 1024


def surely_well_ordered(page: Plain, start: int) -> bool:
    """Whether the headings of a plain page whose main part begins at `start` are in order."""
    parts = _HEADING.split(page.data[start:])
    levels = tuple(parts[1::2])
    if not levels:
        return True
    if not _descends_step_by_step(levels) or page.counts.get(Role.MAIN) != 1:
        return False
    # A parser moves what stands wrongly in a table in front of it.
    if Role.TABLE in page.counts and not _tables_are_apart(parts):
        return False
    return _are_full(levels, parts[2::2])


@lru_cache(_REMEMBERED)
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
        found = _WORD.search(content, title)
        if _UNCLEAR.search(content, 0, found.end() if found else len(content)):
            return False
        if found is None and not (number == 0 and is_first_title_alone):
            is_parent = not is_over and number + 1 < len(levels) and levels[number + 1] > level
            if not is_parent:
                return False
    return True
