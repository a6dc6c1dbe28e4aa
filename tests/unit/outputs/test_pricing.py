"""Prices in words and as a table, in both languages."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.factories import BERLIN, make_post, make_publication
from tests.page_reading import one, parsed, sheets_of, words_of

from aushang.model import Fee, Localised, Period, Price
from aushang.outputs.edition import Edition
from aushang.outputs.entries import post_entry
from aushang.outputs.feed_words import feed_words
from aushang.outputs.moments import Almanac
from aushang.outputs.pricing import price_table, table_html
from aushang.outputs.wording import wording

CONTRACT = Price(
    label=Localised({"de": "Vertrag", "en": "Contract"}),
    old=Decimal("39.90"),
    new=Decimal("42.9"),
    per=Period.MONTH,
    since=date(2027, 2, 1),
    fees=(Fee(Localised({"de": "Aufnahme", "en": "Joining fee"}), Decimal(29)),),
    minimum_term=12,
)


def almanac(language: str) -> Almanac:
    """Dates in Berlin."""
    return Almanac(wording(language), BERLIN)


def told(price: Price, language: str = "de") -> list[str]:
    """A price as its reader gets it, without hard blanks."""
    (row,) = price_table([price], almanac(language)).rows
    texts = [row.label, row.old, row.new, row.since.text, *row.fees, row.term]
    return [text.replace("\xa0", " ") for text in texts]


def test_in_german() -> None:
    """Comma, the sign behind, total and monthly share of the term."""
    assert told(CONTRACT) == [
        "Vertrag",
        "39,90 € im Monat",
        "42,90 € im Monat",
        "Mo., 1. Februar 2027",
        "Aufnahme: 29,00 € einmalig",
        "Mindestlaufzeit 12 Monate: zusammen 543,80 €, das sind im Monat 45,32 €",
    ]


def test_in_english() -> None:
    """Point, the sign before."""
    assert told(CONTRACT, "en") == [
        "Contract",
        "€39.90 per month",
        "€42.90 per month",
        "Mon, 1 February 2027",
        "Joining fee: €29.00 once",
        "Minimum term 12 months: €543.80 in all, which is €45.32 per month",
    ]


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ({"old": None}, "gab es noch nicht", "42,90 € im Monat"),
        ({"old": Decimal(0)}, "kostenlos", "42,90 € im Monat"),
        ({"new": Decimal(0)}, "39,90 € im Monat", "kostenlos"),
        ({"new": Decimal("39.90")}, "39,90 € im Monat", "39,90 € im Monat (unverändert)"),
        ({"per": Period.FOUR_WEEKS}, "39,90 € alle vier Wochen", "42,90 € alle vier Wochen"),
    ],
)
def test_what_was_and_what_comes(change: dict[str, object], old: str, new: str) -> None:
    """Nothing before, nothing to pay, nothing new."""
    assert told(replace(CONTRACT, **change))[1:3] == [old, new]  # type: ignore[arg-type]


def test_a_term_without_a_total_is_named_alone() -> None:
    """Where it hangs on how often somebody comes, no sum is claimed."""
    assert told(replace(CONTRACT, per=Period.VISIT))[-1] == "Mindestlaufzeit 12 Monate"
    assert told(replace(CONTRACT, minimum_term=1))[-1].startswith("Mindestlaufzeit 1 Monat: ")


def test_the_table_escapes_what_authors_wrote() -> None:
    """Labels and names of fees are text; one in another language says so."""
    name = Localised({"en": '<b>"A&B"</b>'})
    html = table_html(
        price_table([replace(CONTRACT, label=name, fees=(Fee(name, Decimal(1)),))], almanac("de"))
    )
    assert '<th scope="row" lang="en">&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;</th>' in html
    assert "<b>" not in html


def test_page_and_feeds_show_the_same_table() -> None:
    """One table, in the post's page and in the entry of each feed."""
    post = make_post("a", type="price", effect=None, prices=(CONTRACT,))
    publication = make_publication([post])
    tree = parsed(sheets_of(publication)["meldungen/a/"])
    rows = words_of(one(tree, ".au-split .au-prices"))
    assert "42,90 € im Monat" in rows
    edition = Edition(publication, "de", feed_words(publication.site)["de"])
    assert table_html(price_table(post.prices, almanac("de"))) in post_entry(edition, post).html
