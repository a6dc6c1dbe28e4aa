"""The JSON Schema of a document, made from the same types that the document is built with."""

import json

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(document: type, address: str) -> bytes:
    """The schema of a type of `documents`, as JSON; `address` is where it will stand."""
    # Only one job of a build asks for schemas, and only then is pydantic worth its start.
    from pydantic import TypeAdapter  # noqa: PLC0415  see above

    head = {"$schema": DIALECT, "$id": address}
    body = TypeAdapter(document).json_schema(mode="serialization")
    return json.dumps(head | body, ensure_ascii=False, indent=2).encode()
