"""Where a thing was read, so that every finding can name the line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aushang.model.diagnostic import Position


@dataclass(frozen=True, slots=True)
class Source:
    """A file and the places of its fields.

    `path` is relative to the publication's folder. `marks` maps a field's path (`title`,
    `services.0`, `updates.1.at`) to line and column, both from 1.
    """

    path: str
    marks: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def at(self, *keys: str | int) -> Position:
        """The place of a field, or of the nearest enclosing one that is known, or of the file."""
        names = [str(key) for key in keys]
        while names:
            mark = self.marks.get(".".join(names))
            if mark:
                return Position(self.path, *mark)
            names.pop()
        return Position(self.path)
