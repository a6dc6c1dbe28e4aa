"""What customers ask, in the API."""

import json
from dataclasses import replace

from tests.factories import (
    by_path,
    make_asked,
    make_body,
    make_publication,
    make_question,
    make_site,
)
from tests.plain_words import WORDS

from aushang.model import Publication, Question
from aushang.outputs import api

SITE = "https://aktuell.kraftraum.example/"


def document(publication: Publication) -> dict:
    """The file of all questions."""
    return json.loads(by_path(api.list_files(publication, WORDS))["api/v1/questions.json"])


def of(*found: Question, **fields: object) -> Publication:
    """A publication with these questions."""
    return make_publication([], questions={one.id: one for one in found}, **fields)


def test_a_question_with_its_answer_in_each_language_it_has():
    """Addresses are whole, and there is one in each language of the site."""
    body = make_body("Ja.", '<p>Ja, <a href="#kind--wann">dann</a>.</p>')
    texts = {
        "de": replace(make_asked("de", "Darf mein Kind mit?"), answer=body),
        "en": make_asked("en", "May my child come along?", "Yes."),
    }
    question = make_question("kind", texts=texts, locations=("mitte",))
    found = document(of(question))
    assert found["data"] == [
        {
            "id": "kind",
            "guid": "tag:kraftraum.example,2026:questions/kind",
            "question": {"de": "Darf mein Kind mit?", "en": "May my child come along?"},
            "answer": {
                "de": {
                    "html": f'<p>Ja, <a href="{SITE}fragen/#kind--wann">dann</a>.</p>',
                    "text": "Ja.",
                },
                "en": {"html": "<p>Yes.</p>", "text": "Yes."},
            },
            "answered": "2026-11-18T09:00:00+01:00",
            "services": ["sauna"],
            "locations": ["mitte"],
            "contact": "jana-weiss",
            "urls": {"de": f"{SITE}fragen/#kind", "en": f"{SITE}en/questions/#kind"},
        }
    ]
    assert found["generated_from"] == {"files": 3, "newest": "2026-11-18T09:00:00+01:00"}


def test_the_order_is_that_of_the_site_and_nothing_is_no_fault():
    """A client finds a list, whatever there is."""
    found = document(of(make_question("b"), make_question("a")))
    assert [one["id"] for one in found["data"]] == ["b", "a"]
    empty = document(of())
    assert (empty["data"], empty["generated_from"]) == ([], {"files": 0, "newest": None})


def test_the_person_of_all_answers_where_none_is_named():
    """Whom nobody knows is nobody."""
    general, stranger = make_question("a", contact=""), make_question("b", contact="niemand")
    found = document(of(general, stranger, site=make_site(contact="jana-weiss")))
    assert [one["contact"] for one in found["data"]] == ["jana-weiss", None]


def test_the_index_leads_there():
    """With the schema beside it."""
    links = json.loads(by_path(api.render(of(), WORDS))["api/v1/index.json"])["links"]
    assert links["questions"] == f"{SITE}api/v1/questions.json"
    assert links["schemas"]["questions"] == f"{SITE}api/v1/schema/questions.json"
