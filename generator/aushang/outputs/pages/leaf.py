"""A page on its way to the shell."""

from dataclasses import dataclass

from aushang.outputs.shell import Sheet


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet, and who claims its path (see `Artifact.sources`)."""

    sheet: Sheet
    sources: tuple[str, ...]
