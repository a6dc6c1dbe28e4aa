"""`ignore` in front matter: a code and a reason, or a reason with a last day."""

from collections.abc import Mapping

from aushang.content.schema.posts import IgnoredFields
from aushang.model import Ignored


def ignored(written: Mapping[str, str | IgnoredFields]) -> dict[str, Ignored]:
    """Why findings are let pass, by their codes."""
    return {code: _one(entry) for code, entry in written.items()}


def _one(entry: str | IgnoredFields) -> Ignored:
    if isinstance(entry, str):
        return Ignored(entry)
    return Ignored(entry.reason, entry.until)
