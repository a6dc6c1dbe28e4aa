"""What was wrong before anybody looked: findings of an old site that are let pass, and no others.

A baseline only shrinks by itself. Findings are known by their fingerprints, so lines may move.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aushang.checks.outgrown_baseline import FILE, outgrown_baseline
from aushang.checks.severities import as_configured
from aushang.checks.suppression import keeps_out
from aushang.model import AushangError, Diagnostic, Publication
from aushang.model.fingerprint import fingerprint

_VERSION = 1
_TEXTS = ("code", "path", "message", "fingerprint")
_ABOUT = (
    "Findings that are let pass because they were there before this file. "
    "`aushang baseline` takes out those that are gone."
)
# Who lets these pass publishes a site in which something is missing, or never hears of an
# exception that has had its day.
_NEVER = frozenset({"AU601", "AU602", "AU690", "AU691", "AU692"})


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding of old: its code, file and words, and how often the file is guilty of it."""

    code: str
    path: str
    message: str
    fingerprint: str
    count: int


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that are not known, and what is known and no longer there."""

    new: tuple[Diagnostic, ...]
    gone: tuple[Known, ...]


def can_be_known(finding: Diagnostic, publication: Publication) -> bool:
    """Whether a baseline may let it pass."""
    return finding.code not in _NEVER and not keeps_out(finding, publication)


def baseline_of(diagnostics: Iterable[Diagnostic], publication: Publication) -> tuple[Known, ...]:
    """A baseline that knows all of them that can be known, in order."""
    counts: Counter[str] = Counter()
    first: dict[str, Diagnostic] = {}
    for finding in sorted(diagnostics, key=lambda one: one.order):
        if can_be_known(finding, publication):
            mark = fingerprint(finding)
            counts[mark] += 1
            first.setdefault(mark, finding)
    return tuple(
        sorted(
            Known(one.code, one.location.path, one.message, mark, counts[mark])
            for mark, one in first.items()
        )
    )


def sifted(
    diagnostics: Iterable[Diagnostic], baseline: Sequence[Known], publication: Publication
) -> Sifted:
    """Take the known findings out, as many of each as the baseline counts."""
    left = Counter({one.fingerprint: one.count for one in baseline})
    new = []
    for finding in diagnostics:
        mark = fingerprint(finding) if left else ""
        if left[mark] > 0 and can_be_known(finding, publication):
            left[mark] -= 1
        else:
            new.append(finding)
    gone = (replace(one, count=left[one.fingerprint]) for one in baseline if left[one.fingerprint])
    return Sifted(tuple(new), tuple(gone))


def shrunk(baseline: Sequence[Known], gone: Iterable[Known]) -> tuple[Known, ...]:
    """The baseline without what is gone."""
    less = {one.fingerprint: one.count for one in gone}
    kept = (replace(one, count=one.count - less.get(one.fingerprint, 0)) for one in baseline)
    return tuple(one for one in kept if one.count)


def without_known(
    diagnostics: Sequence[Diagnostic], baseline: Sequence[Known], publication: Publication
) -> tuple[Diagnostic, ...]:
    """What a run is judged by: what is new, and a word on what is gone, in reading order."""
    if not baseline:
        return tuple(diagnostics)
    result = sifted(diagnostics, baseline, publication)
    told = as_configured(outgrown_baseline(publication, result.gone), publication)
    return tuple(sorted((*result.new, *told), key=lambda finding: finding.order))


def written(baseline: Sequence[Known]) -> str:
    """The file: the same baseline, the same bytes."""
    document = {
        "about": _ABOUT,
        "version": _VERSION,
        "count": sum(one.count for one in baseline),
        "findings": [
            {
                "code": one.code,
                "path": one.path,
                "message": one.message,
                "fingerprint": one.fingerprint,
                "count": one.count,
            }
            for one in sorted(baseline)
        ],
    }
    # In ASCII: names of files may hold bytes that are no UTF-8, and come back as they were.
    return json.dumps(document, indent=1) + "\n"


def read(data: bytes) -> tuple[Known, ...]:
    """The baseline in a file. Raises AushangError where it is none that we wrote."""
    remedy = "restore it, or delete it and run `aushang baseline`"
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise AushangError(f"{FILE} is not JSON: {error}", remedy) from error
    version = document.get("version") if isinstance(document, Mapping) else None
    if version != _VERSION:
        what = f"its version is “{version}”, this program knows {_VERSION}"
        raise AushangError(f"{FILE} cannot be read: {what}", remedy)
    try:
        return tuple(_known(entry) for entry in document["findings"])
    except (KeyError, TypeError, ValueError) as error:
        raise AushangError(f"{FILE} lacks what a finding needs: {error}", remedy) from error


def _known(entry: Mapping[str, object]) -> Known:
    code, path, message, mark = (str(entry[key]) for key in _TEXTS)
    count = entry["count"]
    if not isinstance(count, int) or count < 1:
        raise ValueError(f"`count` is {count!r}")
    return Known(code, path, message, mark, count)
