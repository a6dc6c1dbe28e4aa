"""AU714 foreign-words."""

from collections.abc import Iterator

from aushang.checks.prose import prose
from aushang.checks.rules import check
from aushang.checks.tongues import tongue
from aushang.model import Diagnostic, Publication, Severity

_NAMES = {"de": "German", "en": "English"}


@check("AU714", stage="text", since="0.1", severity=Severity.WARNING)
def foreign_words(publication: Publication) -> Iterator[Diagnostic]:
    """A text in another language than the page says.

    What it finds: a text of forty words or more that is said to be German and reads as English, or
        the other way round, by its small words. Other languages are not judged.
    Why it matters: a screen reader pronounces it as gibberish, a browser offers to translate the
        wrong way, and readers who chose their language do not get it.
    Bad: `sauna.en.md` that still holds the German text
    Good: `sauna.en.md` in English, `sauna.md` in German
    """
    for words in prose(publication):
        said = words.language.partition("-")[0].lower()
        found = tongue(words.text, said)
        if found:
            yield Diagnostic(
                code="AU714",
                message=f"the text is said to be {_NAMES[said]} and reads as {_NAMES[found]}",
                location=words.position,
                hint=f"translate it, or move it to where the {_NAMES[found]} text belongs",
                quote=" ".join(words.text.split()[:2]),
            )
