"""From documents to the files that a browser searches, with Pagefind, a block at a time.

    pagefind/de/blocks.json       how many blocks there are
    pagefind/de/1/…               a block: Pagefind's script, its index, an excerpt for each page

The same documents give the same bytes, in whatever order they come.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from aushang.build.workers import spread
from aushang.model import AushangError
from aushang.model.addresses import encoded, of_search
from aushang.outputs.searchable import Block, Document, blocks
from aushang.search.program import Talk, program, talk

SECONDS: Final = 180.0
"""How long a block may take. 2,000 posts take 3 seconds on a slow machine."""

_FORM: Final = b"1"
"""Of what is handed to Pagefind; part of each key, so that a new form makes every block anew."""
_PARTS: Final = ("filter", "fragment", "index")
_SCRIPTS: Final = ("pagefind.js", "pagefind-worker.js")
_ENTRY: Final = "pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Index:
    """Writes the search index of a site. Make one with `installed`."""

    talk: Talk
    workers: int = 1

    def write(self, folder: Path, documents: Iterable[Document]) -> tuple[str, ...]:
        """Write all blocks below the site in `folder`; the site paths of the files, sorted.

        Raises AushangError if Pagefind fails; what it wrote until then stays where it is.
        """
        made = list(blocks(documents))
        paths = [directory(folder, *entry) for entry in _sizes(made)]
        for written in spread(
            len(made), lambda job: self.write_block(folder, made[job]), workers=self.workers
        ):
            paths += written
        return tuple(sorted(paths))

    def write_block(self, folder: Path, block: Block) -> tuple[str, ...]:
        """Write one block; the site paths of its files, sorted. What stood there is removed."""
        path = of_block(block.language, block.number)
        place = folder / path
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        self.talk(_requests(block, place), folder=place)
        _tidy(place, len(block.documents))
        files = (file for file in place.rglob("*") if file.is_file())
        return tuple(sorted(path + file.relative_to(place).as_posix() for file in files))


def installed(*, workers: int = 1) -> Index:
    """With the program that is installed. Raises AushangError if there is none."""
    return Index(partial(talk, command=program(), seconds=SECONDS), workers)


def key_of(block: Block) -> str:
    """Of what a block's files are made: 64 hexadecimal digits that change with its documents."""
    found = sha256(_FORM)
    for document in block.documents:
        found.update(json.dumps(_record(document), sort_keys=True).encode())
        found.update(b"\n")
    return found.hexdigest()


def of_block(language: str, number: int) -> str:
    """The site path of a block's folder."""
    return f"{of_search(language)}{number}/"


def directory(folder: Path, language: str, count: int) -> str:
    """Write how many blocks a language has; the file's site path."""
    path = f"{of_search(language)}blocks.json"
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"blocks": count}) + "\n", encoding="utf-8")
    return path


def _sizes(made: Iterable[Block]) -> Iterator[tuple[str, int]]:
    for language, group in groupby(made, key=lambda block: block.language):
        yield language, len(list(group))


def _requests(block: Block, place: Path) -> Iterator[Mapping[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for document in block.documents:
        yield {"type": "AddRecord", "index_id": 0, **_record(document)}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(place)}


def _record(document: Document) -> dict[str, Any]:
    return {
        "url": encoded(document.path),
        "content": document.text,
        "language": document.language,
        "meta": {
            "title": document.title,
            "kind": document.kind,
            "about": json.dumps(document.about, ensure_ascii=False),
            "day": document.day,
            "words": document.day_words,
        },
        "filters": {
            "service": list(document.services),
            "location": list(document.locations),
        },
        "sort": None,
    }


def _tidy(place: Path, wanted: int) -> None:
    """Leave what our own page loads: Pagefind's ready-made forms are 400 KB that nobody sees."""
    entry = json.loads((place / _ENTRY).read_text(encoding="utf-8"))
    languages = entry["languages"].values()
    count = sum(language["page_count"] for language in languages)
    if count != wanted:
        raise AushangError(
            f"Pagefind indexed {count} of {wanted} pages",
            "report this with the post that you changed last, or write search: false",
        )
    stems = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in languages}
    kept = {*_PARTS, *_SCRIPTS, *stems, _ENTRY}
    for file in place.iterdir():
        if file.name not in kept and file.suffix != ".pf_meta":
            file.unlink()
