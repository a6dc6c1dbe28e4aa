"""What the answers mean for those who wrote the links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aushang.checks.dead_outside_link import dead
from aushang.model import Diagnostic, Position, Severity
from aushang.outside.answer import Standing
from aushang.outside.known import Known


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands, and on which pages it shows."""

    position: Position
    pages: tuple[str, ...] = ()


def findings(
    places: Mapping[str, Sequence[Place]], known: Mapping[str, Known], *, is_strict: bool
) -> Iterator[Diagnostic]:
    """One finding for each place of an address that is dead.

    Who was dead once only is doubtful; with `is_strict` once is enough.
    """
    for url, found in places.items():
        what = known.get(url)
        if what is None or what.answer.standing is not Standing.DEAD:
            continue
        for place in found:
            if is_strict or what.is_surely_dead:
                yield dead(url, what.answer.why, place.position, place.pages)
            else:
                yield Diagnostic(
                    code="AU232",
                    message=f"link “{url}” may be dead: {what.answer.why}",
                    location=place.position,
                    hint="ask again in a day; if it is so still, it is dead",
                    severity=Severity.WARNING,
                    pages=place.pages,
                )
