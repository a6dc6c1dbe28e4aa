"""What JSON-LD in a page refers to: the values of the keys that name pages, pictures and files.

`@id`, `@context` and `@type` are names and no links: nobody has to answer there (JSON-LD 1.1, 1.4).
"""

from collections.abc import Sequence
from functools import lru_cache

from pydantic_core import from_json

from aushang.checks.written.facts import Reference

# Of schema.org, each by what it says: pages, pictures, sounds, films, files.
_KEYS = frozenset(
    {"url", "image", "logo", "photo", "contentUrl", "embedUrl", "thumbnailUrl", "downloadUrl"}
    | {"installUrl", "sameAs", "mainEntityOfPage", "item", "hasMap", "menu", "license"}
)
WORD = "JSON-LD"
_MEDIA_TYPE = "application/ld+json"
_BEGINNINGS = ("https://", "http://", "/", "HTTPS://", "HTTP://")


def is_linked_data(media_type: str) -> bool:
    """Whether a script of this type is a block of JSON-LD."""
    return media_type.strip().lower() == _MEDIA_TYPE


# What it refers to and what it says of a post are asked for one after the other.
@lru_cache(4)
def linked_data(text: str) -> object:
    """What a block of JSON-LD holds, to be read only; nothing (None) where it is no JSON."""
    try:
        content: object = from_json(text, allow_inf_nan=False)
    except ValueError:
        return None
    return content


def linked_data_references(text: str) -> Sequence[Reference]:
    """The addresses in one block of JSON-LD; nothing where it is no JSON."""
    found: list[Reference] = []
    waiting = [linked_data(text)]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, list):
            waiting += reversed(holder)
        elif isinstance(holder, dict):
            for key, value in holder.items():
                if isinstance(value, str):
                    if key in _KEYS and value.startswith(_BEGINNINGS):
                        found.append(Reference(value, WORD))
                elif isinstance(value, list):
                    addresses = value if key in _KEYS else ()
                    found += (Reference(one, WORD) for one in addresses if _is_address(one))
                    waiting += (one for one in value if isinstance(one, dict | list))
                elif isinstance(value, dict):
                    waiting.append(value)
    return found


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(_BEGINNINGS)
