"""YAML becomes plain values, each with its line and column.

Only what staff need is read: mappings, lists, texts, whole numbers, `true` and `false`, by the core
rules of YAML 1.2 (§ 10.3), so a time stays the text that was written and `no` is a word. Anchors,
aliases and tags are refused: in a post they are always a text that lacks its quotes, and without
them no small file can grow large. Nothing here raises for what a text holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from aushang.content.folding import folds
from aushang.content.markdown.renderer import Fold
from aushang.content.quoting import quoted, short
from aushang.content.source import described, first_forbidden, without_forbidden
from aushang.content.yaml_advice import Advice, syntax_advice, without_space
from aushang.content.yaml_scalars import resolved
from aushang.model import Diagnostic, Position

DEEPEST = 12
"""How deep lists and mappings may stand in each other; the schema needs four levels."""

Mark = tuple[int, int]

_LOST = re.compile(r"\s+(#[^\s#].*)")
_WHOLE = re.compile(r"([0-9.]+),$")


@dataclass(slots=True)
class Tree:
    """What a YAML text says. Fields are named by their path: `title`, `services.0`, `updates.1.at`.

    `marks` and `keys` hold the places of values and of their keys, `starts` the place of a text's
    first character where that is not the value's (behind a quote, in the line after `|`), `folds`
    the pieces of texts that stand in several lines and mean one, `written` each scalar as it stands
    in the file, `empty` the fields that were left without a value.
    """

    values: dict[str, object] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)
    starts: dict[str, Mark] = field(default_factory=dict)
    folds: dict[str, tuple[Fold, ...]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    is_whole: bool = True


def parse(text: str, path: str, first_line: int = 1) -> Tree:
    """The mapping that `text` holds and every fault in it (AU004 to AU007, AU011, AU027).

    `first_line` is the line of the file at which `text` begins. After a fault of syntax
    `is_whole` is false and the values are those up to there.
    """
    tree = Tree()
    builder = _Builder(text, path, first_line, tree)
    try:
        builder.document()
    except _RefusedError as refused:
        tree.is_whole = False
        tree.diagnostics.append(builder.finding(refused.code, refused.advice))
    except yaml.YAMLError as fault:
        tree.is_whole = False
        tree.diagnostics.append(builder.finding("AU005", syntax_advice(fault, builder.lines)))
    return tree


class _RefusedError(Exception):
    """Reading ends here; never leaves this module."""

    def __init__(self, code: str, advice: Advice) -> None:
        super().__init__(advice.message)
        self.code = code
        self.advice = advice


class _Builder:
    """Follows the parser's events, so that reading ends at the first thing that is refused."""

    def __init__(self, text: str, path: str, first_line: int, tree: Tree) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.offset = first_line
        self.tree = tree
        # What `yaml.parse` does, without two calls of Python for each event.
        self.events: Iterator[yaml.Event] = iter(yaml.CBaseLoader(text).get_event, None)

    def finding(self, code: str, advice: Advice) -> Diagnostic:
        place = Position(self.path, advice.line + self.offset, advice.column + 1)
        return Diagnostic(code=code, message=advice.message, hint=advice.hint, location=place)

    def document(self) -> None:
        """The one mapping of the text; an empty text is an empty mapping."""
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return
        root = next(self.events)
        if isinstance(root, yaml.MappingStartEvent) and root.anchor is None and root.tag is None:
            self.tree.values = self._mapping("", 1)
        elif not (isinstance(root, yaml.ScalarEvent) and root.value == "" and root.tag is None):
            line, column = _place(root)
            raise _RefusedError("AU005", self._not_a_mapping(line, column))
        next(self.events)
        rest = next(self.events)
        if isinstance(rest, yaml.DocumentStartEvent):
            message = "a second document begins here; the file holds one"
            raise _RefusedError("AU007", Advice(*_place(rest), message, "remove the line `---`"))

    def _not_a_mapping(self, line: int, column: int) -> Advice:
        written = self._line(line).strip()
        message = f"“{short(written)}” is not of the form `key: value`"
        hint = "write `key: value`, with a space after the colon"
        return without_space(written, line) or Advice(line, column, message, hint)

    def _node(self, event: yaml.Event, path: str, depth: int) -> object:
        self.tree.marks[path] = self._mark(event)
        self._refuse_references(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if depth >= DEEPEST:
            message = f"values stand more than {DEEPEST} levels deep in each other"
            hint = "write it flat; brackets that are meant as text need quotes"
            raise _RefusedError("AU007", Advice(*_place(event), message, hint))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth + 1)
        return self._sequence(path, depth + 1)

    def _refuse_references(self, event: yaml.Event) -> None:
        """`*wichtig`, `&Co` and `!neu` at the start of a value: YAML would drop or replace them."""
        # The end of a mapping has neither; an alias has its anchor always.
        if getattr(event, "anchor", None) is None and getattr(event, "tag", None) is None:
            return
        line, column = _place(event)
        sign = self._line(line)[column : column + 1]
        message = f"“{sign}” at the start of a value has a meaning of its own in YAML"
        hint = f"quote the value: `{quoted(self._line(line)[column:].rstrip())}`"
        raise _RefusedError("AU007", Advice(line, column, message, hint))

    def _mapping(self, path: str, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._refuse_references(event)
            if not isinstance(event, yaml.ScalarEvent):
                message = "a key is one word, not a list or a mapping"
                hint = "quote the value if brackets or a question mark are meant as text"
                raise _RefusedError("AU007", Advice(*_place(event), message, hint))
            key = event.value
            below = f"{path}.{key}" if path else key
            if key in values or below in self.tree.empty:
                self._repeated(event, below, depth)
                continue
            self.tree.keys[below] = self._mark(event)
            value = self._node(next(self.events), below, depth)
            if value is not None:
                values[key] = value
        return values

    def _repeated(self, event: yaml.ScalarEvent, path: str, depth: int) -> None:
        first = self.tree.keys[path][0]
        code, hint = "AU006", "remove one of the two"
        message = f"`{event.value}` stands here for the second time; the first is in line {first}"
        cut = self._cut_number(event.value, self._mark(event))
        if cut:
            code, (message, hint) = "AU004", cut
        self.tree.diagnostics.append(self.finding(code, Advice(*_place(event), message, hint)))
        # The second value is read past, into a tree that nobody looks at.
        kept, self.tree = self.tree, Tree(keys={path: self._mark(event)})
        self._node(next(self.events), path, depth)
        self.tree = kept

    def _sequence(self, path: str, depth: int) -> list[object]:
        values: list[object] = []
        for index, event in enumerate(self.events):
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value = self._node(event, f"{path}.{index}", depth)
            # An empty entry keeps its place, so that the entries after it keep their marks.
            values.append("" if value is None else value)
        return values

    def _scalar(self, event: yaml.ScalarEvent, path: str) -> object:
        text = event.value
        self.tree.written[path] = text
        forbidden = first_forbidden(text)
        if forbidden:
            message = f"the character {described(forbidden)} cannot be published"
            hint = "delete the escape that stands for it"
            advice = Advice(*_place(event), message, hint)
            self.tree.diagnostics.append(self.finding("AU011", advice))
        if event.style:
            self.tree.starts[path] = self._start(event)
        self._fold(event, path)
        if event.style:
            return without_forbidden(text) if forbidden else text
        self._look_behind(event)
        value = resolved(text)
        if value is None:
            self._left_empty(path)
        return value

    def _fold(self, event: yaml.ScalarEvent, path: str) -> None:
        """Note where the pieces are of a text that is folded from several lines."""
        end = event.end_mark
        if event.style == "|" or end is None or end.line == _place(event)[0]:
            return
        line, column = self.tree.starts.get(path) or self.tree.marks[path]
        first = line - self.offset
        self.tree.folds[path] = tuple(
            Fold(fold.offset, fold.line - first, fold.column)
            for fold in folds(event.value, self.lines, first, column - 1)
        )

    def _look_behind(self, event: yaml.ScalarEvent) -> None:
        """`Kurs #1`: YAML takes “#1” for a comment. A comment that is meant has a blank after #."""
        mark = event.end_mark
        line = self._line(mark.line) if mark else ""
        lost = _LOST.match(line, mark.column) if mark and "#" in line else None
        if not mark or not lost:
            return
        message = f"“{short(lost[1])}” is not read, because “ #” begins a comment"
        start = line[_place(event)[1] :] if event.value else lost[1]
        hint = f"quote the value: `{quoted(start.rstrip())}`; a comment has a blank after “#”"
        advice = Advice(mark.line, lost.start(1), message, hint)
        self.tree.diagnostics.append(self.finding("AU027", advice))

    def _left_empty(self, path: str) -> None:
        self.tree.empty.add(path)
        parent, _, name = path.rpartition(".")
        is_entry = path not in self.tree.keys
        message = (
            f"entry {int(name) + 1} of `{parent}` is empty" if is_entry else f"`{name}` is empty"
        )
        line, column = self.tree.marks[path] if is_entry else self.tree.keys[path]
        hint = "write a value, or remove the line"
        cut = None if is_entry else self._cut_number(name, (line, column))
        advice = Advice(line - self.offset, column - 1, *(cut or (message, hint)))
        self.tree.diagnostics.append(self.finding("AU004", advice))

    def _cut_number(self, key: str, mark: Mark) -> tuple[str, str] | None:
        """Message and hint for `{old: 39,90}`, where a comma ends the value; else None."""
        line, column = mark
        whole = _WHOLE.search(self._line(line - self.offset)[: column - 1])
        if not whole or not key.isdecimal():
            return None
        message = f"“{whole[1]},{key}” is no number: within braces a comma begins the next key"
        return message, f"write {whole[1].replace('.', '')}.{key}"

    def _start(self, event: yaml.ScalarEvent) -> Mark:
        """Where the first character of a quoted or block text stands."""
        line, column = self._mark(event)
        if event.style not in {"|", ">"}:
            return line, column + 1
        first = next((part for part in event.value.split("\n") if part.strip()), "")
        below = self.lines[line - self.offset + 1 :]
        shown = next((part for part in below if part.strip()), "")
        # A folded text joins lines, so only the start of `first` is in the file.
        indent = len(shown) - len(shown.lstrip(" ")) if event.style == ">" else shown.find(first)
        return line + 1, max(indent, 0) + 1

    def _line(self, number: int) -> str:
        """A line from 0; the parser may count one more than there are."""
        return self.lines[number] if number < len(self.lines) else ""

    def _mark(self, event: yaml.Event) -> Mark:
        line, column = _place(event)
        return line + self.offset, column + 1


def _place(event: yaml.Event) -> Mark:
    """Line and column of an event, both from 0."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
