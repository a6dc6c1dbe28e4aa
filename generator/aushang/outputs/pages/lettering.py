"""How large a title can be set on the notice for the door, so that all of it is there.

No program here knows the font that a printer has. A bold letter is reckoned as wide as those of the
wider serif faces are on average, so what is chosen fits in all of them.
"""

from typing import Final

STEPS: Final = (24.0, 20.0, 17.5, 15.0, 13.0, 11.5, 10.0)
"""Sizes of type in millimetres, the largest first; the style sheet has a class for each."""

_WIDTH, _HEIGHT = 178.0, 57.0  # millimetres that a title has
_LETTER, _LINE = 0.56, 1.08  # width of a letter and height of a line, by the size of the type
_PART = 18
"""Letters that are never parted; longer German words are, where the browser hyphenates them."""


def title_step(title: str) -> int:
    """The place in `STEPS` of the largest size at which the title fits; blanks may be broken at."""
    words = [part for word in title.split(" ") for part in _parts(word)]
    for step, size in enumerate(STEPS):
        letters = int(_WIDTH / (size * _LETTER))
        if _lines(words, letters) * size * _LINE <= _HEIGHT and all(
            len(word) <= letters for word in words
        ):
            return step
    return len(STEPS) - 1


def _parts(word: str) -> list[str]:
    return [word[at : at + _PART] for at in range(0, len(word), _PART)]


def _lines(words: list[str], letters: int) -> int:
    """How many lines they take, each filled as far as words go."""
    lines, used = 1, 0
    for word in words:
        wanted = len(word) + (1 if used else 0)
        if used + wanted > letters:
            lines, used = lines + 1, len(word)
        else:
            used += wanted
    return lines
