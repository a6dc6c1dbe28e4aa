"""The messages of the checks of addresses, in full, and the edits that mend what is certain."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.factories import make_post, make_publication, make_site, make_text
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written import WrittenSite
from aushang.model import (
    ROOT,
    Body,
    Diagnostic,
    Edit,
    Link,
    MediaFile,
    Position,
    Publication,
    RelatedLink,
    Severity,
    Source,
)

PAGE = "meldungen/a/index.html"
PATH = "content/posts/a.md"
MINE = tuple(f"AU2{number:02}" for number in (*range(1, 20),))
OTHERS = {
    "index.html": html('<a href="meldungen/a/">a</a><a href="kontakt/">k</a>'),
    "kontakt/index.html": html('<h2 id="wer">Wer</h2>'),
    "alt/index.html": html(head='<meta http-equiv="refresh" content="0; url=/kontakt/">'),
}


def mine(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those about references."""
    return [one for one in found if one.code in MINE]


def lines(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as place, code, message and hint."""
    return [f"{f.location} {f.code} {f.message} | {f.hint}" for f in mine(found)]


def judged(folder: Path, body: str, head: str = "", **more: str) -> list[Diagnostic]:
    """What is found on one page of a site that nobody's content made."""
    files = {**OTHERS, PAGE: html(body, head), **more}
    return mine(check_artifacts(make_publication([]), write_site(folder, files)))


MESSAGES = [
    (
        '<a href="mailto:info">x</a>',
        (
            "AU204 link “mailto:info” holds no mail address"
            " | write `mailto:name@host`; several addresses are parted by commas"
        ),
    ),
    (
        '<a href="tel:0800 TAXI">x</a>',
        (
            "AU204 link “tel:0800 TAXI” holds no telephone number"
            " | write `tel:` and digits, with the country's code first: `tel:+4930555`"
        ),
    ),
    (
        '<a href="tel:+49 30 555">x</a>',
        "AU204 link “tel:+49 30 555” holds no telephone number | write “tel:+4930555”",
    ),
    (
        '<i id="a">x</i><b id="a">y</b>',
        "AU205 id “a” stands on several elements of the page | give each element an id of its own",
    ),
    (
        '<a href="http://a.example/">x</a>',
        (
            "AU206 link “http://a.example/” is not encrypted"
            " | write `https://`; if the other side cannot do that, say so beside the link"
        ),
    ),
    (
        '<img src="https://a.example/b.png" alt="x">',
        (
            "AU208 picture “https://a.example/b.png” makes readers' browsers ask another host"
            " | publish a copy of it with the site, or link to it"
        ),
    ),
    (
        '<a href="">x</a>',
        "AU209 link has no address | write the address, or remove the link",
    ),
    (
        '<script src=""></script>',
        "AU209 `script` has no address | write the address, or remove the element",
    ),
    (
        '<a href="https://a b.example/">x</a>',
        (
            "AU210 link “https://a b.example/” has a host or port that cannot be"
            " | write a host such as `www.verein.example`, and a port of digits only"
        ),
    ),
    (
        '<a href="/alt/">x</a>',
        "AU211 link “/alt/” leads to a page that has moved | write “/kontakt/”",
    ),
    (
        '<a href="/alt/#wer">x</a>',
        "AU211 link “/alt/#wer” leads to a page that has moved | write “/kontakt/#wer”",
    ),
    (
        '<a href="/alt/#nix">x</a>',
        "AU211 link “/alt/#nix” leads to a page that has moved | write “/kontakt/”",
    ),
    (
        '<img src="http://aktuell.kraftraum.example/a.png" alt="x">',
        (
            "AU212 picture “http://aktuell.kraftraum.example/a.png” is loaded unencrypted into an"
            " encrypted page | leave out `http:` and the host"
        ),
    ),
    (
        '<a href="//a.example/">x</a>',
        "AU214 link “//a.example/” does not say its scheme | write “https://a.example/”",
    ),
    (
        '<a href="jana@a.example">x</a>',
        "AU201 link “jana@a.example” leads nowhere | write “mailto:jana@a.example”",
    ),
    (
        '<p style="background: url(nix.png)">x</p>',
        "AU201 `url()` “nix.png” leads nowhere | correct the address, or remove the link",
    ),
]


@pytest.mark.parametrize(("markup", "expected"), MESSAGES)
def test_messages(tmp_path: Path, markup: str, expected: str) -> None:
    """Each fault is told once, in a sentence that quotes it, and with what to do."""
    found = judged(tmp_path, markup, **{"a.png": ""})
    assert lines(found) == [f"{PAGE} {expected}"]
    assert [one.pages for one in found] == [("meldungen/a/",)]


def _leading_to(url: str) -> str:
    return html(head=f'<meta http-equiv="refresh" content="0; url={url}">')


def test_redirect_messages(tmp_path: Path) -> None:
    """AU207 for pages that never arrive, AU213 for those that arrive late."""
    more = {
        "a/index.html": _leading_to("/b/"),
        "b/index.html": _leading_to("../a/"),
        "c/index.html": _leading_to("/alt/"),
        "d/index.html": _leading_to("/a/"),
    }
    assert sorted(lines(judged(tmp_path, "", **more))) == [
        "a/index.html AU207 redirect “/b/” leads in a circle | let it lead to a page that stays",
        "b/index.html AU207 redirect “../a/” leads in a circle | let it lead to a page that stays",
        (
            "c/index.html AU213 redirect “/alt/” leads to a page that leads on itself"
            " | let it lead to “/kontakt/” at once"
        ),
        (
            "d/index.html AU213 redirect “/a/” leads to a page that leads on itself"
            " | let it lead to a page that stays"
        ),
    ]


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ('<a href="mailto:info">x</a>', Severity.ERROR),
        ('<i id="a">x</i><b id="a">y</b>', Severity.WARNING),
        ('<a href="http://a.example/">x</a>', Severity.WARNING),
        ('<img src="//a.example/b.png" alt="x">', Severity.ERROR),
        ('<a href="">x</a>', Severity.WARNING),
        ('<a href="https://">x</a>', Severity.ERROR),
        ('<a href="/alt/">x</a>', Severity.WARNING),
        ('<img src="http://aktuell.kraftraum.example/a.png" alt="x">', Severity.ERROR),
        ('<a href="//a.example/">x</a>', Severity.WARNING),
    ],
)
def test_what_keeps_a_publish_back(tmp_path: Path, code: str, severity: Severity) -> None:
    """What is broken or betrays readers does; what a browser puts up with does not."""
    assert [one.severity for one in judged(tmp_path, code, **{"a.png": ""})] == [severity]


def test_a_site_without_encryption_may_link_to_itself(tmp_path: Path) -> None:
    """AU206 and AU212 ask for no more than the site's own address says."""
    site = make_site(url="http://a.example/")
    body = '<a href="http://a.example/">x</a><img src="http://a.example/b.png" alt="x">'
    files = {"index.html": html(body), "b.png": ""}
    written = write_site(tmp_path, files, site=site)
    assert mine(check_artifacts(make_publication([], site=site), written)) == []


def test_a_fault_of_the_layout_is_one_finding(tmp_path: Path) -> None:
    """Of a font on every page the first page is named, and how many there are."""
    head = '<link rel="stylesheet" href="https://fonts.example/css"><i id="x"></i><b id="x"></b>'
    files = {path: html(head=head) for path in ("index.html", "a/index.html", "b/index.html")}
    found = mine(check_artifacts(make_publication([]), write_site(tmp_path, files)))
    assert [(f.code, f.location.path, f.pages) for f in found] == [
        ("AU205", "a/index.html", ("a/", "b/", "")),
        ("AU208", "index.html", ("", "a/", "b/")),
    ]


def publication(*links: tuple[str, str, int, int], **fields: object) -> Publication:
    """A post with these links: target, address, line, column."""
    made = tuple(
        Link(target, address, "a", Position(PATH, *place)) for target, address, *place in links
    )
    source = Source(PATH, {"links.0": (3, 5)})
    text = make_text(slug="a", body=Body("<p>x</p>", "x", links=made), source=source)
    media = (MediaFile(Path("plan.pdf"), "media/plan.pdf", "content/media/plan.pdf"),)
    post = make_post("a", texts={"de": text}, source=source, **fields)
    return make_publication([post], media=media)


def edit_of(folder: Path, made: Publication, text: str, body: str) -> Edit | None:
    """The edit of the one finding about references, for a file that holds `text`."""
    files = {**OTHERS, PAGE: html(body), "media/plan.pdf": "", "media/prüfung.pdf": ""}
    (found,) = mine(check_artifacts(made, _read_along(folder, files, text)))
    return found.edit


def _read_along(folder: Path, files: dict[str, str], text: str) -> WrittenSite:
    def source(path: str) -> str:
        assert path == PATH
        return text

    return write_site(folder, files, sources={PAGE: (PATH,)}, source=source)


def applied(text: str, edit: Edit) -> str:
    """The text with the edit made; what it replaces must stand exactly there."""
    rows = text.split("\n")
    row = rows[edit.position.line - 1]
    start = edit.position.column - 1
    assert row[start : start + len(edit.old)] == edit.old
    rows[edit.position.line - 1] = row[:start] + edit.new + row[start + len(edit.old) :]
    return "\n".join(rows)


EDITS = [
    # what stands in the file, the address in the HTML, the link's column, what becomes of the file
    ("Der [Weg](/Kontakt/#wer).", ROOT + "Kontakt/#wer", 5, "Der [Weg](/kontakt/#wer)."),
    ("Der [Weg](/kontakt/#wehr).", ROOT + "kontakt/#wehr", 5, "Der [Weg](/kontakt/#wer)."),
    ("Der [Weg](/alt/).", ROOT + "alt/", 5, "Der [Weg](/kontakt/)."),
    ("Der [Weg](/alt/#wer).", ROOT + "alt/#wer", 5, "Der [Weg](/kontakt/#wer)."),
    ("Der [Weg](/kontakt).", ROOT + "kontakt", 5, "Der [Weg](/kontakt/)."),
    ("Der [Weg](/kontakt?a=b#wer).", ROOT + "kontakt?a=b#wer", 5, "Der [Weg](/kontakt/?a=b#wer)."),
    ('[Weg](</Kontakt/> "zu uns")', ROOT + "Kontakt/", 1, '[Weg](</kontakt/> "zu uns")'),
    ("[a [b] c](/Kontakt/)", ROOT + "Kontakt/", 1, "[a [b] c](/kontakt/)"),
    (r"[a \] c](/Kontakt/)", ROOT + "Kontakt/", 1, r"[a \] c](/kontakt/)"),
    ('<a class="x" href="/Kontakt/">', ROOT + "Kontakt/", 1, '<a class="x" href="/kontakt/">'),
    ("[Plan](../media/Plan.pdf)", "../media/Plan.pdf", 1, "[Plan](../media/plan.pdf)"),
    ("[Ruf](<tel:+49 30 555>)", "tel:+49 30 555", 1, "[Ruf](<tel:+4930555>)"),
    ("[Jana](jana@a.example)", "jana@a.example", 1, "[Jana](mailto:jana@a.example)"),
]


@pytest.mark.parametrize(("row", "address", "column", "mended"), EDITS)
def test_edits_that_are_certain(
    tmp_path: Path, row: str, address: str, column: int, mended: str
) -> None:
    """The edit replaces the address and nothing else, where the author wrote it."""
    target = address.replace(ROOT, "/")
    text = f"---\ntitle: a\n---\nWort\n{row}\nWort\n"
    made = publication((target, address, 5, column))
    href = address.replace(ROOT, "../../")
    edit = edit_of(tmp_path, made, text, f'<a href="{href}">x</a>')
    assert edit is not None
    assert applied(text, edit) == f"---\ntitle: a\n---\nWort\n{mended}\nWort\n"


def test_an_edit_behind_words_of_several_lines(tmp_path: Path) -> None:
    """The address may stand in another line than the link begins in."""
    text = "Der [lange\nWeg](/Kontakt/) ist da."
    made = publication(("/Kontakt/", ROOT + "Kontakt/", 1, 5))
    edit = edit_of(tmp_path, made, text, '<a href="../../Kontakt/">x</a>')
    assert edit == Edit(Position(PATH, 2, 6), "/Kontakt/", "/kontakt/")


def test_an_edit_in_front_matter(tmp_path: Path) -> None:
    """Further reading stands in YAML."""
    links = (RelatedLink("Weg", "/Kontakt/", ROOT + "Kontakt/"),)
    text = "---\nlinks:\n  - /Kontakt/\n---\n"
    edit = edit_of(tmp_path, publication(links=links), text, '<a href="../../Kontakt/">x</a>')
    assert edit == Edit(Position(PATH, 3, 5), "/Kontakt/", "/kontakt/")


@pytest.mark.parametrize(
    "row",
    [
        "[Weg][kontakt]",  # the address stands elsewhere
        "[Weg](/Kontakt/mehr)",  # a longer one
        "[Weg] (/Kontakt/)",
        "Weg",  # the file is another one by now
        "",
        '<a href="/Kontakt/" title="/Kontakt/" data-x="/Kontakt/">',
        "[a\n\nb](/Kontakt/)",
    ],
)
def test_no_edit_where_the_place_is_not_sure(tmp_path: Path, row: str) -> None:
    """A remedy that might hit something else is a hint and no edit."""
    made = publication(("/Kontakt/", ROOT + "Kontakt/", 1, 1))
    body = '<a href="../../Kontakt/">x</a>'
    assert edit_of(tmp_path, made, row, body) is None


def test_no_edit_without_the_content(tmp_path: Path) -> None:
    """In a folder of others there is no text to mend, and a file may be gone by now."""
    made = publication(("/Kontakt/", ROOT + "Kontakt/", 1, 1))
    files = {**OTHERS, PAGE: html('<a href="../../Kontakt/">x</a>')}

    def gone(path: str) -> str:
        raise FileNotFoundError(path)

    for source in (None, gone):
        written = write_site(tmp_path, files, sources={PAGE: (PATH,)}, source=source)
        assert [one.edit for one in mine(check_artifacts(made, written))] == [None]


def test_feeds_load_nothing(tmp_path: Path) -> None:
    """AU208 is about browsers: what a feed reader does with a picture is not the page's doing."""
    feed = "<rss><description>&lt;img src='https://a.example/b.png'></description></rss>"
    assert judged(tmp_path, "", **{"feeds/posts.rss": feed}) == []
