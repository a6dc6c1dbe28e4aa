"""AU205 repeated-id."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.resolution import page_of
from aushang.model import Diagnostic, Position, Publication, Severity


@check("AU205", stage="artifact", since="0.1", severity=Severity.WARNING)
def repeated_id(_publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """An id that several elements of a page have.

    What it finds: the same `id` on more than one element of a written page. Those within drawings
        do not count: an icon that is shown twice means the same each time.
    Why it matters: a link to it arrives at the first one; labels and descriptions for screen
        readers end up at the wrong field.
    Bad: `<h2 id="preise">` and, further down, `<table id="preise">`
    Good: `<h2 id="preise">` and `<table id="preisliste">`
    """
    seen: dict[tuple[str, str], list[str]] = {}
    for path, flaw in written.flaws("AU205"):
        seen.setdefault((flaw.value, written.files[path].sources[0]), []).append(path)
    # What several sources have in common stands in the layout: that is one thing to mend.
    shared: dict[str, list[tuple[str, list[str]]]] = {}
    for (value, source), paths in seen.items():
        shared.setdefault(value, []).append((source, paths))
    for value, places in shared.items():
        pages = sorted(path for _, paths in places for path in paths)
        source = places[0][0] if len(places) == 1 else pages[0]
        is_written = source == pages[0]
        yield Diagnostic(
            code="AU205",
            message=f"id “{value}” stands on several elements of the page",
            location=written.place(source, value) if is_written else Position(source),
            hint="give each element an id of its own",
            pages=tuple(map(page_of, pages)),
        )
