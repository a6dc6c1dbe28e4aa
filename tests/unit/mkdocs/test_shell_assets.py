"""The files behind a page: few, small, whole and from here."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

from tests.browser.shell_sheets import FRAMES, START, TYPOGRAPHY
from tests.mkdocs_shell import shell

import aushang_theme
from aushang.mkdocs.assets import (
    CLOCK_SCRIPT,
    ICON,
    PLACES_SCRIPT,
    SEARCH_SCRIPT,
    STYLE_SHEET,
    digest,
    embed_script,
    theme_files,
    without_comments,
)
from aushang.model.addresses import EMBED

THEME = Path(aushang_theme.__file__).parent
LARGEST_FIRST_PAGE = 60_000
LARGEST_CLOCK = 2_000
LARGEST_EMBED = 8_000
ALWAYS = {STYLE_SHEET, ICON, CLOCK_SCRIPT, PLACES_SCRIPT, EMBED}


def test_style_sheet_refers_to_nothing_that_is_not_there() -> None:
    """Every `url()` is data, and no source map is promised: the style sheet is whole in itself."""
    for dialect in ("gfm", "material"):
        css = dict(theme_files(THEME, dialect))[STYLE_SHEET].decode()
        assert re.findall(r'url\((?!"data:)', css) == []
        assert "@import" not in css
        assert "sourceMappingURL" not in css


def test_every_variable_is_defined() -> None:
    """A misspelt token would fall back to nothing without a word."""
    css = dict(theme_files(THEME, "material"))[STYLE_SHEET].decode()
    used = set(re.findall(r"var\((--[a-z0-9-]+)", css))
    assert used - set(re.findall(r"(--[a-z0-9-]+):", css)) == set()


def test_markup_of_python_markdown_only_where_it_is_made() -> None:
    """Readers of a GitHub-flavoured site do not load rules for admonitions."""
    plain = dict(theme_files(THEME, "gfm"))[STYLE_SHEET]
    material = dict(theme_files(THEME, "material"))[STYLE_SHEET]
    assert b".admonition" not in plain
    assert b".admonition" in material


def test_comments_are_left_out() -> None:
    """The rules stay, the explanations stay at home."""
    assert without_comments("/* a\n b */\n.x {\n  color: red; /* c */\n}\n") == (
        ".x {\ncolor: red; \n}\n"
    )


def test_digest_changes_with_the_bytes() -> None:
    """A changed style sheet has a new address, the same one the same."""
    assert digest(b"a") == digest(b"a")
    assert digest(b"a") != digest(b"b")


def test_pages_refer_to_what_is_there() -> None:
    """What the head names is among the assets, the style sheet by its digest."""
    assets = dict(shell().assets())
    assert set(assets) == ALWAYS
    page = shell().page(TYPOGRAPHY, FRAMES["de"]).decode()
    assert f'href="../../{STYLE_SHEET}?v={digest(assets[STYLE_SHEET])}"' in page
    assert f'href="../../{ICON}"' in page


def test_only_pages_of_now_have_a_clock() -> None:
    """A page whose parts wait for their time; the start page can put a place first as well."""
    timed, assets = replace(TYPOGRAPHY, is_timed=True), dict(shell().assets())
    start = replace(START, is_timed=True)
    found = [
        re.findall(
            r'<script type="module" src="([^"]+)"', shell().page(each, FRAMES["de"]).decode()
        )
        for each in (TYPOGRAPHY, timed, start)
    ]
    clock, places = (f"{one}?v={digest(assets[one])}" for one in (CLOCK_SCRIPT, PLACES_SCRIPT))
    assert found == [[], [f"../../{clock}"], [f"./{clock}", f"./{places}"]]
    assert (
        sum(len(gzip.compress(assets[one])) for one in (CLOCK_SCRIPT, PLACES_SCRIPT))
        < LARGEST_CLOCK
    )


def test_only_a_site_with_a_search_has_its_script() -> None:
    """The search page alone names it, by its digest, and may run WebAssembly."""
    searched = shell("      search: true\n")
    assets = dict(searched.assets())
    assert set(assets) == {*ALWAYS, SEARCH_SCRIPT}
    frame = replace(FRAMES["de"], search="suche/")
    page = searched.page(replace(TYPOGRAPHY, path="suche/"), frame).decode()
    script = f'<script type="module" src="../{SEARCH_SCRIPT}?v={digest(assets[SEARCH_SCRIPT])}">'
    assert script in page
    assert "script-src 'self' 'wasm-unsafe-eval'; style-src" in page
    assert "au-find" not in page
    other = searched.page(TYPOGRAPHY, frame).decode()
    assert '<form class="au-find" role="search" action="../../suche/">' in other
    assert '<script type="module"' not in other
    assert "wasm-unsafe-eval" not in other


def test_the_script_for_other_websites_is_small() -> None:
    """Below 8 KB compressed, joined of its parts without their comments, and no name leaks."""
    script = embed_script(THEME).decode("ascii")
    assert len(gzip.compress(script.encode())) < LARGEST_EMBED
    assert script.startswith('(() => {\n"use strict";\nconst WORDS = {\n')
    assert script.endswith("define(NAME, Status);\n})();\n")
    assert "/*" not in script
    assert re.findall(r"innerHTML|insertAdjacent|document\.write|eval|Storage|cookie", script) == []


def test_first_page_is_small() -> None:
    """A page with all that it loads is below 60 KB compressed, on any phone in any lift."""
    loaded = [data for name, data in shell().assets() if name != EMBED]
    files = [shell().page(TYPOGRAPHY, FRAMES["de"]), *loaded]
    assert sum(len(gzip.compress(data)) for data in files) < LARGEST_FIRST_PAGE
