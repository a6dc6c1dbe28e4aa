"""`ignore` in front matter: its two forms, and one finding for each slip."""

from datetime import date
from pathlib import Path

import pytest
from tests.content_folder import loaded, post, written

from aushang.model import Ignored


def test_a_reason_and_one_with_a_last_day(tmp_path: Path) -> None:
    """The day is read as all days are."""
    lines = "ignore: {AU101: Foto folgt, AU102: {reason: bald, until: 2027-03-01}}"
    content = written(tmp_path, {"posts/a.md": post(lines)})
    (found,) = loaded(content).publication.all_posts
    assert found.ignore == {
        "AU101": Ignored("Foto folgt"),
        "AU102": Ignored("bald", date(2027, 3, 1)),
    }
    assert found.source.at("ignore", "AU102").line == found.source.at("ignore", "AU101").line


@pytest.mark.parametrize(
    ("ignore", "message"),
    [
        ("{AU101: }", "`AU101` is empty"),
        ("{AU101: {reason: x, until: }}", "`until` is empty"),
        ("{AU101: {until: 2027-03-01}}", "`reason` is missing"),
        ("{AU101: {reson: x}}", "the key `reson` is not known in `ignore.AU101`"),
        ("{AU101: {reason: x, until: Mai}}", "`ignore.AU101.until` is “Mai”; expected a date"),
        ("{AU1: x}", "`ignore.AU1` is “AU1”; expected the code of a finding, such as AU101"),
        ("", "`ignore` is empty"),
    ],
)
def test_a_slip_is_one_finding(tmp_path: Path, ignore: str, message: str) -> None:
    """An entry without a reason is not an empty `ignore` as well."""
    content = written(tmp_path, {"posts/a.md": post(f"ignore: {ignore}")})
    (found,) = loaded(content).diagnostics
    assert found.message.startswith(message)
