"""AU308 wrong-self."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Position, Publication, Severity
from aushang.model.addresses import encoded


@check("AU308", stage="artifact", since="0.1", severity=Severity.WARNING)
def wrong_self(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A feed that does not say its own address, or says another one.

    What it finds: no `link rel="self"` in RSS or Atom and no `feed_url` in JSON Feed, or one that
        is not the address under which the file is published.
    Why it matters: readers that are handed the file as such subscribe to the address in it.
    Bad: `<link rel="self" href="http://localhost:8000/feed.atom"/>`
    Good: `<link rel="self" href="https://aktuell.kraftraum.example/feeds/posts.atom"/>`
    """
    for path, flaw in written.flaws("AU308"):
        yield Diagnostic(
            code="AU308",
            message="the feed does not say its own address",
            location=Position(path, flaw.line),
            hint=f"add a link to itself: {written.site.url}{encoded(path)}",
            pages=(path,),
        )
    for path, address in written.misplaced_feeds():
        yield Diagnostic(
            code="AU308",
            message=f"the feed says that it lives at “{address}”",
            location=written.place(path, address),
            hint=f"write {written.site.url}{encoded(path)}",
            pages=(path,),
        )
