"""What becomes of a text: headings, sections, links, pictures, tables, tasks, notes, excerpt."""

import pytest
from tests.markdown_rendering import html, rendered

from aushang.model import ROOT


def test_heading_ids_are_ascii_and_unique() -> None:
    """Umlauts are spelt out, repeats get a number, what cannot be spelt gets a word."""
    text = "## Öffnung\n\n## Öffnung\n\n## 🎉\n\n## Öffnung 2\n\n<p id='preise'>x</p>\n\n## Preise"
    assert [heading.id for heading in rendered(text).body.headings] == [
        "oeffnung", "oeffnung-2", "abschnitt", "oeffnung-2-2", "preise-2",
    ]  # fmt: skip


def test_leading_heading_is_the_title() -> None:
    """A leading heading of level 1 is taken out and handed back; others become level 2."""
    found = rendered("<!-- Notiz -->\n# Die **Sauna**\n\nText\n\n# Kurse\n\nText")
    assert found.title == "Die Sauna"
    assert found.body.html == '<p>Text</p>\n<h2 id="kurse">Kurse</h2>\n<p>Text</p>'
    assert [heading.level for heading in found.body.headings] == [2]


def test_heading_that_differs_from_the_title_stays() -> None:
    """A heading that repeats the page's title goes; one that says something else is kept."""
    assert html("# die  Sauna\n\nText", title="Die Sauna") == "<p>Text</p>"
    assert html("# Kurse\n\nText", title="Die Sauna").startswith('<h2 id="kurse">Kurse</h2>')


def test_title_takes_its_links_along() -> None:
    """What stood in the title is not in the body, so it is no link of the body."""
    assert rendered("# Die [Sauna](u)\n\nText").body.links == ()


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("## A\n\n## B\n\nx", ["A"]),
        ("## A\n\n### B\n\nx", []),
        ("## A\n\n### B\n\n## C\n\n![](bild.png)", ["A", "B"]),
        ("### A\n\n## B\n\nx", ["A"]),
        ("## A\n\n***\n\n<!-- x -->\n\n[r]: /u\n", ["A"]),
        ("## A\n\n- x\n\n## B\n\n|a|\n|-|\n|b|\n\n## C\n\n    code", []),
        ("## A\n\n&nbsp;\u200b", ["A"]),
        ("x[^1]\n\n## A\n\n[^1]: Fußnote", ["A"]),
        ("## A\n\n<iframe src='https://v.example'></iframe>", ["A"]),
    ],
)
def test_empty_sections(text: str, empty: list[str]) -> None:
    """Empty is what holds no text, picture, table or list, itself or in its subsections."""
    assert [section.title for section in rendered(text).body.sections if section.is_empty] == empty


def test_links_to_files_become_addresses() -> None:
    """A known file's address begins with the root's sign; the link keeps what was written."""
    text = "[a](../services/sauna.yml#zeiten) [b](<ü ä.md>) [d](fehlt.md)"
    links = rendered(text).body.links
    assert [(link.target, link.address) for link in links] == [
        ("../services/sauna.yml#zeiten", ROOT + "angebote/sauna/#zeiten"),
        ("ü ä.md", ROOT + "meldungen/ue-ae/"),
        ("fehlt.md", "fehlt.md"),
    ]
    assert f'href="{ROOT}angebote/sauna/#zeiten"' in html(text)


def test_encoded_target_stays_as_written() -> None:
    """Where the author wrote percent signs, they are what is looked up and quoted."""
    assert [link.target for link in rendered("[a](%C3%BC.md)").body.links] == ["%C3%BC.md"]


def test_anchors_in_the_spelling_of_other_programs() -> None:
    """`#öffnung` is what GitHub calls the heading; here it leads to the same place."""
    body = rendered("[a](#öffnung) [b](#oeffnung) [c](#fehlt) [d](#top)\n\n## Öffnung\n\nx").body
    assert [link.address for link in body.links] == ["#oeffnung", "#oeffnung", "#fehlt", "#top"]


def test_external_links() -> None:
    """A page that is left behind cannot be reached from the one that opens."""
    assert html("https://a.example") == (
        '<p><a href="https://a.example" rel="noopener">https://a.example</a></p>'
    )


def test_pictures() -> None:
    """Pictures have a size and wait until they are needed; file names are percent-encoded."""
    assert html("![Bild](<groß bild.png>)") == (
        f'<p><img src="{ROOT}media/gro%C3%9F%20bild.png" alt="Bild" width="640" height="480" '
        'loading="lazy" decoding="async"></p>'
    )
    assert 'width="64"' in html('<img src="bild.png" alt="" width="64">')
    assert "height" not in html('<img src="bild.png" alt="" width="64">')


def test_tables_scroll() -> None:
    """A table stands in a named frame that the keyboard can reach; equal ones are numbered."""
    table = "| Tag | Zeit |\n|---|--:|\n| Mo | 6–22 |\n\n"
    body = html(table + "Text\n\n" + table)
    assert body.startswith(
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Tabelle: Tag, Zeit">'
        '<table>\n<thead>\n<tr>\n<th scope="col">Tag</th>\n<th class="align-right" scope="col">'
    )
    assert 'aria-label="Tabelle: Tag, Zeit (2)"' in body


def test_tasks() -> None:
    """A task is a sign with a name, in the text's language."""
    assert '<span class="task" role="img" aria-label="offen">☐</span> a' in html("- [ ] a")
    assert 'aria-label="done">☑</span> a' in html("- [x] a", language="en-GB")


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("NOTE", "Hinweis", "Note"),
        ("TIP", "Tipp", "Tip"),
        ("IMPORTANT", "Wichtig", "Important"),
        ("WARNING", "Warnung", "Warning"),
        ("CAUTION", "Vorsicht", "Caution"),
    ],
)
def test_alerts(name: str, german: str, english: str) -> None:
    """An alert says what it is in the text's language."""
    kind = f"markdown-alert markdown-alert-{name.lower()}"
    for language, word in (("de", german), ("en", english), ("fr", english)):
        assert html(f"> [!{name}]\n> Text", language=language) == (
            f'<div class="{kind}">\n<p class="markdown-alert-title">{word}</p>\n<p>Text</p>\n</div>'
        )


def test_alert_with_a_title_of_its_own() -> None:
    """The author's words stay."""
    assert ">Bitte beachten</p>" in html("> [!NOTE] Bitte beachten\n> Text")


def test_footnotes() -> None:
    """Notes are named for the ear, in the text's language, and lead back."""
    body = html("a[^x] b[^x]\n\n[^x]: Fuß")
    assert '<a href="#fn-x" id="fnref-x" role="doc-noteref">1</a>' in body
    assert 'role="doc-endnotes" aria-label="Fußnoten">' in body
    assert 'aria-label="Zurück zum Text" role="doc-backlink">' in body
    assert 'aria-label="Zurück zum Text, Stelle 2"' in body
    assert 'aria-label="Back to the text"' in html("a[^x]\n\n[^x]: foot", language="en")


def test_prefix_of_ids() -> None:
    """With a prefix two texts can stand on one page: every id and what points at it has it."""
    body = rendered("## A\n\nx[^1] [b](#a) [c](#d)<i id='d'>d</i>\n\n[^1]: y", id_prefix="u1-").body
    assert [heading.id for heading in body.headings] == ["u1-a"]
    assert [link.address for link in body.links] == ["#u1-a", "#u1-d"]
    assert 'href="#u1-fn-1" id="u1-fnref-1"' in body.html
    assert 'href="#u1-fnref-1"' in body.html
    assert 'id="u1-fn-1"' in body.html


@pytest.mark.parametrize("mark", ["<!-- more -->", "<!--more-->", "<!--\n more -->"])
def test_excerpt_up_to_the_mark(mark: str) -> None:
    """Everything above the mark, without ids, notes and links to places of the other page."""
    text = f"## A\n\nEins[^1] [zwei](#a) [drei](u)\n\n{mark}\n\nVier\n\n[^1]: x"
    body = rendered(text).body
    assert body.excerpt == '<h2>A</h2>\n<p>Eins zwei <a href="u">drei</a></p>'
    assert "more" not in body.html
    assert "wbr" not in body.html


def test_excerpt_inside_a_paragraph() -> None:
    """The mark may stand in running text; what is open is closed."""
    assert rendered("a **b <!-- more --> c** d").body.excerpt == "<p>a <strong>b </strong></p>"


def test_excerpt_without_a_mark() -> None:
    """The first paragraph that says something, not the title of an alert."""
    assert rendered("> [!NOTE]\n> Text\n\nMehr").body.excerpt == "<p>Text</p>"
    assert rendered("- a\n- b").body.excerpt == ""


def test_line_ends_and_signs_of_our_own() -> None:
    """Control characters that the program uses itself cannot be smuggled in."""
    body = rendered("a\x01b\x02/c [d](\x02/e)\r\nf").body
    assert ROOT not in body.html
    assert "\x01" not in body.html


@pytest.mark.parametrize("text", ["", " \n", "<!-- x -->", "[r]: /u", "***", "&#8203;"])
def test_empty_bodies(text: str) -> None:
    """What shows a reader nothing is empty."""
    assert rendered(text).body.is_empty
