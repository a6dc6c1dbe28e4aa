"""A new year begins, and public holidays are those of other years, though no place was edited."""

import json
from pathlib import Path

import pytest
from tests.integration.sites import after, aushang, tree, write, write_post, write_site

HOURS = """\
hours: {mon-fri: "06:00-23:00"}
holidays: {region: DE-BE, hours: closed}
"""
OLD, NEW = "2026-12-31T23:59:30+01:00", "2027-01-01T00:00:00+01:00"


def years(root: Path) -> set[str]:
    """Those of the special days that apps are told of."""
    data = json.loads((root / "site/api/v1/locations.json").read_text(encoding="utf-8"))
    (place,) = data["data"]
    return {day["date"][:4] for day in place["special_hours"]}


def site(root: Path) -> Path:
    """The small publication, with a place that is closed on holidays."""
    write_site(root)
    place = root / "content/locations/mitte.yml"
    write(place, place.read_text(encoding="utf-8") + HOURS)
    return root


@pytest.mark.parametrize("is_edited", [True, False])
def test_the_first_build_of_a_year(tmp_path: Path, *, is_edited: bool) -> None:
    """With an edit of a post or none at all: the same bytes as those of a full build."""
    root = site(tmp_path / "news")
    assert aushang(root, "build", "--quiet", now=OLD).returncode == 0
    assert years(root) == {"2025", "2026", "2027"}
    known = aushang(root, "build", now=OLD)
    assert "nothing has changed" in known.stdout

    full = site(tmp_path / "full")
    for one in (root, full) if is_edited else ():
        write_post(one, "neue-matten", "Neue Matten", "Sie liegen jetzt im Kursraum bereit.")
    assert aushang(root, "build", "--quiet", now=NEW).returncode == 0
    assert aushang(full, "build", "--quiet", *after(root / "site"), now=NEW).returncode == 0
    assert years(root) == {"2026", "2027", "2028"}
    assert tree(root / "site") == tree(full / "site")
