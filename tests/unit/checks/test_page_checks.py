"""What single pages lack: the messages in full, and where they point."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import make_location, make_post, make_publication, make_text
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts
from aushang.model import Body, Diagnostic, Position, Publication, Section, Source

PAGE = "meldungen/a/index.html"
PATH = "content/posts/a.md"
START = {"index.html": html('<nav><a href="meldungen/a/">A</a></nav>')}
HEAD = '<title>Titel</title><meta name="description" content="Worum es geht.">'


def lines(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as place, severity, code, message, hint and pages."""
    return [
        f"{f.location} {f.severity} {f.code} {f.message} | {f.hint} | {' '.join(f.pages)}"
        for f in found
    ]


def found(
    folder: Path,
    pages: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
    publication: Publication | None = None,
    sources: Mapping[str, tuple[str, ...]] | None = None,
) -> list[str]:
    """What is found on these pages; `texts` are files of the content."""
    written = write_site(folder, {**START, **pages}, sources=sources or {PAGE: (PATH,)})
    written = replace(
        written, source=_reader(texts or {}), read=lambda path: (folder / path).read_bytes()
    )
    return lines(check_artifacts(publication or make_publication(), written))


def _reader(texts: Mapping[str, str]) -> Callable[[str], str]:
    def read(path: str) -> str:
        if path not in texts:
            raise FileNotFoundError(path)
        return texts[path]

    return read


ALONE = [
    (
        html("<h2>Kurse</h2><h2>Sauna</h2>"),
        "Kurse</h2><h2>",
        "error AU104 section “Kurse” has no content | write a sentence, or remove the heading",
    ),
    (
        html('<p>Es fallen aus:</p><ul class="a"></ul>'),
        "Es fallen",
        (
            "error AU106 the list below “Es fallen aus:” has no entry"
            " | say that there is nothing at present, or leave the list out"
        ),
    ),
    (
        html("<h2>Kurse</h2><p>Diese:</p><table><tbody></tbody></table>"),
        "Diese:",
        (
            "error AU106 the table below “Diese:” has no entry"
            " | say that there is nothing at present, or leave the table out"
        ),
    ),
    (
        (
            f'<!doctype html><html lang="de"><head>{HEAD}</head><body><article><p>Kurse:</p>'
            "<ol></ol></article></body></html>"
        ),
        "Kurse:",
        (
            "error AU106 the list below “Kurse:” has no entry"
            " | say that there is nothing at present, or leave the list out"
        ),
    ),
    (
        html('<a href="../../">Mehr …</a>'),
        "Mehr …",
        (
            "warning AU703 link text “Mehr …” does not say where it leads"
            " | name what the reader finds there; it leads to “../../”"
        ),
    ),
    (
        html('<a href="../../">https://aktuell.kraftraum.example/</a>'),
        "https://aktuell",
        (
            "warning AU703 link text “https://aktuell.kraftraum.example/”"
            " is an address and no words"
            " | name what the reader finds there; it leads to “../../”"
        ),
    ),
    (
        html('<img src="data:,">'),
        "data:,",
        (
            "error AU704 picture “data:,” has no text"
            ' | say in `alt` what it shows; an ornament gets `alt=""`'
        ),
    ),
    (
        html('<a href="../../"><img alt="" src="data:,"></a>'),
        "data:,",
        (
            "error AU704 picture “data:,” has no text,"
            " and nothing else stands in the link to “../../” | say in `alt` where the link leads"
        ),
    ),
    (
        html("<h2>Kurse</h2><h4>Yoga</h4>"),
        "Yoga",
        "warning AU705 heading “Yoga” skips from level 2 to level 4 | make it one of level 3",
    ),
    (
        html().replace(' lang="de"', ""),
        "",
        (
            "error AU706 the page does not say its language"
            ' | write `<html lang="de">`, or the language that it is in'
        ),
    ),
    (
        html().replace('"de"', '"de_DE.UTF-8"'),
        "de_DE",
        'error AU706 “de_DE.UTF-8” is no language tag | write `<html lang="de-DE">`',
    ),
    (
        html().replace('"de"', '"deutsch!"'),
        "deutsch!",
        (
            "error AU706 “deutsch!” is no language tag"
            ' | write `<html lang="de">`, or the language that it is in'
        ),
    ),
    (
        html().replace("<title>Titel</title>", ""),
        "",
        "error AU707 the page has no title | write in `<title>` what it is about",
    ),
    (
        html().replace("Worum es geht.", ""),
        "",
        (
            "warning AU708 the page has no description"
            ' | say in `<meta name="description">` what it is about'
        ),
    ),
    (
        html('<a href="../../"><i></i></a>'),
        "../../",
        (
            "error AU710 link to “../../” has no words"
            " | write where it leads, in the link or in its `aria-label`"
        ),
    ),
]


@pytest.mark.parametrize(("page", "value", "expected"), ALONE)
def test_what_a_page_lacks(tmp_path: Path, page: str, value: str, expected: str) -> None:
    """Where no text of the content says it, the place is that of the value in the written file."""
    place = f"{PAGE}:1:{page.index(value) + 1}" if value else PAGE
    assert found(tmp_path, {PAGE: page}, sources={PAGE: (PAGE,)}) == [
        f"{place} {expected} | meldungen/a/"
    ]


def test_a_signpost_in_a_menu(tmp_path: Path) -> None:
    """AU105 names the page, its file and where it sends its readers."""
    page = html().replace("<p>Ein Satz.</p><p>Noch einer.</p>", '<a href="/kontakt/">Kontakt</a>')
    contact = {"kontakt/index.html": html()}
    assert found(tmp_path, {PAGE: page, **contact}) == [
        (
            f"{PATH} error AU105 a menu leads to /meldungen/a/, which holds nothing but a link"
            " to “/kontakt/” | say there what the reader came for, or let the menu lead to the"
            " link's own target | meldungen/a/"
        )
    ]


AUTHORED = [
    ("<h2>Die  Kurse</h2>", "## Die *Kurse*", "AU104", 5),
    ('Näheres <a href="../../">hier</a>.', "Erst hier. Dann\nNäheres [hier](/).", "AU703", 6),
    ('<img src="data:,plan.png">', '<img src="data:,plan.png">', "AU704", 5),
    ("<h3>Yoga</h3><p>Um zehn.</p>", "### Yoga\n\nUm zehn.", "AU705", 5),
]


@pytest.mark.parametrize(("markup", "text", "code", "line"), AUTHORED)
def test_the_line_that_an_author_wrote(
    tmp_path: Path, markup: str, text: str, code: str, line: int
) -> None:
    """What stands in the Markdown is told there, also if a list of posts shows it as well."""
    page = html(markup).replace("<p>Noch einer.</p>", "")
    pages = {PAGE: page, "archiv/index.html": page.replace("../../", "../")}
    places = [
        (f.split(" ")[0], f.split(" ")[2], f.split(" | ")[-1])
        for f in found(tmp_path, pages, {PATH: f"---\ntitle: A\n---\n\n{text}\n"})
        if "AU220" not in f
    ]
    assert [(p.rsplit(":", 1)[0], c, shown) for p, c, shown in places] == [
        (f"{PATH}:{line}", code, "archiv/ meldungen/a/")
    ]


def test_the_text_about_a_place(tmp_path: Path) -> None:
    """A page made of `mitte.yml` shows the text of `mitte.md` beside it."""
    place = make_location()
    data = place.source.path
    text = data.replace(".yml", ".md")
    said = found(
        tmp_path,
        {PAGE: html('<a href="../../">hier</a>')},
        {text: "Mehr [hier](/)."},
        make_publication(locations={"mitte": place}),
        sources={PAGE: (data,)},
    )
    assert [one.split(" ")[0] for one in said] == [f"{text}:1:6"]


def test_a_file_that_cannot_be_read_again(tmp_path: Path) -> None:
    """Then the finding names the file that the page was made of."""
    said = found(tmp_path, {PAGE: html('<a href="../../">hier</a>')})
    assert [one.split(" ")[0] for one in said] == [PATH]


def test_a_hollow_section_is_told_once(tmp_path: Path) -> None:
    """What AU101 found in the text is no second finding on the page."""
    sections = (Section("Kurse", 2, is_empty=True, position=Position(PATH, 5)),)
    text = make_text(slug="a", body=Body("<p>x</p>", "x", sections=sections), source=Source(PATH))
    publication = make_publication([make_post("a", texts={"de": text}, source=Source(PATH))])
    page = html("<h2>Kurse</h2><h2>Sauna</h2>")
    assert not any("AU104" in one for one in found(tmp_path, {PAGE: page}, None, publication))


def test_a_blank_page_is_told_once(tmp_path: Path) -> None:
    """A page without content has neither hollow sections nor empty lists besides."""
    page = (
        html("<h2>Kurse</h2><ul></ul>").replace("<p>Ein Satz.</p>", "").replace("Noch einer.", "")
    )
    assert [one.split(" ")[2] for one in found(tmp_path, {PAGE: page})] == ["AU103"]


def test_a_flaw_of_the_layout_is_told_once(tmp_path: Path) -> None:
    """The first page stands for all, and all are named."""
    footer = '<a href="https://social.example/"><i></i></a>'
    pages = {PAGE: html(footer), "index.html": html(f'<a href="meldungen/a/">A</a>{footer}')}
    (said,) = found(tmp_path, pages)
    assert said.startswith("index.html:1:")
    assert said.endswith("|  meldungen/a/")


def test_the_page_for_missing_addresses_needs_no_description(tmp_path: Path) -> None:
    """Others that lack one are told without it."""
    page = html().replace("Worum es geht.", "")
    pages = {"404.html": page, "a/404.html": page, PAGE: page}
    assert [one.split(" | ")[-1] for one in found(tmp_path, pages) if "AU708" in one] == [
        "meldungen/a/"
    ]
