"""What of a published schema a newer one no longer promises: why an app would break.

The judge of whole schemas is `jsoncompat`. It does not look at forms and patterns, at the words of
open lists, nor at what a schema is called; this does, and says in a sentence what was lost.
"""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]


def broken(old: dict[str, Schema], new: dict[str, Schema]) -> list[str]:
    """Every promise of all the schemas `old`, by name, that `new` does not keep."""
    found = [f"{name} is gone" for name in old if name not in new]
    for name, was in old.items():
        if name in new:
            found += _Pair(was, new[name]).lost(was, new[name], name, ())
    return found


class _Pair:
    """Two schemas whose definitions are looked up while both are walked."""

    def __init__(self, old: Schema, new: Schema) -> None:
        self._old, self._new = old.get("$defs", {}), new.get("$defs", {})

    def lost(self, old: Schema, new: Schema, path: str, seen: tuple[str, ...]) -> Iterator[str]:
        """What `new` no longer promises of the value at `path`; `seen` are the names around it."""
        olds, news = _kinds(old, self._old), _kinds(new, self._new)
        yield from (f"{path} may now be of type {kind}" for kind in news if kind not in olds)
        name = old.get("$ref", "")
        if name in seen:
            return
        around = (*seen, name) if name else seen
        for kind in olds.keys() & news.keys():
            yield from self._of_kind(olds[kind], news[kind], path, around)

    def _of_kind(self, old: Schema, new: Schema, path: str, seen: tuple[str, ...]) -> Iterator[str]:
        for key in ("format", "pattern", "const"):
            if key in old and old[key] != new.get(key):
                yield f"{path} no longer has the {key} {old[key]}"
        if "enum" in old and not set(new.get("enum", ())) <= set(old["enum"]):
            yield f"{path} may now be more than {', '.join(old['enum'])}"
        if "enum" in old and "enum" not in new:
            yield f"{path} is no longer a closed list"
        gone = [word for word in old.get("examples", ()) if word not in new.get("examples", ())]
        if gone:
            yield f"{path} no longer knows {', '.join(gone)}"
        yield from self._of_object(old, new, path, seen)
        for key, name in (("items", "[]"), ("additionalProperties", "{}")):
            if isinstance(old.get(key), dict):
                inner = new.get(key)
                if isinstance(inner, dict):
                    yield from self.lost(old[key], inner, path + name, seen)
                else:
                    yield f"{path}{name} may now be anything"

    def _of_object(
        self, old: Schema, new: Schema, path: str, seen: tuple[str, ...]
    ) -> Iterator[str]:
        fields = new.get("properties", {})
        for key, field in old.get("properties", {}).items():
            if key not in fields:
                yield f"{path}.{key} is gone"
                continue
            if key in old.get("required", ()) and key not in new.get("required", ()):
                yield f"{path}.{key} may now be missing"
            yield from self.lost(field, fields[key], f"{path}.{key}", seen)


def _kinds(schema: Schema, known: dict[str, Schema]) -> dict[str, Schema]:
    """What a value may be, by the name of the type; `any` where nothing is said."""
    if "$ref" in schema:
        return _kinds(known[schema["$ref"].removeprefix("#/$defs/")], known)
    if "anyOf" in schema:
        return {kind: one for part in schema["anyOf"] for kind, one in _kinds(part, known).items()}
    kinds = schema.get("type", "any")
    return dict.fromkeys([kinds] if isinstance(kinds, str) else kinds, schema)
