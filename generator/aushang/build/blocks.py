"""The search index as units: one for each block, made again when one of its documents changed.

What posts are found by is not read for that: their units know the digests.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from aushang.build.documents import Documents, digest_of, packed
from aushang.build.lists import ListUnit
from aushang.build.made import Made
from aushang.build.project import Indexer
from aushang.model import Artifact, Post, Publication
from aushang.model.addresses import of_post
from aushang.outputs.pages import Press
from aushang.outputs.searchable import Block, Document, Found, blocks, other_documents, published_of
from aushang.outputs.searched import searched_languages


@dataclass(frozen=True, slots=True)
class Find:
    """A document without its text (see `outputs.searchable`), and the unit that has all of it."""

    language: str
    published: str
    path: str
    unit: str
    digest: str


@dataclass(frozen=True, slots=True)
class Searchable:
    """A site with what its readers can find: its units, and the documents of its posts."""

    publication: Publication
    units: Mapping[str, Made]
    documents: Documents

    def blocks(self, size: int) -> list[Block[Find]]:
        """All blocks, with so many posts in a full one."""
        publication = self.publication
        found = [one for post in publication.posts for one in self._of_post(post)]
        for language in searched_languages(publication):
            for document in other_documents(Press(publication, language)):
                digest = digest_of(packed(document))
                found.append(Find(language, document.published, document.path, "", digest))
        return list(blocks(found, size))

    def filled(self, block: Block[Find]) -> Block[Document]:
        """The block with its documents. Raises LostError if one is not there any more."""
        own = [one for one in block.documents if one.unit]
        others = block.documents[len(own) :]  # what has no date stands behind what has one
        found = self.documents.of((one.unit, one.language, one.digest) for one in own)
        press = Press(self.publication, block.language)
        there = {one.path: one for one in other_documents(press)} if others else {}
        return Block(block.language, block.number, (*found, *(there[one.path] for one in others)))

    def _of_post(self, post: Post) -> Iterator[Find]:
        unit = f"post:{post.id}"
        published = published_of(post)
        for language, digest in self.units[unit].finds:
            path = of_post(self.publication.site, post, language)
            yield Find(language, published, path, unit, digest)


def key(block: Block[Find], indexer: Indexer) -> str:
    """64 hexadecimal digits that change with whatever the files of a block are made of."""
    parts = (indexer.stamp, *(one.digest for one in block.documents))
    return sha256("\n".join(parts).encode()).hexdigest()


def counts(found: Iterable[Block[Found]]) -> dict[str, int]:
    """How many blocks each language has; `found` as `blocks` gives them."""
    return {block.language: block.number for block in found}


def search_units(searchable: Searchable, indexer: Indexer) -> Iterator[ListUnit]:
    """A unit for each block, and one for each language that counts them."""
    found = searchable.blocks(indexer.block_size)
    for block in found:
        name = f"search:{block.language}:{block.number}"
        yield ListUnit(
            name=name,
            reads=(f"documents:{name}", "program"),
            inputs={f"documents:{name}": key(block, indexer)},
            make=partial(_files, searchable, block, indexer),
            group=name,
            weight=len(block.documents),
        )
    for language, count in counts(found).items():
        name = f"search:{language}"
        yield ListUnit(
            name=name,
            reads=(f"files:{name}", "program"),
            inputs={f"files:{name}": str(count)},
            make=partial(_directory, language, count, indexer),
        )


def _files(searchable: Searchable, block: Block[Find], indexer: Indexer) -> Iterable[Artifact]:
    return indexer.block(searchable.filled(block))


def _directory(language: str, count: int, indexer: Indexer) -> tuple[Artifact]:
    return (indexer.directory(language, count),)
