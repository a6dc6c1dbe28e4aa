"""The index of the API: the site, the words of the API in its languages, the way to all else."""

from collections.abc import Mapping, Sequence

from aushang.model import Artifact, Effect, PostType, Publication, UpdateStatus
from aushang.model.addresses import API, EVERYTHING, absolute, of_statuspage
from aushang.model.api import API_VERSION
from aushang.model.change_log import Log
from aushang.outputs.api import changes, documents, index_shape, post_lists, questions
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.documents import DOCUMENTS
from aushang.outputs.api.envelope import around, digest, document, of_content, ways
from aushang.outputs.api.status import next_change
from aushang.outputs.api.values import text
from aushang.outputs.words import Words


def index_file(
    publication: Publication,
    words: Mapping[str, Words],
    digests: Mapping[str, str],
    sources: Sequence[str],
    *,
    log: Log,
) -> Artifact:
    """The index; its revision covers all other files.

    `digests` are the SHA-256 of their bytes by path, `sources` the files they were made from. `log`
    is the log of changes as it stands there.
    """
    directory = Directory(publication, words)
    data = _data(directory, words, log)
    envelope = around(directory, of_content(sources), publication.posts, [data])
    others = "\n".join(f"{path} {digests[path]}" for path in sorted(digests)).encode()
    envelope["revision"] = digest([envelope["revision"].encode(), others])
    links = _links(directory, log)
    return document("index", documents.IndexDocument(**envelope, data=data, links=links), ())


def _data(directory: Directory, words: Mapping[str, Words], log: Log) -> index_shape.Index:
    publication, site = directory.publication, directory.site
    name = API.rpartition("/")[2]
    return index_shape.Index(
        name=directory.texts(site.name),
        description=directory.texts(site.description),
        languages=list(site.languages),
        time_zone=site.time_zone,
        home=directory.homes,
        posts=len(publication.posts),
        services=list(publication.services),
        locations=list(publication.locations),
        feeds=directory.feeds(EVERYTHING),
        versions=[
            index_shape.Version(name=name, api_version=API_VERSION, index=directory.file("index"))
        ],
        # `status.json` tells it as well, and the index is made again whenever that is another.
        next_change=directory.at_most(next_change(publication)),
        words={language: _words(words[language]) for language in site.languages},
        changes=index_shape.Changes(epoch=log.epoch, modified=len(log.items)),
    )


def _words(words: Words) -> index_shape.WordList:
    return index_shape.WordList(
        types={kind.value: text(words.type_name(kind)) for kind in PostType},
        effects={effect.value: text(words.effect_name(effect)) for effect in Effect},
        statuses={status.value: text(words.status_name(status)) for status in UpdateStatus},
    )


def _links(directory: Directory, log: Log) -> documents.IndexLinks:
    file = directory.file
    return documents.IndexLinks(
        **ways(directory, "index", "index"),
        status=file("status"),
        posts=file(post_lists.NAME),
        services=file("services"),
        locations=file("locations"),
        contacts=file("contacts"),
        questions=file(questions.NAME),
        availability=file("availability"),
        changes=file(changes.FIRST),
        changes_latest=file(changes.latest(log)),
        manifest=file("manifest"),
        clock_vectors=file("clock-vectors"),
        openapi=file("openapi"),
        statuspage=_statuspage(directory),
        schemas={name: file(f"schema/{name}") for name in DOCUMENTS},
    )


def _statuspage(directory: Directory) -> str | None:
    base = directory.site.statuspage
    return None if base is None else absolute(directory.site, of_statuspage(base, "summary"))
