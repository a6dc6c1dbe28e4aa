"""What JSON-LD in a page refers to: the values of the keys that name pages, pictures and files.

`@id`, `@context` and `@type` are names and no links: nobody has to answer there (JSON-LD 1.1, 1.4).
"""

from collections.abc import Iterator

from pydantic_core import from_json

from aushang.checks.written.facts import Reference

# Of schema.org, each by what it says: pages, pictures, sounds, films, files.
_KEYS = frozenset(
    {"url", "image", "logo", "photo", "contentUrl", "embedUrl", "thumbnailUrl", "downloadUrl"}
    | {"installUrl", "sameAs", "mainEntityOfPage", "item", "hasMap", "menu", "license"}
)
WORD = "JSON-LD"
_BEGINNINGS = ("https://", "http://", "/", "HTTPS://", "HTTP://")


def linked_data_references(text: str) -> Iterator[Reference]:
    """The addresses in one block of JSON-LD; nothing where it is no JSON."""
    try:
        waiting: list[object] = [from_json(text, allow_inf_nan=False)]
    except ValueError:
        return
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, list):
            waiting += reversed(holder)
        elif isinstance(holder, dict):
            for key, value in holder.items():
                values = value if isinstance(value, list) else [value]
                if key in _KEYS:
                    yield from (
                        Reference(one, WORD)
                        for one in values
                        if isinstance(one, str) and one.startswith(_BEGINNINGS)
                    )
                waiting += (one for one in values if isinstance(one, dict | list))
