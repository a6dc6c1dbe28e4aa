"""What could not be carried over, collected while texts and front matter move."""

from aushang.model import Diagnostic, Position, Severity

NOT_CARRIED = "AU040"


class NotCarried:
    """A list of findings in the making. Nothing is dropped in silence: it stands here."""

    def __init__(self) -> None:
        self._found: dict[tuple[Position, str], Diagnostic] = {}

    def add(self, location: Position, message: str, hint: str) -> None:
        """Note one thing; the same thing at the same place is noted once."""
        self._found[location, message] = Diagnostic(
            code=NOT_CARRIED,
            severity=Severity.WARNING,
            location=location,
            message=message,
            hint=hint,
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was noted, by file and line."""
        return tuple(sorted(self._found.values(), key=lambda finding: finding.order))
