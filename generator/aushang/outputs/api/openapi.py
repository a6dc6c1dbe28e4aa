"""`openapi.json`: the whole API as OpenAPI 3.1 describes it, for programs that write programs.

It is made from the published schemas themselves, so the two cannot say different things. What a
schema calls `$defs` stands here once for all files.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic_core import from_json, to_json

from aushang.model import Artifact, Site
from aushang.model.addresses import of_statuspage
from aushang.model.api import API_VERSION
from aushang.model.statuspage import SCHEMAS as STATUSPAGE_SCHEMAS
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import JSON, api_file
from aushang.outputs.api.paths import ADDRESSES, Address, site_path, statuspage_operations
from aushang.outputs.api.schemas import schemas

NAME: Final = "openapi"
DIALECT: Final = "3.1.0"

Json = dict[str, Any]

_RULES: Final = (
    "Static files: ask with GET, keep the `ETag`, and ask again with `If-None-Match`."
    " Fields may be added, never removed or renamed: pass over those that you do not know."
    " Lists of words stay open: `x-extensible-enum` has those that are known, and the description"
    " says what to treat any other as."
)
_TAG: Final = "Version of the file; send it back as `If-None-Match`."
_COMPONENTS: Final[Json] = {
    "parameters": {
        "IfNoneMatch": {
            "name": "If-None-Match",
            "in": "header",
            "description": "The `ETag` of the copy that you have.",
            "schema": {"type": "string"},
        }
    },
    "headers": {"ETag": {"description": _TAG, "schema": {"type": "string"}}},
    "responses": {
        "NotModified": {"description": "Your copy is the current one; there is no body."},
        "NotFound": {"description": "There is no such file."},
    },
}


def openapi_file(directory: Directory) -> Artifact:
    """The description, with the address of the site."""
    # `json` takes seven times as long, because its C encoder cannot indent.
    return api_file(NAME, JSON, to_json(_description(directory.site), indent=1), ())


def statuspage_meanings() -> Iterator[tuple[str, str]]:
    """Each file for programs that read Statuspage, and what it is."""
    for name, _ in statuspage_operations():
        yield name, _statuspage_schemas()[name]["description"]


def _description(site: Site) -> Json:
    ours, theirs = schemas(), _statuspage_schemas() if site.statuspage is not None else {}
    return {
        "openapi": DIALECT,
        "info": {
            "title": f"{site.name.to(site.language)}: JSON API",
            "version": API_VERSION,
            "description": _RULES,
        },
        "servers": [{"url": site.url.rstrip("/")}],
        "security": [],
        "paths": dict(_paths(site, ours, theirs)),
        "components": _COMPONENTS
        | {"schemas": _definitions(ours, "") | _definitions(theirs, "Statuspage")},
    }


def _paths(
    site: Site, ours: Mapping[str, Json], theirs: Mapping[str, Json]
) -> Iterator[tuple[str, Json]]:
    for address in ADDRESSES:
        whole = ours.get(address.schema, {})
        yield f"/{site_path(address)}", {"get": _operation(address, whole)}
    for name, operation in statuspage_operations() if theirs else ():
        whole = theirs[name]
        yield (
            f"/{of_statuspage(site.statuspage or '', name)}",
            {
                "get": {
                    "operationId": operation,
                    "tags": ["Statuspage"],
                    "description": whole["description"],
                    "parameters": [_reference("parameters", "IfNoneMatch")],
                    "responses": _responses(JSON, f"Statuspage{whole['title']}"),
                }
            },
        )


def _operation(address: Address, whole: Json) -> Json:
    parameters = [
        {
            "name": one.name,
            "in": "path",
            "required": True,
            "description": one.meaning,
            "schema": {"type": "string"} | ({"pattern": one.pattern} if one.pattern else {}),
        }
        for one in address.parameters
    ]
    return {
        "operationId": address.operation,
        "tags": ["Aushang"],
        "description": address.says or whole["description"],
        "parameters": [*parameters, _reference("parameters", "IfNoneMatch")],
        "responses": _responses(address.media_type, whole["title"] if whole else ""),
    }


def _responses(media_type: str, name: str) -> Json:
    return {
        "200": {
            "description": "The file.",
            "headers": {"ETag": _reference("headers", "ETag")},
            "content": {
                media_type: {"schema": _reference("schemas", name) if name else {"type": "object"}}
            },
        },
        "304": _reference("responses", "NotModified"),
        "404": _reference("responses", "NotFound"),
    }


def _reference(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def _definitions(found: Mapping[str, Json], prefix: str) -> dict[str, Json]:
    """All objects by their names, each once."""
    known: dict[str, Json] = {}
    for whole in found.values():
        parts = {**whole.get("$defs", {}), whole["title"]: _without_parts(whole)}
        for name, part in parts.items():
            told = _told(part, prefix)
            if known.setdefault(f"{prefix}{name}", told) != told:
                raise AssertionError(f"two objects of the API are called {name}")
    return dict(sorted(known.items()))


def _without_parts(whole: Json) -> Json:
    return {key: value for key, value in whole.items() if key != "$defs"}


def _told(part: Any, prefix: str) -> Any:
    """A part of a schema with its references as they are here, and open lists named as such."""
    if isinstance(part, list):
        return [_told(one, prefix) for one in part]
    if not isinstance(part, dict):
        return part
    told = {key: _told(value, prefix) for key, value in part.items()}
    if isinstance(told.get("$ref"), str):
        name = told["$ref"].rpartition("/")[2]
        told["$ref"] = f"#/components/schemas/{prefix}{name}"
    if isinstance(told.get("examples"), list):
        told["x-extensible-enum"] = told["examples"]
    return told


@cache
def _statuspage_schemas() -> dict[str, Json]:
    found: dict[str, Json] = from_json(STATUSPAGE_SCHEMAS.read_bytes())
    return found
