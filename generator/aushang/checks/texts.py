"""Every text that an author wrote, wherever it stands: what checks of prose and links walk over."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from aushang.checks.once import once
from aushang.model import Body, Location, Position, Post, Publication, Service, Source


class Owner(StrEnum):
    """What a text belongs to, as a reader would call it."""

    POST = "post"
    UPDATE = "update"
    PAGE = "page"
    SERVICE = "service"
    LOCATION = "place"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Text:
    """A body, whose it is, and where: the file for a text of its own, the field for one in YAML."""

    owner: Owner
    title: str
    body: Body
    position: Position


@once
def texts(publication: Publication) -> Iterator[Text]:
    """All bodies: posts (scheduled ones too), updates, pages, services, places, answers."""
    for post in publication.all_posts:
        yield from _of_post(post)
    for page in publication.pages:
        for words in page.texts.values():
            yield Text(Owner.PAGE, words.title, words.body, Position(words.source.path))
    language = publication.site.language
    for service in publication.services.values():
        yield from _about(Owner.SERVICE, service, language)
    for location in publication.locations.values():
        yield from _about(Owner.LOCATION, location, language)
    for question in publication.questions.values():
        for asked in question.texts.values():
            position = Position(asked.source.path)
            yield Text(Owner.QUESTION, asked.question, asked.answer, position)


def _of_post(post: Post) -> Iterator[Text]:
    for words in post.texts.values():
        yield Text(Owner.POST, words.title, words.body, Position(words.source.path))
    for update in post.updates:
        for language, body in update.texts.items():
            words = post.text(language)
            said = f"{update.at:%Y-%m-%dT%H:%M}"
            yield Text(Owner.UPDATE, said, body, words.source.at("updates"))


def about_file(source: Source, language: str, first: str) -> str:
    """The file of the text about what `sauna.yml` describes.

    It stands beside it: `sauna.md` in the first language of the site, else `sauna.en.md`.
    """
    suffix = ".md" if language == first else f".{language}.md"
    return str(PurePosixPath(source.path).with_suffix(suffix))


def _about(kind: Owner, owner: Service | Location, first: str) -> Iterator[Text]:
    for language, body in owner.about.items():
        file = about_file(owner.source, language, first)
        yield Text(kind, owner.name.to(language), body, Position(file))
