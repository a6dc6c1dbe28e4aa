"""Words about prices that hide a part of them: what the checks of price wording have in common."""

import re
from collections.abc import Iterator

from aushang.checks.prose import prose
from aushang.checks.staleness import AT_LAST
from aushang.model import Diagnostic, Publication, finishes

AMOUNT = r"(?:(?:€|EUR) ?\d[\d.,]*|\d[\d.,]* ?(?:€|EUR\b|Euro\b|euros?\b))"
"""An amount in euros, the sign before or behind it."""


def found_words(
    publication: Publication, pattern: re.Pattern[str], code: str, says: str, hint: str
) -> Iterator[Diagnostic]:
    """A finding for each text that has words of `pattern`: “…” and then what it `says`.

    Only where the law of Germany was chosen. Posts that are over are history and are let be.
    """
    if publication.site.law != "DE":
        return
    for words in prose(publication):
        match = pattern.search(words.text.replace("\xa0", " "))
        if match:
            yield Diagnostic(
                code=code,
                message=f"“{match[0]}” {says}",
                location=words.position,
                hint=hint,
                quote=words.text[match.start() : match.end()].rstrip("* "),
                until=finishes(words.post, AT_LAST) if words.post else None,
            )
