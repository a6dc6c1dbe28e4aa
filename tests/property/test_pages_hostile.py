"""Any text survives every page exactly once escaped."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import (
    make_bilingual_post,
    make_contact,
    make_location,
    make_post,
    make_publication,
    make_service,
    make_text,
)
from tests.page_reading import parsed, sheets_of

from aushang.model import Localised

# What a source may hold: the reader refuses control characters; a parser of HTML reads CR as LF.
LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() == text)
MARKUP = st.sampled_from(
    [
        "</title><script>alert(1)</script>",
        "&amp; & &lt;",
        "]]>",
        "{{ 7 * 7 }}",
        "{title} {0} %s",
        "“Zitat” \u202erechts\u202c",
        "<img src=x onerror=alert(1)>",
        '\'" onmouseover="x',
    ]
)


@settings(max_examples=60, deadline=None)
@given(title=LINES | MARKUP, name=LINES | MARKUP)
def test_any_text_stands_on_its_pages_as_it_was_written(title: str, name: str) -> None:
    """Titles and names are text on every page, whatever they hold."""
    text = make_text("de", title, slug="a", summary=f"! {title}")
    publication = make_publication(
        [make_post("a", texts={"de": text}), make_bilingual_post("b")],
        services={"sauna": make_service("sauna", name)},
        locations={"mitte": make_location("mitte", name), "ost": make_location("ost", "Ost")},
        contacts={"jana-weiss": make_contact(name=name, role=Localised({"de": name}))},
    )
    sheets = sheets_of(publication)
    for sheet in sheets.values():
        assert not parsed(sheet).css("script, img, [onmouseover]")
    post = parsed(sheets["meldungen/a/"])
    assert post.css_first("h1").text() == title
    assert post.css_first(".au-contact strong").text() == name
    assert post.css_first(".au-facts a").text() == name
    assert parsed(sheets["angebote/sauna/"]).css_first("h1").text() == name
    cards = [node.text() for node in parsed(sheets["en/"]).css(".au-card__title a")]
    assert title in cards
