"""The messages of the checks of prices, in full."""

from datetime import date
from decimal import Decimal

import pytest
from tests.factories import make_body, make_post, make_publication, make_site, make_text

from aushang.checks.absurd_price import absurd_price
from aushang.checks.missing_prices import missing_prices
from aushang.checks.net_price import net_price
from aushang.checks.price_before_start import price_before_start
from aushang.checks.price_from import price_from
from aushang.checks.price_with_asterisk import price_with_asterisk
from aushang.checks.unchanged_price import unchanged_price
from aushang.model import Localised, Period, Price, Publication


def priced(old: str, new: str, **fields) -> Publication:
    """One post with one price from the first of February."""
    price = Price(
        label=Localised({"de": "Karte"}),
        old=Decimal(old),
        new=Decimal(new),
        per=Period.MONTH,
        since=date(2027, 2, 1),
    )
    post = make_post("a", **({"type": "price", "prices": (price,)} | fields))
    return make_publication([post])


@pytest.mark.parametrize(
    ("rule", "publication", "message", "hint"),
    [
        (
            missing_prices,
            priced("1", "2", prices=()),
            "a post about prices has no `prices`",
            (
                "add a line such as `prices: [{for: Tageskarte, old: 15, new: 17, per: visit, "
                "from: 2027-02-01}]`, or write `type: news`"
            ),
        ),
        (
            unchanged_price,
            priced("15", "15.00"),
            "`new` is “15.00” as before, and no other price changes",
            "write the new amount, or make it a post of the type `news`",
        ),
        (
            absurd_price,
            priced("39.90", "429"),
            "`new` is “429”, and `old` is “39.90”",
            "look whether the decimal point is in its place",
        ),
        (
            price_before_start,
            priced("15", "17", starts="2027-01-01T00:00"),
            "`from` is “2027-02-01”, and the post `starts` on 2027-01-01",
            "write the same day in both",
        ),
    ],
)
def test_what_is_said_of_prices(rule, publication, message, hint) -> None:
    """Each quotes the value and says what to do."""
    assert [(one.message, one.hint) for one in rule(publication)] == [(message, hint)]


WORDED = [
    (
        net_price,
        "Er kostet 39,90\xa0€ im Monat zzgl. Aufnahme.",
        "“39,90 € im Monat zzgl” is not all that must be paid (§ 3 PAngV)",
        "name the whole amount, or put the fee under `fees`",
    ),
    (
        price_from,
        "Contracts from €19.90 a month.",
        "“from €19.90” leaves open what has to be paid (§ 3 PAngV)",
        "name the price of each, and for whom it is",
    ),
    (
        price_with_asterisk,
        "Nur 24,90 €* im Monat.",
        "“24,90 €*” keeps a part of the price for a note (§ 1 PAngV)",
        "say beside the amount what belongs to it",
    ),
]


@pytest.mark.parametrize(("rule", "text", "message", "hint"), WORDED)
def test_words_that_hide_a_part_of_a_price(rule, text, message, hint) -> None:
    """Only where the law of Germany was chosen."""
    post = make_post("a", texts={"de": make_text(body=make_body(text))})
    found = rule(make_publication([post], site=make_site(law="DE")))
    assert [(one.message, one.hint) for one in found] == [(message, hint)]
    assert list(rule(make_publication([post]))) == []
