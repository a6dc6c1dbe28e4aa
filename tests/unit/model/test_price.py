"""What a contract costs in all and in a month: exact, and never too low."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.model import Fee, Localised, Period, Price
from aushang.model.price import times

NAME = Localised({"de": "Vertrag"})
amounts = st.decimals("0", "999999.99", places=2)


def price(new: str, per: str = "month", fees: tuple[Fee, ...] = (), term: int | None = 12) -> Price:
    """A price from the first of February."""
    return Price(
        label=NAME,
        old=Decimal("1.00"),
        new=Decimal(new),
        per=Period(per),
        since=date(2027, 2, 1),
        fees=fees,
        minimum_term=term,
    )


def fee(amount: str, per: str = "once") -> Fee:
    """An unavoidable cost."""
    return Fee(NAME, Decimal(amount), Period(per))


@pytest.mark.parametrize(
    ("one", "total", "monthly"),
    [
        (price("42.90", fees=(fee("29"),)), "543.80", "45.32"),
        (price("58.90", fees=(fee("29"),)), "735.80", "61.32"),
        (price("24.99", "4 weeks", term=24), "649.74", "27.07"),
        (price("9.90", "week", term=12), "514.80", "42.90"),
        (price("20", fees=(fee("15", "half-year"), fee("29.99")), term=24), "569.99", "23.75"),
        (price("30", fees=(fee("19.90", "quarter"),), term=1), "49.90", "49.90"),
        (price("399", "once", term=12), "399.00", "33.25"),
        (price("0.05", term=2, fees=(fee("0.09"),)), "0.19", "0.10"),
        (price("360", "year", term=18), "720.00", "40.00"),
    ],
)
def test_total_and_monthly_share(one: Price, total: str, monthly: str) -> None:
    """Fees that are paid once are spread; half a cent goes up; a begun period counts in full."""
    assert (one.total, one.monthly) == (Decimal(total), Decimal(monthly))


@pytest.mark.parametrize(
    "one",
    [
        price("42.90", term=None),
        price("15", "visit"),
        price("42.90", fees=(fee("3", "hour"),)),
        price("1.50", "piece"),
    ],
)
def test_no_total_where_nobody_can_know_it(one: Price) -> None:
    """Without a minimum term, and where it hangs on how often somebody comes."""
    assert (one.total, one.monthly) == (None, None)


@given(amounts, amounts, st.integers(1, 60), st.sampled_from(["week", "4 weeks", "month", "year"]))
def test_the_share_is_the_total_to_the_cent(
    new: Decimal, once: Decimal, term: int, per: str
) -> None:
    """The share times the months is the total, but for half a cent a month."""
    one = price(str(new), per, (fee(str(once)),), term)
    assert one.total is not None
    assert one.monthly is not None
    assert abs(one.monthly * term - one.total) <= Decimal("0.005") * term
    assert one.total == new * times(Period(per), term) + once


def test_a_price_changes_or_stays() -> None:
    """What there was not before is a change, 15.00 after 15 is none."""
    assert price("1.00").is_changed is False
    assert price("1.01").is_changed is True
