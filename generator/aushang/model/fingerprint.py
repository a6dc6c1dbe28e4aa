"""What makes a finding the same one tomorrow, although lines were added above it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from aushang.model.diagnostic import Diagnostic

_NUMBERED = re.compile(r"\b(lines?|columns?|bytes?|characters?) \d+(:\d+)?")
_LENGTH = 32  # hexadecimal digits


def fingerprint(finding: Diagnostic) -> str:
    """32 hexadecimal digits of the file and the sentence, without the numbers of lines in it.

    Two findings of a file that say the same have the same one: see `fingerprints`.
    """
    said = _NUMBERED.sub(r"\1", finding.message)
    parts = f"{finding.code}\0{finding.location.path}\0{said}"
    # A file's name may hold bytes that are no UTF-8, which Python keeps as lone surrogates.
    return sha256(parts.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]


def fingerprints(findings: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with a fingerprint that no other one here has: the second of a kind is `…-2`."""
    seen: Counter[str] = Counter()
    for finding in findings:
        mark = fingerprint(finding)
        seen[mark] += 1
        yield finding, mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
