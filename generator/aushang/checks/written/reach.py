"""Which page is linked from which other one: a reader who knows no address has no other way.

Of each page one *witness* is kept, a page that links to it. After an edit only pages whose witness
changed are looked at again, so this costs an incremental run nothing worth a name; a property test
holds it to what a full run finds.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aushang.checks.written.facts import Facts, Form
from aushang.checks.written.redirects import REFRESH
from aushang.checks.written.resolution import Resolver, is_plain, page_of
from aushang.model.addresses import file_of, relative_root

START = "index.html"
_WAYS = frozenset({"a", "area", "form", "iframe", "frame", REFRESH, "reload"})
_SAME_EVERYWHERE = ("https://", "http://", "/")


@dataclass(frozen=True, slots=True)
class Past:
    """What the last run knew.

    `witnesses` are its witnesses, `unlisted` the pages that asked search engines not to list them,
    and `referrers` those of its `Index`.
    """

    witnesses: Mapping[str, str] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()
    referrers: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Ways:
    """Finds the links of pages. `leads_on` tells whether a file is a redirect page.

    A redirect shows nothing, so what only an old address leads to is linked from nowhere; but a
    start page may be one.
    """

    def __init__(
        self, facts: Mapping[str, Facts], resolver: Resolver, leads_on: Callable[[str], bool]
    ) -> None:
        self._facts = facts
        self._resolver = resolver
        self._leads_on = leads_on

    def of(self, file: str) -> frozenset[str]:
        """The files to which a page links, itself left out."""
        return frozenset(target for target, _ in self._links(file, set()))

    def witnesses(self, files: Iterable[str]) -> dict[str, str]:
        """For each file to which one of these files links, the first that does."""
        found: dict[str, str] = {}
        # By the way to the site's root: from there an address means the same on all pages.
        known: dict[str, set[str]] = {}
        for file in files:
            seen = known.setdefault(relative_root(page_of(file)), set())
            for target, url in self._links(file, seen):
                found.setdefault(target, file)
                seen.add(url)
        return found

    def _links(self, file: str, seen: set[str]) -> Iterator[tuple[str, str]]:
        """Each link to another file, with what may be known from now on (else nothing)."""
        facts = self._facts[file]
        if facts.form is not Form.HTML or (self._leads_on(file) and file != START):
            return
        urls = {one.url for one in facts.references if one.element in _WAYS}
        way, base = relative_root(page_of(file)), None
        for url in urls - seen if not facts.base else urls:
            path = self._resolver.behind_root(url, way) if not facts.base else None
            if path is None or not is_plain(path):
                base = base or self._resolver.base_of(page_of(file), facts.base)
                meant = self._resolver.target(url, base)
                path = meant.path if meant else None
            if path is None:
                continue
            target = self._file(path)
            if target != file:
                is_same = not facts.base and url.startswith((way, *_SAME_EVERYWHERE))
                yield target, url if is_same else ""

    def _file(self, path: str) -> str:
        file = file_of(path)
        # A link without the slash at its end leads there as well.
        return f"{path}/{START}" if file not in self._facts else file


def linked(
    ways: Ways, facts: Mapping[str, Facts], judged: Collection[str], past: Past | None
) -> Mapping[str, str]:
    """A witness for each file that has one; `judged` are those that may have changed."""
    found = ways.witnesses(judged)
    if past is None:
        return found
    again = frozenset(judged)
    lost = []
    for target, witness in past.witnesses.items():
        if target not in found and target in facts:
            if witness in facts and witness not in again:
                found[target] = witness
            else:
                lost.append(target)
    everybody: Mapping[str, str] | None = None
    for target in lost:
        others = past.referrers.get(target, ())
        if not others and target in past.referrers:
            # A crowd has no names: then all pages have to be asked, which is rare.
            everybody = everybody or ways.witnesses(facts)
            witness = everybody.get(target, "")
        else:
            there = (one for one in others if one in facts)
            witness = next((one for one in there if target in ways.of(one)), "")
        if witness:
            found[target] = witness
    return found
