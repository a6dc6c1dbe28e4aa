"""What a template does wrong on every page is one finding, however its addresses are written."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tests.factories import make_publication
from tests.unit.checks.test_page_checks import lines
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts

ENTRY = '<p>{name} <a href="{url}">Weiterlesen</a></p>\n'
POSTS = [f"meldungen/{name}/index.html" for name in "abcd"]
VAGUE = "link text “Weiterlesen” does not say where it leads | name what the reader finds there;"
FIRST = "index.html:1:185 warning AU703"
NAMELESS = "has no words | write where it leads, in the link or in its `aria-label`"


def found(folder: Path, code: str, pages: Mapping[str, str]) -> list[str]:
    """What is found of a code on these pages, with the posts to which they lead."""
    posts = {path: html("<p>Ein Satz.</p>") for path in POSTS}
    written = write_site(folder, {**posts, **pages})
    written = replace(written, read=lambda path: (folder / path).read_bytes())
    return lines(one for one in check_artifacts(make_publication(), written) if one.code == code)


def entries(root: str, names: str) -> str:
    """A list as a template writes it, seen from a page from which `root` leads to the start."""
    return "".join(ENTRY.format(name=name, url=f"{root}meldungen/{name}/") for name in names)


def test_a_row_of_links_is_one_finding(tmp_path: Path) -> None:
    """Three on a page come from a template, and so do the same ones on other pages."""
    pages = {
        "index.html": html(entries("", "abcd")),
        "archiv/index.html": html(entries("../", "da")),
    }
    assert found(tmp_path, "AU703", pages) == [
        f"{FIRST} {VAGUE} it leads to “meldungen/a/” and 3 more places |  archiv/"
    ]


def test_two_are_two(tmp_path: Path) -> None:
    """Each at its own place, although both say the same."""
    assert found(tmp_path, "AU703", {"index.html": html(entries("", "ab"))}) == [
        f"{FIRST} {VAGUE} it leads to “meldungen/a/” | ",
        f"index.html:2:29 warning AU703 {VAGUE} it leads to “meldungen/b/” | ",
    ]


def test_a_menu_is_one_finding_at_any_depth(tmp_path: Path) -> None:
    """From other folders it leads to the same place by another address."""
    menu = '<nav><a href="{}meldungen/a/"></a></nav>'
    pages = {"index.html": html(menu.format("")), "kurse/index.html": html(menu.format("../"))}
    assert found(tmp_path, "AU710", pages) == [
        f"index.html:1:171 error AU710 link to “meldungen/a/” {NAMELESS} |  kurse/"
    ]


def test_a_row_of_links_without_words(tmp_path: Path) -> None:
    """Cards that lead to one post each."""
    cards = "".join(f'<p>{name}<a href="meldungen/{name}/"></a></p>' for name in "abcd")
    assert found(tmp_path, "AU710", {"index.html": html(cards)}) == [
        f"index.html:1:170 error AU710 link to “meldungen/a/” and 3 more places {NAMELESS} | "
    ]


def test_pictures_are_single_causes(tmp_path: Path) -> None:
    """Each of a gallery shows something else; the same one is one finding from any depth."""
    pictures = "".join(f'<img src="{{0}}{name}.png">' for name in "abc")
    pages = {
        **{f"{name}.png": "" for name in "abc"},
        "index.html": html(pictures.format("")),
        "kurse/index.html": html(pictures.format("../")),
    }
    told = found(tmp_path, "AU704", pages)
    assert [one.partition(" | ")[0] for one in told] == [
        f"index.html:1:{column} error AU704 picture “{name}.png” has no text"
        for name, column in [("a", 167), ("b", 184), ("c", 201)]
    ]
    assert all(one.endswith(" |  kurse/") for one in told)
