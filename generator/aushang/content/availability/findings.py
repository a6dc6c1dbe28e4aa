"""What is wrong in a file of a program: told of the first few of each kind, counted of the rest."""

from collections.abc import Callable

from aushang.content.schema.moments import Fault
from aushang.model import Diagnostic, Position

Mark = tuple[int, int]

_TOLD = 3


class Findings:
    """Collects. A program makes one mistake a thousand times, and nobody reads a thousand lines."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._kinds: dict[tuple[str, str], list[Diagnostic]] = {}
        self._more: dict[tuple[str, str], int] = {}

    def add(self, name: str, fault: Fault, place: Callable[[], Mark] | Mark) -> None:
        """A fault of what is called `name`; `place` is only asked for if the finding is told."""
        kind = fault.code, name
        told = self._kinds.setdefault(kind, [])
        if len(told) == _TOLD:
            self._more[kind] = self._more.get(kind, 0) + 1
            return
        told.append(
            Diagnostic(
                code=fault.code,
                message=f"{name} {fault.what}",
                hint=fault.hint,
                location=Position(self.path, *(place() if callable(place) else place)),
            )
        )

    def told(self) -> tuple[Diagnostic, ...]:
        """All findings; the last of its kind says how many more there are."""
        return tuple(
            _with_more(one, self._more.get(kind, 0)) if one is told[-1] else one
            for kind, told in self._kinds.items()
            for one in told
        )


def _with_more(finding: Diagnostic, more: int) -> Diagnostic:
    if not more:
        return finding
    return Diagnostic(
        code=finding.code,
        message=f"{finding.message}; and {more} more like it",
        hint=finding.hint,
        location=finding.location,
    )
