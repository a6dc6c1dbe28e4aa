"""Findings as lines, in the order of places, in the exact form of the house."""

from dataclasses import replace
from pathlib import Path

from aushang.model import Diagnostic, Position, Severity
from aushang.reports.text import count, report

SECTION = Diagnostic(
    code="AU101",
    message="section “Kurse” has no content",
    location=Position("content/posts/2026-11-21-sauna.md", 14),
    hint="write a sentence, or remove the heading",
)
TIME = Diagnostic(
    code="AU001",
    message='`published` is "21.11.26"; expected a date and time such as 2026-11-21T09:00+01:00',
    location=Position("content/posts/2026-11-21-sauna.md", 3, 12),
)
SLASH = Diagnostic(
    code="AU203",
    message="link “/kontakt” wants a slash at the end of the address",
    location=Position("content/pages/a.md"),
    severity=Severity.WARNING,
    pages=("a/", "b/", "c/", "d/", "e/"),
)


def test_the_form_of_the_house() -> None:
    """Place, severity, code, message; the remedy below; how many at the end."""
    assert report([SECTION, TIME]) == (
        'content/posts/2026-11-21-sauna.md:3:12: error AU001 `published` is "21.11.26"; expected '
        "a date and time such as 2026-11-21T09:00+01:00\n"
        "content/posts/2026-11-21-sauna.md:14: error AU101 section “Kurse” has no content\n"
        "    help: write a sentence, or remove the heading\n"
        "2 errors in 1 file."
    )


def test_pages_are_named_but_not_all() -> None:
    """Where a fault shows helps to find it; a hundred addresses do not."""
    assert report([SLASH]) == (
        "content/pages/a.md: warning AU203 link “/kontakt” wants a slash at the end of the "
        "address\n"
        "    seen on: /a/, /b/, /c/ and 2 more\n"
        "1 warning in 1 file."
    )


def test_order_of_discovery_plays_no_part() -> None:
    """The same findings, the same text."""
    assert report([SECTION, TIME, SLASH]) == report([SLASH, TIME, SECTION])
    assert count([SECTION, TIME, SLASH]) == "2 errors, 1 warning in 2 files."


def test_nothing_found_is_nothing_said() -> None:
    """The summary belongs to the command line."""
    assert report([]) == ""


def test_paths_are_shown_from_where_one_stands() -> None:
    """So editors and terminals can follow them."""
    root = Path("/srv/studio")
    for cwd, shown in [
        ("/srv/studio", "content/pages/a.md:"),
        ("/srv", "studio/content/pages/a.md:"),
        ("/srv/studio/content", "pages/a.md:"),
        ("/srv/other", "../studio/content/pages/a.md:"),
    ]:
        assert report([SLASH], root=root, cwd=Path(cwd)).startswith(shown)


def test_colour_marks_place_severity_and_help() -> None:
    """Only where it is asked for; nothing but colour is added."""
    coloured = report([SECTION, SLASH], colour=True)
    assert "\x1b[31merror\x1b[0m AU101" in coloured
    assert "\x1b[33mwarning\x1b[0m AU203" in coloured
    assert "\x1b[1mcontent/pages/a.md\x1b[0m:" in coloured
    plain = coloured
    for code in ("31", "33", "1", "2", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == report([SECTION, SLASH])


def test_content_cannot_drive_the_terminal() -> None:
    """Whatever is quoted, a path included, arrives as visible signs on one line."""
    hostile = Diagnostic(
        code="AU101",
        message="section “\x1b[2J\x07\nfake.md:1: error” has no content",
        location=Position("content/\x1b]0;x\x07.md", 1),
        hint="did you mean “\u202egnp.exe”?",
    )
    assert report([hostile]) == (
        "content/\\x1b]0;x\\x07.md:1: error AU101 section “\\x1b[2J\\x07\\nfake.md:1: error” has "
        "no content\n    help: did you mean “\\u202egnp.exe”?\n1 error in 1 file."
    )


def test_many_findings_are_summed_up_by_code() -> None:
    """Whoever sees the last lines knows what to begin with; twenty are seen at once."""
    several = [replace(SECTION, location=Position("content/a.md", n)) for n in range(1, 20)]
    assert len(report([*several, SLASH]).splitlines()) == 2 * 20 + 1
    lines = report([*several, SLASH, replace(SLASH, location=Position("content/b.md"))])
    assert lines.splitlines()[-3:] == [
        "    19 × AU101, such as: section “Kurse” has no content",
        "     2 × AU203, such as: link “/kontakt” wants a slash at the end of the address",
        "19 errors, 2 warnings in 3 files.",
    ]


def test_a_flood_is_held_back() -> None:
    """More than 200 of one code: the first 50 stand for them, and it is said who has the rest."""
    many = [replace(SECTION, location=Position("content/a.md", n)) for n in range(1, 202)]
    lines = report([*many, SLASH], elsewhere="--report json=FILE").splitlines()
    assert len(lines) == 2 * 51 + 4
    assert lines[98].startswith("content/a.md:50: error AU101 ")
    assert lines[-4:] == [
        "   201 × AU101, such as: section “Kurse” has no content",
        "     1 × AU203, such as: link “/kontakt” wants a slash at the end of the address",
        (
            "Of a code with more than 200 findings the first 50 are shown; --report json=FILE has "
            "all of them."
        ),
        "201 errors, 1 warning in 2 files.",
    ]


def test_a_flood_comes_whole_where_there_is_no_other_way() -> None:
    """And two hundred are no flood."""
    many = [replace(SECTION, location=Position("content/a.md", n)) for n in range(1, 202)]
    assert len(report(many).splitlines()) == 2 * 201 + 2
    assert len(report(many[1:], elsewhere="--report json=FILE").splitlines()) == 2 * 200 + 2
