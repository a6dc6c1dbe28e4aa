"""Bytes become text, or a sentence that names the byte."""

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
