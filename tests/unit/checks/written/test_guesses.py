"""A wrong path is compared with the paths there are, by name and folder."""

import unicodedata

import pytest

from aushang.checks.written.guesses import Paths

PATHS = Paths(
    ["", "kontakt/", "angebote/sauna/", "angebote/kurse/", "media/prüfung.pdf", "en/kontakt/"]
)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Kontakt/", "kontakt/"),
        ("kontackt/", "kontakt/"),
        ("kontakt.html", "kontakt/"),
        ("angebote/suana/", "angebote/sauna/"),
        ("sauna/", "angebote/sauna/"),
        ("preise/kontakt/", ""),
        ("angebote/xyz/", ""),
        ("nix/", ""),
    ],
)
def test_nearest(wanted: str, expected: str) -> None:
    """One close name in the folder, or the same name in one other folder."""
    assert PATHS.nearest(wanted) == expected


def test_composed_otherwise() -> None:
    """Only another Unicode form of the same name counts."""
    assert PATHS.composed_otherwise(unicodedata.normalize("NFD", "media/prüfung.pdf")) == (
        "media/prüfung.pdf"
    )
    assert PATHS.composed_otherwise("media/prüfung.pdf") == ""
    assert PATHS.composed_otherwise("media/pruefung.pdf") == ""
