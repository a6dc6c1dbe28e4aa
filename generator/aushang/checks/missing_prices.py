"""AU051 missing-prices."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, Phase, PostType, Publication, phase

_EXAMPLE = "prices: [{for: Tageskarte, old: 15, new: 17, per: visit, from: 2027-02-01}]"


@check("AU051", stage="source", since="0.1")
def missing_prices(publication: Publication) -> Iterator[Diagnostic]:
    """A post about prices that names none.

    What it finds: a post of the type `price` without `prices`. Posts that are over are history and
        are let be.
    Why it matters: what something costs, for whom, from when and with which fees is what such a
        post is for; hidden in a text, half of it is forgotten, and no app can show it.
    Bad: `type: price` and “Die Tageskarte wird teurer”
    Good: `prices: [{for: Tageskarte, old: 15, new: 17, per: visit, from: 2027-02-01}]`
    """
    for post in publication.all_posts:
        if post.type is not PostType.PRICE or post.prices:
            continue
        if phase(post, publication.now) is not Phase.OVER:
            yield Diagnostic(
                code="AU051",
                message="a post about prices has no `prices`",
                location=post.source.at("type"),
                hint=f"add a line such as `{_EXAMPLE}`, or write `type: news`",
            )
