"""What readers find in a publication in memory, and the files of an index of it."""

from collections.abc import Iterable, Iterator

from aushang.build.blocks import counts
from aushang.model import Publication
from aushang.outputs.pages import Press
from aushang.outputs.searchable import Document, blocks, other_documents, post_documents
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
