"""Reading the files of a site: each once, by several workers, and only those that were touched."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from msgspec.msgpack import Decoder, Encoder

from aushang.audit.decoding import as_utf8
from aushang.audit.depth import is_bottomless
from aushang.audit.findings import too_much, unreadable, wrong_encoding
from aushang.audit.kinds import kind_of, type_of
from aushang.audit.walk import Stamp
from aushang.build.workers import spread
from aushang.checks.written import Facts, facts_of
from aushang.checks.written.facts import NOTHING, Form
from aushang.checks.written.site import form_of
from aushang.model import Diagnostic, Kind

LARGEST = 16_000_000
"""Bytes. The tree of a page takes thirty times as much memory as the page."""

_AT_A_TIME = 60  # files per job
_WORTH_SPREADING = 300  # files: below that, forking costs more than it saves


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says. `digest` is the SHA-256 of its bytes, empty where none were read."""

    stamp: Stamp
    digest: bytes
    kind: Kind
    facts: bytes
    faults: tuple[Diagnostic, ...] = ()


_encoder = Encoder()
_decoder = Decoder(Facts)
NO_FACTS = _encoder.encode(NOTHING)


def unpacked(facts: bytes) -> Facts:
    """The facts of a file. Raises `msgspec.MsgspecError`."""
    return _decoder.decode(facts)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files below `root` of a site that lives at `site_url`.

    `before` are readings of an earlier run: a file that holds the same bytes is not judged anew.
    """

    root: str
    site_url: str
    before: Mapping[str, Reading]

    def readings(
        self, files: Sequence[tuple[str, Stamp]], *, workers: int
    ) -> Iterator[list[tuple[str, Reading]]]:
        """The files' readings, some at a time, in their order."""
        parts = [files[at : at + _AT_A_TIME] for at in range(0, len(files), _AT_A_TIME)]

        def read(job: int) -> list[tuple[str, Reading]]:
            return [(path, self.reading(path, stamp)) for path, stamp in parts[job]]

        yield from spread(
            len(parts), read, workers=workers if len(files) >= _WORTH_SPREADING else 1
        )

    def reading(self, path: str, stamp: Stamp) -> Reading:
        """What one file says, or why it was not read."""
        media = type_of(path)
        form = form_of(media)
        if form is Form.OTHER:
            return Reading(stamp, b"", Kind.ASSET, NO_FACTS)
        if stamp.size > LARGEST:
            size = f"{stamp.size / 1_000_000:.0f} MB"
            return _refused(stamp, too_much(path, f"“{path}” has {size}"))
        try:
            with open(os.path.join(self.root, path), "rb") as file:  # noqa: PTH118, PTH123  in thousands
                data = file.read()
        except OSError as fault:
            return _refused(stamp, unreadable(path, fault))
        digest = sha256(data).digest()
        known = self.before.get(path)
        if known and known.digest == digest:
            return Reading(stamp, digest, known.kind, known.facts, known.faults)
        faults: tuple[Diagnostic, ...] = ()
        if form is Form.HTML:
            data, name = as_utf8(data)
            if name:
                faults = (wrong_encoding(path, name),)
            if is_bottomless(data):
                return _refused(stamp, too_much(path, f"the elements of “{path}” have no bottom"))
        facts = _encoder.encode(facts_of(media, data, self.site_url))
        return Reading(stamp, digest, kind_of(media, data), facts, faults)


def _refused(stamp: Stamp, fault: Diagnostic) -> Reading:
    return Reading(stamp, b"", Kind.ASSET, NO_FACTS, (fault,))
