"""Where customers have the site: an address or a folder, and how it may be told."""

from pathlib import Path

import pytest

from aushang.mkdocs.published import is_address, placed, published_log, shown

TAG = "kraftraum.example,2026"


def test_what_begins_like_an_address_is_one() -> None:
    """In any case; all else is a folder as seen from another one."""
    root = Path("/somewhere")
    assert is_address("HTTPS://aktuell.kraftraum.example")
    assert placed("HTTPS://aktuell.kraftraum.example", root) == "HTTPS://aktuell.kraftraum.example"
    assert placed("../live", root) == "/somewhere/../live"
    assert placed("", root) == ""


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("https://jana:geheim@a.example/news/", "https://a.example/news/"),
        ("https://token@a.example", "https://a.example"),
        ("https://a.example/@jana/", "https://a.example/@jana/"),
        ("/home/jana@work/live", "/home/jana@work/live"),
    ],
)
def test_a_password_is_not_told(where: str, expected: str) -> None:
    """What is told stands in the records of CI, for everybody."""
    assert shown(where) == expected


def test_a_fault_is_told_without_the_password(tmp_path: Path) -> None:
    """The host is enough to know which site is meant."""
    found = published_log("http://jana:geheim@127.0.0.1:1/", TAG, tmp_path)
    assert found.fault == "http://127.0.0.1:1/: no connection could be made"
