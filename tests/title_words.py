"""Words that a title may consist of, for tests that try any."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy


def one_line(most: int) -> SearchStrategy[str]:
    """What content lets into a title: one line without control characters, not empty.

    `most` is how many characters there are at the most.
    """
    sign = st.characters(
        exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Zs"), include_characters=" "
    )
    lines = st.text(sign, min_size=1, max_size=most)
    return lines.map(lambda text: " ".join(text.split())).filter(bool)
