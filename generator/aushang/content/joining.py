"""Documents and their translations become drafts of posts, pages and questions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aushang.content import pages, posts, questions
from aushang.content.document import Document
from aushang.content.entries import Role
from aushang.content.pages import PageDraft
from aushang.content.posts import PostDraft
from aushang.content.questions import QuestionDraft
from aushang.content.reading import Joined
from aushang.model import Diagnostic


@dataclass(slots=True)
class Texts:
    """Drafts in the order of their files' names, and all that was found in these files.

    `broken` are the paths of those that could not be read.
    """

    posts: list[PostDraft] = field(default_factory=list)
    pages: list[PageDraft] = field(default_factory=list)
    questions: list[QuestionDraft] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def texts_of(documents: Sequence[Document], joined: Iterable[Joined]) -> Texts:
    """What the documents, sorted by name, come to, with the posts that were `joined` before."""
    own = Texts()
    translations: defaultdict[tuple[Role, str], list[Document]] = defaultdict(list)
    for document in documents:
        own.found += document.diagnostics
        own.broken += [] if document.is_whole else [document.entry.path]
        if document.entry.is_translation:
            translations[document.entry.role, document.entry.group].append(document)
    for one in joined:
        own.found += one.diagnostics
        own.broken += one.broken
        own.posts += [one.draft] if one.draft else []
    for document in documents:
        if not document.entry.is_translation:
            _put(own, document, translations[document.entry.role, document.entry.group])
    own.posts.sort(key=lambda one: one.inside)
    return own


def _put(own: Texts, document: Document, others: Sequence[Document]) -> None:
    """One text with its translations."""
    match document.entry.role:
        case Role.POST:
            post, faults = posts.join(document, others)
            own.found += faults
            own.posts += [post] if post else []
        case Role.PAGE:
            page = pages.join(document, others)
            own.pages += [page] if page else []
        case Role.QUESTION:
            question = questions.join(document, others)
            own.questions += [question] if question else []
