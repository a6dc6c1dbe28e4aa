"""Every address of the API: which document stands there, and what the parts of it mean.

The OpenAPI description and the page for developers are made from this and from the documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from aushang.model.addresses import of_api
from aushang.outputs.api.documents import DOCUMENTS
from aushang.outputs.statuspage.documents import DOCUMENTS as STATUSPAGE


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of an address that differs: its name, what it means, and an example or a pattern."""

    name: str
    meaning: str
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Files of one kind. `path` is below `api/v1/` and has parameters in braces, without `.json`.

    `schema` names one of `DOCUMENTS`. `says` tells what the files are where there is no schema, or
    where it describes other files too.
    """

    path: str
    operation: str
    schema: str = ""
    says: str = ""
    media_type: str = "application/json"
    parameters: tuple[Parameter, ...] = ()


_ID: Final = Parameter("id", "The id of a post.")
_PAGE: Final = Parameter("page", "The number of the page, from 1, with leading zeros.", r"^\d{4,}$")
_MARK: Final = Parameter("mark", "The mark of the last change on the page.", "^[0-9a-f]{16}$")
_LOCATION: Final = Parameter("location", "The id of a place.")
_SERVICE: Final = Parameter("service", "The id of a service.")
_NAME: Final = Parameter("name", "The name of a schema.", f"^({'|'.join(DOCUMENTS)})$")

ADDRESSES: Final = (
    Address(path="index", operation="getIndex", schema="index"),
    Address(path="status", operation="getStatus", schema="status"),
    Address(path="posts/index", operation="getNewestPosts", schema="posts"),
    Address(
        path="posts/pages/{page}",
        operation="getPageOfPosts",
        schema="posts-page",
        parameters=(_PAGE,),
    ),
    Address(path="posts/{id}", operation="getPost", schema="post", parameters=(_ID,)),
    Address(path="changes/{page}", operation="getChanges", schema="changes", parameters=(_PAGE,)),
    Address(
        path="changes/full/{page}-{mark}",
        operation="getFullPageOfChanges",
        schema="changes",
        says="A full page of the log of changes; it never changes.",
        parameters=(_PAGE, _MARK),
    ),
    Address(path="services", operation="getServices", schema="services"),
    Address(path="locations", operation="getLocations", schema="locations"),
    Address(path="contacts", operation="getContacts", schema="contacts"),
    Address(path="questions", operation="getQuestions", schema="questions"),
    Address(path="availability", operation="getAvailability", schema="availability"),
    Address(
        path="availability/{location}/{service}",
        operation="getDates",
        schema="dates",
        parameters=(_LOCATION, _SERVICE),
    ),
    Address(path="clock-vectors", operation="getClockVectors", schema="clock-vectors"),
    Address(path="manifest", operation="getManifest", schema="manifest"),
    Address(
        path="schema/{name}",
        operation="getSchema",
        says="The JSON Schema (2020-12) of a file.",
        media_type="application/schema+json",
        parameters=(_NAME,),
    ),
    Address(path="openapi", operation="getDescription", says="This description (OpenAPI 3.1)."),
)


def site_path(address: Address) -> str:
    """Where the files stand: `api/v1/posts/{id}.json`."""
    return of_api(address.path)


def statuspage_operations() -> Iterator[tuple[str, str]]:
    """Each file for programs that read Statuspage, and what its operation is called."""
    for name in STATUSPAGE:
        words = name.replace("/", " ").replace("-", " ").title()
        yield name, f"getStatuspage{words.replace(' ', '')}"
