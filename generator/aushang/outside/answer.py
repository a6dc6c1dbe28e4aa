"""What became of the question whether an address is still there."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """`dead` is what its own server says is not there; what says nothing clear is `unknown`."""

    OK = "ok"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address stands, and why, as the end of a sentence (“it says 404 Not Found”)."""

    standing: Standing
    why: str
