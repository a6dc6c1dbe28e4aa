"""Everything that authors wrote in words, titles and short texts too, with whose it is and where.

`texts` walks over bodies alone; this over all that a reader reads.
"""

from collections.abc import Iterator
from typing import NamedTuple

from aushang.checks.once import once
from aushang.checks.texts import about_file
from aushang.model import (
    Body,
    Contact,
    Localised,
    Location,
    Page,
    PageText,
    Position,
    Post,
    PostText,
    Publication,
    Question,
    Service,
    Site,
    Source,
    Update,
)


class Prose(NamedTuple):
    """Words in one language.

    `part` is what a reader would call them: `title`, `summary`, `text`, or the key of a short text.
    `html` is the markup of a body, empty for a text without any. `position` is where they begin:
    the field, or the file for a text of its own. `post`, `update` and `question` are what they
    belong to.

    A tuple and no dataclass: it is made in a third of the time.
    """

    part: str
    language: str
    text: str
    position: Position
    html: str = ""
    post: Post | None = None
    update: Update | None = None
    question: Question | None = None


@once
def prose(publication: Publication) -> Iterator[Prose]:
    """All words of posts (scheduled ones too), pages, questions and data files."""
    for post in publication.all_posts:
        yield from _of_post(post)
    for page in publication.pages:
        yield from _of_page(page)
    for question in publication.questions.values():
        yield from _of_question(question)
    first = publication.site.language
    for service in publication.services.values():
        yield from _of_place(service, first)
    for location in publication.locations.values():
        yield from _of_place(location, first)
        written = {day.entry: day for day in location.special_hours if day.entry is not None}
        for number, day in written.items():
            yield from _short("reason", day.reason, location.source, "special_hours", number)
    for contact in publication.contacts.values():
        yield from _of_contact(contact, first)


def prose_of_site(site: Site) -> Iterator[Prose]:
    """The words of the configuration."""
    for key, words in (("site_name", site.name), ("description", site.description)):
        for language, text in words.texts.items():
            yield Prose(part=key, language=language, text=text, position=site.source.at(key))


def _of_post(post: Post) -> Iterator[Prose]:
    for words in post.texts.values():
        yield from _head(words, post)
        yield _body(words.body, words.language, Position(words.source.path), post=post)
    for update in post.updates:
        for language, body in update.texts.items():
            position = post.text(language).source.at("updates")
            yield _body(body, language, position, post=post, update=update)


def _of_page(page: Page) -> Iterator[Prose]:
    for words in page.texts.values():
        yield from _head(words, None)
        yield _body(words.body, words.language, Position(words.source.path))


def _of_question(question: Question) -> Iterator[Prose]:
    for words in question.texts.values():
        yield Prose(
            part="question",
            language=words.language,
            text=words.question,
            position=words.source.at("question"),
            question=question,
        )
        yield _body(words.answer, words.language, Position(words.source.path), question=question)


def _head(words: PostText | PageText, post: Post | None) -> Iterator[Prose]:
    yield Prose(
        part="title",
        language=words.language,
        text=words.title,
        position=words.source.at("title"),
        post=post,
    )
    # A summary that nobody wrote repeats the text.
    if words.summary and "summary" in words.source.marks:
        yield Prose(
            part="summary",
            language=words.language,
            text=words.summary,
            position=words.source.at("summary"),
            post=post,
        )


def _of_place(owner: Service | Location, first: str) -> Iterator[Prose]:
    yield from _short("name", owner.name, owner.source)
    yield from _short("summary", owner.summary, owner.source)
    for language, body in owner.about.items():
        yield _body(body, language, Position(about_file(owner.source, language, first)))


def _of_contact(contact: Contact, first: str) -> Iterator[Prose]:
    position = contact.source.at("name")
    yield Prose(part="name", language=first, text=contact.name, position=position)
    yield from _short("role", contact.role, contact.source)
    yield from _short("hours", contact.hours, contact.source)
    yield from _short("answers_within", contact.answers_within, contact.source)


def _short(part: str, words: Localised, source: Source, *above: str | int) -> Iterator[Prose]:
    for language, text in words.texts.items():
        position = source.at(*above, part, language)
        yield Prose(part=part, language=language, text=text, position=position)


def _body(  # noqa: PLR0913  whose it may be
    body: Body,
    language: str,
    position: Position,
    *,
    post: Post | None = None,
    update: Update | None = None,
    question: Question | None = None,
) -> Prose:
    return Prose(
        part="text",
        language=language,
        text=body.text,
        html=body.html,
        position=position,
        post=post,
        update=update,
        question=question,
    )
