"""An explanation is read from a docstring of four labelled parts."""

import pytest

from aushang.model.explanation import Explanation, explanation

TEXT = """A heading with nothing under it.

    What it finds: a section
        that is empty.
    Why it matters: promised.
    Bad:
        `## a`
    Good: `## a`, and text: much of it
    """


def test_parts_may_go_on_over_lines_and_hold_colons() -> None:
    """Only the four labels at the beginning of a line part the text."""
    assert explanation(TEXT) == Explanation(
        "A heading with nothing under it.",
        "a section\n    that is empty.",
        "promised.",
        "`## a`",
        "`## a`, and text: much of it",
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Bad:", "Worse:"),
        TEXT.replace("promised.", ""),
        TEXT + "\n    Good: twice",
        "One.\n\nGood: a\nBad: b\nWhy it matters: c\nWhat it finds: d",
    ],
)
def test_parts_missing_empty_repeated_or_out_of_order(text: str) -> None:
    """The sentence says what is wanted."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011  the whole message is compared
        explanation(text)
    assert str(raised.value) == (
        "the docstring wants the parts “What it finds:”, “Why it matters:”, “Bad:”, “Good:”, "
        "each once, filled, in this order"
    )


def test_no_first_sentence() -> None:
    """The list of checks would have nothing to show."""
    with pytest.raises(ValueError, match=r"^the docstring has no first sentence$"):
        explanation("")
