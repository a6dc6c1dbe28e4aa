"""The words of findings about questions, in full, and from when to when they hold."""

from collections.abc import Iterable
from dataclasses import replace

from tests.factories import (
    NOW,
    berlin,
    make_asked,
    make_body,
    make_publication,
    make_question,
    make_site,
)

from aushang.checks.answer_ahead_of_time import answer_ahead_of_time
from aushang.checks.empty_page import empty_page
from aushang.checks.missing_contact import missing_contact
from aushang.checks.past_future import past_future
from aushang.checks.repeated_question import repeated_question
from aushang.checks.unknown_reference import unknown_reference
from aushang.model import Diagnostic, Publication, Question

FILE = "content/questions/handtuch.md"


def of(question: Question, **fields: object) -> Publication:
    """A publication with this question alone."""
    return make_publication([], questions={question.id: question}, **fields)


def told(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as place, severity, code, message and hint."""
    return [f"{f.location} {f.severity} {f.code} {f.message} | {f.hint}" for f in found]


def test_an_answer_that_nobody_wrote() -> None:
    """Its question is quoted."""
    empty = replace(make_asked("de", "Und?"), answer=make_body("", ""))
    (finding,) = told(empty_page(of(make_question(texts={"de": empty}))))
    assert finding.partition(" ")[2] == (
        "error AU102 question “Und?” has no answer | write the answer, or set `draft: true`"
    )


def test_a_question_that_names_nobody() -> None:
    """Unless the configuration names somebody for all."""
    question = make_question(contact="")
    assert told(missing_contact(of(question, site=make_site(contact="")))) == [
        (
            f"{FILE} error AU701 the question names no contact, and the configuration names none"
            " for all questions | add `contact:` and one of “jana-weiss”"
        )
    ]
    assert told(missing_contact(of(question))) == []


def test_ids_that_nobody_knows() -> None:
    """With a guess at what was meant."""
    question = make_question(services=("suana",), locations=("mite",), contact="jana-weis")
    assert told(unknown_reference(of(question))) == [
        f"{FILE} error AU050 service “suana” does not exist | did you mean “sauna”?",
        f"{FILE} error AU050 place “mite” does not exist | did you mean “mitte”?",
        f"{FILE} error AU050 contact “jana-weis” does not exist | did you mean “jana-weiss”?",
    ]


def test_the_same_question_in_two_files() -> None:
    """It is told where the second one stands, by the files' names, and names the first."""
    asked = (("vertrag", "Und?"), ("kurs", "UND ?"), ("sauna", "Und wann?"))
    questions = {key: make_question(key, words) for key, words in asked}
    assert told(repeated_question(make_publication([], questions=questions))) == [
        (
            "content/questions/vertrag.md error AU056 “Und?” is also asked in"
            " content/questions/kurs.md"
            " | make one file of the two, or say in the question what makes the difference"
        )
    ]


def test_marks_are_part_of_a_word() -> None:
    """Hindi writes vowels with them; Arabic spells the same word with and without a joiner."""
    asked = (("a", "का?"), ("b", "की?"), ("c", "की\u200d ?"))
    questions = {key: make_question(key, words) for key, words in asked}
    (finding,) = repeated_question(make_publication([], questions=questions))
    assert finding.location.path == "content/questions/c.md"


def test_an_answer_of_tomorrow() -> None:
    """Until it is tomorrow, so that the next build knows."""
    question = make_question(answered=berlin("2026-11-22T08:00"))
    (finding,) = answer_ahead_of_time(of(question))
    assert told([finding]) == [
        (
            f"{FILE} warning AU408 `answered` is 2026-11-22T08:00, which is still to come"
            " | write the day on which somebody looked at the answer last"
        )
    ]
    assert finding.until == question.answered
    assert told(answer_ahead_of_time(of(make_question(answered=NOW)))) == []


def test_what_an_answer_announces_is_counted_from_its_day() -> None:
    """Without a year the day is the next one behind it; who looks again sets another day."""
    text = make_asked("de", "Wann?", "Die Karte wird am 3. Mai verteilt.")
    (finding,) = past_future(
        of(make_question(texts={"de": text}, answered=berlin("2026-04-20T09:00")))
    )
    assert finding.since == berlin("2026-05-04T00:00")
    assert finding.until is None
    assert finding.hint == (
        "bring the answer up to date, and set `answered` to the day on which you do"
    )
    (later,) = past_future(
        of(make_question(texts={"de": text}, answered=berlin("2026-11-20T09:00")))
    )
    assert later.since == berlin("2027-05-04T00:00")
