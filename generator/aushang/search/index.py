"""From documents to the files that a browser searches, with Pagefind, a block at a time.

    pagefind/de/blocks.json       how many blocks there are
    pagefind/de/1/…               a block: Pagefind's script, its index, each page's text
    pagefind/de/1/choices.json    which of its pages are about which service and place

The same documents give the same bytes, in whatever order they come.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from gzip import decompress
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Any, Final

from aushang.model import Artifact, AushangError, Kind
from aushang.model.addresses import encoded, of_block, of_search
from aushang.outputs.searchable import BLOCK_SIZE, Block, Document
from aushang.search.program import PACKAGE, Brake, Message, Talk, program, talk

SECONDS: Final = 180.0
"""How long a block may take. 2,000 posts take 3 seconds on a slow machine."""

_FORM: Final = 1
"""Of what is handed to Pagefind; part of the stamp, so that a new form makes every block anew."""
_ENTRY: Final = "pagefind-entry.json"
_CHOICES: Final = "choices.json"
_ALWAYS: Final = frozenset({"pagefind.js", "pagefind-worker.js", _ENTRY, _CHOICES})
_TEXT: Final = ".pf_fragment"
_PARTS: Final = (".pf_meta", ".pf_index", _TEXT)
_MEDIA_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Index:
    """Makes the search index of a site: implements `build.project.Indexer`.

    Get one with `installed`. `stop` ends its work from another thread: it fails then.
    """

    talk: Talk
    version: str
    stop: Callable[[], None]
    block_size: int = BLOCK_SIZE

    @property
    def stamp(self) -> str:
        """Another one wherever the same documents would give other files."""
        return f"{_FORM} {self.version}"

    def block(self, block: Block[Document]) -> tuple[Artifact, ...]:
        """The files of one block, sorted by path. Raises AushangError if Pagefind fails."""
        *_, last = self.talk(_requests(block))
        files = {file["path"]: b64decode(file["content"]) for file in last["files"]}
        folder = of_block(block.language, block.number)
        wanted = _wanted(files[_ENTRY], len(block.documents))
        files[_CHOICES] = _choices(block.documents, files)
        return tuple(
            _artifact(folder + path, files[path])
            for path in sorted(files)
            if path in wanted or path.endswith(_PARTS)
        )

    def directory(self, language: str, count: int) -> Artifact:
        """How many blocks a language has, for the script of the search page."""
        data = json.dumps({"blocks": count}).encode() + b"\n"
        return _artifact(f"{of_search(language)}blocks.json", data)


def installed() -> Index:
    """With the program that is installed. Raises AushangError if there is none."""
    brake = Brake()
    ready = partial(talk, command=program(), seconds=SECONDS, brake=brake)
    return Index(ready, version(PACKAGE), stop=brake.pull)


def _artifact(path: str, data: bytes) -> Artifact:
    ending = path[path.rindex(".") :]
    return Artifact(
        path=path,
        media_type=_MEDIA_TYPES.get(ending, "application/octet-stream"),
        data=data,
        kind=Kind.ASSET,
        sources=(__name__,),
    )


def _requests(block: Block[Document]) -> Iterator[Message]:
    yield {"type": "NewIndex", "config": {}}
    for document in block.documents:
        yield {"type": "AddRecord", "index_id": 0, **_record(document)}
    # Not `WriteFiles`: it answers before the last bytes are in the files.
    yield {"type": "GetFiles", "index_id": 0}


def _record(document: Document) -> Mapping[str, Any]:
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
        # Pagefind writes filters in an order that changes from run to run; ours are `_choices`.
        "filters": {},
        "sort": None,
    }


def _choices(documents: Iterable[Document], files: Mapping[str, bytes]) -> bytes:
    """Pagefind's names of the pages that are about each service and place, as JSON."""
    names = {_address(data): PurePosixPath(path).stem for path, data in _texts(files)}
    found: dict[str, dict[str, list[str]]] = {"service": {}, "location": {}}
    for document in documents:
        name = names[encoded(document.path)]
        for kind, ids in (("service", document.services), ("location", document.locations)):
            for id_ in ids:
                found[kind].setdefault(id_, []).append(name)
    return json.dumps(found, separators=(",", ":"), sort_keys=True).encode()


def _texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    return ((path, data) for path, data in files.items() if path.endswith(_TEXT))


def _address(text: bytes) -> str:
    """The address in a page's text: compressed JSON behind a mark of Pagefind's."""
    address: str = json.loads(decompress(text).removeprefix(b"pagefind_dcd"))["url"]
    return address


def _wanted(entry: bytes, pages: int) -> frozenset[str]:
    """The files that our own page loads: Pagefind's ready-made forms are 400 KB nobody sees."""
    languages = json.loads(entry)["languages"].values()
    count = sum(language["page_count"] for language in languages)
    if count != pages:
        raise AushangError(
            f"Pagefind indexed {count} of {pages} pages",
            "report this with the post that you changed last, or write search: false",
        )
    return _ALWAYS | {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in languages}
