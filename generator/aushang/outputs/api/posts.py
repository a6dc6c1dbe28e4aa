"""Posts as the API shows them: in full, and as a line of a list."""

from collections.abc import Iterator, Mapping
from typing import TypedDict

from aushang import model
from aushang.model import PostText, begins, finishes
from aushang.model.addresses import absolute, of_post, of_update, tag_id
from aushang.outputs.api import models, places
from aushang.outputs.api.directory import Directory


class _Head(TypedDict):
    """The fields that a post has in its own file and in lists alike."""

    id: str
    guid: str
    type: str
    effect: str | None
    phase: str
    is_pinned: bool
    published: str
    updated: str | None
    modified: str
    starts: str | None
    ends: str | None
    next_update: str | None
    current_from: str
    current_until: str | None


def summary(directory: Directory, post: model.Post) -> models.PostSummary:
    """A line of a list."""
    return models.PostSummary(
        **_head(directory, post),
        services=list(post.services),
        locations=list(post.locations),
        texts={
            text.language: models.PostHeadline(
                title=text.title, summary=text.summary, url=page(directory, post, text.language)
            )
            for text in _texts(directory, post)
        },
        file=directory.file(f"posts/{post.id}"),
    )


def post(directory: Directory, post: model.Post) -> models.Post:
    """A post with all its texts and updates."""
    publication = directory.publication
    contact = publication.contact_of(post)
    return models.Post(
        **_head(directory, post),
        services=_references(directory, post.services, publication.services),
        locations=_references(directory, post.locations, publication.locations),
        contact=places.contact(directory, contact) if contact else None,
        tags=list(post.tags),
        texts={text.language: _prose(directory, post, text) for text in _texts(directory, post)},
        updates=[_update(directory, post, update) for update in post.updates],
        related=[
            models.RelatedLink(title=link.title, url=directory.full(link.address))
            for link in post.links
        ],
    )


def page(directory: Directory, post: model.Post, language: str) -> str:
    """The address of the post's page."""
    return absolute(directory.site, of_post(directory.site, post, language))


def pages(directory: Directory, post: model.Post) -> dict[str, str]:
    """The addresses of the post's pages by language."""
    return {text.language: page(directory, post, text.language) for text in _texts(directory, post)}


def _texts(directory: Directory, post: model.Post) -> Iterator[PostText]:
    """The post's texts in the order of the site's languages."""
    languages = directory.site.languages
    return (post.texts[language] for language in languages if language in post.texts)


def _head(directory: Directory, post: model.Post) -> _Head:
    publication = directory.publication
    return {
        "id": post.id,
        "guid": tag_id(directory.site, post),
        "type": post.type,
        "effect": post.effect,
        "phase": publication.phases[post.id],
        "is_pinned": post.is_pinned,
        "published": directory.at(post.published),
        "updated": directory.at_most(post.updated),
        "modified": directory.at(post.modified),
        "starts": directory.at_most(post.starts),
        "ends": directory.at_most(post.ends),
        "next_update": directory.at_most(post.next_update),
        "current_from": directory.at(begins(post)),
        "current_until": directory.at_most(finishes(post, publication.now)),
    }


def _prose(directory: Directory, post: model.Post, text: PostText) -> models.PostProse:
    url = page(directory, post, text.language)
    return models.PostProse(
        title=text.title,
        summary=text.summary,
        url=url,
        html=directory.html(text.body, url),
        text=text.body.text,
    )


def _update(directory: Directory, post: model.Post, update: model.Update) -> models.Update:
    site = directory.site
    return models.Update(
        id=update.key,
        guid=tag_id(site, post, update.key),
        at=directory.at(update.at),
        status=update.status,
        texts={
            language: models.UpdateProse(
                url=absolute(site, of_update(site, post, language, update.key)),
                html=directory.html(body, page(directory, post, language)),
                text=body.text,
            )
            for language, body in update.texts.items()
        },
    )


def _references(
    directory: Directory,
    ids: tuple[str, ...],
    known: Mapping[str, model.Service] | Mapping[str, model.Location],
) -> list[models.Reference]:
    return [
        models.Reference(id=id_, name=directory.texts(known[id_].name))
        for id_ in ids
        if id_ in known
    ]
