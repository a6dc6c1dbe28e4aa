"""The page of all questions, its parts on other pages, and the same read from structured data."""

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from tests.factories import (
    make_asked,
    make_body,
    make_contact,
    make_post,
    make_publication,
    make_question,
)
from tests.page_reading import BareShell, one, parsed, sheets_of, texts, words_of

from aushang.model import Publication, Question
from aushang.outputs import pages
from aushang.outputs.pages import asked, questions
from aushang.outputs.shell import Sheet

ALL = "fragen/"
BOTH = {
    "de": make_asked("de", "Darf mein Kind mit?", "Ja, samstags."),
    "en": make_asked("en", "May my child come along?", "Yes, on Saturdays."),
}


def publication_of(*found: Question, **fields: object) -> Publication:
    """A publication with these questions, in this order."""
    return make_publication(questions={one.id: one for one in found}, **fields)


def many(count: int, **fields: object) -> list[Question]:
    """That many about one thing."""
    return [make_question(f"q{number:03}", f"Frage {number}?", **fields) for number in range(count)]


def test_there_is_no_page_where_nobody_asked() -> None:
    """And no way to it."""
    publication = make_publication()
    assert ALL not in sheets_of(publication)
    assert "questions" not in {entry.section for entry in pages.frames(publication)["de"].menu}


def test_a_question_stands_with_its_answer_and_whom_to_ask() -> None:
    """Under the service that it is about, with the day on which somebody looked at it."""
    question = make_question(locations=("mitte", "nirgends"))
    sheet = sheets_of(publication_of(question))[ALL]
    article = one(parsed(sheet), "article")
    assert words_of(one(article, "h3#handtuch a[href='#handtuch']")) == (
        "Kann ich ein Handtuch leihen?"
    )
    assert words_of(one(article, ".au-prose")) == "Ja, am Empfang."
    assert texts(article, "p:not(.au-prose p)") == [
        "Beantwortet am 18. November 2026 · Sauna, Mitte",
        "Fragen? Jana Weiß: +49 30 5550111",
    ]
    assert one(article, "time").attributes["datetime"] == "2026-11-18"
    assert (sheet.title, sheet.section) == ("Fragen und Antworten", "questions")
    assert sheet.alternates == {"de": "fragen/", "en": "en/questions/"}


def test_what_the_heading_says_is_not_said_again() -> None:
    """A question about the sauna alone, below “Sauna”."""
    sheet = sheets_of(publication_of(make_question()))[ALL]
    facts = one(parsed(sheet), ".au-question__facts")
    assert words_of(facts) == "Beantwortet am 18. November 2026"


def test_groups_come_in_the_order_of_the_site() -> None:
    """First what is about everything, then by service, then by place; each question once."""
    found = [
        make_question("ort", services=(), locations=("ost", "mitte")),
        make_question("kurse", services=("kurse", "sauna")),
        make_question("sauna"),
        make_question("allgemein", services=()),
        make_question("fort", services=("gibt-es-nicht",)),
    ]
    sheet = sheets_of(publication_of(*found))[ALL]
    order = [node.attributes["id"] for node in parsed(sheet).css("h2, h3")]
    assert order == [
        "au--all", "allgemein", "fort",
        "au--service--sauna", "sauna",
        "au--service--kurse", "kurse",
        "au--location--ost", "ort",
    ]  # fmt: skip
    assert [heading.text for heading in sheet.headings] == [
        "Allgemeines", "Sauna", "Rückenkurse & mehr", "Ost"
    ]  # fmt: skip


def test_each_language_shows_all_questions_at_their_places() -> None:
    """What is not translated is said in the language in which it was written, and says so."""
    sheets = sheets_of(publication_of(make_question("kind", texts=BOTH), make_question()))
    tree = parsed(sheets["en/questions/"])
    assert texts(tree, "h3") == [
        "May my child come along?",
        "Kann ich ein Handtuch leihen? (in German)",
    ]
    foreign = one(tree, "#handtuch a")
    assert (foreign.attributes["lang"], foreign.attributes["hreflang"]) == ("de", "de")
    assert texts(tree, ".au-prose[lang=de]") == ["Ja, am Empfang."]
    assert texts(parsed(sheets[ALL]), "[lang]") == []


def test_headings_of_an_answer_stand_below_the_question() -> None:
    """Whoever goes from heading to heading stays in the answer."""
    html = '<h2 id="a--x">Eins</h2><p>Ja.</p><h3 id="a--y">Zwei</h3><p>Nein.</p>'
    text = replace(make_asked("de", "Und?"), answer=make_body("Ja. Nein.", html))
    sheet = sheets_of(publication_of(make_question("a", texts={"de": text})))[ALL]
    levels = [(node.tag, words_of(node)) for node in parsed(sheet).css("h1, h2, h3, h4, h5, h6")]
    assert levels[2:] == [("h3", "Und?"), ("h4", "Eins"), ("h5", "Zwei")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h6>Tief</h6>", "<h6>Tief</h6>"),
        ("<hr><header>", "<hr><header>"),
        ('<h2 id="x">A</h2>', '<h4 id="x">A</h4>'),
    ],
)
def test_lowered(html: str, expected: str) -> None:
    """Only headings, and none below the sixth level."""
    assert asked.lowered(html) == expected


def test_hostile_words_stay_words() -> None:
    """Whatever a customer asked."""
    words = '</h3><script>alert(1)</script> "ü" & {{ 7*7 }}'
    sheet = sheets_of(publication_of(make_question(words=words)))[ALL]
    assert parsed(sheet).css("script") == []
    assert words_of(one(parsed(sheet), "h3")) == words
    assert json.loads(sheet.linked_data)["mainEntity"][0]["name"] == words


def linked(sheet: Sheet) -> list[tuple[str, str, str, str]]:
    """Id, question, answer and day of each question, as search engines read them."""
    data = json.loads(sheet.linked_data)
    assert (data["@type"], data["@context"]) == ("FAQPage", "https://schema.org")
    return [
        (
            entry["url"].rpartition("#")[2],
            entry["name"],
            " ".join(entry["acceptedAnswer"]["text"].split()),
            datetime.fromisoformat(entry["acceptedAnswer"]["dateModified"]).date().isoformat(),
        )
        for entry in data["mainEntity"]
    ]


def read(sheet: Sheet) -> list[tuple[str, str, str, str]]:
    """The same as people read it."""
    return [
        (
            str(one(article, "h3").attributes["id"]),
            words_of(one(article, "h3 a")),
            words_of(one(article, ".au-prose")),
            str(one(article, "time").attributes["datetime"]),
        )
        for article in parsed(sheet).css("article")
    ]


@pytest.mark.parametrize("count", [2, questions.TOGETHER, questions.TOGETHER + 1, 500])
def test_structured_data_say_what_the_page_says(count: int) -> None:
    """On each page with answers in both languages: the same ones, in the same order."""
    found = [make_question("kind", texts=BOTH), *many(count - 1)]
    sheets = sheets_of(publication_of(*found))
    with_answers = [
        sheet for sheet in sheets.values() if sheet.section == "questions" and sheet.linked_data
    ]
    assert sum(len(read(sheet)) for sheet in with_answers) == 2 * count
    for sheet in with_answers:
        assert linked(sheet) == read(sheet)


def test_many_questions_make_no_huge_page() -> None:
    """500: the page lists them where they always stand, the answers are on numbered pages."""
    answer = make_asked("de", "Und?", "Ein Satz mit zehn Wörtern, wie man ihn schreibt. " * 10)
    found = many(250, texts={"de": answer}) + [
        make_question(f"k{number:03}", services=("kurse",), texts={"de": answer})
        for number in range(250)
    ]
    sheets = sheets_of(publication_of(*found))
    tree = parsed(sheets[ALL])
    assert len(sheets[ALL].body) < 100_000
    assert [node.attributes["id"] for node in tree.css("li[id]")] == [one.id for one in found]
    assert [node.attributes["href"] for node in tree.css("li a")][39:41] == [
        "\x02/fragen/seite/1/#q039",
        "\x02/fragen/seite/2/#q040",
    ]
    assert [(node.attributes["href"], words_of(node)) for node in tree.css("p > a[href^='#']")] == [
        ("#au--service--sauna", "Alle 250 Fragen zeigen: Sauna"),
        ("#au--service--kurse", "Alle 250 Fragen zeigen: Rückenkurse & mehr"),
    ]
    assert sheets[ALL].linked_data == ""
    numbered = [path for path in sheets if re.fullmatch(r"fragen/seite/\d+/", path)]
    assert len(numbered) == 13
    assert max(len(sheets[path].body) for path in numbered) < 60_000
    seventh = sheets["fragen/seite/7/"]
    assert texts(parsed(seventh), "h2") == ["Sauna", "Rückenkurse & mehr"]
    assert seventh.title == "Fragen und Antworten, Seite 7"
    assert seventh.description == "Und? · Und? · Und? · …"
    assert one(parsed(seventh), ".au-up a").attributes["href"] == "\x02/fragen/"


def test_a_service_and_a_place_list_what_is_asked_about_them() -> None:
    """The first eight, and how many there are besides."""
    found = [*many(asked.MOST + 2), make_question("ort", locations=("mitte",), services=())]
    sheets = sheets_of(publication_of(*found))
    section = one(parsed(sheets["angebote/sauna/"]), "section[aria-labelledby=au-questions]")
    links = [node.attributes["href"] for node in section.css("li a")]
    assert links == [f"\x02/fragen/#q{number:03}" for number in range(asked.MOST)]
    assert words_of(one(section, ".au-more")) == "2 weitere Fragen dazu"
    place = one(parsed(sheets["standorte/mitte/"]), "section[aria-labelledby=au-questions]")
    assert texts(place, "li") == ["Kann ich ein Handtuch leihen?"]
    assert words_of(one(place, ".au-more a[href$='fragen/']")) == "Alle Fragen und Antworten"
    for path in ("standorte/ost/", "angebote/kurse/", "themen/wiedereroeffnung/"):
        assert parsed(sheets[path]).css("section[aria-labelledby=au-questions]") == []


def test_the_menu_leads_to_the_questions() -> None:
    """Behind the services, on every page."""
    shell = BareShell()
    for _ in pages.render(publication_of(make_question(), posts=[make_post()]), shell):
        pass
    entries = [(entry.section, entry.title, entry.path) for entry in shell.frames["en"].menu]
    assert entries[3] == ("questions", "Questions", "en/questions/")


def test_a_person_whom_nobody_knows_is_left_out() -> None:
    """A check has complained; the site's own person answers where there is one."""
    stranger = make_question(contact="niemand")
    sheet = sheets_of(publication_of(stranger, contacts={}))[ALL]
    assert "Fragen?" not in sheet.body
    general = make_question(contact="")
    contacts = {"jana-weiss": make_contact(phone="")}
    sheet = sheets_of(publication_of(general, contacts=contacts))[ALL]
    assert "Fragen? Jana Weiß: jana.weiss@kraftraum.example" in words_of(parsed(sheet))
