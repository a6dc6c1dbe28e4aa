"""How wrong use reads."""

from aushang.reports.sentences import sentence


def test_the_hint_follows_as_a_sentence() -> None:
    """What is wrong, a full stop, what to do."""
    assert sentence("the disk is full", "free some space") == "the disk is full. Free some space"


def test_a_message_without_hint_stands_alone() -> None:
    """Nothing is added."""
    assert sentence("the disk is full") == "the disk is full"


def test_several_lines_keep_the_hint_on_its_own() -> None:
    """A list of faults in the configuration stays a list."""
    assert sentence("two faults\n  one\n  two", "mend both") == (
        "two faults\n  one\n  two\nhelp: mend both"
    )


def test_nothing_quoted_drives_the_terminal() -> None:
    """An escape sequence in a file name is shown, not obeyed."""
    assert sentence("“\x1b[2Ja” is missing", "look") == "“\\x1b[2Ja” is missing. Look"


def test_a_long_path_is_told_in_full() -> None:
    """One has to find the folder, so nothing of it is left out."""
    path = "/srv/" + "long/" * 60
    assert sentence(f"“{path}” is missing", "look") == f"“{path}” is missing. Look"
