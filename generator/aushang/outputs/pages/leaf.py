"""A page on its way to the shell, with what the rest of the program asks about it."""

from dataclasses import dataclass
from datetime import datetime

from aushang.outputs.shell import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A sheet, who claims its path (see `Artifact.sources`), and when its matter last changed.

    `modified` comes from content and is None where the page has no time of its own.
    """

    sheet: Sheet
    sources: tuple[str, ...]
    modified: datetime | None = None
