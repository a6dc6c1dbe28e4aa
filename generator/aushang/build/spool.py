"""Bytes that are put aside until somebody asks: in memory while they are few, then on the disk.

What a build keeps of ten thousand posts for the gate and for the next build is 40 MB, of which the
gate wants a little at a time. The file has no name, so nobody sees it and no crash leaves it there.
"""

import os
import tempfile
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_AT_A_TIME = 1 << 20
"""Bytes: what is written in one go, and what a small build never writes at all."""


@dataclass(slots=True, eq=False)
class Spool(Mapping[str, bytes]):
    """Bytes by name, in the order in which they were put. The file lies in `folder`."""

    folder: Path
    _numbers: dict[str, int] = field(default_factory=dict)
    _starts: "array[int]" = field(default_factory=lambda: array("Q"))
    _ends: "array[int]" = field(default_factory=lambda: array("Q"))
    _waiting: bytearray = field(default_factory=bytearray)
    _written: int = 0
    _file: IO[bytes] | None = None

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes under a name, in place of those that had it. Raises OSError."""
        if len(self._waiting) > _AT_A_TIME:
            self._write()
        start = self._written + len(self._waiting)
        self._waiting += data
        self._numbers[name] = len(self._starts)
        self._starts.append(start)
        self._ends.append(start + len(data))

    def __getitem__(self, name: str) -> bytes:
        """The bytes of that name. Raises KeyError, OSError."""
        number = self._numbers[name]
        start, end = self._starts[number], self._ends[number]
        if self._file is None or start >= self._written:
            return bytes(self._waiting[start - self._written : end - self._written])
        return os.pread(self._file.fileno(), end - start, start)

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._numbers)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._numbers)

    def __contains__(self, name: object) -> bool:
        """Whether there is something of that name, without reading it."""
        return name in self._numbers

    def __del__(self) -> None:
        """The file goes with the spool."""
        if self._file is not None:
            self._file.close()

    def _write(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0, dir=self.folder)  # noqa: SIM115  it lives as long as the spool
        view = memoryview(self._waiting)
        while view:
            view = view[self._file.write(view) :]
        self._written += len(self._waiting)
        self._waiting = bytearray()
