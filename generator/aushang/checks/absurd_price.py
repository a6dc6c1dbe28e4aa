"""AU053 absurd-price."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, Price, Publication, Severity

_LEAP = 10
"""A decimal point in the wrong place makes a price ten times another."""


@check("AU053", stage="source", since="0.1", severity=Severity.WARNING)
def absurd_price(publication: Publication) -> Iterator[Diagnostic]:
    """A price that is ten times the old one, or a tenth of it.

    What it finds: a new price that is at least ten times, or at most a tenth of, the old one, when
        neither is nothing.
    Why it matters: it is nearly always a decimal point in the wrong place, and customers may hold
        you to it.
    Bad: `old: 39.90` and `new: 429`
    Good: `old: 39.90` and `new: 42.90`
    """
    for post in publication.all_posts:
        for number, price in enumerate(post.prices):
            if _is_absurd(price):
                yield Diagnostic(
                    code="AU053",
                    message=f"`new` is “{price.new}”, and `old` is “{price.old}”",
                    location=post.source.at("prices", number, "new"),
                    hint="look whether the decimal point is in its place",
                )


def _is_absurd(price: Price) -> bool:
    if not price.old or not price.new:
        return False
    return price.new >= _LEAP * price.old or price.old >= _LEAP * price.new
