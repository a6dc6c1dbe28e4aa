"""The files of the API: each document as JSON with its revision, and the schemas beside them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TypedDict

from aushang.model import Artifact, Kind, Post, Publication
from aushang.model.addresses import EVERYTHING, of_api
from aushang.outputs.api import documents, models, places, posts
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.documents import API_VERSION, DOCUMENTS, Envelope, Origin
from aushang.outputs.api.values import Model
from aushang.outputs.words import Words

NEWEST = 50
JSON = "application/json"
SCHEMA = "application/schema+json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """Every file of the API."""
    written: list[Artifact] = []
    for artifact in chain(post_files(publication, words), list_files(publication, words)):
        written.append(artifact)
        yield artifact
    digests = {artifact.path: sha256(artifact.data).hexdigest() for artifact in written}
    sources = dict.fromkeys(source for artifact in written for source in artifact.sources)
    yield index_file(publication, words, digests, tuple(sources))


def post_files(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """The file of each visible post."""
    directory = Directory(publication, words)
    for post in publication.posts:
        yield _post(directory, post).artifact()


def list_files(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """Lists of posts, services, places and contacts, and the schemas of all files."""
    directory = Directory(publication, words)
    for make in (_posts, _services, _locations, _contacts):
        yield make(directory).artifact()
    for name, document in DOCUMENTS.items():
        yield _schema(directory, name, document)


def index_file(
    publication: Publication,
    words: Mapping[str, Words],
    digests: Mapping[str, str],
    sources: Sequence[str],
) -> Artifact:
    """The index; its revision covers all other files.

    `digests` are the SHA-256 of their bytes by path, `sources` the files they were made from.
    """
    content = tuple(source for source in sources if not source.startswith(__name__))
    return _index(Directory(publication, words), digests, content).artifact()


@dataclass(frozen=True, slots=True)
class _File:
    """A document, its name below the API, and the content files that it was made from."""

    name: str
    envelope: Envelope
    sources: tuple[str, ...]

    def artifact(self) -> Artifact:
        text = self.envelope.model_dump_json(indent=2)
        return _artifact(self.name, JSON, text, self.sources)


def _artifact(name: str, media_type: str, text: str, sources: tuple[str, ...]) -> Artifact:
    return Artifact(
        path=of_api(name),
        media_type=media_type,
        data=f"{text}\n".encode(),
        kind=Kind.API,
        sources=sources or (__name__,),
    )


def _post(directory: Directory, post: Post) -> _File:
    name = f"posts/{post.id}"
    data = posts.post(directory, post)
    sources = _sources([post])
    links = documents.PostLinks(
        **_ways(directory, name, "post"),
        pages=posts.pages(directory, post),
        feeds=directory.feeds_of(post),
    )
    envelope = documents.PostDocument(
        **_outside(directory, sources, [post], [data]), data=data, links=links
    )
    return _File(name, envelope, sources)


def _posts(directory: Directory) -> _File:
    newest = directory.publication.posts[:NEWEST]
    data = [posts.summary(directory, post) for post in newest]
    sources = _sources(newest)
    envelope = documents.PostsDocument(
        **_outside(directory, sources, newest, data),
        data=data,
        links=documents.Links(**_ways(directory, "posts/index", "posts")),
    )
    return _File("posts/index", envelope, sources)


def _services(directory: Directory) -> _File:
    found = directory.publication.services.values()
    data = [places.service(directory, service) for service in found]
    sources = tuple(service.source.path for service in found)
    envelope = documents.ServicesDocument(
        **_outside(directory, sources, [], data),
        data=data,
        links=documents.Links(**_ways(directory, "services", "services")),
    )
    return _File("services", envelope, sources)


def _locations(directory: Directory) -> _File:
    found = directory.publication.locations.values()
    data = [places.location(directory, location) for location in found]
    sources = tuple(location.source.path for location in found)
    envelope = documents.LocationsDocument(
        **_outside(directory, sources, [], data),
        data=data,
        links=documents.Links(**_ways(directory, "locations", "locations")),
    )
    return _File("locations", envelope, sources)


def _contacts(directory: Directory) -> _File:
    found = directory.publication.contacts.values()
    data = [places.contact(directory, contact) for contact in found]
    sources = tuple(contact.source.path for contact in found)
    envelope = documents.ContactsDocument(
        **_outside(directory, sources, [], data),
        data=data,
        links=documents.Links(**_ways(directory, "contacts", "contacts")),
    )
    return _File("contacts", envelope, sources)


def _index(directory: Directory, digests: Mapping[str, str], sources: tuple[str, ...]) -> _File:
    """The index; `digests` and `sources` are those of all the other files."""
    publication, site = directory.publication, directory.site
    data = models.Index(
        name=directory.texts(site.name),
        description=directory.texts(site.description),
        languages=list(site.languages),
        time_zone=site.time_zone,
        home=directory.homes,
        posts=len(publication.posts),
        services=list(publication.services),
        locations=list(publication.locations),
        feeds=directory.feeds(EVERYTHING),
    )
    links = documents.IndexLinks(
        **_ways(directory, "index", "index"),
        posts=directory.file("posts/index"),
        services=directory.file("services"),
        locations=directory.file("locations"),
        contacts=directory.file("contacts"),
        schemas={name: directory.file(f"schema/{name}") for name in DOCUMENTS},
    )
    outside = _outside(directory, sources, publication.posts, [data])
    outside["revision"] = _digest([outside["revision"], json.dumps(digests, sort_keys=True)])
    return _File("index", documents.IndexDocument(**outside, data=data, links=links), ())


class _Outside(TypedDict):
    """What every envelope says of its data."""

    api_version: str
    revision: str
    generated_from: Origin


class _Ways(TypedDict):
    """The links of every envelope."""

    self: str
    describedby: str
    index: str


def _outside(
    directory: Directory, sources: Sequence[str], dated: Sequence[Post], data: Sequence[Model]
) -> _Outside:
    newest = max((post.modified for post in dated), default=None)
    return {
        "api_version": API_VERSION,
        "revision": _digest(part.model_dump_json() for part in data),
        "generated_from": Origin(files=len(sources), newest=directory.at_most(newest)),
    }


def _ways(directory: Directory, name: str, schema: str) -> _Ways:
    return {
        "self": directory.file(name),
        "describedby": directory.file(f"schema/{schema}"),
        "index": directory.file("index"),
    }


def _digest(parts: Iterable[str]) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part.encode())
    return digest.hexdigest()


def _sources(posts_: Iterable[Post]) -> tuple[str, ...]:
    """The files of the posts, the original's before its translations'."""
    found = [
        path
        for post in posts_
        for path in (post.source.path, *(text.source.path for text in post.texts.values()))
    ]
    return tuple(dict.fromkeys(found))


def _schema(directory: Directory, name: str, document: type[Envelope]) -> Artifact:
    file = f"schema/{name}"
    head = {"$schema": DIALECT, "$id": directory.file(file)}
    schema = head | document.model_json_schema(mode="serialization")
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    return _artifact(file, SCHEMA, text, ())
