"""AU692 outgrown-baseline."""

from collections.abc import Iterator
from typing import Protocol

from aushang.checks.rules import check
from aushang.model import Diagnostic, Position, Publication, Severity

FILE = "aushang-baseline.json"
"""The name of a baseline, beside mkdocs.yml."""


class Gone(Protocol):
    """A finding that a baseline knows: see `checks.baseline.Known`."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def path(self) -> str:
        """Its file."""

    @property
    def count(self) -> int:
        """How many of the kind are gone."""


@check("AU692", stage="run", since="0.1", severity=Severity.WARNING)
def outgrown_baseline(_publication: Publication, gone: tuple[Gone, ...]) -> Iterator[Diagnostic]:
    """A baseline that knows findings which are no longer there.

    What it finds: entries of `aushang-baseline.json` that nothing was found for.
    Why it matters: the fault was mended; left standing, the entry would let it come back unseen.
    Bad: an entry for a dead link in a post that was deleted
    Good: `aushang baseline`, which takes such entries out
    """
    number = sum(one.count for one in gone)
    if number:
        first = gone[0]
        kinds = "a finding that is" if number == 1 else f"{number} findings that are"
        such = "" if number == 1 else "such as "
        where = f"{such}{first.code} in {first.path}"
        yield Diagnostic(
            code="AU692",
            message=f"the baseline knows {kinds} no longer there: {where}",
            location=Position(FILE),
            hint="run `aushang baseline`, which takes out what is gone",
        )
