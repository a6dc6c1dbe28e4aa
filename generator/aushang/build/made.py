"""What is left of a unit after it was made: enough for lists, the gate, and the next build.

Between processes and into the state it travels as MessagePack, typed: four times as fast as pickle
(10 against 47 µs a post), and reading a file that somebody else has left there runs no code.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from msgspec.msgpack import Decoder, Encoder

from aushang.build.documents import Packed
from aushang.build.staging import Put
from aushang.checks.written import Facts, WrittenFile
from aushang.content.load import Pressed
from aushang.model import Diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """An artifact after it was written: everything but its bytes. `digest` is their SHA-256."""

    path: str
    file: WrittenFile
    digest: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What one unit left behind. `files` are in the order in which they were made.

    `reads` names its inputs (see `outdated`). For a post, `sources` are its files, its own first,
    with their digests, `read` is what was found while they were read and `said` what its texts are
    found guilty of; `pressed` is the post, without its texts unless it `has_texts`, and `digest` is
    the SHA-256 of it with them. `finds` are the languages in which it can be found in a search,
    with the digests of its documents.
    """

    name: str
    reads: tuple[str, ...]
    files: tuple[Written, ...]
    sources: tuple[tuple[str, str], ...] = ()
    read: tuple[Diagnostic, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    pressed: Pressed | None = None
    has_texts: bool = False
    digest: str = ""
    finds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A unit as it travels: a `Made`, the `Facts` of its files, and what became of each of them.

    A post brings its `documents` for the search along.
    """

    made: bytes
    facts: bytes
    puts: tuple[Put, ...]
    documents: Packed = field(default_factory=dict)


_encoder = Encoder()
_made = Decoder(Made)
_facts = Decoder(tuple[Facts, ...])


def digest_of(pressed: Pressed) -> str:
    """The SHA-256 of a post with all its texts, the first 128 bits of it."""
    return sha256(_encoder.encode(pressed.post)).hexdigest()[:32]


def parcel(
    made: Made, facts: tuple[Facts, ...], puts: tuple[Put, ...], documents: Packed
) -> Parcel:
    """Pack what a unit left behind."""
    return Parcel(_encoder.encode(made), _encoder.encode(facts), puts, documents)


def unpacked(data: bytes) -> Made:
    """The unit. Raises `msgspec.MsgspecError` for what is none."""
    return _made.decode(data)


def unpacked_facts(data: bytes) -> tuple[Facts, ...]:
    """The facts of a unit's files, in their order. Raises `msgspec.MsgspecError`."""
    return _facts.decode(data)
