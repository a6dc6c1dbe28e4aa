"""Each fault of a blog, with the very words that are said about it."""

from pathlib import Path

import pytest
from tests.blog_folder import findings, loaded_blog, post

NAME = "posts/a.md"

FAULTS = [
    (
        "---\ntitle: Sauna\n---\n",
        "2: error AU003 `date` is missing\n    help: add a line such as `date: 2026-11-21`",
    ),
    (
        "---\ndate: 2026-11-20\n---\n\nFrom Monday on.\n",
        (
            "2: error AU003 `title` is missing\n"
            "    help: add a line `title: …`, or begin the text with `# …`"
        ),
    ),
    (
        "# Sauna\n",
        (
            "1:1: error AU008 the first line is not `---`, so the file has no front matter\n"
            "    help: begin with `---`, then keys such as `title: …`, then `---` again"
        ),
    ),
    (
        post("date: 20.11.2026"),
        (
            "2:7: error AU001 `date` is “20.11.2026”; expected a date and time such as "
            "2026-11-21T09:00\n    help: did you mean 2026-11-20?"
        ),
    ),
    (
        post("date: 2026-10-25T02:30"),
        (
            "2:7: error AU020 `date` is “2026-10-25T02:30”, a time that the clock change in "
            "Europe/Berlin repeats\n    help: say which one with an offset: "
            "2026-10-25T02:30+02:00 or "
            "2026-10-25T02:30+01:00"
        ),
    ),
    (
        post("date: {updated: 2026-11-20}"),
        "2:7: error AU003 `created` is missing in `date`\n    help: add a line `created: …`",
    ),
    (
        post("date:"),
        "2:1: error AU004 `date` is empty\n    help: write a value, or remove the line",
    ),
    (
        post("authors: jana"),
        "3:10: error AU001 `authors` is “jana”; expected a list\n    help: write `[jana]`",
    ),
    (
        post("tags: [2026]"),
        (
            "3:8: error AU001 entry 1 of `tags` is “2026” without quotes; expected a text\n"
            '    help: put it in quotes: `"2026"`'
        ),
    ),
    (
        post("draft: yes"),
        (
            "3:8: error AU001 `draft` is “yes”; allowed are true, false\n"
            "    help: did you mean “true”?"
        ),
    ),
    (
        post("categories: [Sauna, ☀]"),
        (
            "3:21: error AU001 entry 2 of `categories` is “☀”; expected words of "
            "which an address can "
            "be made\n    help: add a word in Latin letters"
        ),
    ),
    (
        post("slug: ☀"),
        (
            "3:7: error AU001 `slug` is “☀”; expected words of which an address can be made\n"
            "    help: add a word in Latin letters"
        ),
    ),
    (
        post("links:", "  - More:", "      - javascript:alert(1)"),
        (
            "5:9: error AU001 entry 1 of `More` in entry 1 of `links` is “javascript:alert(1)”; "
            "expected an address (https:, mailto:, tel:) or a path to a file here, without blanks"
        ),
    ),
    (
        post("links:", "  - a: b.md", "    c: d.md"),
        (
            "4:5: error AU001 entry 1 of `links` is a group of keys; expected an address, or "
            "`title: address`\n    help: begin a list entry for each"
        ),
    ),
    (
        post("links:", "  - Guide:"),
        "4:5: error AU004 `Guide` is empty\n    help: write a value, or remove the line",
    ),
    (
        post("links: [{Guide: 3}]"),
        (
            "3:17: error AU001 `Guide` in entry 1 of `links` is “3”; expected an address, or "
            "`title: address`\n    help: put it in quotes"
        ),
    ),
    (
        post("title: Sauna: open"),
        (
            "3:13: error AU005 the value of `title` holds a colon and has no quotes\n"
            '    help: quote the value: `title: "Sauna: open"`'
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_a_fault_is_told_in_full(tmp_path: Path, text: str, expected: str) -> None:
    """Place, code, words and remedy; and nothing else is said."""
    assert findings(tmp_path, {NAME: text}) == [f"{NAME}:{expected}"]


def test_a_good_post_beside_a_bad_one_is_loaded(tmp_path: Path) -> None:
    """Only the file with the fault is left out."""
    found = loaded_blog(tmp_path, {NAME: post("date: never"), "posts/b.md": post()})
    assert [one.id for one in found.publication.all_posts] == ["b"]
    assert found.publication.unread == {"content/posts/a.md"}


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """Posts and pages alike."""
    sentence = "error AU009 the file is empty\n    help: write something, or delete the file"
    files = {"posts/a.md": "\n", "guide.md": ""}
    assert findings(tmp_path, files) == [f"{name}: {sentence}" for name in sorted(files)]


def test_bytes_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    """As in every other file."""
    assert findings(tmp_path, {NAME: post().encode() + b"\xfc"}) == [
        (
            f"{NAME}:8:1: error AU010 the byte 0xFC (“ü” in Latin-1) is not UTF-8\n"
            "    help: save the file as UTF-8; editors offer it under “Save with encoding”"
        )
    ]


def test_a_name_without_letters_makes_no_id(tmp_path: Path) -> None:
    """It would have no address."""
    assert findings(tmp_path, {"posts/☀.md": post()}) == [
        (
            "posts/☀.md: error AU016 the name “☀.md” makes no id; expected letters a-z, digits and "
            "single hyphens\n    help: give the file such a name"
        )
    ]


def test_two_paths_of_one_id_are_told(tmp_path: Path) -> None:
    """Ids are for ever, so neither is renamed in silence; `id` is a key here too."""
    files = {"posts/a/b.md": post("title: One"), "posts/a-b.md": post("title: Two")}
    assert findings(tmp_path, files) == [
        (
            "posts/a/b.md: error AU018 the id “a-b” is also that of content/posts/a-b.md\n"
            "    help: give one of the two another `id`"
        )
    ]


def test_the_words_of_the_blog_s_own_page_are_not_dropped_in_silence(tmp_path: Path) -> None:
    """The start page stands in its place."""
    files = {"blog/posts/a.md": post(), "blog/index.md": "# News\n\nWelcome!\n"}
    assert findings(tmp_path, files) == [
        (
            "blog/index.md:1: warning AU015 the text of the blog's own page is "
            "not shown; the start "
            "page stands in its place\n    help: move it to a page of its own, such as about.md"
        )
    ]
