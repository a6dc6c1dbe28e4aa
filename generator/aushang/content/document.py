"""One file: bytes in, checked fields and Markdown out. Pure, so files can be read side by side."""

from dataclasses import dataclass, field, replace
from dataclasses import fields as dataclass_fields
from operator import attrgetter
from typing import Any

from pydantic import BaseModel, ValidationError

from aushang.content.entries import Entry, Role
from aushang.content.front_matter import Parts, split
from aushang.content.markdown.renderer import Markup
from aushang.content.repeated import without_repeats
from aushang.content.schema.documents import MODELS
from aushang.content.schema.faults import finding, findings
from aushang.content.schema.rules import broken_rules
from aushang.content.source import decode
from aushang.content.yaml_lines import parse
from aushang.content.yaml_tree import Tree
from aushang.model import Diagnostic, Position, Severity, Site, Source

ABOUT = frozenset({Role.SERVICE_TEXT, Role.LOCATION_TEXT})
"""Texts without front matter: what they belong to stands in the data file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text or data file.

    `fields` are None where the file is broken, and for texts without front matter. `tree` is the
    YAML with its places, `body` the Markdown below it. With `links_from_root` the addresses under
    `links` begin at the content folder, else beside the file.
    """

    entry: Entry
    fields: BaseModel | None = None
    tree: Tree = field(default_factory=Tree)
    body: Markup | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    links_from_root: bool = False

    @property
    def source(self) -> Source:
        """The file and the places of its fields, as the model keeps them."""
        return Source(self.entry.path, self.tree.marks)

    @property
    def is_whole(self) -> bool:
        """Whether it can be part of the publication."""
        return self.fields is not None or (self.entry.role in ABOUT and self.body is not None)

    def __reduce__(self) -> tuple[object, ...]:
        """By its fields in turn: workers send it at 12 µs, where dataclasses cost 30."""
        body = self.body and _OF_BODY(self.body)
        rest = (self.fields, self.diagnostics, self.links_from_root)
        return _unpacked, (self.entry, _OF_TREE(self.tree), body, *rest)


_OF_BODY = attrgetter(*(one.name for one in dataclass_fields(Markup)))
_OF_TREE = attrgetter(*(one.name for one in dataclass_fields(Tree)))


def _unpacked(
    entry: Entry, tree: tuple[Any, ...], body: tuple[Any, ...] | None, *rest: Any
) -> Document:
    fields, diagnostics, links_from_root = rest
    return Document(
        entry=entry,
        fields=fields,
        tree=Tree(*tree),
        body=Markup(*body) if body else None,
        diagnostics=diagnostics,
        links_from_root=links_from_root,
    )


def read_document(data: bytes, entry: Entry, site: Site) -> Document:
    """`data` as a file of the kind `entry`, with every fault that it has (AU001 to AU012, AU020 …).

    Faults of a draft are warnings: it may be unfinished.
    """
    text, faults = decode(data, entry.path)
    if text is None:
        return Document(entry=entry, diagnostics=faults)
    if entry.role in ABOUT:
        return _about(text, entry)
    if entry.inside.endswith(".yml"):
        return _checked(parse(text, entry.path), entry, site, yaml=text)
    parts = split(text, entry.path)
    if isinstance(parts, Diagnostic):
        return Document(entry=entry, diagnostics=(parts,))
    tree = parse(parts.yaml, entry.path, first_line=2)
    return _checked(tree, entry, site, yaml=parts.yaml, parts=parts)


def _about(text: str, entry: Entry) -> Document:
    if not text.strip():
        found = split(text, entry.path)
        return Document(entry=entry, diagnostics=(found,) if isinstance(found, Diagnostic) else ())
    if text.split("\n", 1)[0].rstrip() == "---":
        data = entry.inside.replace(entry.inside.rpartition("/")[2], f"{entry.name}.yml")
        fault = Diagnostic(
            code="AU008",
            message="this text takes no front matter",
            hint=f"move the keys to {data}, and begin with the text",
            location=Position(entry.path, 1, 1),
        )
        return Document(entry=entry, diagnostics=(fault,))
    return Document(entry=entry, body=Markup(text, entry.path, language=entry.language))


def schema_name(entry: Entry) -> str:
    """The name of the schema that the file has to meet."""
    return f"{entry.role}-translation" if entry.is_translation else str(entry.role)


def _checked(
    tree: Tree, entry: Entry, site: Site, *, yaml: str, parts: Parts | None = None
) -> Document:
    model, _title = MODELS[schema_name(entry)]
    found = list(tree.diagnostics)
    found += without_repeats(tree, entry.path, yaml, first_line=2 if parts else 1)
    fields = None
    if tree.is_whole:
        try:
            fields = model.model_validate(tree.values, context=site)
        except ValidationError as error:
            found += findings(error, model, tree, entry.path)
        rules = tuple(broken_rules(model, tree.values, site.zone))
        found += (finding(place, fault, tree, entry.path) for place, fault in rules)
    if any(one.is_error for one in found):
        fields = None
    found += _guesses(tree, entry)
    if tree.values.get("draft") is True:
        found = [replace(one, severity=Severity.WARNING) for one in found]
    body = _body(parts, entry, getattr(fields, "title", "")) if parts else None
    return Document(entry=entry, fields=fields, tree=tree, body=body, diagnostics=tuple(found))


def _body(parts: Parts, entry: Entry, title: str) -> Markup:
    return Markup(
        parts.body,
        entry.path,
        first_line=parts.body_line,
        title=title,
        language=entry.language,
    )


def _guesses(tree: Tree, entry: Entry) -> list[Diagnostic]:
    """What an import guessed stays a warning until somebody has looked."""
    guessed = tree.values.get("guessed")
    if not isinstance(guessed, list) or not guessed:
        return []
    names = ", ".join(f"`{key}`" for key in guessed)
    warning = Diagnostic(
        code="AU026",
        message=f"an import guessed {names}",
        hint="look whether it is right, then remove the line `guessed`",
        severity=Severity.WARNING,
        location=Position(entry.path, *tree.marks.get("guessed", (0, 0))),
    )
    return [warning]
