"""The messages of the checks of sources, in full."""

from collections.abc import Iterable

import pytest
from tests.factories import (
    make_body,
    make_contact,
    make_location,
    make_page,
    make_post,
    make_publication,
    make_service,
    make_site,
    make_text,
    make_update,
)

from aushang.checks.runner import check_sources
from aushang.model import (
    Body,
    Diagnostic,
    Link,
    Localised,
    Page,
    PageText,
    Position,
    Publication,
    Section,
    Source,
)

HERE = Source("content/posts/a.md", {"services": (4, 1), "services.1": (4, 19), "contact": (6, 10)})
EMPTY = Body()


def lines(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as place, code, message and hint."""
    return [f"{f.location} {f.code} {f.message} | {f.hint}" for f in found]


def with_body(body: Body) -> Publication:
    """One post with that body."""
    text = make_text(title="Sauna", body=body, source=HERE)
    return make_publication([make_post(texts={"de": text}, source=HERE)])


def page_of(body: Body) -> Page:
    """A hand-written page with that body."""
    source = Source("content/pages/neu.md")
    text = PageText(
        language="de", title="Neuigkeiten", summary="", body=body, slug="neu", source=source
    )
    return make_page("neu", texts={"de": text}, source=source)


def test_empty_section() -> None:
    """AU101 names the heading and its line; sections with content are fine."""
    sections = (
        Section("Kurse", 2, is_empty=True, position=Position(HERE.path, 14)),
        Section("Sauna", 2, is_empty=False, position=Position(HERE.path, 16)),
    )
    body = Body(html="<h2>Kurse</h2><h2>Sauna</h2>x", text="Kurse\n\nSauna", sections=sections)
    assert lines(check_sources(with_body(body))) == [
        (
            "content/posts/a.md:14 AU101 section “Kurse” has no content"
            " | write a sentence, or remove the heading"
        )
    ]


def test_empty_sections_of_updates_pages_and_places() -> None:
    """Every text is walked, not only posts."""

    def empty(path: str) -> Body:
        section = Section("Kurse", 2, is_empty=True, position=Position(path, 3))
        return Body(html="<h2>Kurse</h2>", text="Kurse", sections=(section,))

    update = make_update()
    publication = make_publication(
        [make_post(updates=(type(update)(at=update.at, texts={"de": empty("a.md")}),))],
        pages=(page_of(empty("b.md")),),
        services={"sauna": make_service(about={"de": empty("c.md"), "en": empty("d.md")})},
        locations={"mitte": make_location(about={"de": empty("e.md")})},
    )
    assert [str(found.location) for found in check_sources(publication)] == [
        "a.md:3",
        "b.md:3",
        "c.md:3",
        "d.md:3",
        "e.md:3",
    ]


def test_empty_post() -> None:
    """AU102: front matter alone is no news."""
    assert lines(check_sources(with_body(EMPTY))) == [
        (
            "content/posts/a.md AU102 post “Sauna” has no text"
            " | write what it means for the reader, or set `draft: true`"
        )
    ]


def test_empty_texts_of_other_owners() -> None:
    """Each language and each owner counts, and the file named is the one to write in."""
    english = make_text("en", "Sauna", body=EMPTY, source=Source("content/posts/a.en.md"))
    update = make_update("2026-11-21T10:00")
    publication = make_publication(
        [
            make_post(texts={"de": make_text(source=HERE), "en": english}, source=HERE),
            make_post("b", updates=(type(update)(at=update.at, texts={"de": EMPTY}),)),
        ],
        pages=(page_of(EMPTY),),
        services={"sauna": make_service(about={"de": EMPTY, "en": EMPTY})},
        locations={"mitte": make_location(about={"de": make_body()})},
    )
    found = [f"{f.location} {f.message}" for f in check_sources(publication)]
    assert found == [
        "content/pages/neu.md page “Neuigkeiten” has no text",
        "content/posts/a.en.md post “Sauna” has no text",
        "content/posts/b.md update “2026-11-21T10:00” has no text",
        "content/services/sauna.en.md service “Sauna” has no text",
        "content/services/sauna.md service “Sauna” has no text",
    ]


def test_a_picture_is_content() -> None:
    """A post may be a poster."""
    assert check_sources(with_body(Body(html='<p><img src="a.png" alt="Plan"></p>'))) == ()


def link(html: str, text: str, *targets: str) -> Body:
    """A body with links in line 5."""
    position = Position("content/pages/neu.md", 5, 1)
    return Body(html, text, html, links=tuple(Link(t, t, "a", position) for t in targets))


def test_a_page_that_is_one_link() -> None:
    """AU102: the “News” page of the story."""
    body = link(
        '<p><a href="https://a.example">Mehr hier</a></p>', "Mehr hier", "https://a.example"
    )
    assert lines(check_sources(make_publication(pages=(page_of(body),)))) == [
        (
            "content/pages/neu.md:5:1 AU102 page “Neuigkeiten” holds nothing but a link to"
            " “https://a.example” | say what the reader came for, then link to more"
        )
    ]


@pytest.mark.parametrize(
    "body",
    [
        link('<p>Siehe <a href="x">hier</a></p>', "Siehe hier", "x"),
        link('<p><a href="x">a</a> <a href="y">b</a></p>', "a b", "x", "y"),
        link("<p>Nur Text</p>", "Nur Text"),
    ],
)
def test_a_page_that_says_something(body: Body) -> None:
    """A sentence around the link, or several links, are content."""
    assert check_sources(make_publication(pages=(page_of(body),))) == ()


def test_unknown_service() -> None:
    """AU050 points at the entry and guesses."""
    publication = make_publication([make_post(services=("kurse", "suana"), source=HERE)])
    assert lines(check_sources(publication)) == [
        "content/posts/a.md:4:19 AU050 service “suana” does not exist | did you mean “sauna”?"
    ]


def test_unknown_place_lists_what_there_is() -> None:
    """With no close guess and few candidates, all are named."""
    publication = make_publication([make_post(locations=("xyz",), source=HERE)])
    assert lines(check_sources(publication)) == [
        "content/posts/a.md AU050 place “xyz” does not exist | known: “mitte”, “ost”"
    ]


def test_unknown_reference_where_there_are_many() -> None:
    """A long list helps nobody; the file to write is named instead."""
    services = {f"s-{n}": make_service(f"s-{n}") for n in range(20)} | {"sauna": make_service()}
    publication = make_publication([make_post(services=("xyz",), source=HERE)], services=services)
    assert lines(check_sources(publication)) == [
        (
            "content/posts/a.md:4:1 AU050 service “xyz” does not exist"
            " | write services/xyz.yml, or remove the id"
        )
    ]


def test_unknown_contacts_everywhere() -> None:
    """Posts, services, places and the configuration name contacts."""
    publication = make_publication(
        [make_post(contact="jana-weis", source=HERE)],
        site=make_site(contact="x1"),
        services={"sauna": make_service(contact="x2")},
        locations={"mitte": make_location(contact="x3", services=("sauna", "x4"))},
    )
    assert lines(check_sources(publication)) == [
        "content/locations/mitte.yml AU050 contact “x3” does not exist | known: “jana-weiss”",
        "content/locations/mitte.yml AU050 service “x4” does not exist | known: “sauna”",
        (
            "content/posts/a.md:6:10 AU050 contact “jana-weis” does not exist"
            " | did you mean “jana-weiss”?"
        ),
        "content/services/sauna.yml AU050 contact “x2” does not exist | known: “jana-weiss”",
        "mkdocs.yml AU050 contact “x1” does not exist | known: “jana-weiss”",
    ]


def test_post_without_contact() -> None:
    """AU701: nobody to ask."""
    publication = make_publication([make_post(contact="", source=HERE)], site=make_site(contact=""))
    assert lines(check_sources(publication)) == [
        (
            "content/posts/a.md:6:10 AU701 the post names no contact, and the configuration names"
            " none for all posts | add `contact:` and one of “jana-weiss”"
        )
    ]


def test_post_without_contact_and_nobody_known() -> None:
    """The remedy is then the contact itself."""
    publication = make_publication(
        [make_post(contact="")],
        site=make_site(contact=""),
        contacts={},
        locations={"mitte": make_location(contact="")},
    )
    (finding,) = check_sources(publication)
    assert finding.hint == (
        "write contacts/NAME.yml with name, phone or email, and add `contact: NAME`"
    )


def test_the_contact_of_the_site_is_enough() -> None:
    """A post need not name one then."""
    assert check_sources(make_publication([make_post(contact="")])) == ()


def test_contact_that_cannot_be_reached() -> None:
    """AU701: a name alone answers nobody."""
    source = Source("content/contacts/jana-weiss.yml", {"name": (1, 7)})
    contact = make_contact(phone="", email="", source=source)
    assert lines(check_sources(make_publication(contacts={"jana-weiss": contact}))) == [
        (
            "content/contacts/jana-weiss.yml:1:7 AU701 contact “Jana Weiß” cannot be reached"
            " | add `phone`, `email` or `url`"
        )
    ]
    by_web = make_contact(phone="", email="", url="https://a.example/", role=Localised({}))
    assert check_sources(make_publication(contacts={"jana-weiss": by_web})) == ()
