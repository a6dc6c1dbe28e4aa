"""AU056 repeated-question."""

from collections.abc import Iterator

from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication, QuestionText, same_words


@check("AU056", stage="source", since="0.1")
def repeated_question(publication: Publication) -> Iterator[Diagnostic]:
    """Two questions in the same words.

    What it finds: a question that another file asks in the same language, whatever the capitals,
        signs and blanks.
    Why it matters: whoever finds one of the answers does not know of the other; one day only one of
        the two is brought up to date, and then they contradict each other.
    Bad: `question: Kann ich kündigen?` in `kuendigen.md` and in `vertrag.md`
    Good: one file with both `services`, or the words that make the difference: “Kann ich den
        Kurs kündigen?”
    """
    first: dict[tuple[str, str], QuestionText] = {}
    every = (text for one in publication.questions.values() for text in one.texts.values())
    for text in sorted(every, key=lambda one: one.source.path):
        other = first.setdefault((text.language, same_words(text.question)), text)
        if other is not text:
            yield Diagnostic(
                code="AU056",
                message=f"“{text.question}” is also asked in {other.source.path}",
                location=text.source.at("question"),
                hint="make one file of the two, or say in the question what makes the difference",
            )
