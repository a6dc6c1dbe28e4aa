"""`ignore` and `checks` in mkdocs.yml: every form, every fault, and where each stands."""

from datetime import date
from pathlib import Path

import pytest
from tests.mkdocs_file import GOOD, load

from aushang.mkdocs.exceptions import Wrong, wrong_ignore
from aushang.model import AushangError, Ignored, Severity


def with_options(*lines: str) -> str:
    """The good file with options before its `tag`."""
    told = "".join(f"      {line}\n" for line in lines)
    return GOOD.replace("      tag", f"{told}      tag", 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with content."""
    (tmp_path / "content").mkdir()
    return tmp_path


def test_every_form_of_an_entry(root: Path) -> None:
    """A reason; a reason with a last day and files; several of them. Each knows its line."""
    site = load(
        root,
        with_options(
            "ignore:",
            "  AU201: der Partner zieht um",
            "  AU101:",
            "    reason: alte Beiträge",
            "    until: 2027-03-01",
            "    paths: [posts/2019-*]",
            "  AU102:",
            "    - eins",
            "    - {reason: zwei, until: '2027-03-02'}",
            "checks: {AU203: off, AU101: warning}",
        ),
    ).site
    assert site.ignore == {
        "AU201": (Ignored("der Partner zieht um"),),
        "AU101": (
            Ignored("alte Beiträge", date(2027, 3, 1), ("posts/2019-*", "content/posts/2019-*")),
        ),
        "AU102": (Ignored("eins"), Ignored("zwei", date(2027, 3, 2))),
    }
    assert site.severities == {"AU203": None, "AU101": Severity.WARNING}
    first = site.source.at("ignore").line
    assert site.source.path == "mkdocs.yml"
    assert site.source.at("ignore", "AU201", 0).line == first + 1
    assert site.source.at("ignore", "AU102", 1).line == first + 8


def test_all_faults_are_told_at_once(root: Path) -> None:
    """Each with its line, beside those of the other options."""
    text = with_options(
        "ignore: {AU201: ''}", "checks: {AU203: warn, AU201: off}", "languages: []"
    ).replace("languages: [de, en]\n", "", 1)
    with pytest.raises(AushangError) as refused:
        load(root, text)
    told = refused.value.message
    assert "`ignore` gives no reason for AU201; write why: `AU201: the reason`" in told
    assert (
        "`checks.AU203` is “warn”; allowed are error, warning, off; did you mean “warning”?"
    ) in told
    assert "`checks.AU201` is “off”, but dead-link is always an error" in told


@pytest.mark.parametrize(
    ("entry", "way", "message", "hint"),
    [
        ({"AU1": "x"}, ("ignore", "AU1"), "`ignore` names “AU1”, which is no code of a finding",
         "write the code as the report shows it, such as AU201"),
        ({"AU201": " "}, ("ignore", "AU201"), "`ignore` gives no reason for AU201",
         "write why: `AU201: the reason`"),
        ({"AU201": None}, ("ignore", "AU201"), "`ignore` gives no reason for AU201",
         "write why: `AU201: the reason`"),
        ({"AU201": [{"until": "2027-01-01"}]}, ("ignore", "AU201", 0),
         "`ignore` gives no reason for AU201", "write why: `AU201: the reason`"),
        ({"AU201": 5}, ("ignore", "AU201"),
         "the reason for AU201 in `ignore` is “5”; expected text",
         "put it in quotes"),
        ({"AU201": {"reason": "x", "untl": 1}}, ("ignore", "AU201", "untl"),
         "`untl` is no key of an entry of `ignore`", "did you mean “until”?"),
        ({"AU201": {"reason": "x", "where": 1}}, ("ignore", "AU201", "where"),
         "`where` is no key of an entry of `ignore`", "allowed are reason, until, paths"),
        ({"AU201": {"reason": "x", "until": "May"}}, ("ignore", "AU201", "until"),
         "`until` of AU201 in `ignore` is “May”; expected a day",
         "write the last day on which it holds, such as 2027-03-01"),
        ({"AU201": {"reason": "x", "paths": "posts/"}}, ("ignore", "AU201", "paths"),
         "`paths` of AU201 in `ignore` is “posts/”; expected a list of patterns",
         "write it as [posts/2019-*, pages/archiv/]"),
    ],
)  # fmt: skip
def test_each_fault(entry: dict, way: tuple, message: str, hint: str) -> None:
    """The place, what is wrong, what would be right."""
    assert list(wrong_ignore(entry)) == [Wrong(way, message, hint)]


def test_what_is_no_mapping_is_told_by_the_other_options() -> None:
    """Once: the form of an option is judged with those of all."""
    assert list(wrong_ignore(["AU201"])) == []
