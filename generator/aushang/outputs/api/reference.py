"""The definitions of the API in the form in which people read them: files, objects, fields.

They come out of the published schemas, like the description for programs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aushang.outputs.api.paths import ADDRESSES, Parameter, site_path
from aushang.outputs.api.schemas import schemas

Json = Mapping[str, Any]

# Docstrings of documents begin with the path, which stands above them here.
_PATH = re.compile(r"^`[^`]*`(?: and so on)?(?:: |, )")
_ENVELOPE = ("api_version", "revision", "generated_from")


@dataclass(frozen=True, slots=True)
class Type:
    """What a value is: `words` such as “list of”, and the object that it is made of, or none."""

    words: str
    thing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of an object. `known` are the words of an open list."""

    name: str
    type: Type
    meaning: str
    is_optional: bool
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """An object: its name, what it is, and its fields in the order in which they are written."""

    name: str
    meaning: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Files of one kind. `path` is below the site's root, with parameters in braces.

    `fields` are those beside the envelope; `things` the objects that only this kind is made of, or
    that it is the first of all to need.
    """

    path: str
    schema: str
    meaning: str
    parameters: tuple[Parameter, ...]
    has_envelope: bool
    fields: tuple[Field, ...]
    things: tuple[Thing, ...]


def envelope() -> tuple[Field, ...]:
    """What every file has around its data."""
    return tuple(field for field in _fields(schemas()["index"]) if field.name in _ENVELOPE)


def described() -> Iterator[Described]:
    """Every kind of file, in the order of the table; each object once, where it first stands."""
    told: set[str] = {"Origin"}
    for address in ADDRESSES:
        whole = schemas().get(address.schema, {})
        parts: Json = whole.get("$defs", {})
        has_envelope = "revision" in whole.get("properties", {})
        fields = [
            field for field in _fields(whole) if not has_envelope or field.name not in _ENVELOPE
        ]
        things = tuple(_things(fields, parts, told))
        yield Described(
            path=site_path(address),
            schema=address.schema,
            meaning=address.says or _beginning(_PATH.sub("", _meaning(whole))),
            parameters=address.parameters,
            has_envelope=has_envelope,
            fields=tuple(fields),
            things=things,
        )


def origin() -> Thing:
    """The one object of the envelope."""
    return _thing("Origin", schemas()["index"]["$defs"])


def _things(fields: Iterable[Field], parts: Json, told: set[str]) -> Iterator[Thing]:
    """The objects behind the fields and behind their fields, but for those that are `told`."""
    for field in fields:
        name = field.type.thing
        if name and name not in told:
            told.add(name)
            thing = _thing(name, parts)
            yield thing
            yield from _things(thing.fields, parts, told)


def _thing(name: str, parts: Json) -> Thing:
    return Thing(name, _meaning(parts[name]), tuple(_fields(parts[name])))


def _fields(whole: Json) -> Iterator[Field]:
    required = whole.get("required", ())
    for name, schema in whole.get("properties", {}).items():
        yield Field(
            name=name,
            type=_type(schema),
            meaning=" ".join(_meanings(schema)),
            is_optional=name not in required,
            known=tuple(_known(schema)),
        )


def _type(schema: Json) -> Type:
    if "$ref" in schema:
        return Type("", schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        (some,) = (_type(one) for one in schema["anyOf"] if one.get("type") != "null")
        return Type(f"null or {some.words}".strip(), some.thing)
    if schema.get("type") == "array":
        inner = _type(schema["items"])
        return Type(f"list of {inner.words}".strip(), inner.thing)
    if isinstance(schema.get("additionalProperties"), dict):
        inner = _type(schema["additionalProperties"])
        return Type(f"map to {inner.words}".strip(), inner.thing)
    return Type(_NAMES[schema.get("format") or schema["type"]])


_NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "uri": "address",
    "date-time": "time",
    "date": "day",
}


def _meanings(schema: Json) -> Iterator[str]:
    """What is said of the value, and behind it of the values that it may be or is made of."""
    inner = [*schema.get("anyOf", ())]
    inner += [schema[key] for key in ("items", "additionalProperties") if _is_object(schema, key)]
    said = dict.fromkeys([_meaning(schema), *(text for one in inner for text in _meanings(one))])
    yield from (text for text in said if text)


def _known(schema: Json) -> Iterator[str]:
    yield from schema.get("examples", ())
    for one in schema.get("anyOf", ()):
        yield from _known(one)
    if _is_object(schema, "items"):
        yield from _known(schema["items"])


def _is_object(schema: Json, key: str) -> bool:
    return isinstance(schema.get(key), dict)


def _beginning(said: str) -> str:
    return said[:1].upper() + said[1:]


def _meaning(schema: Json) -> str:
    return str(schema.get("description", ""))
