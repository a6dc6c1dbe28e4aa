"""What stands on the notice for the door, and when there is one."""

import pytest
from tests.factories import (
    make_body,
    make_post,
    make_publication,
    make_text,
    make_update,
)
from tests.page_reading import one, parsed, sheets_of, texts, words_of

from aushang.outputs.pages.lettering import STEPS, title_step
from aushang.outputs.pages.square_code import square_code


def page_of(post, **fields):
    """The parsed page of a post that is alone in its publication."""
    return parsed(sheets_of(make_publication([post], **fields))["meldungen/a/"])


def test_it_says_what_matters() -> None:
    """House, state, title, dates, places, summary, the newest word, person and address."""
    post = make_post(
        "a",
        type="closure",
        starts="2026-11-20T06:00",
        ends="2026-12-20T22:00",
        next_update="2026-11-27T12:00",
        updates=(make_update(text="Der neue Ofen ist da."),),
    )
    tree = page_of(post)
    assert words_of(one(tree, ".au-door__house")) == "Kraftraum"
    assert words_of(one(tree, ".au-door__kind")) == "Schließung"
    assert words_of(one(tree, ".au-door__title")) == "Die Sauna in Mitte ist wieder offen"
    assert texts(tree, ".au-door__facts dd") == [
        "20. November, 6:00 Uhr, bis 20. Dezember 2026, 22:00 Uhr",
        "Mitte · Sauna",
        "spätestens Fr., 27. November 2026, 12:00 Uhr",
    ]
    assert words_of(one(tree, ".au-door__summary")) == "Ab Montag, 6 Uhr."
    assert (
        words_of(one(tree, ".au-door__said")) == "Neu am 21. November 2026: Der neue Ofen ist da."
    )
    assert words_of(one(tree, ".au-door__name")) == "Jana Weiß"
    assert one(tree, ".au-door__address").text() == "aktuell.kraftraum.example/meldungen/a"
    assert one(tree, ".au-door__code svg").attributes["viewBox"] == "0 0 33 33"


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"type": "closure"}, 1),
        ({"type": "closure", "starts": "2026-12-01T06:00"}, 1),
        ({"type": "closure", "ends": "2026-11-21T06:00"}, 0),
    ],
)
def test_only_what_holds_or_is_to_come_has_one(fields, count) -> None:
    """What is over is history; its page stays as small as it was."""
    tree = page_of(make_post("a", **fields))
    assert len(tree.css(".au-door")) == len(tree.css(".au-print")) == count


def test_the_text_comes_in_whole_sentences_without_what_is_not_seen() -> None:
    """Headings, lists and tables as such; no words for a picture, no heading without its text."""
    body = make_body(
        "\n\n".join(
            [
                "Erster Satz. " + "Zweiter Satz. " * 30,
                "Grundriss",
                "Was | Wann\nKurse | nie",
                "Ende",
            ]
        ),
        '<p>…</p><img src="a.png" alt="Grundriss">',
    )
    tree = page_of(make_post("a", texts={"de": make_text(body=body, slug="a")}))
    paragraphs = texts(tree, ".au-door__text > p")
    assert paragraphs[1].startswith("Erster Satz. Zweiter Satz.")
    assert paragraphs[1].endswith("Zweiter Satz.")
    assert len(paragraphs[1]) <= 320
    assert paragraphs[2:] == ["Ende"]
    assert texts(tree, ".au-door__text td") == ["Was", "Wann", "Kurse", "nie"]


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Sauna zu", 24),
        ("Aufzug in Altona steht still", 17.5),
        ("Die Sauna in Mitte ist wieder offen", 17.5),
        ("Schwimmbecken in Neukölln bis 14. Dezember geschlossen", 15),
        (
            "Am 24. und 31. Dezember schließen wir um 14 Uhr, am 1. Januar öffnen wir um 12 Uhr",
            13,
        ),
        ("x" * 400, 10),
        ("", 24),
    ],
)
def test_the_longer_a_title_the_smaller(title, size) -> None:
    """Readable from two metres as long as it can be."""
    assert STEPS[title_step(title)] == size


def test_no_code_where_no_telephone_could_read_it() -> None:
    """An address of a thousand letters makes a grey square."""
    assert square_code("https://a.example/" + "x" * 1000) is None
    assert str(square_code("https://a.example/")).startswith("<svg viewBox=")
