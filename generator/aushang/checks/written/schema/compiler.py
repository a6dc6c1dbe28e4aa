"""JSON Schemas as functions (2020-12): as much of the language as the schemas of our API speak.

Each schema becomes a closure, which judges a post's file in a hundredth of the time that a general
validator takes. What the compiler does not know it refuses, so that no promise is passed over.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import NoneType
from typing import Any, NamedTuple, TypeAlias

from aushang.checks.written.parts import sign_of
from aushang.checks.written.schema.formats import FORMATS


class Miss(NamedTuple):
    """A value that is not what was promised: not what is `wanted`, or an object that lacks keys.

    `path` are the keys and numbers that lead to it. `kin` is the same without what is a matter of
    the content: the numbers, and the keys that the schema does not name.
    """

    path: tuple[str, ...]
    kin: tuple[str, ...]
    value: object
    wanted: str = ""
    lacking: tuple[str, ...] = ()


Judge: TypeAlias = Callable[[object], Sequence[Miss]]
Schema: TypeAlias = Mapping[str, Any]
Definitions: TypeAlias = Mapping[str, Schema]

_FINE: Sequence[Miss] = ()
_ANY = "*"
_NO_CLASS: frozenset[type] = frozenset()
_REMEMBERED = 512
_SAID = frozenset({"title", "description", "examples"})
"""Keywords for people."""
_PLACE = "#/$defs/"


def compiled(schema: Schema) -> Judge:
    """What tells all the misses of a value, which was read from JSON.

    Raises ValueError for a schema that says more than is understood here.
    """
    bare = {key: value for key, value in schema.items() if key != "$defs"}
    return _judge(bare, schema.get("$defs", {}))


def _judge(schema: Schema, known: Definitions) -> Judge:
    said = {key: value for key, value in schema.items() if key not in _SAID}
    if said.keys() == {"$ref"}:
        return _judge(_definition(said["$ref"], known), known)
    if said.keys() == {"anyOf"}:
        return _one_of([_judge(one, known) for one in said["anyOf"]])
    kind = said.pop("type", None)
    make = _KINDS.get(kind) if isinstance(kind, str) else None
    if make is None:
        raise ValueError(f"no type that is known: {schema}")
    judge = make(said, known)
    if said:
        raise ValueError(f"keywords that are not known for “{kind}”: {', '.join(sorted(said))}")
    return judge


def _definition(reference: str, known: Definitions) -> Schema:
    name = reference.removeprefix(_PLACE)
    if name not in known:
        raise ValueError(f"a reference to another place than {_PLACE}…: {reference}")
    # Its own part may not lead to it again.
    return known[name]


def _one_of(judges: Sequence[Judge]) -> Judge:
    # What may be null often is, and needs nobody to tell.
    may_be_null = _is_null in judges
    others = [judge for judge in judges if judge is not _is_null]

    def judge(value: object) -> Sequence[Miss]:
        if value is None and may_be_null:
            return _FINE
        for one in others:
            if not one(value):
                return _FINE
        return _nearest(value, [one(value) for one in judges])

    return judge


def _nearest(value: object, misses: Sequence[Sequence[Miss]]) -> Sequence[Miss]:
    """What is wrong inside, where the value as a whole is one of those that may stand here."""
    for same in misses:
        if all(one.path or one.lacking for one in same):
            return same
    wanted = dict.fromkeys(one.wanted for same in misses for one in same if not one.path)
    return (Miss((), (), value, " or ".join(wanted)),)


def _object(said: dict[str, Any], known: Definitions) -> Judge:
    required = frozenset(said.pop("required", ()))
    properties = said.pop("properties", {})
    named = {name: (_judge(one, known), _at_sight(one, known)) for name, one in properties.items()}
    more = said.pop("additionalProperties", None)
    others = (_is_anything, _NO_CLASS) if more is None else (_judge(more, known), _NO_CLASS)

    def judge(value: object) -> Sequence[Miss]:
        if not isinstance(value, dict):
            return (Miss((), (), value, "an object"),)
        found: list[Miss] = []
        if not required <= value.keys():
            found.append(Miss((), (), value, lacking=tuple(sorted(required - value.keys()))))
        for name, member in value.items():
            one, fine = named.get(name, others)
            # Most members are texts without a format, or nothing where that may be.
            if member.__class__ in fine:
                continue
            misses = one(member)
            if misses:
                found += _under(name, name if name in named else _ANY, misses)
        return found

    return judge


def _array(said: dict[str, Any], known: Definitions) -> Judge:
    item = _judge(said.pop("items"), known) if "items" in said else _is_anything
    # The services and feeds of a post are those of hundreds.
    fine: set[bytes] = set()

    def judge(value: object) -> Sequence[Miss]:
        if not isinstance(value, list):
            return (Miss((), (), value, "a list"),)
        sign = sign_of(value) if value else None
        if not value or sign in fine:
            return _FINE
        found: list[Miss] = []
        for number, one in enumerate(value):
            misses = item(one)
            if misses:
                found += _under(str(number), _ANY, misses)
        if sign is not None and not found:
            if len(fine) >= _REMEMBERED:
                fine.clear()
            fine.add(sign)
        return found

    return judge


def _under(name: str, kin: str, misses: Iterable[Miss]) -> Iterable[Miss]:
    for one in misses:
        yield one._replace(path=(name, *one.path), kin=(kin, *one.kin))


def _string(said: dict[str, Any], _known: Definitions) -> Judge:
    words = said.pop("enum", None) or ([said.pop("const")] if "const" in said else [])
    if words:
        return _fitting(frozenset(words).__contains__, f"one of {', '.join(words)}")
    form, pattern = said.pop("format", None), said.pop("pattern", None)
    if form is not None and pattern is not None:
        raise ValueError(f"a format and a pattern at once: {form}, {pattern}")
    if pattern is not None:
        return _fitting(re.compile(pattern).search, f"a text such as {pattern}")
    if form is None:
        return _is_text
    if form not in FORMATS:
        raise ValueError(f"a format that is not known: {form}")
    return _fitting(*FORMATS[form])


def _fitting(is_so: Callable[[str], object], wanted: str) -> Judge:
    def judge(value: object) -> Sequence[Miss]:
        is_fine = isinstance(value, str) and is_so(value)
        return _FINE if is_fine else (Miss((), (), value, wanted),)

    return judge


def _is_anything(_value: object) -> Sequence[Miss]:
    return _FINE


def _is_text(value: object) -> Sequence[Miss]:
    return _FINE if isinstance(value, str) else (Miss((), (), value, "a text"),)


def _is_null(value: object) -> Sequence[Miss]:
    return _FINE if value is None else (Miss((), (), value, "null"),)


def _is_flag(value: object) -> Sequence[Miss]:
    return _FINE if isinstance(value, bool) else (Miss((), (), value, "true or false"),)


def _is_whole(value: object) -> Sequence[Miss]:
    # 1.0 is a whole number, too (JSON Schema, section 4.2.3); `True` is one to Python alone.
    is_fine = (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, float) and value.is_integer()
    )
    return _FINE if is_fine else (Miss((), (), value, "a whole number"),)


_AT_SIGHT: Mapping[str, type] = {"string": str, "null": NoneType, "boolean": bool, "integer": int}


def _at_sight(schema: Schema, known: Definitions) -> frozenset[type]:
    """The classes of which every value is fine, whatever it says."""
    if "$ref" in schema:
        return _at_sight(_definition(schema["$ref"], known), known)
    if "anyOf" in schema:
        return _NO_CLASS.union(*[_at_sight(one, known) for one in schema["anyOf"]])
    fine = _AT_SIGHT.get(str(schema.get("type")))
    says_more = not schema.keys().isdisjoint(("format", "pattern", "enum", "const"))
    return _NO_CLASS if fine is None or says_more else frozenset({fine})


_KINDS: Mapping[str, Callable[[dict[str, Any], Definitions], Judge]] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "null": lambda _said, _known: _is_null,
    "boolean": lambda _said, _known: _is_flag,
    "integer": lambda _said, _known: _is_whole,
}
