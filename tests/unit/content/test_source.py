"""Bytes become text, or a sentence that names the byte."""

import pytest

from aushang.content.source import LARGEST, decode


def test_windows_line_ends_and_a_byte_order_mark_leave_no_trace() -> None:
    """What Windows editors add is taken out before anything is counted."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "a.md") == ("a\nb\nc\n", ())


def test_a_post_of_five_megabytes_gets_a_sentence() -> None:
    """A text that is too large is not read, and the reader is told where the bytes belong."""
    text, (finding,) = decode(b"a" * 5_000_000, "a.md")
    assert text is None
    assert (finding.code, finding.message, finding.hint) == (
        "AU012",
        "the file has 5.0 MB; a text has at most 1 MB",
        "move pictures and downloads to media/ and link to them",
    )


def test_the_largest_text_is_read() -> None:
    """One megabyte is allowed to the byte."""
    text, faults = decode(b"a" * LARGEST, "a.md")
    assert (len(text or ""), faults) == (LARGEST, ())


def test_latin_1_behind_windows_line_ends_is_found_in_its_line() -> None:
    """Line and column count what an editor shows, not bytes."""
    _, (finding,) = decode("ä\r\nüb".encode() + "er ö".encode("latin-1"), "a.md")
    assert str(finding.location) == "a.md:2:6"
    assert finding.message == "the byte 0xF6 (“ö” in Latin-1) is not UTF-8"


def test_tabs_umlauts_emoji_and_right_to_left_text_pass() -> None:
    """Only what no reader can see is refused."""
    text = "Größe\t🎉 שלום \N{RIGHT-TO-LEFT MARK}\N{ZERO WIDTH JOINER}\n"
    assert decode(text.encode(), "a.md") == (text, ())


def test_each_kind_of_control_character_is_one_finding() -> None:
    """A binary file does not fill the report."""
    _, findings = decode(b"\x00\x01" * 1000, "a.md")
    assert [finding.message for finding in findings] == [
        "the character U+0000 (NUL) cannot be published; it stands here and 999 more times",
        (
            "the character U+0001 (a control character) cannot be published; "
            "it stands here and 999 more times"
        ),
    ]


@pytest.mark.parametrize("reference", ["&#2;", "&#x2;", "&#X0002", "&#0000000000002;", "&#2"])
def test_a_reference_to_a_control_character_is_one(reference: str) -> None:
    """Rendered, it would be the character itself; with “/” the mark that only we may write."""
    text, (finding,) = decode(f"a\n[x]({reference}/boese/)".encode(), "a.md")
    assert text is None
    assert str(finding.location) == "a.md:2:5"
    assert finding.message == "the character U+0002 (START OF TEXT) cannot be published"


@pytest.mark.parametrize(
    "reference", ["&#x26;", "&#252;", "&#0;", "&#150;", "&#xD800;", "&#" + "9" * 5000, "&#;"]
)
def test_other_references_pass(reference: str) -> None:
    """What a browser makes a letter or U+FFFD of does no harm."""
    assert decode(reference.encode(), "a.md") == (reference, ())
