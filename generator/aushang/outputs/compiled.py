"""Compiled templates, kept beside the theme as Python keeps its modules in `__pycache__`.

Compiling all templates of a build takes 0.1 s in each process. Where Python may not write its own
bytecode, or the folder takes nothing, they are compiled each time.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha1
from pathlib import Path

import jinja2.compiler
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

import aushang_theme

_FOLDER = Path(aushang_theme.__path__[0], "__pycache__")


class CompiledTemplates(BytecodeCache):
    """The templates of one environment, called `name` in the names of its files.

    Besides a template's source, `made_with` decides about its code: files whose time and size tell
    whether they are as they were (functions that Jinja works out while it compiles, catalogues).
    """

    def __init__(self, name: str, made_with: Iterable[Path], folder: Path = _FOLDER) -> None:
        self._name = name
        self._folder = folder
        files = [*made_with, Path(jinja2.compiler.__file__)]
        seen = ((path, path.stat()) for path in sorted(files))
        self._tag = "\n".join(f"{path} {one.st_mtime_ns} {one.st_size}" for path, one in seen)

    def get_source_checksum(self, source: str) -> str:
        """A digest of all that decides about the code."""
        return sha1(f"{self._tag}\n{source}".encode(), usedforsecurity=False).hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 – Jinja's signature
        """The name of the template's file: one for each, so that nothing old is left lying."""
        return f"{self._name}-{name.replace('/', '-')}.{sys.implementation.cache_tag}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read it, if it is there and of this very source; Jinja judges that."""
        try:
            with (self._folder / bucket.key).open("rb") as stream:
                bucket.load_bytecode(stream)
        except FileNotFoundError:
            return
        except Exception:  # noqa: BLE001  whatever a broken file leads to, it is made again
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next process, in one step: another one may be reading."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            new = self._folder / f"{bucket.key}.{os.getpid()}"
            with new.open("wb") as stream:
                bucket.write_bytecode(stream)
            new.replace(self._folder / bucket.key)
