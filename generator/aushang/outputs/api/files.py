"""The files of the API: each document as JSON with its revision, and the schemas beside them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain

from pydantic_core import to_json

from aushang.model import Artifact, Kind, Post, Publication
from aushang.model.addresses import EVERYTHING, of_api
from aushang.model.api import API_VERSION
from aushang.outputs.api import documents, models, places, posts
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.documents import DOCUMENTS, Envelope, Links, Origin
from aushang.outputs.api.schemas import schema
from aushang.outputs.api.shared import Shared
from aushang.outputs.times import last_word
from aushang.outputs.unit import NOTHING, Unit
from aushang.outputs.words import Words

NEWEST = 50
JSON = "application/json"
SCHEMA = "application/schema+json"


def render(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """Every file of the API."""
    written: list[Artifact] = []
    for artifact in chain(post_files(publication, words), list_files(publication, words)):
        written.append(artifact)
        yield artifact
    digests = {artifact.path: sha256(artifact.data).hexdigest() for artifact in written}
    sources = dict.fromkeys(source for artifact in written for source in artifact.sources)
    yield index_file(publication, words, digests, tuple(sources))


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


def list_files(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """Lists of posts, services, places and contacts, and the schemas of all files."""
    for unit in list_units(publication, words):
        yield from unit.make()


def list_units(publication: Publication, words: Mapping[str, Words]) -> Iterator[Unit[Artifact]]:
    """The same, each file as a unit."""
    directory = Directory(publication, words)
    yield _unit("posts", partial(_posts, directory), publication.posts[:NEWEST])
    yield _unit("services", partial(_services, directory))
    yield _unit("locations", partial(_locations, directory))
    yield _unit("contacts", partial(_contacts, directory))
    for name in DOCUMENTS:
        yield _unit(f"schema:{name}", partial(_schema, directory, name))


def _unit(name: str, make: Callable[[], Artifact], posts: Sequence[Post] = ()) -> Unit[Artifact]:
    topic = EVERYTHING if posts else NOTHING
    return Unit(name=f"api:{name}", topic=topic, posts=posts, make=lambda: (make(),))


def _schema(directory: Directory, name: str) -> Artifact:
    file = f"schema/{name}"
    return _artifact(file, SCHEMA, schema(name, directory.file(file)), ())


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
    return _index(Directory(publication, words), digests, content)


def _artifact(name: str, media_type: str, data: bytes, sources: tuple[str, ...]) -> Artifact:
    return Artifact(
        path=of_api(name),
        media_type=media_type,
        data=data + b"\n",
        kind=Kind.API,
        sources=sources or (__name__,),
    )


def _file(name: str, envelope: Envelope, sources: tuple[str, ...]) -> Artifact:
    # pydantic's writer takes plain values too, as long as it is not asked for a model: 9 µs for a
    # post. `json` takes 64 µs, because its C encoder cannot indent.
    return _artifact(name, JSON, to_json(envelope, indent=2), sources)


def _post(directory: Directory, post: Post, shared: Shared) -> Artifact:
    name = f"posts/{post.id}"
    data = posts.post(directory, post, shared)
    sources = _sources([post])
    envelope = documents.PostDocument(
        **_envelope(sources, data["modified"], [data]),
        data=data,
        links=documents.PostLinks(
            self=directory.file(name),
            describedby=shared.describedby,
            index=shared.index,
            pages={language: text["url"] for language, text in data["texts"].items()},
            feeds=shared.concern(post).feeds,
        ),
    )
    return _file(name, envelope, sources)


def _posts(directory: Directory) -> Artifact:
    newest = directory.publication.posts[:NEWEST]
    data = [posts.summary(directory, post) for post in newest]
    sources = _sources(newest)
    envelope = documents.PostsDocument(
        **_outside(directory, sources, newest, data),
        data=data,
        links=_ways(directory, "posts/index", "posts"),
    )
    return _file("posts/index", envelope, sources)


def _services(directory: Directory) -> Artifact:
    found = directory.publication.services.values()
    data = [places.service(directory, service) for service in found]
    sources = tuple(service.source.path for service in found)
    envelope = documents.ServicesDocument(
        **_outside(directory, sources, [], data),
        data=data,
        links=_ways(directory, "services", "services"),
    )
    return _file("services", envelope, sources)


def _locations(directory: Directory) -> Artifact:
    found = directory.publication.locations.values()
    data = [places.location(directory, location) for location in found]
    sources = tuple(location.source.path for location in found)
    envelope = documents.LocationsDocument(
        **_outside(directory, sources, [], data),
        data=data,
        links=_ways(directory, "locations", "locations"),
    )
    return _file("locations", envelope, sources)


def _contacts(directory: Directory) -> Artifact:
    found = directory.publication.contacts.values()
    data = [places.contact(directory, contact) for contact in found]
    sources = tuple(contact.source.path for contact in found)
    envelope = documents.ContactsDocument(
        **_outside(directory, sources, [], data),
        data=data,
        links=_ways(directory, "contacts", "contacts"),
    )
    return _file("contacts", envelope, sources)


def _index(directory: Directory, digests: Mapping[str, str], sources: tuple[str, ...]) -> Artifact:
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
    others = "\n".join(f"{path} {digests[path]}" for path in sorted(digests)).encode()
    outside["revision"] = _digest([outside["revision"].encode(), others])
    return _file("index", documents.IndexDocument(**outside, data=data, links=links), ())


def _outside(
    directory: Directory, sources: Sequence[str], dated: Sequence[Post], data: Iterable[object]
) -> Envelope:
    return _envelope(sources, directory.at_most(last_word(dated)), data)


def _envelope(sources: Sequence[str], newest: str | None, data: Iterable[object]) -> Envelope:
    return Envelope(
        api_version=API_VERSION,
        revision=_digest(to_json(part) for part in data),
        generated_from=Origin(files=len(sources), newest=newest),
    )


def _ways(directory: Directory, name: str, schema_name: str) -> Links:
    return Links(
        self=directory.file(name),
        describedby=directory.file(f"schema/{schema_name}"),
        index=directory.file("index"),
    )


def _digest(parts: Iterable[bytes]) -> str:
    digest = sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _sources(posts_: Iterable[Post]) -> tuple[str, ...]:
    """The files of the posts, the original's before its translations'."""
    found = [
        path
        for post in posts_
        for path in (post.source.path, *(text.source.path for text in post.texts.values()))
    ]
    return tuple(dict.fromkeys(found))
