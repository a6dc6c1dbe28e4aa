"""The JSON Schema of each document, made from the same types that the document is built with.

`tools/api_schemas` makes them and a test compares: in each build it would take 0.06 s, for what
changes with the program only.
"""

from functools import cache
from typing import Any

from pydantic_core import from_json, to_json

from aushang.model.api import SCHEMAS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str, address: str) -> bytes:
    """The schema of the document of that name, as JSON; `address` is where it will stand."""
    head = {"$schema": DIALECT, "$id": address}
    return to_json(head | schemas()[name], indent=2)


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """All schemas by their names, without an address. Nobody may change them."""
    found: dict[str, dict[str, Any]] = from_json(SCHEMAS.read_bytes())
    return found
