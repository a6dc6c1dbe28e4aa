"""AU054 price-before-start."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, PostType, Publication


@check("AU054", stage="source", since="0.1")
def price_before_start(publication: Publication) -> Iterator[Diagnostic]:
    """A price that holds from another day than its post.

    What it finds: a post of the type `price` with `starts`, when the earliest day in its `prices`
        is another than that of `starts`. Without `starts` it holds from its publication, and prices
        may follow later.
    Why it matters: the page would name two days, and customers would pay on the wrong one.
    Bad: `starts: 2027-02-01` and `from: 2027-01-01`
    Good: `starts: 2027-02-01` and `from: 2027-02-01`
    """
    zone = publication.site.zone
    for post in publication.all_posts:
        if post.type is not PostType.PRICE or not post.starts or not post.prices:
            continue
        number, first = min(enumerate(post.prices), key=lambda one: one[1].since)
        day = post.starts.astimezone(zone).date()
        if first.since != day:
            yield Diagnostic(
                code="AU054",
                message=f"`from` is “{first.since}”, and the post `starts` on {day}",
                location=post.source.at("prices", number, "from"),
                hint="write the same day in both",
            )
