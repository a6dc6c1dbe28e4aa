"""Lines of results, judged, and put into one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_HEAD = ("what", "Aushang", "peer", "compared", "target", "met")


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison, as it is printed.

    `is_met` is None where nothing was promised; `is_failure` says that a command failed, so that
    there is nothing to compare.
    """

    what: str
    ours: str
    peer: str = ""
    compared: str = ""
    target: str = ""
    is_met: bool | None = None
    is_failure: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """The columns."""
        verdict = {None: "", True: "yes", False: "**no**"}[self.is_met]
        return (self.what, self.ours, self.peer, self.compared, self.target, verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two figures of the same unit."""

    what: str
    ours: float
    peer: float
    unit: str = "s"

    def at_most(self, share: float) -> Line:
        """Ours may be this share of the peer's."""
        found = self.ours / self.peer
        line = self._line(f"{found:.2f} ×")
        return replace(line, target=f"≤ {share:g} ×", is_met=found <= share)

    def times_faster(self, times: float) -> Line:
        """The peer must take this many times as long."""
        found = self.peer / self.ours
        line = self._line(f"{found:.1f} times as fast")
        return replace(line, target=f"≥ {times:g} times", is_met=found >= times)

    def no_more_than(self, extra: float) -> Line:
        """Ours may be this much more than the peer's."""
        found = self.ours - self.peer
        line = self._line(f"{amount(found, self.unit)} more")
        target = f"≤ {extra:g} {self.unit} more"
        return replace(line, target=target, is_met=found <= extra)

    def unjudged(self) -> Line:
        """Nothing was promised."""
        return self._line(f"{self.peer / self.ours:.1f} times as fast")

    def _line(self, compared: str) -> Line:
        return Line(self.what, amount(self.ours, self.unit), amount(self.peer, self.unit), compared)


def bounded(what: str, found: float, bound: float, unit: str) -> Line:
    """A figure of ours with a bound of its own."""
    target = f"≤ {bound:g} {unit}"
    return Line(what, amount(found, unit), target=target, is_met=found <= bound)


def amount(number: float, unit: str) -> str:
    """With as many digits as mean anything."""
    digits = 2 if unit == "s" and abs(number) < 100 else 0  # noqa: PLR2004  a few figures each
    return f"{number:,.{digits}f} {unit}"


def markdown(lines: Iterable[Line]) -> str:
    """The table in Markdown, with columns that line up in a terminal."""
    rows = [_HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    head, *body = (_row(row, widths) for row in rows)
    return "\n".join([head, rule, *body])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
