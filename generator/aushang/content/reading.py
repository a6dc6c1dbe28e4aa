"""Files of the content are read: documents one by one, and the posts that several of them make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aushang.content import posts
from aushang.content.document import Document, read_document
from aushang.content.entries import Entry
from aushang.content.inventory import Note, read
from aushang.model import Diagnostic, Site


@dataclass(frozen=True, slots=True)
class Joined:
    """What the files of one post came to: the post if there is one, and what was found.

    `broken` are the paths of those files that could not be read.
    """

    draft: posts.PostDraft | None
    diagnostics: tuple[Diagnostic, ...]
    broken: tuple[str, ...]


def read_documents(
    entries: Iterable[Entry], site: Site, note: Note | None = None
) -> list[Document]:
    """The documents of `entries`, read one after the other; `note` hears of each that could be."""
    documents = []
    for entry in entries:
        data = read(entry, note=note)
        if isinstance(data, Diagnostic):
            documents.append(Document(entry=entry, diagnostics=(data,)))
        else:
            documents.append(read_document(data, entry, site))
    return documents


def read_posts(
    groups: Iterable[Sequence[Entry]], site: Site, note: Note | None = None
) -> list[Joined]:
    """The posts of `groups`, read one after the other; otherwise as `read_documents`.

    What a file says besides its post is let go at once, so that it is never held of all files.
    """
    found = []
    for files in groups:
        documents = read_documents(files, site, note)
        draft, faults = posts.join(documents[0], documents[1:])
        told = (one for document in documents for one in document.diagnostics)
        broken = tuple(one.entry.path for one in documents if not one.is_whole)
        found.append(Joined(draft, (*told, *faults), broken))
    return found
