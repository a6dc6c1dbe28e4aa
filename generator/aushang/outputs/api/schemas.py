"""The JSON Schema of each document, made from the same types that the document is built with.

`tools/api_schemas` makes them and a test compares: in each build it would take 0.06 s, for what
changes with the program only.
"""

import json
from functools import cache
from typing import Any

from aushang.model.api import SCHEMAS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str, address: str) -> bytes:
    """The schema of the document of that name, as JSON; `address` is where it will stand."""
    head = {"$schema": DIALECT, "$id": address}
    return json.dumps(head | schemas()[name], ensure_ascii=False, indent=2).encode()


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """All schemas by their names, without an address. Nobody may change them."""
    found: dict[str, dict[str, Any]] = json.loads(SCHEMAS.read_text(encoding="utf-8"))
    return found
