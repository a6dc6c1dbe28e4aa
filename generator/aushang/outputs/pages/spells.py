"""When a part of a page is shown: what browsers apply, and what stands there without a script.

A page holds all that its reader may see until the next build, each part once. What is not shown
at the time of the build is `hidden`; `data-when` tells from when to when a part is shown, as
ISO 8601 intervals in UTC that are open to either side: `/2026-11-21T22:00:00Z`. Nobody computes
a word or an order in the browser.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

from markupsafe import Markup

Spell = tuple[datetime | None, datetime | None]
"""From a time to another, half-open; None is before the build, or as long as the page lives."""

ALWAYS: tuple[Spell, ...] = ((None, None),)

_NONE: Final = Markup()

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Timed:
    """Markup that is shown in some spells."""

    html: Markup
    spells: tuple[Spell, ...] = ALWAYS

    @property
    def when(self) -> Markup:
        """The attributes of the element that holds it, each after a space."""
        return _NONE if self.spells is ALWAYS else attributes(self.spells)


def runs(
    moments: Sequence[datetime], told: Callable[[datetime], _T], end: datetime | None = None
) -> Iterator[tuple[Spell, _T]]:
    """What holds when, told at each moment from the build on; what stays the same is one.

    `moments` are in order, and the first of them is the time of the build. The last spell goes on
    up to `end`.
    """
    begins: datetime | None = None
    value = told(moments[0])
    for at in moments[1:]:
        other = told(at)
        if other != value:
            yield (begins, at), value
            begins, value = at, other
    yield (begins, end), value


def spells(moments: Sequence[datetime], is_shown: Callable[[datetime], bool]) -> tuple[Spell, ...]:
    """When something is shown; nothing where it never is."""
    return tuple(spell for spell, shown in runs(moments, is_shown) if shown)


def attributes(found: Iterable[Spell]) -> Markup:
    """`data-when`, and `hidden` for what is not shown when the page is made; nothing for ALWAYS."""
    told = tuple(found)
    if told == ALWAYS:
        return Markup()
    when = " ".join(f"{_told(begins)}/{_told(ends)}" for begins, ends in told)
    hidden = "" if told and told[0][0] is None else " hidden"
    return Markup(f' data-when="{when}"{hidden}')  # noqa: S704  # digits and letters of our own


def _told(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else ""
