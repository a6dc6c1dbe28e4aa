"""The gate over the written site: after an edit only what may have a fault is judged again."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from aushang.build.book import Book, FactsOf
from aushang.build.garbage import paused
from aushang.build.program import program
from aushang.checks.runner import check_artifacts
from aushang.checks.written import WrittenFile, WrittenSite
from aushang.checks.written.index import Index, index_of
from aushang.model import Diagnostic, Publication


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found, and what the next run needs to judge less."""

    diagnostics: tuple[Diagnostic, ...]
    index: Index


@dataclass(frozen=True, slots=True)
class Texts:
    """Where findings look for their places: a file of the content, and a written one, by path.

    Both raise OSError.
    """

    source: Callable[[str], str]
    written: Callable[[str], bytes]


@paused()
def judged(
    publication: Publication,
    book: Book,
    files: Mapping[str, WrittenFile],
    texts: Texts | None = None,
    before: AbstractSet[str] = frozenset(),
) -> Judgement:
    """Judge the files of a book that takes the place of those whose paths are `before`.

    After another version of the program all are judged: it may find what the last one did not.
    """
    facts, known, site = book.facts(), book.known, publication.site
    source, read = (texts.source, texts.written) if texts else (None, None)
    if known is None or known.account.inputs.get("program") != program():
        written = WrittenSite.of(files, facts, site, source=source, read=read, before=before)
        return Judgement(check_artifacts(publication, written), index_of(written))
    then = {one.path: one for made in known.units.values() for one in made.files}
    changed, old = {}, {}
    known_facts = FactsOf(known.units.values(), known.facts.__getitem__)
    for name in book.packed:
        for one in book.units[name].files:
            was = then.get(one.path)
            if was is None or (was.digest, was.file) != (one.digest, one.file):
                changed[one.path] = facts[one.path]
                if was is not None:
                    old[one.path] = known_facts[one.path]
    old |= {path: known_facts[path] for path in then if path not in files}
    again = known.index.to_judge(files.keys(), changed, old)
    past = known.index.past
    written = WrittenSite.of(
        files, facts, site, again, source=source, read=read, past=past, before=before
    )
    found = check_artifacts(publication, written)
    return Judgement(found, known.index.after(written))
