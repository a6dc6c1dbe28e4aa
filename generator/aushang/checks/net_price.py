"""AU730 net-price."""

import re
from collections.abc import Iterator

from aushang.checks.price_words import AMOUNT, found_words
from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication, Severity

_WORDS = re.compile(
    rf"{AMOUNT}[^.!?\n]{{0,40}}\b(?:zzgl|zuzüglich|netto|plus VAT|excl\.? VAT|excluding VAT)\b"
    rf"|\b(?:zzgl|zuzüglich|netto|excluding VAT)\b[^!?\n]{{0,40}}?{AMOUNT}",
    re.IGNORECASE,
)


@check("AU730", stage="text", since="0.1", severity=Severity.WARNING)
def net_price(publication: Publication) -> Iterator[Diagnostic]:
    """A price to which something is added.

    What it finds: “zzgl.”, “zuzüglich”, “netto”, “plus VAT” and the like in one sentence with an
        amount in euros. Only with `legal: {country: DE}` in the configuration.
    Why it matters: consumers are told what they pay in all, with VAT and every part that they
        cannot do without (§ 3 PAngV, as of November 2026; no legal advice).
    Bad: “39,90 € zzgl. Aufnahme”
    Good: the fee under `fees` of the price, so that the total stands there
    """
    yield from found_words(
        publication,
        _WORDS,
        "AU730",
        "is not all that must be paid (§ 3 PAngV)",
        "name the whole amount, or put the fee under `fees`",
    )
