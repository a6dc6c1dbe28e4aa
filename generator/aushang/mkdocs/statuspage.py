"""The option `statuspage`: the folder for programs that read Statuspage, or none."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from aushang.content.quoting import as_yaml
from aushang.content.schema.forms import CUSTOM
from aushang.model.statuspage import DEFAULT, is_base, taken_by

_REMEDY = f"write a folder such as {DEFAULT}, / for the root, or false for none"


def _base(value: Any) -> str | None:
    """The folder without slashes around it, empty for the root; None for no files at all."""
    if value is False:
        return None
    path = value.strip("/") if isinstance(value, str) else None
    # Nothing is not the root: whoever wrote only the name forgot the value.
    if path is None or not value or not is_base(path):
        raise PydanticCustomError(
            CUSTOM,
            "{what}",
            {"what": f"is “{as_yaml(value)}”; expected a folder or false", "hint": _REMEDY},
        )
    return path


Base = Annotated[str | None, PlainValidator(_base)]


def problem_of(base: str | None, languages: Iterable[str]) -> tuple[str, str] | None:
    """What is wrong with where the files would stand, and the remedy."""
    folder = taken_by(base, languages) if base else ""
    if not folder:
        return None
    return (
        f"`statuspage` is “{base}”, and other addresses of the site begin with “{folder}/”",
        f"write another folder, such as {DEFAULT}",
    )
