"""Lines read by examples: of a line that differs in words and addresses alone, the same is told.

What is written for one page only is paragraphs and rows: a few forms, each with other words. So all
new lines of a page are first made examples, in a few walks over all of them at once: texts become
one word, addresses and ids become marks. Each example is read once for all pages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from aushang.checks.written.facts import Reference
from aushang.checks.written.page.links import UNSURE_LINK
from aushang.checks.written.passages import BROKEN, Passage, Told, read_passage
from aushang.checks.written.tags import SILENT_META, Role
from aushang.checks.written.unfilled import may_have_placeholder

_BETWEEN = b"<\n>"
"""Stands between lines, so that each text is between `>` and `<`."""
# Up to `&`: what it stands for may be no word.
_TEXT = re.compile(rb">[^<&A-Za-z0-9]*+[A-Za-z0-9][^<]*+<")
_WORD = "Sauna"
_ANY_TEXT = b">%b<" % _WORD.encode()
_NOT_PLAIN = b"<\0"
_TIME = re.compile(rb' datetime="[^"<>]*+"')
_MARK = b"\x01"
_VALUE = re.compile(rb'( (?:href|id|content)=")([^"&<>]++)(?=")')
_SCRIPT = b"<script>w</script>"
_REMEMBERED = 4096
_SHORT = 500
"""Bytes of a line without its words and addresses. Longer ones do not repeat."""


class _Example(NamedTuple):
    """What lines tell in which `size` values differ, and words.

    There is no passage if more than that matters. In it `marks` stand for the values; if it is a
    block of data, its own text stands for that of others. `is_text` is whether there are any texts,
    `referring` the word of its reference if it tells one, which is marked, and nothing else.
    """

    size: int
    passage: Passage | None = None
    marks: tuple[str, ...] = ()
    is_data: bool = False
    is_text: bool = True
    referring: str = ""


def read_lines(lines: Sequence[bytes]) -> Iterator[Passage]:
    """Each line as a passage, told as `read_passage` tells it. There is at least one."""
    page = b">" + _BETWEEN.join(lines) + b"<"
    # What is never plain, or could be taken for a mark, would be lost in an example.
    if _MARK in page or b"\0" in page or b"\r" in page:
        return map(read_passage, lines)
    page = _TEXT.sub(_ANY_TEXT, UNSURE_LINK.sub(_NOT_PLAIN, page))
    # Cut into what is before a value, its name, the value, and again.
    parts = _VALUE.split(_TIME.sub(b' datetime=""', page))
    values = iter(parts[2::3])
    parts[2::3] = [_MARK] * (len(parts) // 3)
    examples = [*map(_example, b"".join(parts)[1:-1].split(_BETWEEN))]
    texts = b"\n".join([line for line, one in zip(lines, examples, strict=True) if one.is_text])
    # Where there may be a placeholder, each line is looked at by itself.
    if may_have_placeholder(texts, or_part=True):
        return map(read_passage, lines)
    return (
        _filled(one, line, [*islice(values, one.size)]) or read_passage(line)
        for line, one in zip(lines, examples, strict=True)
    )


def _example(line: bytes) -> _Example:
    return _known(line) if len(line) <= _SHORT else _Example(line.count(_MARK))


@lru_cache(_REMEMBERED)
def _known(line: bytes) -> _Example:
    first, *rest = line.split(_MARK)
    marks = [b"\x01%d." % number for number in range(len(rest))]
    passage = read_passage(first + b"".join(map(bytes.__add__, marks, rest)))
    told = passage.told or Told()
    names = tuple(mark.decode() for mark in marks)
    if passage.shape == _SCRIPT and not marks and told.held == ((Role.LINKED_DATA, _WORD),):
        return _Example(0, passage, is_data=True, is_text=False)
    if passage is BROKEN or not _stands_for_all(told, line, names):
        return _Example(len(marks))
    is_text = not line.strip().startswith(b"<") or re.search(rb">\s*+[^<>\s]", line) is not None
    is_reference = [told] == [Told(references=told.references)] and len(marks) == 1
    referring = told.references[0].element if is_reference and len(told.references) == 1 else ""
    return _Example(len(marks), passage, names, is_text=is_text, referring=referring)


def _stands_for_all(told: Told, line: bytes, marks: Sequence[str]) -> bool:
    """Whether its values are told as they are, each once, or tell nothing; and its words too."""
    values = [*told.anchors, *(reference.url for reference in told.references)]
    marked = [value for value in values if _MARK.decode() in value]
    is_told = len(set(marked)) == len(marked) and set(marked) <= set(marks)
    silent = sum(_MARK in one for one in SILENT_META.findall(line))
    has_all = len(marked) + silent == len(marks)
    return is_told and has_all and not (told.held or told.is_vague or told.is_unfilled)


def _filled(example: _Example, line: bytes, values: Sequence[bytes]) -> Passage | None:
    passage, told = example.passage, example.passage and example.passage.told
    if passage is None or told is None:
        return passage
    if example.referring:
        url = values[0].decode("utf-8", "replace")
        return Passage(passage.shape, Told(references=(Reference(url, example.referring),)))
    if example.is_data:
        text = line.partition(b">")[2].rpartition(b"<")[0].decode("utf-8", "replace")
        return Passage(passage.shape, Told(roles=told.roles, held=((Role.LINKED_DATA, text),)))
    if not values:
        return passage
    given = dict(
        zip(example.marks, (value.decode("utf-8", "replace") for value in values), strict=True)
    )
    return Passage(
        passage.shape,
        Told(
            tuple([given.get(name, name) for name in told.anchors]),
            tuple([given.get(name, name) for name in told.ids]),
            tuple([Reference(given.get(url, url), word) for url, word in told.references]),
            told.roles,
        ),
    )
