"""AU732 price-with-asterisk."""

import re
from collections.abc import Iterator

from aushang.checks.price_words import AMOUNT, found_words
from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication, Severity

_WORDS = re.compile(
    rf"{AMOUNT} ?\*(?!\*)",
    re.IGNORECASE,
)


@check("AU732", stage="text", since="0.1", severity=Severity.WARNING)
def price_with_asterisk(publication: Publication) -> Iterator[Diagnostic]:
    """A price with an asterisk.

    What it finds: an amount in euros with a bare “*” behind it. Only with `legal: {country: DE}` in
        the configuration.
    Why it matters: what belongs to a price stands beside it; a note at the end is overlooked, and
        in a feed or on a telephone it is far away (§§ 1 and 3 PAngV, as of November 2026; no legal
        advice).
    Bad: “24,90 €*”, and below “*zuzüglich Aufnahme”
    Good: the fee under `fees` of the price
    """
    yield from found_words(
        publication,
        _WORDS,
        "AU732",
        "keeps a part of the price for a note (§ 1 PAngV)",
        "say beside the amount what belongs to it",
    )
