"""What a code stands for, in words for staff: on the command line and in the reference."""

import inspect
import re
from dataclasses import dataclass

_LABELS = ("What it finds", "Why it matters", "Bad", "Good")
_PARTS = re.compile(rf"^({'|'.join(_LABELS)}):[ \n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence that names the problem, and four parts: what is found, why, bad and good."""

    summary: str
    finds: str
    why: str
    bad: str
    good: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The four parts with their labels, in the order in which they are read."""
        return tuple(zip(_LABELS, (self.finds, self.why, self.bad, self.good), strict=True))


def explanation(docstring: str) -> Explanation:
    """Read an explanation from a docstring of four labelled parts.

    Raises ValueError that names the parts which are missing, empty, repeated or out of order.
    """
    summary, *rest = _PARTS.split(inspect.cleandoc(docstring))
    labels, texts = rest[::2], [text.strip() for text in rest[1::2]]
    if not summary.strip():
        raise ValueError("the docstring has no first sentence")
    if tuple(labels) != _LABELS or not all(texts):
        wanted = ", ".join(f"“{label}:”" for label in _LABELS)
        raise ValueError(
            f"the docstring wants the parts {wanted}, each once, filled, in this order"
        )
    return Explanation(summary.strip(), *texts)
