"""A text that must not be longer than so much, cut where a reader would cut it."""

import re

_SENTENCE_ENDS = re.compile(r"(?<=[^\d\s][.!?]) (?=[A-ZÄÖÜ0-9„“»])")


def shortened(text: str, most: int) -> str:
    """`text` if it has at most `most` characters, else as many whole words as fit, and “…”."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    # Cut inside a word only where the text has no blank at all.
    whole = start if text[len(start)] == " " else start.rpartition(" ")[0] or start
    return whole.rstrip(" ,;:–-") + "…"


def first_sentences(text: str, most: int) -> str:
    """As many whole sentences as fit; where not even one does, its `shortened` beginning."""
    if len(text) <= most:
        return text
    ends = [match.start() for match in _SENTENCE_ENDS.finditer(text, 0, most + 1)]
    return text[: ends[-1]] if ends else shortened(text, most)
