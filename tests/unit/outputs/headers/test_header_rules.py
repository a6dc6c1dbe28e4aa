"""The one table of how files are served."""

import pytest
from tests.factories import make_site

from aushang.outputs.headers.rules import A_MINUTE, ASKED_AGAIN, FOR_EVER, Pattern, kind_of, kinds

SITE = make_site(url="https://a.example/news/")


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        (Pattern("api/v1/status.json", None), "api/v1/status.json", True),
        (Pattern("api/v1/status.json", None), "api/v1/status.json.gz", False),
        (Pattern("feeds/", ".json"), "feeds/types/news/posts.json", True),
        (Pattern("feeds/", ".json"), "en/feeds/posts.json", False),
        (Pattern("feeds/", ".json"), "feeds/posts.rss", False),
        (Pattern("aba", "ba"), "aba", False),
        (Pattern(""), "", True),
    ],
)
def test_a_pattern_covers_paths(pattern: Pattern, path: str, *, expected: bool) -> None:
    """By beginning and end, which do not share letters; or the whole."""
    assert pattern.covers(path) is expected


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        (Pattern("", ".json"), Pattern("api/v1/schema/", ".json"), True),
        (Pattern("", ".json"), Pattern("api/v1/status.json", None), True),
        (Pattern("", ".json"), Pattern("badges/", ".svg"), False),
        (Pattern("api/v1/status.json", None), Pattern("api/v1/status.json", None), True),
        (Pattern("api/v1/status.json", None), Pattern("api/v1/", ".json"), False),
        (Pattern("feeds/", ".json"), Pattern("", ".json"), False),
    ],
)
def test_a_pattern_includes_another(wide: Pattern, narrow: Pattern, *, expected: bool) -> None:
    """If it covers all that the other one does."""
    assert wide.includes(narrow) is expected


@pytest.mark.parametrize(
    ("path", "cache", "is_open"),
    [
        ("", ASKED_AGAIN, False),
        ("meldungen/sauna/", ASKED_AGAIN, False),
        ("api/v1/status.json", A_MINUTE, True),
        ("api/v1/changes/0001.json", ASKED_AGAIN, True),
        ("api/v1/changes/full/0001-5f3c.json", FOR_EVER, True),
        ("statuspage/api/v2/summary.json", A_MINUTE, True),
        ("en/badges/mitte.svg", A_MINUTE, True),
        ("fr/badges/mitte.svg", ASKED_AGAIN, False),
        ("404.html", ASKED_AGAIN, True),
        ("pagefind/de/1/fragment/de_1a2b3c4.pf_fragment", FOR_EVER, False),
        ("pagefind/de/1/pagefind.js", ASKED_AGAIN, False),
    ],
)
def test_the_first_kind_that_covers_a_path_holds(path: str, cache: str, *, is_open: bool) -> None:
    """What moves is asked for again; only what never changes under its address is kept for ever."""
    found = kind_of(path, kinds(SITE))
    assert (found.cache, found.is_open) == (cache, is_open)


@pytest.mark.parametrize(
    ("base", "path", "expected"),
    [
        ("lage", "lage/api/v2/summary.json", A_MINUTE),
        ("lage", "statuspage/api/v2/summary.json", ASKED_AGAIN),
        ("", "api/v2/summary.json", A_MINUTE),
        (None, "statuspage/api/v2/summary.json", ASKED_AGAIN),
    ],
)
def test_the_files_for_statuspage_are_where_the_site_has_them(
    base: str | None, path: str, expected: str
) -> None:
    """Their base may be configured, be the root, or not be there."""
    table = kinds(make_site(statuspage=base))
    assert kind_of(path, table).cache == expected
