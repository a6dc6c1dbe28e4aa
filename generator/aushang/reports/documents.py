"""What the report `json` holds: the one definition behind the document and its schema.

Fields may be added in version 1, never removed or renamed. The type is that of `typing_extensions`,
because pydantic takes `typing`'s only from Python 3.12 on.
"""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

REPORT_VERSION = "1.0"


class Place(TypedDict):
    """Where a finding stands."""

    path: Annotated[
        str,
        Field(
            description="Relative to the publication's folder, with forward slashes. "
            r"A byte that is no UTF-8 is spelt as \udcff."
        ),
    ]
    line: Annotated[int, Field(description="From 1; 0 means the file as a whole.")]
    column: Annotated[int, Field(description="In characters, from 1; 0 means the line as a whole.")]


class Remedy(TypedDict):
    """A change that mends it without doubt: at `location`, `old` becomes `new`."""

    location: Place
    old: str
    new: str


class Finding(TypedDict):
    """One cause, however many pages it shows on."""

    code: Annotated[
        str, Field(description="AU and three digits; never used again for something else.")
    ]
    name: Annotated[str, Field(description="The problem in a few words with hyphens.")]
    severity: Annotated[
        Literal["error", "warning"], Field(description="An error keeps a publish back.")
    ]
    message: Annotated[str, Field(description="One sentence that quotes the value.")]
    hint: Annotated[str, Field(description="What to do; may be empty.")]
    location: Place
    pages: Annotated[list[str], Field(description="The paths of the site on which it shows.")]
    fingerprint: Annotated[
        str, Field(description="The same for as long as the fault is, whatever its line.")
    ]
    edit: Annotated[
        Remedy | None,
        Field(description="What `--fix` would change; null where nothing is certain."),
    ]


class Counts(TypedDict):
    """How many there are."""

    errors: int
    warnings: int
    files: int


class FindingsDocument(TypedDict):
    """What a run of `aushang build` or `aushang check` has found, in order of place."""

    report_version: Annotated[str, Field(description="Major and minor: 1.x adds fields only.")]
    program: Annotated[str, Field(description="Always “aushang”.")]
    version: Annotated[str, Field(description="The program's version.")]
    exit: Annotated[int, Field(description="0 published or clean, 1 findings.")]
    counts: Counts
    findings: list[Finding]


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of the document, in the dialect 2020-12."""
    from pydantic import TypeAdapter  # noqa: PLC0415  a build prints no schema
    from pydantic.json_schema import GenerateJsonSchema  # noqa: PLC0415  see above

    schema = TypeAdapter(FindingsDocument).json_schema(mode="serialization")
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": "Findings"}
