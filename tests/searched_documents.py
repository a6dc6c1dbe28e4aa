"""What readers find in a publication in memory, and the files of an index of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field

from aushang.build.blocks import Searchable, counts
from aushang.build.documents import Documents, digest_of, documents_of
from aushang.build.made import Made
from aushang.model import Artifact, Kind, Publication
from aushang.model.addresses import of_block, of_search
from aushang.outputs.pages import Press, presses_of
from aushang.outputs.searchable import (
    Block,
    Document,
    blocks,
    other_documents,
    post_documents,
)
from aushang.outputs.searched import searched_languages
from aushang.search.index import Index, installed


def documents(publication: Publication) -> Iterator[Document]:
    """Everything that can be found, for a publication that holds its posts' texts."""
    for language in searched_languages(publication):
        press = Press(publication, language)
        for post in publication.posts:
            yield from post_documents(press, post)
        yield from other_documents(press)


def indexed(found: Iterable[Document], index: Index | None = None) -> dict[str, bytes]:
    """The files of all blocks, by path."""
    index = index or installed()
    made = list(blocks(found, index.block_size))
    files = [index.directory(*each) for each in counts(made).items()]
    files += [file for block in made for file in index.block(block)]
    return {file.path: file.data for file in files}


def searchable(publication: Publication) -> Searchable:
    """A publication in memory as a build leaves it: each post's unit, and what it is found by."""
    texts = documents_of(publication, presses_of(publication))
    units = {
        f"post:{post.id}": Made(
            name=f"post:{post.id}",
            reads=(),
            files=(),
            finds=tuple((one, digest_of(data)) for one, data in texts.get(post.id, {}).items()),
        )
        for post in publication.posts
    }
    held = {f"post:{id_}": packed for id_, packed in texts.items()}
    return Searchable(publication, units, Documents(None, held))


@dataclass
class Transcript:
    """Implements `build.project.Indexer`: an index that is the documents themselves, as JSON.

    `made` are the blocks that it was asked for, by language and number.
    """

    block_size: int = 2
    stamp: str = "transcript"
    made: list[tuple[str, int]] = field(default_factory=list)

    def block(self, block: Block[Document]) -> tuple[Artifact, ...]:
        """A file for each document, and one with their order."""
        self.made.append((block.language, block.number))
        folder = of_block(block.language, block.number)
        order = [one.path for one in block.documents]
        files = {f"{place}.json": asdict(one) for place, one in enumerate(block.documents)}
        return tuple(
            self._file(folder + name, data) for name, data in {"order.json": order, **files}.items()
        )

    def directory(self, language: str, count: int) -> Artifact:
        """The number alone."""
        return self._file(f"{of_search(language)}blocks.json", {"blocks": count})

    def _file(self, path: str, data: object) -> Artifact:
        return Artifact(
            path=path,
            media_type="application/json",
            data=json.dumps(data, ensure_ascii=False).encode(),
            kind=Kind.ASSET,
            sources=(__name__,),
        )
