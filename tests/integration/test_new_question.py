"""`aushang new --type question`: what it writes passes, and what it refuses leaves nothing."""

from pathlib import Path

import pytest
from tests.integration.sites import NOW, aushang, tree, write, write_site

ASKED = ("--type", "question", "Wie kündige ich?", "--now", NOW)
NAME = "content/questions/wie-kuendige-ich.md"
WRITTEN = """\
---
question: Wie kündige ich?
answered: 2026-11-21
services:
- sauna
contact: jana-weiss
---

Per Brief oder E-Mail.
"""
BARE = (
    "the title is “Wie”, and “kündige ich?” stands behind it. "
    'Put all of it in quotes: aushang new … "Wie kündige ich?"'
)
DRAFT = """\
---
question: Wie kündige ich?
answered: 2026-11-21
contact: jana-weiss
draft: true
---
"""


def test_a_question_with_its_answer_is_published(tmp_path: Path) -> None:
    """Today is when somebody looked at it, and the only person is the one to ask."""
    root = write_site(tmp_path)
    made = aushang(root, "new", *ASKED, "--service", "sauna", "--text", "Per Brief oder E-Mail.")
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout == f"{NAME} is written. Next: aushang build\n"
    assert (root / NAME).read_text(encoding="utf-8") == WRITTEN
    assert aushang(root, "build", "--strict").returncode == 0
    page = (root / "site/fragen/index.html").read_text(encoding="utf-8")
    assert 'id="wie-kuendige-ich"' in page


def test_a_question_waits_for_its_answer_as_a_draft(tmp_path: Path) -> None:
    """The words alone are enough; what is left to do is told, and nothing is published."""
    root = write_site(tmp_path)
    made = aushang(root, "new", *ASKED)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout == (
        f"{NAME} is written as a draft. Write the answer below the front matter, "
        "then remove the line `draft: true`.\n"
    )
    assert (root / NAME).read_text(encoding="utf-8") == DRAFT
    assert aushang(root, "build", "--strict").returncode == 0
    assert not (root / "site/fragen").exists()
    answered = DRAFT.replace("draft: true\n", "") + "\nPer Brief.\n"
    write(root / NAME, answered)
    assert aushang(root, "build", "--strict").returncode == 0


def test_what_only_posts_have_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """All of it at once, with whatever else is wrong."""
    root = write_site(tmp_path)
    before = tree(root)
    of_posts = ("--effect", "closed", "--starts", "2026-12-01", "--ends", "2026-12-02")
    price = ("--price", "Sauna", "1", "2", "visit", "2027-01-01")
    refused = aushang(root, "new", *ASKED, *of_posts, *price, "--place", "Mitte")
    assert refused.returncode == 2
    assert refused.stderr == (
        "aushang: error: a question has no `effect`, `starts`, `ends`, `prices`: only posts do; "
        "there is no place “Mitte”; did you mean “mitte”? Answer again; nothing was written\n"
    )
    assert tree(root) == before


def test_a_question_is_never_written_over(tmp_path: Path) -> None:
    """Not a draft of that name, and not one that asks the same in a file of another name."""
    root = write_site(tmp_path)
    assert aushang(root, "new", *ASKED).returncode == 0
    before = tree(root)
    again = aushang(root, "new", *ASKED)
    assert again.returncode == 2
    assert again.stderr == (
        "aushang: error: there is a question “wie-kuendige-ich” already: "
        "questions/wie-kuendige-ich.md. Answer again; nothing was written\n"
    )
    write(root / "content/questions/vertrag.md", WRITTEN.replace("kündige ich?", "KÜNDIGE  ich"))
    same = aushang(root, "new", *ASKED)
    assert same.stderr == (
        "aushang: error: this is asked already, in content/questions/vertrag.md. "
        "Answer again; nothing was written\n"
    )
    assert (root / NAME).read_bytes() == before[NAME]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("Wie", "kündige", "ich?"),
            BARE,
        ),
        (
            ("Wie?", "--title", "Wo?"),
            "the title is given twice: “Wie?” and --title “Wo?”. Leave one of them out",
        ),
        (
            ("???",),
            "“???” holds no letter for the name of a file. Answer again; nothing was written",
        ),
        ((" ",), "the question is empty. Answer again; nothing was written"),
        (
            (),
            "a question needs --title. Give them, or run this in a terminal to be asked",
        ),
    ],
)
def test_words_that_cannot_be_a_question(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """One sentence, and nothing is written."""
    root = write_site(tmp_path)
    before = tree(root)
    refused = aushang(root, "new", "--type", "question", *words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"aushang: error: {told}\n"
    assert tree(root) == before


def test_a_post_takes_its_title_without_an_option(tmp_path: Path) -> None:
    """What stands behind no option is the title, whatever is written."""
    root = write_site(tmp_path)
    made = aushang(root, "new", "--type", "news", "Neue Matten", "--text", "Sie liegen da.")
    assert made.stdout.startswith("content/posts/2026/2026-11-21-neue-matten.md is written.")
