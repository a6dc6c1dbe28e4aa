"""“Did you mean …?”, answered only where one candidate is close."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_CLOSE = 0.72
_CLEARLY_CLOSER = 0.08


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The one candidate that `word` was surely meant to be; empty if none or several are close."""
    matcher = SequenceMatcher(b=word.lower())
    ranked = []
    for candidate in set(candidates):
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() >= _CLOSE and matcher.quick_ratio() >= _CLOSE:
            ranked.append((matcher.ratio(), candidate))
    ranked.sort(reverse=True)
    if not ranked or ranked[0][0] < _CLOSE:
        return ""
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY_CLOSER:
        return ""
    return ranked[0][1]


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """“did you mean “x”?” or nothing."""
    found = nearest(word, candidates)
    return f"did you mean “{found}”?" if found else ""
