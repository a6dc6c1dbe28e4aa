"""The files of the API: each document as JSON with its revision, and the schemas beside them."""

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import Final

from aushang.model import Artifact, Post, Publication
from aushang.model.addresses import of_api
from aushang.model.change_log import Log, continued
from aushang.outputs.api import documents, models, places, posts
from aushang.outputs.api.availability import availability_units
from aushang.outputs.api.changes import page_files, pages_of
from aushang.outputs.api.clock_vectors import clock_vectors_file
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.documents import DOCUMENTS
from aushang.outputs.api.envelope import (
    api_file,
    around,
    document,
    enveloped,
    file_unit,
    sources_of,
    ways,
)
from aushang.outputs.api.index import index_file
from aushang.outputs.api.manifest import manifest_file
from aushang.outputs.api.openapi import openapi_file
from aushang.outputs.api.post_lists import post_list_units
from aushang.outputs.api.questions import questions_unit
from aushang.outputs.api.schemas import schema
from aushang.outputs.api.shared import Shared
from aushang.outputs.api.status import status_unit
from aushang.outputs.unit import Unit
from aushang.outputs.words import Words

SCHEMA: Final = "application/schema+json"


def render(
    publication: Publication, words: Mapping[str, Words], before: Log | None = None
) -> Iterator[Artifact]:
    """Every file of the API. `before` is the log of changes that is published."""
    known: dict[str, models.ManifestFile] = {}
    sources: dict[str, None] = {}

    def noted(artifact: Artifact) -> Artifact:
        known[artifact.path] = models.ManifestFile(
            sha256=sha256(artifact.data).hexdigest(),
            size=len(artifact.data),
            media_type=artifact.media_type,
        )
        sources.update(dict.fromkeys(artifact.sources))
        return artifact

    yield from map(noted, post_files(publication, words))
    names = {post.id: of_api(f"posts/{post.id}") for post in reversed(publication.posts)}
    digests = {id_: known[path]["sha256"] for id_, path in names.items()}
    log = continued(before, digests, tag=publication.site.tag, now=publication.now)
    yield from map(noted, list_files(publication, words, before))
    for page in pages_of(log):
        yield from map(noted, page_files(page, publication.site))
    digests = {path: entry["sha256"] for path, entry in known.items()}
    yield index_file(publication, words, digests, tuple(sources), log=log)
    yield manifest_file(publication, words, known, tuple(sources))


def post_files(
    publication: Publication, words: Mapping[str, Words], shared: Shared | None = None
) -> Iterator[Artifact]:
    """The file of each visible post.

    `shared` is what `shared_by_posts` made of a publication that differs in nothing but its posts.
    """
    directory = Directory(publication, words)
    shared = shared or Shared(directory)
    for post in publication.posts:
        yield _post(directory, post, shared)


def shared_by_posts(publication: Publication, words: Mapping[str, Words]) -> Shared:
    """What the files of posts have in common, for many calls of `post_files`."""
    return Shared(Directory(publication, words))


def list_files(
    publication: Publication, words: Mapping[str, Words], before: Log | None = None
) -> Iterator[Artifact]:
    """Lists of posts, services, places, questions and so on, and the schemas of all files."""
    for unit in list_units(publication, words, before):
        yield from unit.make()


def list_units(
    publication: Publication, words: Mapping[str, Words], before: Log | None = None
) -> Iterator[Unit[Artifact]]:
    """The same, each file as a unit. `before` is the log of changes that is published."""
    directory = Directory(publication, words)
    yield from post_list_units(directory, before)
    yield file_unit("services", partial(_services, directory))
    yield file_unit("locations", partial(_locations, directory))
    yield file_unit("contacts", partial(_contacts, directory))
    yield questions_unit(directory)
    yield status_unit(directory)
    yield from availability_units(directory)
    yield file_unit("clock-vectors", partial(clock_vectors_file, directory))
    yield file_unit("openapi", partial(openapi_file, directory))
    for name in DOCUMENTS:
        yield file_unit(f"schema:{name}", partial(_schema, directory, name))


def _schema(directory: Directory, name: str) -> Artifact:
    file = f"schema/{name}"
    return api_file(file, SCHEMA, schema(name, directory.file(file)), ())


def _post(directory: Directory, post: Post, shared: Shared) -> Artifact:
    name = f"posts/{post.id}"
    data = posts.post(directory, post, shared)
    sources = sources_of([post])
    envelope = documents.PostDocument(
        **enveloped(sources, data["modified"], [data]),
        data=data,
        links=documents.PostLinks(
            self=directory.file(name),
            describedby=shared.describedby,
            index=shared.index,
            pages={language: text["url"] for language, text in data["texts"].items()},
            feeds=shared.concern(post).feeds,
        ),
    )
    return document(name, envelope, sources)


def _services(directory: Directory) -> Artifact:
    found = directory.publication.services.values()
    data = [places.service(directory, service) for service in found]
    sources = tuple(service.source.path for service in found)
    envelope = documents.ServicesDocument(
        **around(directory, sources, [], data),
        data=data,
        links=ways(directory, "services", "services"),
    )
    return document("services", envelope, sources)


def _locations(directory: Directory) -> Artifact:
    found = directory.publication.locations.values()
    data = [places.location(directory, location) for location in found]
    sources = tuple(location.source.path for location in found)
    envelope = documents.LocationsDocument(
        **around(directory, sources, [], data),
        data=data,
        links=ways(directory, "locations", "locations"),
    )
    return document("locations", envelope, sources)


def _contacts(directory: Directory) -> Artifact:
    found = directory.publication.contacts.values()
    data = [places.contact(directory, contact) for contact in found]
    sources = tuple(contact.source.path for contact in found)
    envelope = documents.ContactsDocument(
        **around(directory, sources, [], data),
        data=data,
        links=ways(directory, "contacts", "contacts"),
    )
    return document("contacts", envelope, sources)
