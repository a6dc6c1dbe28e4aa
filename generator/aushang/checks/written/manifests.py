"""What a web app manifest refers to: pages and pictures (W3C Web Application Manifest, 1)."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic_core import from_json

from aushang.checks.written.facts import Facts, Reference

_MEDIA_TYPE = "application/manifest+json"
_HOLDERS = ("icons", "screenshots", "shortcuts")


def is_manifest(media_type: str) -> bool:
    """Whether a file of this media type is a manifest."""
    return media_type.partition(";")[0].strip().lower() == _MEDIA_TYPE


def manifest_references(data: bytes) -> tuple[Reference, ...]:
    """The addresses of a manifest, as seen from its own; nothing where it is none."""
    try:
        content = from_json(data, allow_inf_nan=False)
    except ValueError:
        return ()
    return tuple(dict.fromkeys(_references(content)))


def with_manifest(facts: Facts, data: bytes) -> Facts:
    """The facts of a JSON file that is a manifest as well."""
    found = dict.fromkeys((*facts.references, *manifest_references(data)))
    return replace(facts, references=tuple(found))


def _references(content: object) -> Iterator[Reference]:
    if not isinstance(content, dict):
        return
    for key in ("start_url", "url", "src"):
        value = content.get(key)
        if isinstance(value, str) and value:
            yield Reference(value, key)
    for holder in _HOLDERS:
        inner = content.get(holder)
        for one in inner if isinstance(inner, list) else ():
            yield from _references(one)
