"""AU204 malformed-contact."""

import re
from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.checks.written import WrittenSite
from aushang.checks.written.edits import edit_of
from aushang.checks.written.origins import causes
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import cleaned, scheme_of
from aushang.checks.written.spelling import is_phone
from aushang.model import Diagnostic, Publication

_PARTED = re.compile(r"%20|[\s/]")


@check("AU204", stage="artifact", since="0.1")
def malformed_contact(publication: Publication, written: WrittenSite) -> Iterator[Diagnostic]:
    """A link to write or to call that no program can use.

    What it finds: `mailto:` without an address of the form `name@host` (RFC 6068), and `tel:`
        whose number has spaces, letters or nothing in it (RFC 3966).
    Why it matters: somebody wants to ask, and their telephone answers with an error.
    Bad: `[Anrufen](<tel:+49 30 5550111>)`
    Good: `[Anrufen](tel:+49-30-5550111)`
    """
    for cause in causes(publication, written, {Problem.NO_ADDRESSEE}):
        scheme, rest = scheme_of(cleaned(cause.written))
        number = f"{scheme}:{_PARTED.sub('', rest)}"
        is_number = scheme != "mailto" and is_phone(_PARTED.sub("", rest))
        what = "mail address" if scheme == "mailto" else "telephone number"
        yield Diagnostic(
            code="AU204",
            message=f"{cause.noun} “{cause.written}” holds no {what}",
            location=cause.position,
            hint=f"write “{number}”" if is_number else _HINTS[what],
            pages=cause.pages,
            edit=edit_of(cause, number if is_number else "", written),
        )


_HINTS = {
    "mail address": "write `mailto:name@host`; several addresses are parted by commas",
    "telephone number": "write `tel:` and digits, with the country's code first: `tel:+4930555`",
}
