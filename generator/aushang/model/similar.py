"""“Did you mean …?”, answered only where one candidate is close."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest

_CLOSE = 0.72
_CLEARLY_CLOSER = 0.08
_FEW = 32


class Vocabulary:
    """Words that there are, for many questions about the same ones."""

    def __init__(self, candidates: Iterable[str]) -> None:
        self._words = sorted(set(candidates))
        self._pairs: list[tuple[frozenset[str], str]] = []

    def nearest(self, word: str) -> str:
        """The one word that `word` was surely meant to be; empty if none or several are close."""
        matcher = SequenceMatcher(b=word.lower())
        ranked = []
        for candidate in self._promising(word):
            matcher.set_seq1(candidate.lower())
            if matcher.real_quick_ratio() >= _CLOSE and matcher.quick_ratio() >= _CLOSE:
                ranked.append((matcher.ratio(), candidate))
        ranked.sort(reverse=True)
        if not ranked or ranked[0][0] < _CLOSE:
            return ""
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY_CLOSER:
            return ""
        return ranked[0][1]

    def _promising(self, word: str) -> list[str]:
        # The matcher takes 0.1 ms a candidate. Among thousands, shared pairs of letters choose the
        # few that are worth it; what is as close as the best shares about as many.
        if len(self._words) <= _FEW:
            return self._words
        if not self._pairs:
            self._pairs = [(_pairs(candidate), candidate) for candidate in self._words]
        wanted = _pairs(word)
        scored = ((len(wanted & pairs), candidate) for pairs, candidate in self._pairs)
        return [candidate for _, candidate in nlargest(_FEW, scored)]


def _pairs(word: str) -> frozenset[str]:
    lowered = word.lower()
    return frozenset(lowered[place : place + 2] for place in range(len(lowered) - 1))


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The one candidate that `word` was surely meant to be; empty if none or several are close."""
    return Vocabulary(candidates).nearest(word)


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """“did you mean “x”?” or nothing."""
    found = nearest(word, candidates)
    return f"did you mean “{found}”?" if found else ""
