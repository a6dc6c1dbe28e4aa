"""What the search finds, and the blocks it stands in."""

import random
from dataclasses import replace

from tests.factories import (
    NOW,
    berlin,
    make_bilingual_post,
    make_body,
    make_page,
    make_post,
    make_posts,
    make_publication,
    make_question,
    make_service,
    make_site,
    make_text,
    make_update,
)
from tests.searched_documents import documents

from aushang.model import Localised, Publication
from aushang.outputs.searchable import ANY, Block, Document, blocks
from aushang.outputs.searched import is_searched, searched_languages

SEARCHED = make_site(has_search=True)


def found(publication: Publication) -> dict[str, Document]:
    """The documents by their paths."""
    return {document.path: document for document in documents(publication)}


def dated(number: int, language: str = "de") -> Document:
    """A post of the n-th second of a day."""
    return Document(
        path=f"meldungen/{number}/",
        language=language,
        title=f"Meldung {number}",
        text="Die Sauna ist offen.",
        kind="Neuigkeit",
        published=f"2026-11-20T09:00:{number:02}+00:00",
    )


def test_a_post_is_found_by_all_that_was_said() -> None:
    """Summary, text and later words are one text; day and names are those of its language."""
    post = make_bilingual_post("a", updates=(make_update(english="Aufguss on Tuesday."),))
    publication = make_publication([post], site=SEARCHED, pages=(make_page(),))
    assert found(publication)["meldungen/a/"] == Document(
        path="meldungen/a/",
        language="de",
        title="Die Sauna in Mitte ist wieder offen",
        text="Ab Montag, 6 Uhr. Die Sauna ist offen. Die Aufgüsse beginnen am Dienstag.",
        kind="Wiedereröffnung",
        about=("Sauna", "Mitte"),
        published="2026-11-20T08:00:00+00:00",
        day="2026-11-20",
        day_words="20.\N{NO-BREAK SPACE}November 2026",
        services=("sauna",),
        locations=("mitte",),
    )
    english = found(publication)["en/posts/a/"]
    assert english.text == "From Monday, 6 am. The sauna is open. Aufguss on Tuesday."
    assert (english.kind, english.day_words) == ("Reopening", "20\N{NO-BREAK SPACE}November 2026")


def test_a_summary_that_is_the_text_s_beginning_is_not_said_twice() -> None:
    """What the reader sees once is found once."""
    text = make_text(summary="Die Sauna ist…", body=make_body("Die Sauna ist\n\noffen."), slug="a")
    post = make_post("a", texts={"de": text})
    assert found(make_publication([post], site=SEARCHED))["meldungen/a/"].text == (
        "Die Sauna ist offen."
    )


def test_pages_services_and_places_are_found_too() -> None:
    """Each with what it is; a place by its street."""
    publication = make_publication(site=SEARCHED, pages=(make_page(),))
    by_path = found(publication)
    assert {path: by_path[path].kind for path in by_path if not by_path[path].published} == {
        "angebote/sauna/": "Angebot",
        "angebote/kurse/": "Angebot",
        "standorte/mitte/": "Standort",
        "standorte/ost/": "Standort",
        "impressum/": "Seite",
        "en/services/sauna/": "Service",
        "en/services/kurse/": "Service",
        "en/locations/mitte/": "Location",
        "en/locations/ost/": "Location",
    }
    assert by_path["standorte/mitte/"].text == "Studio Mitte. Torstraße 12, 10119 Berlin."
    assert by_path["standorte/mitte/"].locations == ("mitte",)
    assert by_path["impressum/"].services == (ANY,)


def test_what_concerns_all_is_found_with_every_filter() -> None:
    """A post without services and places stands for all of them."""
    post = make_post("a", services=(), locations=())
    document = found(make_publication([post], site=SEARCHED))["meldungen/a/"]
    assert (document.services, document.locations, document.about) == ((ANY,), (ANY,), ())


def test_what_is_not_shown_is_not_found() -> None:
    """A post of tomorrow and an update of tomorrow stay unknown."""
    update = make_update("2026-11-30T09:00", "Geheim.")
    posts = [make_post("a", updates=(update,)), make_post("b", published="2026-11-30T09:00")]
    by_path = found(make_publication(posts, site=SEARCHED))
    assert "meldungen/b/" not in by_path
    assert "Geheim" not in by_path["meldungen/a/"].text


def test_a_page_without_text_is_found_by_its_title() -> None:
    """Pagefind drops a record without a word; one without any is left out."""
    nothing = Localised({})
    services = {
        "sauna": make_service(summary=nothing),
        "punkt": make_service("punkt", "…", "…", summary=nothing),
    }
    by_path = found(make_publication(site=SEARCHED, services=services))
    assert by_path["angebote/sauna/"].text == "Sauna"
    assert "angebote/punkt/" not in by_path


def test_a_language_without_a_post_has_no_search() -> None:
    """Nobody is sent to a search of nothing; and without the option there is none at all."""
    publication = make_publication([make_post()], site=SEARCHED)
    assert searched_languages(publication) == ("de",)
    assert {document.language for document in documents(publication)} == {"de"}
    assert not is_searched(make_publication(), "de")
    assert list(documents(make_publication())) == []


def test_blocks_are_counted_from_the_oldest() -> None:
    """A new post changes the newest block alone, where all that has no date stands."""
    page = replace(dated(0), path="impressum/", published="")
    before = list(blocks([page, *map(dated, range(5))], size=2))
    after = list(blocks([page, *map(dated, range(6))], size=2))
    assert [[each.path for each in block.documents] for block in before] == [
        ["meldungen/0/", "meldungen/1/"],
        ["meldungen/2/", "meldungen/3/"],
        ["meldungen/4/", "impressum/"],
    ]
    assert [block.number for block in before] == [1, 2, 3]
    assert after[:2] == before[:2]


def test_blocks_do_not_depend_on_the_order() -> None:
    """Shuffled documents of two languages are the same blocks."""
    several = [dated(number, language) for number in range(7) for language in ("de", "en")]
    shuffled = random.Random(7).sample(several, len(several))
    assert list(blocks(shuffled, size=3)) == list(blocks(several, size=3))


def test_a_block_without_posts_holds_the_pages() -> None:
    """What has no date is found even where it is all there is."""
    page = replace(dated(0), published="")
    assert list(blocks([page])) == [Block("de", 1, (page,))]


def test_posts_of_different_offsets_are_in_the_order_of_time() -> None:
    """In the night of the clock change the later post is the later one."""
    early, late = berlin("2026-10-25T02:30"), berlin("2026-10-25T02:10").replace(fold=1)
    posts = [make_post("spaet", published=late), make_post("frueh", published=early)]
    publication = make_publication(posts, site=SEARCHED, services={}, locations={})
    (block,) = blocks(documents(publication))
    assert [each.path for each in block.documents] == ["meldungen/frueh/", "meldungen/spaet/"]


def test_every_post_is_found_in_each_of_its_languages() -> None:
    """As many documents as there are pages of posts."""
    publication = make_publication(make_posts(20), site=SEARCHED, now=NOW)
    assert len([each for each in documents(publication) if each.published]) == 40


def test_a_question_is_found_at_its_place() -> None:
    """In the languages in which it was written, with what it is about."""
    question = make_question("handtuch", locations=("mitte",), services=("sauna", "nirgends"))
    publication = make_publication(site=SEARCHED, questions={"handtuch": question})
    assert found(publication)["fragen/#handtuch"] == Document(
        path="fragen/#handtuch",
        language="de",
        title="Kann ich ein Handtuch leihen?",
        text="Ja, am Empfang.",
        kind="Frage",
        about=("Sauna", "Mitte"),
        services=("sauna", "nirgends"),
        locations=("mitte",),
    )
    assert "en/questions/#handtuch" not in found(publication)
