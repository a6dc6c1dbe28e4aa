"""AU731 price-from."""

import re
from collections.abc import Iterator

from aushang.checks.price_words import AMOUNT, found_words
from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication, Severity

_WORDS = re.compile(
    rf"\b(?:schon ab|bereits ab|ab nur|ab|from only|from) {AMOUNT}",
    re.IGNORECASE,
)


@check("AU731", stage="text", since="0.1", severity=Severity.WARNING)
def price_from(publication: Publication) -> Iterator[Diagnostic]:
    """A price that is only the lowest one.

    What it finds: “ab 19,90 €”, “from €19.90”. “Ab 1. Februar” is a day and fine. Only with
        `legal: {country: DE}` in the configuration.
    Why it matters: readers learn neither what they would pay nor for whom the low price is (§ 3
        PAngV, as of November 2026; no legal advice).
    Bad: “Verträge ab 19,90 € im Monat”
    Good: a price for each contract under `prices`
    """
    yield from found_words(
        publication,
        _WORDS,
        "AU731",
        "leaves open what has to be paid (§ 3 PAngV)",
        "name the price of each, and for whom it is",
    )
