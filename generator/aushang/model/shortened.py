"""A text that must not be longer than so much, cut where a reader would cut it."""


def shortened(text: str, most: int) -> str:
    """`text` if it has at most `most` characters, else as many whole words as fit, and “…”."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    # Cut inside a word only where the text has no blank at all.
    whole = start if text[len(start)] == " " else start.rpartition(" ")[0] or start
    return whole.rstrip(" ,;:–-") + "…"
