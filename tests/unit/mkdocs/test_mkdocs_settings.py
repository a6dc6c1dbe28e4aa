"""What is wrong in mkdocs.yml is told with its place and its remedy, all of it at once."""

from pathlib import Path

import pytest
from tests.mkdocs_file import GOOD, load, refusal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty publication."""
    (tmp_path / "content" / "media").mkdir(parents=True)
    return tmp_path


def test_no_address(folder: Path) -> None:
    """Without an address no feed can be right."""
    message, hint = refusal(folder, GOOD.replace("site_url", "# site_url"))
    assert message == "mkdocs.yml has no `site_url`, so feeds would carry relative links"
    assert hint == "add site_url: https://…"


def test_no_tag(folder: Path) -> None:
    """Permanent ids need an owner that outlives the host."""
    message, hint = refusal(folder, GOOD.replace("tag: kraftraum.example,2026", "contact: jana"))
    assert message == (
        "mkdocs.yml:6:5: the plugin aushang has no `tag`, so a move would change the ids in feeds"
    )
    assert hint == "add tag: and a host with a year in which it was yours: kraftraum.example,2026"


def test_everything_wrong_is_told_at_once(folder: Path) -> None:
    """Nobody mends a file one message at a time. They stand in the order of the file."""
    text = """\
site_url: a.example
docs_dir: contnt
theme: {name: material, logo: ../logo.svg}
dev_addr: here
plugins:
  - aushang:
      time_zon: Europe/Berlin
      time_zone: Europe/Berln
      languages: [de, d3]
      dialect: gmf
      contact: 3
      tag: kraftraum
      description: 5
      site_name: Kraftraum
      ignore: {AU1: because}
markdown_extensions: [gibt_es_nicht]
"""
    message, hint = refusal(folder, text)
    assert hint == ""
    assert message.splitlines() == [
        "16 settings in mkdocs.yml are wrong",
        "  mkdocs.yml has no `site_name`; add site_name: the name of your place",
        (
            "  mkdocs.yml:1:1: `site_url` is “a.example”, which is no address of a website;"
            " write it with https:// and the host, such as https://aktuell.kraftraum.example/"
        ),
        (
            "  mkdocs.yml:2:1: there is no folder “contnt” for the content;"
            " create it, or name the right one with docs_dir: content"
        ),
        (
            "  mkdocs.yml:3:1: `theme` is “material”; Aushang brings the look itself,"
            " through Material; write theme: aushang"
        ),
        (
            "  mkdocs.yml:3:25: `logo` is “../logo.svg”, which is no picture below media/ of the"
            " content; put the picture there and write logo: media/logo.svg"
        ),
        "  mkdocs.yml:4:1: MkDocs refuses `dev_addr`: Must be a string of format 'IP:PORT'",
        (
            "  mkdocs.yml:7:7: `time_zon` is no option of the plugin aushang;"
            " did you mean “time_zone”?"
        ),
        (
            "  mkdocs.yml:8:7: `time_zone` is “Europe/Berln”, which is no time zone;"
            " did you mean “Europe/Berlin”?"
        ),
        (
            "  mkdocs.yml:9:7: `languages` names “d3”, which is no language tag;"
            " write tags such as de, en or pt-BR"
        ),
        (
            "  mkdocs.yml:10:7: `dialect` is “gmf”; allowed are gfm, material;"
            " write one of gfm, material"
        ),
        "  mkdocs.yml:11:7: `contact` is “3”; expected text; put it in quotes",
        (
            "  mkdocs.yml:12:7: `tag` is “kraftraum”; expected a host and a year; write a host and"
            " a year in which it was yours, such as kraftraum.example,2026"
        ),
        "  mkdocs.yml:13:7: `description` is “5”; expected one text, or one for each language",
        (
            "  mkdocs.yml:14:7: `site_name` is “Kraftraum”; expected a mapping;"
            " write `name: value` below it"
        ),
        (
            "  mkdocs.yml:15:16: `ignore` names “AU1”, which is no code of a finding;"
            " write the code as the report shows it, such as AU201"
        ),
        (
            "  mkdocs.yml:16:1: MkDocs refuses `markdown_extensions`: Failed to load extension"
            " 'gibt_es_nicht'. ModuleNotFoundError: No module named 'gibt_es_nicht'"
        ),
    ]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "      dialect: gmf",
            "mkdocs.yml:8:7: `dialect` is “gmf”; allowed are gfm, material",
            "write one of gfm, material",
        ),
        (
            "      dialect: materal",
            "mkdocs.yml:8:7: `dialect` is “materal”; allowed are gfm, material",
            "did you mean “material”?",
        ),
        (
            "      colour: red",
            "mkdocs.yml:8:7: `colour` is no option of the plugin aushang",
            (
                "allowed are booking_good_for, checks, contact, description, dialect, gone, ignore,"
                " languages, legal, published, redirects, search, site_name, statuspage, tag,"
                " time_zone"
            ),
        ),
        (
            "      languages: []",
            "mkdocs.yml:8:7: `languages` is empty",
            "name at least one language, such as [de]",
        ),
        (
            "      languages: de",
            "mkdocs.yml:8:7: `languages` is “de”; expected a list",
            "write it as [one, two]",
        ),
        (
            "      languages: [de, de]",
            "mkdocs.yml:8:7: `languages` names “de” twice",
            "name each language once",
        ),
        (
            "      time_zone: Mond",
            "mkdocs.yml:8:7: `time_zone` is “Mond”, which is no time zone",
            "write a name such as Europe/Berlin",
        ),
        (
            "      ignore: {AU201: ''}",
            "mkdocs.yml:8:16: `ignore` gives no reason for AU201",
            "write why: `AU201: the reason`",
        ),
        (
            "      site_name: {fr: Salle}",
            "mkdocs.yml:6:5: `site_name` has a text in “fr”, which `languages` does not name",
            "name one of de, en, or add “fr” to `languages`",
        ),
        (
            "      redirects: {/a/: https://b.example/}",
            (
                "mkdocs.yml:8:7: `redirects` names “https://b.example/”,"
                " which is no address of this site"
            ),
            "write addresses that begin with a slash, such as /angebote/",
        ),
        (
            '      redirects: {"/a.php?id=1": /b/}',
            "mkdocs.yml:8:7: `redirects` names “/a.php?id=1”, for which no redirect can be written",
            "a redirect is a file at the old address: not the start page, no query",
        ),
        (
            "      gone: {kurse/: never there}",
            "mkdocs.yml:8:7: `gone` names “kurse/”, which is no address of this site",
            "write addresses that begin with a slash, such as /meldungen/nie-gewesen/",
        ),
        (
            '      description: {"d\\ud800": Was}',
            "mkdocs.yml:8:21: `d\ud800` holds U+D800 (half of a pair of surrogates)",
            "delete the escape that stands for it",
        ),
        (
            '      ignore: {AU101: "\\x1b[2J\\ud800"}',
            "mkdocs.yml:8:16: `AU101` holds U+D800 (half of a pair of surrogates)",
            "delete the escape that stands for it",
        ),
        (
            '      languages: [de, "e\\ud800"]',
            "mkdocs.yml:8:23: `languages` holds U+D800 (half of a pair of surrogates)",
            "delete the escape that stands for it",
        ),
        (
            '      description: {de: "Was\\x0b gilt"}',
            "mkdocs.yml:8:21: `de` holds U+000B (VERTICAL TAB)",
            "delete the escape that stands for it",
        ),
        (
            "      gone: {/kurse/: ''}",
            "mkdocs.yml:8:7: `gone` gives no reason for “/kurse/”",
            "write why it may go, in a few words",
        ),
        (
            "site_dir: content/site",
            "mkdocs.yml:8:1: the folders of content “content” and output “content/site” overlap",
            "let them lie side by side: docs_dir: content and site_dir: site",
        ),
    ],
)
def test_one_wrong_setting(folder: Path, line: str, message: str, hint: str) -> None:
    """A single fault names its place and keeps its remedy apart."""
    assert refusal(folder, f"{GOOD}{line}\n") == (message, hint)


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        (
            "theme: aushang",
            "# theme",
            "mkdocs.yml names no theme",
            "add theme: aushang",
        ),
        (
            "Kraftraum\n",
            '"Kraft\\ud800raum"\n',
            "mkdocs.yml:1:1: `site_name` holds U+D800 (half of a pair of surrogates)",
            "delete the escape that stands for it",
        ),
        (
            "Kraftraum\n",
            "2026\n",
            "mkdocs.yml:1:1: `site_name` is “2026”; expected text",
            "put it in quotes",
        ),
        (
            "/neu",
            "/?neu",
            (
                "mkdocs.yml:2:1: `site_url` is “https://aktuell.kraftraum.example/?neu”;"
                " pages cannot stand below a `?` or `#`"
            ),
            "remove what follows the path",
        ),
        (
            "kraftraum.example/neu",
            "straße.example/neu",
            (
                "mkdocs.yml:2:1: `site_url` is “https://aktuell.straße.example/neu”,"
                " whose host feeds and apps cannot read"
            ),
            "write it as who sold you the name does, with xn--",
        ),
        (
            "/neu",
            "/neu und %C3%A4/münchen",
            (
                "mkdocs.yml:2:1: `site_url` is"
                " “https://aktuell.kraftraum.example/neu und %C3%A4/münchen”,"
                " whose path feeds and apps cannot read"
            ),
            "write https://aktuell.kraftraum.example/neu%20und%20%C3%A4/m%C3%BCnchen",
        ),
        (
            "  - aushang:\n      tag: kraftraum.example,2026",
            "  - search",
            "mkdocs.yml does not name the plugin aushang",
            "add plugins: and below it - aushang:",
        ),
        (
            "- aushang:\n      tag: kraftraum.example,2026",
            "- aushang: ja",
            "mkdocs.yml:6:5: the options of the plugin aushang are no mapping",
            "write each as `name: value` on a line of its own",
        ),
        (
            "theme: aushang",
            "theme: {name: aushang, locale: 7}",
            "mkdocs.yml:4:1: MkDocs refuses `theme`: 'locale' must be a string",
            "",
        ),
    ],
)
def test_one_wrong_line(folder: Path, old: str, new: str, message: str, hint: str) -> None:
    """The settings that MkDocs and Aushang share are judged in the same words."""
    assert refusal(folder, GOOD.replace(old, new)) == (message, hint)


def test_settings_without_effect(folder: Path) -> None:
    """What has no effect is said, and does not keep the site back."""
    text = GOOD + (
        "      search: false\n"
        "  - blog\nnav: [a.md]\nsite_nam: x\nuse_directory_urls: false\nrepo_url: https://a.example\n"
        "markdown_extensions: [admonition]\nextra_css: [a.css]\n"
    )
    assert load(folder, text).notices == (
        (
            "mkdocs.yml:14:1: `markdown_extensions` has no effect with the dialect gfm; remove it,"
            " or write dialect: material among the options of the plugin aushang"
        ),
        "mkdocs.yml:10:1: `nav` is not used; menus are made of each page's `menu` and `order`",
        "mkdocs.yml:11:1: `site_nam` is no setting of MkDocs; did you mean “site_name”?",
        "mkdocs.yml:12:1: `use_directory_urls` is not used; every page is a folder of its own",
        "mkdocs.yml:13:1: `repo_url` is not used; remove it, or keep it for other programs",
        "mkdocs.yml:15:1: `extra_css` is not used; put style sheets into a theme of your own",
        "mkdocs.yml:5:1: other plugins are not run: “blog”; remove them",
    )


def test_whether_readers_can_search_is_asked(folder: Path) -> None:
    """Nobody is without a search only because nobody thought of it."""
    assert load(folder, GOOD).notices == (
        (
            "mkdocs.yml does not say whether readers can search the site; write search: true or"
            " search: false among the options of the plugin aushang"
        ),
    )
    for answer in (True, False):
        found = load(folder, f"{GOOD}      search: {str(answer).lower()}\n")
        assert (found.notices, found.site.has_search) == ((), answer)
    assert refusal(folder, f"{GOOD}      search: 'ja'\n") == (
        "mkdocs.yml:8:7: `search` is “ja”; expected true or false",
        "write true or false, without quotes",
    )
