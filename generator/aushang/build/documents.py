"""What posts are found by in the search, kept from one build to the next.

In the state file it stands in a table of its own: only who makes a block of the index reads it. A
unit knows the digest of each of its documents, so none is believed that is not the right one.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from msgspec.msgpack import Decoder, Encoder

from aushang.build.spool import Spool
from aushang.model import AushangError, Publication
from aushang.outputs.pages import Press
from aushang.outputs.searchable import Document, post_documents

TABLE = """
    CREATE TABLE document (
        unit TEXT NOT NULL, language TEXT NOT NULL, data BLOB NOT NULL,
        PRIMARY KEY (unit, language)
    ) WITHOUT ROWID;
"""

Packed = Mapping[str, bytes]
"""The documents of a unit as they travel, by language."""

_encoder = Encoder()
_document = Decoder(Document)
_by_language = Decoder(dict[str, bytes])


class LostError(AushangError):
    """A document is not where the last build left it."""

    def __init__(self) -> None:
        super().__init__("what the last build kept is gone", "build again")


class SpooledDocuments(Mapping[str, Packed]):
    """The documents of units, by unit, which lie in a spool."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool

    def put(self, unit: str, documents: Packed) -> None:
        """Keep what a unit is found by, if anything. Raises OSError."""
        if documents:
            self._spool.put(unit, _encoder.encode(documents))

    def __getitem__(self, unit: str) -> Packed:
        """The documents of a unit. Raises KeyError for one that has none."""
        return _by_language.decode(self._spool[unit])

    def __iter__(self) -> Iterator[str]:
        """The units that have documents."""
        return iter(self._spool)

    def __len__(self) -> int:
        """How many units have documents."""
        return len(self._spool)

    def __contains__(self, unit: object) -> bool:
        """Whether a unit has documents, without reading them."""
        return unit in self._spool


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a site's posts: those that are `held`, by unit, else those in `file`."""

    file: Path | None = None
    held: Mapping[str, Packed] = field(default_factory=dict)

    def of(self, wanted: Iterable[tuple[str, str, str]]) -> tuple[Document, ...]:
        """The documents of these units and languages, with these digests, in this order.

        Raises LostError if one of them is not there.
        """
        asked = list(wanted)
        kept = self._kept([one for one in asked if one[0] not in self.held])
        found = []
        for unit, language, digest in asked:
            held = self.held.get(unit)
            data = kept[unit, language] if held is None else held.get(language, b"")
            if digest_of(data) != digest:
                raise LostError
            found.append(_document.decode(data))
        return tuple(found)

    def _kept(self, wanted: Collection[tuple[str, str, str]]) -> dict[tuple[str, str], bytes]:
        """Documents in the file, by unit and language."""
        if not wanted:
            return {}
        if self.file is None:
            raise LostError
        question = "SELECT CAST(data AS BLOB) FROM document WHERE unit = ? AND language = ?"
        try:
            with closing(sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True)) as database:
                return {
                    (unit, language): _only(database.execute(question, (unit, language)))
                    for unit, language, _ in wanted
                }
        except sqlite3.Error as error:
            raise LostError from error


def _only(rows: Iterable[tuple[bytes]]) -> bytes:
    return next(iter(rows), (b"",))[0]


def documents_of(publication: Publication, presses: Iterable[Press]) -> dict[str, dict[str, bytes]]:
    """By post and language, what the visible posts are found by; none where nobody can search.

    `presses` are those of a publication that differs in nothing but its posts.
    """
    found: dict[str, dict[str, bytes]] = {}
    if publication.site.has_search:
        for press in (one.of(publication) for one in presses):
            for post in publication.posts:
                for document in post_documents(press, post):
                    found.setdefault(post.id, {})[press.language] = packed(document)
    return found


def packed(document: Document) -> bytes:
    """A document as it travels."""
    return _encoder.encode(document)


def digest_of(data: bytes) -> str:
    """The SHA-256 of a document as it travels, the first 128 bits of it."""
    return sha256(data).hexdigest()[:32]


def fill(database: sqlite3.Connection, held: Mapping[str, Packed]) -> None:
    """Keep documents of units of which none is kept. Raises `sqlite3.Error`."""
    rows = ((unit, *one) for unit, some in held.items() for one in some.items())
    database.executemany("INSERT INTO document VALUES (?, ?, ?)", rows)


def forget(database: sqlite3.Connection, units: Iterable[str]) -> None:
    """Keep no document of these units. Raises `sqlite3.Error`."""
    names = ((unit,) for unit in units)
    database.executemany("DELETE FROM document WHERE unit = ?", names)
