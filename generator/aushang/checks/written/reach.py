"""Which page is linked from which other one: a reader who knows no address has no other way.

Of each page one *witness* is kept, a page that links to it. After an edit only pages whose witness
changed are looked at again, so this costs an incremental run nothing worth a name; a property test
holds it to what a full run finds.
"""

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aushang.checks.written.facts import Facts, Form
from aushang.checks.written.redirects import REFRESH
from aushang.checks.written.resolution import Resolver, page_of
from aushang.model.addresses import file_of

START = "index.html"
WAYS = frozenset({"a", "area", "form", "iframe", "frame", REFRESH, "reload"})
"""What leads a reader on, by the words of references."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the last run knew.

    `witnesses` are its witnesses, `unlisted` the pages that asked search engines not to list them,
    and `referrers` those of its `Index`.
    """

    witnesses: Mapping[str, str] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()
    referrers: Mapping[str, Sequence[str]] = field(default_factory=dict)


def shows_links(file: str, facts: Facts, leads_on: Callable[[str], bool]) -> bool:
    """Whether links in a file count. `leads_on` tells whether a file is a redirect page.

    A redirect shows nothing, so what only an old address leads to is linked from nowhere; but a
    start page may be one.
    """
    return facts.form is Form.HTML and (file == START or not leads_on(file))


def linked_file(path: str, files: Container[str]) -> str:
    """The file to which a link to a path leads, which need not be there."""
    file = file_of(path)
    # A link without the slash at its end leads there as well.
    return file if file in files else f"{path}/{START}"


class Ways:
    """Finds the links of single pages; those of all pages are found with what is broken."""

    def __init__(
        self, facts: Mapping[str, Facts], resolver: Resolver, leads_on: Callable[[str], bool]
    ) -> None:
        self._facts = facts
        self._resolver = resolver
        self._leads_on = leads_on

    def of(self, file: str) -> frozenset[str]:
        """The files to which a page links, itself left out."""
        facts = self._facts[file]
        if not shows_links(file, facts, self._leads_on):
            return frozenset()
        base = self._resolver.base_of(page_of(file), facts.base)
        urls = {one.url for one in facts.references if one.element in WAYS}
        targets = (self._resolver.target(url, base) for url in urls)
        found = {linked_file(target.path, self._facts) for target in targets if target}
        return frozenset(found - {file})

    def witnesses(self, files: Iterable[str]) -> dict[str, str]:
        """For each file to which one of these files links, one that does."""
        return {target: file for file in files for target in self.of(file)}


def linked(
    found: Mapping[str, str],
    ways: Ways,
    facts: Mapping[str, Facts],
    judged: Collection[str],
    past: Past | None,
) -> Mapping[str, str]:
    """A witness for each file that has one.

    `judged` are those that may have changed, and `found` are the witnesses among them.
    """
    if past is None:
        return found
    found = dict(found)
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
