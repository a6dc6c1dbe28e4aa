"""Front matter as most of it is: a key and a value on each line, read without a YAML parser.

The events of a parser cost 5 µs for each value, a line here costs one. Only forms are read about
which YAML leaves no doubt: keys of small letters; values on the same line that are plain words,
quoted without escapes, or a list of single words in brackets. Everything else is left to the
parser; a property test holds both to the same tree.
"""

import re

from aushang.content import yaml_tree
from aushang.content.yaml_scalars import resolved
from aushang.content.yaml_tree import Tree

_LINE = re.compile(r"([a-z_]+): (\[?)(\S.*)")
_ENTRY = re.compile(r"\w[\w-]*")
_ENTRIES = re.compile(r"\w[\w-]*(?:, \w[\w-]*)*\]")


def parse(text: str, path: str, first_line: int = 1) -> Tree:
    """The mapping that `text` holds, as `yaml_tree.parse` reads it."""
    return _simple(text, first_line) or yaml_tree.parse(text, path, first_line)


def _simple(text: str, first_line: int) -> Tree | None:
    """The tree of a text that holds simple lines and nothing else."""
    lines = text.removesuffix("\n").split("\n")
    # What does not print or is a reference may be forbidden (`source`) or a blank of another kind.
    if "&#" in text or not "".join(lines).isprintable():
        return None
    tree = Tree()
    for number, line in enumerate(lines, first_line):
        match = _LINE.fullmatch(line)
        if match is None or match[1] in tree.keys:
            return None
        key, bracket, written = match.groups()
        tree.keys[key] = number, 1
        tree.marks[key] = number, len(key) + 3
        value = _entries(tree, key, written, number) if bracket else _scalar(tree, key, written)
        if value is None:
            return None
        tree.values[key] = value
    return tree


def _entries(tree: Tree, key: str, written: str, line: int) -> list[object] | None:
    if not _ENTRIES.fullmatch(written):
        return None
    values: list[object] = []
    for index, match in enumerate(_ENTRY.finditer(written)):
        path = f"{key}.{index}"
        tree.marks[path] = line, len(key) + 4 + match.start()
        tree.written[path] = match[0]
        value = resolved(match[0])
        if value is None:
            return None
        values.append(value)
    return values


def _scalar(tree: Tree, key: str, written: str) -> object:
    quote = written[0]
    if quote in "'\"":
        inside = written[1:-1]
        if written[-1] != quote or len(written) == 1 or quote in inside or "\\" in inside:
            return None
        line, column = tree.marks[key]
        tree.starts[key] = line, column + 1
        tree.written[key] = inside
        return inside
    # A word that begins with a letter or a digit is no sign of YAML's; `: ` and ` #` end it.
    is_plain = quote.isalnum() and written[-1] not in " :" and ": " not in written
    if not is_plain or " #" in written:
        return None
    tree.written[key] = written
    return resolved(written)
