"""A name that stands twice in one list counts once, and is found where it stands again (AU037)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from aushang.content.quoting import short
from aushang.content.yaml_tree import Tree
from aushang.model import Diagnostic, Edit, Position, Severity

_Value = TypeVar("_Value")


def without_repeats(
    tree: Tree, path: str, text: str = "", first_line: int = 1
) -> Iterator[Diagnostic]:
    """Take what stands again out of each list of names in `tree`, with its places.

    `text` is the YAML that `tree` was read from, `first_line` the line of the file at which it
    begins; with them a finding says how it is mended.
    """
    for key, values in tree.values.items():
        if not isinstance(values, list) or len(values) == len(set(map(_name, values))):
            continue
        lines = text.split("\n")
        first: dict[str, int] = {}
        kept: list[int] = []
        for number, value in enumerate(values):
            name = _name(value)
            if not name or first.setdefault(name, number) == number:
                kept.append(number)
                continue
            position = Position(path, *tree.marks[f"{key}.{number}"])
            yield Diagnostic(
                code="AU037",
                severity=Severity.WARNING,
                message=(
                    f"entry {number + 1} of `{key}` is “{short(name)}”, "
                    f"as is entry {first[name] + 1}"
                ),
                hint="remove one of the two; it counts once",
                location=position,
                edit=_removal(lines, position, first_line, name) if text else None,
            )
        tree.values[key] = [values[number] for number in kept]
        _renumber(tree, key, kept)


def _name(value: object) -> str:
    """A text as it is compared; empty for what is no name."""
    return value.strip() if isinstance(value, str) else ""


def _removal(lines: Sequence[str], entry: Position, first_line: int, name: str) -> Edit | None:
    """The entry with the comma before it, or with its line; None where it stands in another way."""
    number = entry.line - first_line
    line = lines[number]
    before, behind = line[: entry.column - 1], line[entry.column - 1 :]
    written = re.match(r"""[\w/.:-]+|"[^"\\]*"|'[^']*'""", behind)
    # What goes on in the next line would stay there without its beginning.
    if written is None or written[0].strip("\"' ") != name:
        return None
    rest = behind[written.end() :]
    comma = re.search(r"\s*,\s*$", before)
    if comma and re.match(r"\s*[,\]]", rest):
        place = Position(entry.path, entry.line, comma.start() + 1)
        return Edit(place, before[comma.start() :] + written[0], "")
    if number and not rest.strip() and re.fullmatch(r"\s*-\s+", before):
        above = Position(entry.path, entry.line - 1, len(lines[number - 1]) + 1)
        return Edit(above, f"\n{line}", "")
    return None


def _renumber(tree: Tree, key: str, kept: Sequence[int]) -> None:
    """The entries behind one that went take its place, in all that is known of them by path."""
    now = {str(old): str(new) for new, old in enumerate(kept)}

    def moved(path: str) -> str | None:
        parts = path.split(".")
        if parts[0] != key or len(parts) == 1:
            return path
        place = now.get(parts[1])
        return None if place is None else ".".join([key, place, *parts[2:]])

    def all_moved(known: Mapping[str, _Value]) -> dict[str, _Value]:
        places = ((moved(path), value) for path, value in known.items())
        return {path: value for path, value in places if path is not None}

    tree.marks = all_moved(tree.marks)
    tree.keys = all_moved(tree.keys)
    tree.starts = all_moved(tree.starts)
    tree.folds = all_moved(tree.folds)
    tree.written = all_moved(tree.written)
    tree.empty = {place for path in tree.empty if (place := moved(path)) is not None}
