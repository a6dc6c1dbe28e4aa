"""What a thing costs: before, from a day on, and in all over a minimum term.

All amounts are gross, in euros, and `Decimal`: a binary fraction has no 0.10. What is worked out is
rounded to the cent, half up, and only at the end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from aushang.model.localised import Localised

CURRENCY = "EUR"

_CENT = Decimal("0.01")
_MONTHS = 12


class Period(StrEnum):
    """What an amount is paid for: each time, or each stretch of time."""

    ONCE = "once"
    PIECE = "piece"
    VISIT = "visit"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FOUR_WEEKS = "4 weeks"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


_A_YEAR: Mapping[Period, int] = {
    Period.WEEK: 52,
    Period.FOUR_WEEKS: 13,
    Period.MONTH: _MONTHS,
    Period.QUARTER: 4,
    Period.HALF_YEAR: 2,
    Period.YEAR: 1,
}
"""How often a contract is charged in a year."""


@dataclass(frozen=True, slots=True)
class Fee:
    """What nobody who buys can do without: a name, an amount, and how often it is paid."""

    name: Localised
    amount: Decimal
    per: Period = Period.ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """An amount that changes on a day, `since`.

    `label` says what it buys, or for whom it is. `old` is None for what there was not before.
    `minimum_term` are the months that a contract binds for, None without one.
    """

    label: Localised
    old: Decimal | None
    new: Decimal
    per: Period
    since: date
    fees: tuple[Fee, ...] = ()
    minimum_term: int | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the amount is another than before."""
        return self.new != self.old

    @property
    def total(self) -> Decimal | None:
        """All that must be paid over the minimum term (§ 3 PAngV).

        None without a minimum term, and where an amount hangs on how often somebody comes.
        """
        if self.minimum_term is None:
            return None
        parts = [(self.new, self.per), *((fee.amount, fee.per) for fee in self.fees)]
        paid = [amount * times(per, self.minimum_term) for amount, per in parts if countable(per)]
        return _rounded(sum(paid, Decimal())) if len(paid) == len(parts) else None

    @property
    def monthly(self) -> Decimal | None:
        """The total spread over the months of the term, fees that are paid once among it."""
        total = self.total
        return None if total is None else _rounded(total / Decimal(self.minimum_term or 1))


def countable(per: Period) -> bool:
    """Whether it is known how often it is paid in a term."""
    return per is Period.ONCE or per in _A_YEAR


def times(per: Period, months: int) -> int:
    """How often something that is `countable` is paid in a term.

    A period that has begun counts in full, so the total is never too low.
    """
    return 1 if per is Period.ONCE else -(-_A_YEAR[per] * months // _MONTHS)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
