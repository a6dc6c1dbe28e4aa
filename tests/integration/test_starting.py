"""`aushang init` and `aushang new`: what they plant builds, and what they refuse leaves nothing."""

from pathlib import Path

import pytest
from tests.integration.sites import NOW, aushang, tree, write_site

ANSWERS = ("--type", "closure", "--title", "Sauna zu: Rohrbruch", "--text", "Die Sauna ist zu.")
WRITTEN = """\
---
id: 2026-11-21-sauna-zu-rohrbruch
type: closure
title: 'Sauna zu: Rohrbruch'
published: 2026-11-21T20:00
starts: 2026-11-22T06:00
services:
- sauna
contact: jana-weiss
---

Die Sauna ist zu.
"""

PRICES = ("--type", "price", "--title", "Neuer Preis", "--text", "Er gilt für alle.")
PRICES = (*PRICES, "--starts", "2027-02-01", "--now", NOW)
DRAFT = """\
---
id: 2026-11-21-neuer-preis
type: price
title: Neuer Preis
published: 2026-11-21T20:00
starts: 2027-02-01
contact: jana-weiss
draft: true
# prices:
# - for: Tageskarte
#   old: 15
#   new: 17
#   per: visit
#   from: 2027-02-01
---

Er gilt für alle.
"""


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_init_plants_builds_at_once(tmp_path: Path, language: str) -> None:
    """With nothing asked and nothing given the new folder publishes without a finding."""
    folder = tmp_path / "Bad am Park"
    planted = aushang(tmp_path, "init", str(folder), "--yes", "--language", language)
    assert (planted.returncode, planted.stderr) == (0, "")
    # The real clock dates the first post, so only a build at the real time shows it.
    built = aushang(folder, "build", "--strict", now="2100-01-01T00:00")
    assert (built.returncode, built.stderr) == (0, "")
    assert "1 post in " in built.stdout
    start = (folder / "site/index.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in start
    assert "Bad Am Park" in start


def test_init_takes_every_answer_from_options(tmp_path: Path) -> None:
    """Quotes and angle brackets in a name stay text, in YAML and on the page."""
    folder = tmp_path / "new"
    answers = {
        "--name": 'Bad "Süd" & <Nord>',
        "--place": "Halle: Ost",
        "--person": "Ayşe Öz",
        "--phone": "+49 30 23125 200",
        "--url": "https://bad.example/aktuell",
    }
    options = [part for answer in answers.items() for part in answer]
    assert aushang(tmp_path, "init", str(folder), *options).returncode == 0
    assert aushang(folder, "build", "--strict", now="2100-01-01T00:00").returncode == 0
    page = (folder / "site/standorte/halle-ost/index.html").read_text(encoding="utf-8")
    assert "Bad &#34;Süd&#34; &amp; &lt;Nord&gt;" in page
    assert "tel:+493023125200" in (folder / "site/kontakt/index.html").read_text(encoding="utf-8")


def test_init_never_writes_into_a_folder_with_something_in_it(tmp_path: Path) -> None:
    """What is there stays as it is."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/diary.txt").write_text("mine", encoding="utf-8")
    refused = aushang(tmp_path, "init", "full", "--yes")
    assert refused.returncode == 2
    assert refused.stderr == (
        "aushang: error: full exists and is not empty, so nothing was written. "
        "Name a folder that does not exist yet\n"
    )
    assert tree(tmp_path) == {"full/diary.txt": b"mine"}


def test_new_writes_a_post_that_passes(tmp_path: Path) -> None:
    """Options answer everything, the only person is taken, and the site builds with the post."""
    root = write_site(tmp_path)
    options = (*ANSWERS, "--service", "sauna", "--starts", "2026-11-22T06:00")
    made = aushang(root, "new", *options, "--now", NOW)
    assert (made.returncode, made.stderr) == (0, "")
    name = "content/posts/2026/2026-11-21-sauna-zu-rohrbruch.md"
    assert made.stdout == f"{name} is written. Next: aushang build\n"
    assert (root / name).read_text(encoding="utf-8") == WRITTEN
    assert aushang(root, "build", "--strict").returncode == 0


def test_new_takes_the_prices_of_a_post_about_them(tmp_path: Path) -> None:
    """With a price the site builds; with a wrong one nothing is written."""
    root = write_site(tmp_path)
    before = tree(root)
    price = ("--price", "Tageskarte", "15", "17,50")
    wrong = aushang(root, "new", *PRICES, *price, "visits", "2027-02-01")
    assert wrong.returncode == 1
    assert "`per` in entry 1 of `prices` is “visits”" in wrong.stdout
    assert tree(root) == before
    made = aushang(root, "new", *PRICES, *price, "visit", "2027-02-01")
    assert (made.returncode, made.stderr) == (0, "")
    assert aushang(root, "build", "--strict", "--now", NOW).returncode == 0


def test_new_shows_where_the_prices_go(tmp_path: Path) -> None:
    """A post about prices without any is a draft; filled in as it says, it is published."""
    root = write_site(tmp_path)
    made = aushang(root, "new", *PRICES)
    name = "content/posts/2026/2026-11-21-neuer-preis.md"
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout == (
        f"{name} is written as a draft. Take the # away before `prices` and the lines below it, "
        "and write what costs how much, then remove the line `draft: true`.\n"
    )
    text = (root / name).read_text(encoding="utf-8")
    assert text == DRAFT
    assert aushang(root, "build", "--strict").returncode == 0
    assert not (root / "site/meldungen/2026-11-21-neuer-preis").exists()
    (root / name).write_text(text.replace("# ", "").replace("draft: true\n", ""), encoding="utf-8")
    assert aushang(root, "build", "--strict").returncode == 0
    assert (root / "site/meldungen/2026-11-21-neuer-preis/index.html").exists()


def test_new_never_writes_over_a_post(tmp_path: Path) -> None:
    """The same title on the same day gets an id and a file of its own."""
    root = write_site(tmp_path)
    for _ in range(2):
        assert aushang(root, "new", *ANSWERS, "--now", NOW).returncode == 0
    assert sorted(file.name for file in (root / "content/posts/2026").iterdir()) == [
        "2026-11-21-sauna-zu-rohrbruch-2.md",
        "2026-11-21-sauna-zu-rohrbruch.md",
    ]


def test_new_tells_everything_that_cannot_be_at_once(tmp_path: Path) -> None:
    """Each wrong answer is quoted, with what was meant or what there is."""
    root = write_site(tmp_path)
    before = tree(root)
    wrong = ("--service", "suana", "--place", "xyz", "--contact", "nobody", "--ends", "22.11.2026")
    refused = aushang(root, "new", *ANSWERS, *wrong, "--now", NOW)
    assert refused.returncode == 2
    assert refused.stderr == (
        "aushang: error: there is no service “suana”; did you mean “sauna”?; "
        "there is no place “xyz”; there are mitte; "
        "there is no contact “nobody”; there are jana-weiss; "
        "`ends` is “22.11.2026”; expected a date and time such as 2026-11-21T09:00 "
        "(did you mean 2026-11-22?). Answer again; nothing was written\n"
    )
    assert tree(root) == before


def test_new_takes_a_post_back_that_a_check_refuses(tmp_path: Path) -> None:
    """A heading without a text under it is a finding, and the file is gone again."""
    root = write_site(tmp_path)
    before = tree(root)
    answers = ("--type", "news", "--title", "Kurse", "--text", "Neu.\n\n## Mehr dazu")
    refused = aushang(root, "new", *answers, "--now", NOW)
    assert refused.returncode == 1
    assert "AU101 section “Mehr dazu” has no content" in refused.stdout
    assert refused.stdout.endswith("Nothing was written.\n")
    assert tree(root) == before


def test_new_without_a_terminal_says_what_it_needs(tmp_path: Path) -> None:
    """Nothing is asked where nobody can answer."""
    root = write_site(tmp_path)
    refused = aushang(root, "new", "--type", "news")
    assert refused.returncode == 2
    assert refused.stderr == (
        "aushang: error: a post needs --title, --text. "
        "Give them, or run this in a terminal to be asked\n"
    )
