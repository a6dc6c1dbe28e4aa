"""Aushang's own options, apart from the file they stand in."""

import re
from pathlib import Path

import pytest

from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.descriptions import descriptions
from aushang.mkdocs.option_problems import Problem
from aushang.mkdocs.options import Options, read_options


def test_each_option_is_described() -> None:
    """The model is the reference: no option without its sentence."""
    assert list(descriptions()) == list(Options.model_fields)


def test_problems_lead_to_their_place() -> None:
    """The keys of a problem begin with the way to the options."""
    options, problems = read_options({"tag": "a.example,2026", "contact": 3}, ("plugins", 0))
    assert options is None
    assert problems == [
        Problem(("plugins", 0, "contact"), "`contact` is “3”; expected text", "put it in quotes")
    ]


def test_tags_of_rfc_4151() -> None:
    """The authority is a host or an address, the date a year, a month or a day."""
    for tag in ("a.example,2026", "jana@a.example,2026-11", "a.example,2026-11-21"):
        assert read_options({"tag": tag}, ()) == (Options(tag=tag), [])


def test_one_description_for_all_languages() -> None:
    """A description may be one text, or one for each language."""
    for description in ("Was gilt.", {"de": "Was gilt.", "en": "What holds."}):
        options, problems = read_options({"tag": "a.example,2026", "description": description}, ())
        assert problems == []
        assert options is not None
        assert options.description == description


def test_the_reference_says_the_same() -> None:
    """Each option's row in the reference holds its docstring, and there is a row for no other."""
    page = Path(__file__).parents[3] / "docs" / "reference" / "configuration.md"
    rows = dict(
        re.findall(
            r"^\| `(\w+)` \| (.+?) \|",
            page.read_text(encoding="utf-8").partition("## Aushang's options")[2],
            re.MULTILINE,
        )
    )
    assert rows == descriptions()


def test_the_example_of_the_reference_holds(tmp_path: Path) -> None:
    """Whoever copies the example has a configuration without a complaint."""
    page = Path(__file__).parents[3] / "docs" / "reference" / "configuration.md"
    example = page.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(example, encoding="utf-8")
    found = load_configuration(tmp_path / "mkdocs.yml")
    assert found.notices == ()
    assert found.site.url == "https://aktuell.kraftraum.example/"


def test_the_sample_publication_s_own_file_holds() -> None:
    """The checkout's mkdocs.yml is read without a complaint."""
    found = load_configuration(Path(__file__).parents[3] / "mkdocs.yml")
    assert found.notices == ()
    assert found.site.languages == ("de", "en")


def test_the_law_of_a_country_is_chosen() -> None:
    """Without the option no duty is looked for; another country or key is told."""
    tag = {"tag": "a.example,2026"}
    options, problems = read_options({**tag, "legal": {"country": "DE"}}, ())
    assert problems == []
    assert options is not None
    assert options.legal == {"country": "DE"}
    told = [
        [(one.message, one.hint) for one in read_options({**tag, "legal": legal}, ())[1]]
        for legal in ({"country": "XX"}, {"contry": "DE"})
    ]
    assert told == [
        [
            (
                "`legal.country` is “XX”; allowed is DE",
                "leave it out where the law is another: nothing is looked for then",
            )
        ],
        [("`legal.contry` is not known", "the only key is `country`")],
    ]


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ("statuspage", "statuspage"),
        ("/status/", "status"),
        ("a/b", "a/b"),
        ("/", ""),
        (False, None),
    ],
)
def test_the_folder_for_statuspage(written: object, folder: str | None) -> None:
    """Slashes around it do not matter; the root is a slash, and false means no files."""
    options, problems = read_options({"tag": "a.example,2026", "statuspage": written}, ())
    assert problems == []
    assert options is not None
    assert options.statuspage == folder


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        (True, "true"),
        (None, "null"),
        (3, "3"),
        (["a", None], "[a, null]"),
        *((text, text) for text in ("", "Status Page", "../x", "a//b", "-a", "None")),
    ],
)
def test_what_is_no_folder_for_statuspage(written: object, quoted: str) -> None:
    """What would be right is told, and what stands there as YAML writes it."""
    assert read_options({"tag": "a.example,2026", "statuspage": written}, ()) == (
        None,
        [
            Problem(
                ("statuspage",),
                f"`statuspage` is “{quoted}”; expected a folder or false",
                "write a folder such as statuspage, / for the root, or false for none",
            )
        ],
    )


@pytest.mark.parametrize(
    ("folder", "taken"),
    [("api", "api"), ("en", "en"), ("meldungen/x", "meldungen"), ("feeds", "feeds")],
)
def test_the_folder_for_statuspage_is_its_own(folder: str, taken: str) -> None:
    """It meets no other addresses of the site: neither ours nor those of a language."""
    found = read_options({"tag": "a.example,2026", "statuspage": folder}, ())
    message = f"`statuspage` is “{folder}”, and other addresses of the site begin with “{taken}/”"
    assert found == (None, [Problem((), message, "write another folder, such as statuspage")])
