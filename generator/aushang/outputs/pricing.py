"""Prices in words: what pages and feeds show of them, worked out once for both."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Final

from babel.numbers import format_currency

from aushang.model import CURRENCY, Localised, Period, Price
from aushang.outputs.moments import Almanac, Moment
from aushang.outputs.wording import Wording, mark

_EACH: Final = {
    Period.ONCE: mark("{amount} einmalig"),
    Period.PIECE: mark("{amount} je Stück"),
    Period.VISIT: mark("{amount} je Besuch"),
    Period.HOUR: mark("{amount} je Stunde"),
    Period.DAY: mark("{amount} am Tag"),
    Period.WEEK: mark("{amount} in der Woche"),
    Period.FOUR_WEEKS: mark("{amount} alle vier Wochen"),
    Period.MONTH: mark("{amount} im Monat"),
    Period.QUARTER: mark("{amount} im Vierteljahr"),
    Period.HALF_YEAR: mark("{amount} im Halbjahr"),
    Period.YEAR: mark("{amount} im Jahr"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """A price as its reader gets it; `language` is that of `label`, empty if the reader's own.

    `old` says as well that there was no price, and `new` that it stays. `fees` are what must be
    paid besides, `term` the sentence on the whole contract; both are empty where there is nothing
    to say.
    """

    label: str
    language: str
    old: str
    new: str
    since: Moment
    fees: tuple[str, ...]
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTable:
    """The prices of a post; `head` names the four columns, `besides` introduces fees."""

    caption: str
    head: tuple[str, str, str, str]
    besides: str
    rows: tuple[PriceRow, ...]


def price_table(prices: Iterable[Price], almanac: Almanac) -> PriceTable:
    """The prices of a post in the words of the almanac's language."""
    say = almanac.words.say
    return PriceTable(
        caption=say("Alle Preise enthalten die Mehrwertsteuer."),
        head=(say("Preis für"), say("bisher"), say("neu"), say("ab")),
        besides=say("Dazu kommt"),
        rows=tuple(_row(price, almanac) for price in prices),
    )


def table_html(table: PriceTable) -> str:
    """The table as it stands on pages and in feeds. All texts of authors are escaped."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.head)
    rows = "".join(_row_html(table, row) for row in table.rows)
    days = {row.since for row in table.rows}
    kind = "au-prices au-prices--one-day" if len(days) == 1 else "au-prices"
    return (
        f'<table class="{kind}"><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row_html(table: PriceTable, row: PriceRow) -> str:
    lang = f' lang="{escape(row.language)}"' if row.language else ""
    besides = [f"{table.besides}: {', '.join(row.fees)}"] if row.fees else []
    said = "<br>".join(escape(f"{one}.") for one in [*besides, row.term] if one)
    more = f'<tr class="au-prices__more"><td colspan="4">{said}</td></tr>' if said else ""
    return (
        f'<tr><th scope="row"{lang}>{escape(row.label)}</th><td>{escape(row.old)}</td>'
        f"<td><strong>{escape(row.new)}</strong></td>"
        f'<td><time datetime="{row.since.iso}">{escape(row.since.text)}</time></td></tr>{more}'
    )


def amount(words: Wording, value: Decimal) -> str:
    """“17,00 €” in German, “€17.00” in English."""
    return str(format_currency(value, CURRENCY, locale=words.locale))


def _row(price: Price, almanac: Almanac) -> PriceRow:
    words = almanac.words
    return PriceRow(
        label=price.label.to(words.language),
        language=_foreign(price.label, words.language),
        old=_old(words, price),
        new=_new(words, price),
        since=almanac.on(price.since),
        fees=tuple(
            f"{fee.name.to(words.language)}: {_each(words, fee.amount, fee.per)}"
            for fee in price.fees
        ),
        term=_term(words, price),
    )


def _foreign(text: Localised, language: str) -> str:
    return "" if language in text.texts else next(iter(text.texts), "")


def _old(words: Wording, price: Price) -> str:
    if price.old is None:
        return words.say("gab es noch nicht")
    return _each(words, price.old, price.per)


def _new(words: Wording, price: Price) -> str:
    told = _each(words, price.new, price.per)
    return told if price.is_changed else words.say("{amount} (unverändert)", amount=told)


def _each(words: Wording, value: Decimal, per: Period) -> str:
    if not value:
        return words.say("kostenlos")
    return words.say(_EACH[per], amount=amount(words, value))


def _term(words: Wording, price: Price) -> str:
    """The whole contract: what § 3 PAngV and the courts ask of gyms."""
    if price.minimum_term is None:
        return ""
    term = words.count(
        "Mindestlaufzeit {number} Monat", "Mindestlaufzeit {number} Monate", price.minimum_term
    )
    if price.total is None or price.monthly is None:
        return term
    return words.say(
        "{term}: zusammen {total}, das sind im Monat {monthly}",
        term=term,
        total=amount(words, price.total),
        monthly=amount(words, price.monthly),
    )
