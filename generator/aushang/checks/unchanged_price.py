"""AU052 unchanged-price."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, PostType, Publication, Severity


@check("AU052", stage="source", since="0.1", severity=Severity.WARNING)
def unchanged_price(publication: Publication) -> Iterator[Diagnostic]:
    """A post about prices in which nothing changes.

    What it finds: a post of the type `price` in which every new price is the old one and no fee is
        named. A single one that stays is fine: readers want to know that as well.
    Why it matters: most likely the new amount was forgotten, and customers would learn of it from
        their bank.
    Bad: `{for: Tageskarte, old: 15, new: 15, per: visit, from: 2027-02-01}` and nothing else
    Good: `{for: Tageskarte, old: 15, new: 17, per: visit, from: 2027-02-01}`
    """
    for post in publication.all_posts:
        if post.type is not PostType.PRICE or not post.prices:
            continue
        if not any(price.is_changed or price.fees for price in post.prices):
            yield Diagnostic(
                code="AU052",
                message=f"`new` is “{post.prices[0].new}” as before, and no other price changes",
                location=post.source.at("prices", 0, "new"),
                hint="write the new amount, or make it a post of the type `news`",
            )
