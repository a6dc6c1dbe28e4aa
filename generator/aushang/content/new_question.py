"""A question in the making: the customer's words become a file, with or without an answer."""

from collections.abc import Collection, Iterator

from aushang.content.new_post import Composed, Wish, refuse, with_contact, wrong_names
from aushang.content.writing import document, filled
from aushang.model import Publication, same_words
from aushang.model.addresses import slugify

_OF_POSTS = ("summary", "effect", "published", "starts", "ends", "next_update", "prices")
_LONGEST = 80  # characters of an id
_LEFT = "Write the answer below the front matter"


def compose_question(wish: Wish, publication: Publication, taken: Collection[str]) -> Composed:
    """The new question, looked at today. One without an answer is a draft.

    `taken` are the ids that cannot be used again. Raises AushangError with all that is wrong.
    """
    wish = with_contact(wish, publication)
    identity = slugify(wish.title)[:_LONGEST].rstrip("-")
    refuse(_wrong(wish, identity, publication, taken))
    front = {
        "question": " ".join(wish.title.split()),
        "answered": f"{publication.now:%Y-%m-%d}",
        "services": list(wish.services),
        "locations": list(wish.locations),
        "contact": wish.contact,
        "draft": not wish.text.strip(),
    }
    return Composed(
        name=f"questions/{identity}.md",
        text=document(filled(front), wish.text),
        left="" if wish.text.strip() else _LEFT,
    )


def _wrong(
    wish: Wish, identity: str, publication: Publication, taken: Collection[str]
) -> Iterator[str]:
    """One sentence for each answer that cannot be."""
    if not wish.title.strip():
        yield "the question is empty"
    elif not identity:
        yield f"“{wish.title.strip()}” holds no letter for the name of a file"
    foreign = [f"`{name}`" for name in _OF_POSTS if getattr(wish, name)]
    if foreign:
        yield f"a question has no {', '.join(foreign)}: only posts do"
    yield from wrong_names(wish, publication)
    words = same_words(wish.title)
    for question in publication.questions.values():
        if words in {same_words(text.question) for text in question.texts.values()}:
            yield f"this is asked already, in {question.source.path}"
            return
    if identity in taken:
        yield f"there is a question “{identity}” already: questions/{identity}.md"
