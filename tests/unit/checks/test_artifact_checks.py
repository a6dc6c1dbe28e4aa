"""The messages of the checks of what was written, in full, and where they point."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from tests.factories import make_contact, make_post, make_publication, make_site, make_text
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts
from aushang.model import (
    ROOT,
    Body,
    Diagnostic,
    Link,
    Position,
    Publication,
    RelatedLink,
    Severity,
    Source,
)

PAGE = "meldungen/a/index.html"
PATH = "content/posts/a.md"
OTHERS = {"index.html": html(), "kontakt/index.html": html('<h2 id="wer">Wer</h2>')}


def lines(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as place, code, message, hint and pages."""
    return [f"{f.location} {f.code} {f.message} | {f.hint} | {' '.join(f.pages)}" for f in found]


def with_links(*links: tuple[str, str], path: str = PATH, **fields: object) -> Publication:
    """A post with these links (target, address), one a line from line 11 on."""
    made = tuple(
        Link(target, address, "a", Position(path, 11 + number, 3))
        for number, (target, address) in enumerate(links)
    )
    source = Source(path, {"links.0": (8, 5)})
    text = make_text(slug="a", body=Body("<p>x</p>", "x", links=made), source=source)
    return make_publication([make_post("a", texts={"de": text}, source=source, **fields)])


def found(folder: Path, publication: Publication, *bodies: str, **more: str | bytes) -> list[str]:
    """What is found on the post's page (made from its file) and others."""
    pages = {PAGE: html("".join(bodies))}
    written = write_site(
        folder, {**OTHERS, **pages, **more}, site=publication.site, sources={PAGE: (PATH,)}
    )
    return lines(check_artifacts(publication, written))


def test_dead_link_points_into_the_markdown(tmp_path: Path) -> None:
    """AU201 quotes what the author wrote, where it was written, and guesses."""
    publication = with_links(("/kontackt/", ROOT + "kontackt/"))
    assert found(tmp_path, publication, '<a href="../../kontackt/">x</a>') == [
        (
            f"{PATH}:11:3 AU201 link “/kontackt/” leads nowhere | did you mean “/kontakt/”?"
            " | meldungen/a/"
        )
    ]


def test_dead_link_to_a_file_of_the_content(tmp_path: Path) -> None:
    """A relative path is compared with the files there are, as seen from the author's file."""
    publication = with_links(("../services/suana.yml", "../services/suana.yml"))
    assert found(tmp_path, publication, '<a href="../services/suana.yml">x</a>') == [
        (
            f"{PATH}:11:3 AU201 link “../services/suana.yml” leads nowhere"
            " | did you mean “../services/sauna.yml”? | meldungen/a/"
        )
    ]


@pytest.mark.parametrize(
    ("target", "guess"),
    [
        ("../services/sauna.yaml", "../services/sauna.yml"),
        ("../locations/sauna.yml", "../services/sauna.yml"),
        ("/kontakt.html", "/kontakt/"),
        ("/seiten/kontakt/", "/kontakt/"),
    ],
)
def test_guesses_compare_names_and_not_whole_paths(tmp_path: Path, target: str, guess: str) -> None:
    """In one folder all paths are alike for the most part; the name tells them apart."""
    address = ROOT + target[1:] if target.startswith("/") else target
    publication = with_links((target, address))
    (line,) = found(tmp_path, publication, f'<a href="{target}">x</a>')
    assert f" | did you mean “{guess}”? | " in line


def test_dead_link_to_an_unknown_post_may_mean_a_draft(tmp_path: Path) -> None:
    """Drafts are not known here, so the remedy names the possibility."""
    publication = with_links(("entwurf.md", "entwurf.md"))
    assert found(tmp_path, publication, '<a href="entwurf.md">x</a>') == [
        (
            f"{PATH}:11:3 AU201 link “entwurf.md” leads nowhere"
            " | correct the path, or publish the draft that it leads to | meldungen/a/"
        )
    ]


def test_dead_link_to_a_scheduled_post(tmp_path: Path) -> None:
    """The post is named, and when it will be there."""
    publication = with_links(("b.md", ROOT + "meldungen/b/"))
    later = make_post("b", published="2026-12-01T09:00")
    publication = replace(publication, all_posts=(*publication.all_posts, later))
    assert found(tmp_path, publication, '<a href="../b/">x</a>') == [
        (
            f"{PATH}:11:3 AU201 link “b.md” leads nowhere | content/posts/b.md is published on "
            "2026-12-01T09:00+01:00 only; link to it from then on | meldungen/a/"
        )
    ]


def test_wrong_case_is_dead_on_every_system(tmp_path: Path) -> None:
    """The right spelling is offered."""
    publication = with_links(("/Kontakt/", ROOT + "Kontakt/"))
    assert found(tmp_path, publication, '<a href="../../Kontakt/">x</a>') == [
        (
            f"{PATH}:11:3 AU201 link “/Kontakt/” leads nowhere | did you mean “/kontakt/”?"
            " | meldungen/a/"
        )
    ]


def test_another_unicode_form_looks_equal_and_is_not(tmp_path: Path) -> None:
    """The hint says so; the two names cannot be told apart by eye."""
    decomposed = normalize("NFD", "/prüfung.pdf")
    publication = with_links((decomposed, ROOT + decomposed[1:]))
    (line,) = found(
        tmp_path, publication, f'<a href="../..{decomposed}">x</a>', **{"prüfung.pdf": ""}
    )
    assert "| “/prüfung.pdf” looks equal and is not: its letters are composed in another way |" in (
        line
    )


def test_folder_without_a_page(tmp_path: Path) -> None:
    """A server shows an error there, or a list of files."""
    publication = with_links(("/media/", ROOT + "media/"))
    assert found(tmp_path, publication, '<a href="../../media/">x</a>', **{"media/a.png": ""}) == [
        (
            f"{PATH}:11:3 AU201 link “/media/” leads to a folder that has no page"
            " | correct the address, or remove the link | meldungen/a/"
        )
    ]


def test_dead_picture(tmp_path: Path) -> None:
    """A picture has its own noun; related links and contacts point at their YAML."""
    publication = with_links()
    assert found(tmp_path, publication, '<img src="nix.png" alt="">') == [
        (
            f"{PATH} AU201 picture “nix.png” leads nowhere | no text says it, so it stands in the "
            "theme or in what the program writes | meldungen/a/"
        )
    ]


def test_related_link_and_contact_point_at_their_fields(tmp_path: Path) -> None:
    """What stands in YAML is found there."""
    publication = with_links(links=(RelatedLink("Plan", "nix.md", "nix.md"),))
    source = Source("content/contacts/jana-weiss.yml", {"url": (4, 6)})
    contact = make_contact(url="https://aktuell.kraftraum.example/team/", source=source)
    publication = replace(publication, contacts={"jana-weiss": contact})
    body = '<a href="nix.md">x</a><a href="https://aktuell.kraftraum.example/team/">x</a>'
    assert [line.partition(" |")[0] for line in found(tmp_path, publication, body)] == [
        (
            "content/contacts/jana-weiss.yml:4:6 AU201 link “https://aktuell.kraftraum.example/team/”"
            " leads nowhere"
        ),
        f"{PATH}:8:5 AU201 link “nix.md” leads nowhere",
    ]


def test_one_finding_for_one_cause(tmp_path: Path) -> None:
    """A link that shows on its page, in a list, a feed and JSON is one thing to mend."""
    publication = with_links(("/nix/", ROOT + "nix/"))
    own = "https://aktuell.kraftraum.example/nix/"
    more = {
        "archiv/index.html": html('<a href="../nix/">x</a>'),
        "feeds/posts.rss": f"<rss><description>&lt;a href='{own}'></description></rss>",
        "api/v1/posts/a.json": f'{{"url": "{own}"}}',
    }
    told = found(tmp_path, publication, '<a href="../../nix/">x</a>', **more)
    # The feed is no more than what it takes to refer, which has its own finding.
    assert [line for line in told if " AU3" not in line] == [
        (
            f"{PATH}:11:3 AU201 link “/nix/” leads nowhere | correct the address, or remove"
            " the link | archiv/ meldungen/a/ api/v1/posts/a.json feeds/posts.rss"
        )
    ]


def test_same_dead_target_in_two_texts_is_two_places_to_mend(tmp_path: Path) -> None:
    """Each page belongs to the file it was made from."""
    first = with_links(("/nix/", ROOT + "nix/"))
    second = with_links(("/nix/", ROOT + "nix/"), path="content/posts/b.md")
    post = replace(second.all_posts[0], id="b")
    publication = replace(first, all_posts=(*first.all_posts, post))
    body = '<a href="../../nix/">x</a>'
    written = write_site(
        tmp_path,
        {**OTHERS, PAGE: html(body), "meldungen/b/index.html": html(body)},
        sources={PAGE: (PATH,), "meldungen/b/index.html": ("content/posts/b.md",)},
    )
    assert [(str(f.location), f.pages) for f in check_artifacts(publication, written)] == [
        (f"{PATH}:11:3", ("meldungen/a/",)),
        ("content/posts/b.md:11:3", ("meldungen/b/",)),
    ]


def test_dead_link_of_the_layout_is_reported_once(tmp_path: Path) -> None:
    """The first page is where it can be seen."""
    footer = '<footer><a href="{}impressum/">Impressum</a></footer>'
    files = {
        "index.html": html(footer.format("")),
        "a/index.html": html(footer.format("../")),
        "a/b/index.html": html(footer.format("../../")),
    }
    told = lines(check_artifacts(make_publication(), write_site(tmp_path, files)))
    assert [line for line in told if " AU220 " not in line] == [
        (
            "index.html AU201 link “impressum/” leads nowhere | no text says it, so it "
            "stands in the theme or in what the program writes |  a/ a/b/"
        )
    ]


def test_the_page_for_missing_addresses_needs_rooted_links(tmp_path: Path) -> None:
    """AU201: it is shown at any depth."""
    files = {"index.html": html(), "404.html": html('<a href="kontakt/">x</a><a href="/">y</a>')}
    assert lines(check_artifacts(make_publication(), write_site(tmp_path, files))) == [
        (
            "404.html AU201 link “kontakt/” is relative, but 404.html is shown at any depth"
            " | begin it with a slash, or with the site's full address | 404.html"
        )
    ]
    based = {**files, "404.html": html('<a href="./">x</a>', head='<base href="/">')}
    assert check_artifacts(make_publication(), write_site(tmp_path, based)) == ()


def test_dead_anchor(tmp_path: Path) -> None:
    """AU202 names the page and guesses among its anchors."""
    publication = with_links(("/kontakt/#wehr", ROOT + "kontakt/#wehr"))
    assert found(tmp_path, publication, '<a href="../../kontakt/#wehr">x</a>') == [
        (
            f"{PATH}:11:3 AU202 link “/kontakt/#wehr” names a place that /kontakt/ does not have"
            " | did you mean “#wer”? | meldungen/a/"
        )
    ]


def test_dead_anchor_without_a_guess(tmp_path: Path) -> None:
    """A few anchors are listed; the theme's own are nothing to link to."""
    publication = with_links(("#nix", "#nix"))
    body = (
        '<i id="eins"></i><i id="zwei"></i><i id="__toc"></i><i id="au-x"></i><a href="#nix">x</a>'
    )
    assert found(tmp_path, publication, body) == [
        (
            f"{PATH}:11:3 AU202 link “#nix” names a place that /meldungen/a/ does not have"
            " | it has “#eins”, “#zwei” | meldungen/a/"
        )
    ]
    assert (
        "| link to the page itself, or to one of its headings |"
        in (found(tmp_path, publication, '<a href="#nix">x</a>')[0])
    )


@pytest.mark.parametrize(
    "url",
    [
        "#",
        "#top",
        "#TOP",
        "#:~:text=Sauna",
        "#%C3%BCber",
        "#über",
        "#fn:1",
        "#a%20b",
        "#__codelineno-4-2",
        "#__tabbed_1_2",
        "#__search",
        "../../plan.pdf#page=2",
        "../../?seite=2#oben",
        "../a/#über:~:text=x",
    ],
)
def test_anchors_that_are_alive(tmp_path: Path, url: str) -> None:
    """Raw first, then decoded; the top, texts, and parts of a PDF need no element."""
    body = f'<i id="über"></i><i id="fn:1"></i><i id="a b"></i><a href="{url}">x</a>'
    more = {"plan.pdf": "", "index.html": html('<p id="oben">x</p>')}
    assert found(tmp_path, with_links(), body, **more) == []


def test_missing_slash_is_mild(tmp_path: Path) -> None:
    """AU203 keeps no publish back."""
    publication = with_links(("/kontakt", ROOT + "kontakt"))
    written = write_site(
        tmp_path, {**OTHERS, PAGE: html('<a href="../../kontakt">x</a>')}, sources={PAGE: (PATH,)}
    )
    (finding,) = check_artifacts(publication, written)
    assert finding.severity is Severity.WARNING
    assert lines([finding]) == [
        (
            f"{PATH}:11:3 AU203 link “/kontakt” wants a slash at the end of the address"
            " | write “/kontakt/” | meldungen/a/"
        )
    ]


def test_missing_slash_before_a_dead_anchor_is_a_dead_anchor(tmp_path: Path) -> None:
    """The greater fault is told."""
    publication = with_links(("/kontakt#wo", ROOT + "kontakt#wo"))
    (line,) = found(tmp_path, publication, '<a href="../../kontakt#wo">x</a>')
    assert line == (
        f"{PATH}:11:3 AU202 link “/kontakt#wo” names a place that /kontakt does not have"
        " | it has “#wer” | meldungen/a/"
    )


def test_empty_main(tmp_path: Path) -> None:
    """AU103 points at what the page was made from; redirects and feeds are no pages."""
    blank = b"<main><h1>Archiv</h1></main>"
    written = write_site(
        tmp_path, {"archiv/index.html": blank}, sources={"archiv/index.html": ("archive",)}
    )
    assert lines(check_artifacts(make_publication(), written)) == [
        (
            "archive AU103 page /archiv/ shows nothing but its title"
            " | write a sentence, if only that there is nothing at present | archiv/"
        )
    ]


def test_broken_feed(tmp_path: Path) -> None:
    """AU301 names line and column, and who wrote it."""
    files = {"feeds/posts.rss": "<rss>\n<title>A & B</title></rss>"}
    written = write_site(tmp_path, files, sources={"feeds/posts.rss": ("outputs.rss", PATH)})
    assert lines(check_artifacts(make_publication(), written)) == [
        (
            "feeds/posts.rss:2:11 AU301 is not well-formed XML: xmlParseEntityRef: no name"
            f" | written by outputs.rss, {PATH} | feeds/posts.rss"
        )
    ]


def test_broken_json(tmp_path: Path) -> None:
    """AU302 refuses what strict parsers refuse."""
    files = {"api/v1/index.json": '{"places": NaN}'}
    assert lines(check_artifacts(make_publication(), write_site(tmp_path, files))) == [
        (
            "api/v1/index.json AU302 is not JSON: NaN is no JSON number"
            " | written by api/v1/index.json | api/v1/index.json"
        )
    ]


def test_pictures_and_style_sheets_are_not_read(tmp_path: Path) -> None:
    """A broken SVG is nobody's feed."""
    files = {"a.svg": "<svg", "a.css": "{", "index.html": html('<img src="a.svg#teil" alt="">')}
    assert check_artifacts(make_publication(), write_site(tmp_path, files)) == ()


def test_own_addresses_below_the_path_of_the_site(tmp_path: Path) -> None:
    """Canonical links and the like are resolved inside the build."""
    site = make_site(url="https://a.example/news/")
    head = (
        '<link rel="canonical" href="https://a.example/news/">'
        '<meta property="og:image" content="https://a.example/news/nix.png">'
    )
    files = {"index.html": html('<a href="/news/">x</a><a href="/studio/">y</a>', head)}
    written = write_site(tmp_path, files, site=site)
    (finding,) = check_artifacts(make_publication(site=site), written)
    assert finding.message == "`meta` “https://a.example/news/nix.png” leads nowhere"


def test_order_of_files_changes_nothing(tmp_path: Path) -> None:
    """The same site gives the same findings in whatever order it was written."""
    files = {f"{n}/index.html": html(f'<a href="../x{n}/">x</a>') for n in range(9)}
    one = write_site(tmp_path, files)
    other = replace(one, files=dict(reversed(one.files.items())))
    publication = make_publication()
    assert check_artifacts(publication, one) == check_artifacts(publication, other)
