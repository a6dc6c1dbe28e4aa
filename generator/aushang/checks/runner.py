"""Runs the checks of a stage. The only place where a finding is let pass.

A check that fails is a bug and is not caught here: a gate that stumbles must not open.
"""

from collections.abc import Iterable
from dataclasses import replace

from aushang.checks.ended_ignore import ended_ignore
from aushang.checks.rules import Stage
from aushang.checks.severities import as_configured
from aushang.checks.suppression import Entry, Suppression, suppression
from aushang.checks.table import rules
from aushang.checks.unused_ignore import unused_ignore
from aushang.checks.written import WrittenSite
from aushang.model import Diagnostic, Publication

_OF_SOURCES = (Stage.TEXT, Stage.SOURCE)
_FAMILIES_OF_READING = ("AU0", "AU1")


def check_texts(publication: Publication) -> tuple[Diagnostic, ...]:
    """What the checks of texts find, ignored or not; `publication` may hold some of the posts.

    Not all of it holds now: what is kept of a text must not depend on the clock.
    """
    return tuple(finding for rule in rules(Stage.TEXT) for finding in rule(publication))


def check_sources(
    publication: Publication,
    loaded: Iterable[Diagnostic] = (),
    texts: Iterable[Diagnostic] | None = None,
) -> tuple[Diagnostic, ...]:
    """The loader's findings and those of every check of the sources, without the ignored ones.

    `loaded` are the findings of loading: they can be ignored like any other, and a reference to a
    file that is there but could not be read is no second fault. `texts` are those of `check_texts`
    where the posts have lost their texts since. The result is in reading order.
    """
    loaded = tuple(loaded)
    said = check_texts(publication) if texts is None else tuple(texts)
    unread = frozenset(finding.location.path for finding in loaded if finding.is_error)
    # A copy would sort and group ten thousand posts once more (0.04 s).
    is_known = unread <= publication.unread
    seen = publication if is_known else replace(publication, unread=publication.unread | unread)
    found = [finding for rule in rules(Stage.SOURCE) for finding in rule(seen)]
    # An entry is of use as soon as there is something that it will let pass one day.
    found = list(as_configured([*loaded, *said, *found], publication))
    result = suppression(found, publication)
    remaining = tuple(finding for finding in result.remaining if finding.holds(publication.now))
    unused = (entry for entry in result.unused if _is_of_sources(entry))
    return _with_entries(publication, replace(result, remaining=remaining), unused)


def check_artifacts(publication: Publication, written: WrittenSite) -> tuple[Diagnostic, ...]:
    """What every check of the written site finds, without the ignored ones, in reading order.

    Two artifacts for one path are found before this and cannot be ignored: only one was written.
    """
    found = [finding for rule in rules(Stage.ARTIFACT) for finding in rule(publication, written)]
    result = suppression(as_configured(found, publication), publication)
    unused = (entry for entry in result.unused if entry.is_shown and not _is_of_sources(entry))
    return _with_entries(publication, result, unused)


def _is_of_sources(entry: Entry) -> bool:
    # Each entry is judged once, in the stage that can find what it names; what nobody finds (a
    # code that does not exist) is judged last.
    if entry.code in {rule.code for stage in _OF_SOURCES for rule in rules(stage)}:
        return True
    is_later = entry.code in {rule.code for rule in rules(Stage.ARTIFACT)}
    return entry.code.startswith(_FAMILIES_OF_READING) and not is_later


def _with_entries(
    publication: Publication, result: Suppression, unused: Iterable[Entry]
) -> tuple[Diagnostic, ...]:
    # An entry for AU690 itself is never unused: whether it is needed is known only after it acted.
    entries = tuple(entry for entry in unused if entry.code != unused_ignore.code)
    idle = as_configured(unused_ignore(publication, entries), publication)
    found = [*suppression(idle, publication).remaining, *ended_ignore(publication, result.over)]
    return tuple(sorted((*result.remaining, *found), key=lambda finding: finding.order))
