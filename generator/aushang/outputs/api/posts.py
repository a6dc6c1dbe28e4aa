"""Posts as the API shows them: in full, and as a line of a list."""

from collections.abc import Iterator

from aushang import model
from aushang.model import PostText, begins, finishes
from aushang.model.addresses import absolute, of_post, of_update
from aushang.model.permanent_ids import tag_id
from aushang.outputs.api import models
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.prices import price
from aushang.outputs.api.shared import Shared
from aushang.outputs.api.values import text


def summary(directory: Directory, post: model.Post) -> models.PostSummary:
    """A line of the list of the newest."""
    return models.PostSummary(**entry(directory, post), phase=_phase(directory, post))


def entry(directory: Directory, post: model.Post) -> models.PostEntry:
    """A line of a page that stays as it is whatever the time is."""
    return models.PostEntry(
        **_times(directory, post),
        services=list(post.services),
        locations=list(post.locations),
        texts={
            words.language: _headline(directory, post, words) for words in _texts(directory, post)
        },
        file=directory.file(f"posts/{post.id}"),
    )


def titles(directory: Directory, post: model.Post) -> dict[str, models.PostTitle]:
    """The post's title and page in each of its languages."""
    return {
        words.language: models.PostTitle(
            title=text(words.title), url=_page(directory, post, words.language)
        )
        for words in _texts(directory, post)
    }


def post(directory: Directory, post: model.Post, shared: Shared) -> models.Post:
    """A post with all its texts and updates; `shared` is that of the directory's publication."""
    concern = shared.concern(post)
    return models.Post(
        **_times(directory, post),
        phase=_phase(directory, post),
        time_zone=directory.site.time_zone,
        services=concern.services,
        locations=concern.locations,
        contact=shared.contact(post),
        tags=[text(tag) for tag in post.tags],
        texts={words.language: _prose(directory, post, words) for words in _texts(directory, post)},
        updates=[_update(directory, post, update) for update in post.updates],
        prices=[price(directory, one) for one in post.prices],
        related=[
            models.RelatedLink(title=text(link.title), url=directory.full(link.address))
            for link in post.links
        ],
    )


def _page(directory: Directory, post: model.Post, language: str) -> str:
    """The address of the post's page."""
    return absolute(directory.site, of_post(directory.site, post, language))


def _texts(directory: Directory, post: model.Post) -> Iterator[PostText]:
    """The post's texts in the order of the site's languages."""
    languages = directory.site.languages
    return (post.texts[language] for language in languages if language in post.texts)


def _phase(directory: Directory, post: model.Post) -> str:
    return directory.publication.phases[post.id].value


def _times(directory: Directory, post: model.Post) -> models.PostTimes:
    at, said, modified, beginning = directory.at, post.published, post.modified, begins(post)
    # Most posts have but one time of their own; to tell it costs 3 µs, here and for each of three.
    published = at(said)
    return models.PostTimes(
        id=post.id,
        guid=tag_id(directory.site, post),
        type=post.type.value,
        effect=post.effect.value if post.effect else None,
        is_pinned=post.is_pinned,
        published=published,
        updated=directory.at_most(post.updated),
        modified=published if modified is said else at(modified),
        starts=directory.at_most(post.starts),
        ends=directory.at_most(post.ends),
        next_update=directory.at_most(post.next_update),
        current_from=published if beginning is said else at(beginning),
        current_until=directory.at_most(finishes(post, directory.publication.now)),
    )


def _headline(directory: Directory, post: model.Post, words: PostText) -> models.PostHeadline:
    return models.PostHeadline(
        title=text(words.title),
        summary=text(words.summary),
        url=_page(directory, post, words.language),
    )


def _prose(directory: Directory, post: model.Post, words: PostText) -> models.PostProse:
    headline = _headline(directory, post, words)
    return models.PostProse(**headline, **directory.prose(words.body, headline["url"]))


def _update(directory: Directory, post: model.Post, update: model.Update) -> models.Update:
    site, key = directory.site, update.key
    return models.Update(
        id=key,
        guid=tag_id(site, post, key),
        at=directory.at(update.at),
        status=update.status.value if update.status else None,
        texts={
            language: models.UpdateProse(
                **directory.prose(body, _page(directory, post, language)),
                url=absolute(site, of_update(site, post, language, key)),
            )
            for language, body in update.texts.items()
        },
    )
