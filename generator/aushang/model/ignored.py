"""What findings of a code are let pass for: an entry of `ignore`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Ignored:
    """Why findings are let pass, until when, and where.

    `until` is the last day on which they are, in the publication's time zone; without it there is
    no last one. `paths` are patterns of files relative to the publication's folder (`*` stands for
    a part of a name, `**` for folders too, a folder for all below it); without any it holds
    wherever its owner does.
    """

    reason: str
    until: date | None = None
    paths: tuple[str, ...] = ()
