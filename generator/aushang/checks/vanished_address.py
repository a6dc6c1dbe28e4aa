"""AU501 vanished-address."""

from collections.abc import Iterator

from aushang.checks.permanence import Vanished, vanished_addresses
from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Publication


@check("AU501", stage="artifact", since="0.1")
def vanished_address(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An address that is published now, and would lead nowhere after this build.

    What it finds: pages, feeds and files of the API that stand in the published folder and that
        nothing takes the place of: no page, and no redirect. Numbered pages of long lists may go.
    Why it matters: customers have the address in mails, bookmarks and on paper, apps and feed
        readers ask for it every hour; all of them get an error.
    Bad: `slug: sauna-offen` becomes `slug: sauna-wieder-offen`, and nothing else
    Good: the same with `redirects: [/meldungen/sauna-offen/]`
    """
    for one in vanished_addresses(publication, written):
        shown = f"/{one.addresses[0]}"
        others = len(one.addresses) - 1
        more = f", and so is {others} more address" if others == 1 else ""
        more = f", and so are {others} more addresses" if others > 1 else more
        yield Diagnostic(
            code="AU501",
            message=f"“{shown}” was published and is gone{more}",
            location=one.position,
            hint=_remedy(one),
            pages=one.addresses,
        )


def _remedy(one: Vanished) -> str:
    listed = ", ".join(f"/{address}" for address in one.addresses)
    if one.source:
        return f"if it is /{one.now} now, write `redirects: [/{one.addresses[0]}]` into the file"
    return (
        "bring it back, lead it on with `redirects` of a page or of the configuration,"
        f" or name it below `gone` with the reason: {listed}"
    )
