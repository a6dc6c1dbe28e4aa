"""What pydantic found becomes findings: the place in the file, the value, what would be right."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from aushang.content.quoting import quoted, short
from aushang.content.schema.forms import CUSTOM, MANY, ONE
from aushang.content.schema.german import did_you_mean, meant
from aushang.content.schema.instead import Instead
from aushang.content.schema.moments import Fault
from aushang.content.yaml_tree import Mark, Tree
from aushang.model import Diagnostic, Position

Place = tuple[str | int, ...]
"""Keys and indices from 0 that lead to a field: `("updates", 0, "at")`."""

_OTHER_SHAPES = ("tuple_type", "dict_type", "model_type")
"""One value where several are due, or the other way round, as pydantic calls it."""

_KEY = "[key]"
"""How pydantic marks an error in a key instead of in its value."""


def findings(
    error: ValidationError, model: type[BaseModel], tree: Tree, path: str
) -> Iterator[Diagnostic]:
    """One finding for each slip: a misspelt key is not missing as well, an empty one neither."""
    details = [(_place(detail["loc"], tree), detail) for detail in error.errors(include_url=False)]
    misspelt = {
        (place[:-1], meant(str(place[-1]), _keys_at(model, place[:-1])))
        for place, detail in details
        if detail["type"] == "extra_forbidden"
    }
    for place, detail in details:
        kind = detail["type"]
        if dotted(place) in tree.empty or (
            kind == "too_short" and _holds_some(detail, place, tree)
        ):
            continue  # reported where it was read, or by each of the entries
        if kind == "extra_forbidden":
            yield _unknown_key(place, model, tree, path)
        elif kind != "missing":
            fault = _fault(detail, tree.written.get(dotted(place)))
            if kind in _OTHER_SHAPES:
                fault = _in_its_shape(fault, detail, place, model, tree)
            yield finding(place, fault, tree, path)
        elif (place[:-1], place[-1]) not in misspelt:
            yield _missing_key(place, tree, path)


def _in_its_shape(
    fault: Fault, detail: ErrorDetails, place: Place, model: type[BaseModel], tree: Tree
) -> Fault:
    """The fault with the value as it is to be written, where a key knows that, or an example."""
    known: Mapping[str, Callable[[list[str]], Instead]] = getattr(model, "instead", {})
    apart = known.get(str(place[0])) if len(place) == 1 else None
    if apart:
        value, written = detail["input"], tree.written.get(dotted(place))
        texts = [str(one) for one in value] if isinstance(value, list) else [written or ""]
        expected, hint = apart(texts)
        return Fault(fault.code, f"is {_shown(value, written)}; expected {expected}", hint)
    entry = _part(model, place) if detail["type"] == "tuple_type" else None
    return replace(fault, hint=f"begin a list below it: `{_example(entry)}`") if entry else fault


def _holds_some(detail: ErrorDetails, place: Place, tree: Tree) -> bool:
    """Whether there are entries, were they all empty: those are left out before it is judged."""
    return bool(detail["input"]) or any(one.startswith(f"{dotted(place)}.") for one in tree.empty)


def _place(loc: Place, tree: Tree) -> Place:
    """Where an error stands in the file: without names of forms and made-up list entries."""
    place = tuple(part for part in loc if part not in {ONE, MANY})
    is_made_up = dotted(place) not in tree.marks and dotted(place[:-1]) in tree.written
    return place[:-1] if is_made_up and isinstance(place[-1], int) else place


def finding(place: Place, fault: Fault, tree: Tree, path: str) -> Diagnostic:
    """A fault in the value (or with `[key]` at the end, in the key) at `place`."""
    is_key = bool(place) and place[-1] == _KEY
    place = place[:-1] if is_key else place
    mark = (tree.keys if is_key else tree.marks).get(dotted(place))
    message = f"{named(place)} {fault.what}"
    where = Position(path, *(mark or _enclosing(place, tree)))
    return Diagnostic(code=fault.code, message=message, hint=fault.hint, location=where)


def dotted(place: Place) -> str:
    """`updates.0.at`, as marks are named."""
    return ".".join(str(part) for part in place if part != _KEY)


def named(place: Place) -> str:
    """A field in words: “`at` in entry 2 of `updates`”."""
    last = max((at for at, part in enumerate(place) if isinstance(part, int)), default=-1)
    inner = ".".join(str(part) for part in place[last + 1 :])
    if last == -1:
        return f"`{inner}`"
    entry = f"entry {int(place[last]) + 1} of {named(place[:last])}"
    return f"`{inner}` in {entry}" if inner else entry


def _enclosing(place: Place, tree: Tree) -> Mark:
    """The place of the nearest enclosing field that is known, else the file as a whole."""
    for length in range(len(place), 0, -1):
        mark = tree.marks.get(dotted(place[:length]))
        if mark:
            return mark
    return min(tree.keys.values(), default=(1, 0))[0], 0


def _unknown_key(place: Place, model: type[BaseModel], tree: Tree, path: str) -> Diagnostic:
    known = _keys_at(model, place[:-1])
    key = str(place[-1])
    message = f"the key `{short(key)}` is not known"
    if len(place) > 1:
        message += f" in {named(place[:-1])}"
    hint = did_you_mean(key, known) or f"allowed are {', '.join(known)}"
    where = Position(path, *tree.keys.get(dotted(place), (0, 0)))
    return Diagnostic(code="AU002", message=message, hint=hint, location=where)


def _missing_key(place: Place, tree: Tree, path: str) -> Diagnostic:
    key = str(place[-1])
    message = f"`{key}` is missing"
    if len(place) > 1:
        message += f" in {named(place[:-1])}"
    hint = f"add a line `{key}: …`"
    # The message stands where the key would: at the mapping that lacks it.
    where = Position(path, *_enclosing(place[:-1], tree))
    return Diagnostic(code="AU003", message=message, hint=hint, location=where)


def _keys_at(model: type[BaseModel], place: Place) -> tuple[str, ...]:
    for part in place:
        model = _part(model, (part,)) or model
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _part(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """What the group at `place` holds, or each group of the list there; None without any."""
    found = None
    for part in place:
        parts: Mapping[str, type[BaseModel]] = getattr(model, "parts", {})
        found = parts.get(str(part))
        model = found or model
    return found


def _example(entry: type[BaseModel]) -> str:
    """An entry with the keys that must be there."""
    fields = entry.model_fields.items()
    must = [field.alias or name for name, field in fields if field.is_required()]
    return f"- {{{', '.join(f'{key}: …' for key in must)}}}"


def _fault(detail: ErrorDetails, written: str | None) -> Fault:
    context: Mapping[str, Any] = detail.get("ctx", {})
    kind = detail["type"]
    if kind == CUSTOM:
        return Fault(context["code"], context["what"], context["hint"])
    if kind == "enum":
        return _not_allowed(written or str(detail["input"]), context["expected"])
    if kind in {"too_short", "string_pattern_mismatch"}:
        return Fault("AU004", "is empty", "write a value, or remove the line")
    form = _FORMS.get(kind)
    if form:
        return form(detail["input"], written)
    return Fault("AU001", f"is “{short(str(detail['input']))}”: {detail['msg']}")


def _not_allowed(value: str, expected: str) -> Fault:
    """Pydantic lists the allowed values as a sentence of quoted words."""
    allowed = re.findall(r"'([^']*)'", expected)
    what = f"is “{short(value)}”; allowed are {', '.join(allowed)}"
    return Fault("AU001", what, did_you_mean(value, allowed))


def _not_a_text(value: object, written: str | None) -> Fault:
    if isinstance(value, bool | int | float) and written is not None:
        hint = f"put it in quotes: `{quoted(written)}`"
        return Fault("AU001", f"is “{short(written)}” without quotes; expected a text", hint)
    return Fault("AU001", f"is {_shown(value)}; expected a text", "write one text")


def _not_a_list(value: object, written: str | None) -> Fault:
    hint = f"write `[{short(written)}]`" if written else "write a list: `[one, two]`"
    return Fault("AU001", f"is {_shown(value, written)}; expected a list", hint)


def _not_a_mapping(value: object, written: str | None) -> Fault:
    what = f"is {_shown(value, written)}; expected keys with values"
    return Fault("AU001", what, "write `key: value` below it")


def _not_a_flag(value: object, written: str | None) -> Fault:
    meant = _FLAGS.get(str(written).lower(), "")
    hint = f"did you mean “{meant}”?" if meant else ""
    return Fault("AU001", f"is {_shown(value, written)}; allowed are true, false", hint)


def _not_a_number(value: object, written: str | None) -> Fault:
    hint = "write it without quotes" if isinstance(value, str) and value.isdecimal() else ""
    what = f"is {_shown(value, written)}; expected a whole number such as 10"
    return Fault("AU001", what, hint)


def _too_long(_value: object, _written: str | None) -> Fault:
    return Fault("AU001", "has several entries; expected one", "begin a list entry for each")


def _shown(value: object, written: str | None = None) -> str:
    """A value in a message: quoted as it was written, or what kind of thing it is."""
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    return f"“{short(str(value) if written is None else written)}”"


_FLAGS = {
    **dict.fromkeys(("yes", "on", "ja", "1", "true"), "true"),
    **dict.fromkeys(("no", "off", "nein", "0", "false"), "false"),
}

_FORMS: Mapping[str, Callable[[object, str | None], Fault]] = {
    "string_type": _not_a_text,
    "tuple_type": _not_a_list,
    "dict_type": _not_a_mapping,
    "model_type": _not_a_mapping,
    "bool_type": _not_a_flag,
    "int_type": _not_a_number,
    "too_long": _too_long,
}
