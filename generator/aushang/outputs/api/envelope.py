"""What is around the data of every file: version, revision, origin, links; and its bytes.

The newest word and the links come from content, so the same content is the same file.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Final

from pydantic_core import to_json

from aushang.model import Artifact, Kind, Post
from aushang.model.addresses import EVERYTHING, of_api
from aushang.model.api import API_VERSION
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.documents import Envelope, Links, Origin
from aushang.outputs.times import last_word
from aushang.outputs.unit import NOTHING, Unit

JSON: Final = "application/json"
PROGRAM: Final = __name__
"""The source of a file that no content was read for."""


def file_unit(
    name: str, make: Callable[[], Artifact], posts: Sequence[Post] = ()
) -> Unit[Artifact]:
    """A file as a unit, if nothing but `posts` and the parts of the site reach into it."""
    topic = EVERYTHING if posts else NOTHING
    return Unit(name=f"api:{name}", topic=topic, posts=posts, make=lambda: (make(),))


def document(name: str, envelope: Envelope, sources: tuple[str, ...]) -> Artifact:
    """The file of that name, with an envelope and the data in it."""
    # pydantic's writer takes plain values too, as long as it is not asked for a model: 9 µs for a
    # post. `json` takes 64 µs, because its C encoder cannot indent.
    return api_file(name, JSON, to_json(envelope, indent=2), sources)


def api_file(name: str, media_type: str, data: bytes, sources: tuple[str, ...]) -> Artifact:
    """The file of that name, from its bytes."""
    return Artifact(
        path=of_api(name),
        media_type=media_type,
        data=data + b"\n",
        kind=Kind.API,
        sources=sources or (PROGRAM,),
    )


def around(
    directory: Directory, sources: Sequence[str], dated: Sequence[Post], data: Iterable[object]
) -> Envelope:
    """The envelope of a file that shows the posts `dated`, which come newest first."""
    return enveloped(sources, directory.at_most(last_word(dated)), data)


def enveloped(sources: Sequence[str], newest: str | None, data: Iterable[object]) -> Envelope:
    """The envelope of data that was made from some files; `newest` is the newest word in them."""
    return Envelope(
        api_version=API_VERSION,
        revision=digest(to_json(part) for part in data),
        generated_from=Origin(files=len(sources), newest=newest),
    )


def ways(directory: Directory, name: str, schema_name: str) -> Links:
    """The links that every file has."""
    return Links(
        self=directory.file(name),
        describedby=directory.file(f"schema/{schema_name}"),
        index=directory.file("index"),
    )


def digest(parts: Iterable[bytes]) -> str:
    """The SHA-256 of bytes that come in parts."""
    found = sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def of_content(sources: Iterable[str]) -> tuple[str, ...]:
    """Those of the sources of some files that are content."""
    return tuple(source for source in sources if source != PROGRAM)


def sources_of(posts: Iterable[Post]) -> tuple[str, ...]:
    """The files of the posts, the original's before its translations'."""
    found = [
        path
        for post in posts
        for path in (post.source.path, *(text.source.path for text in post.texts.values()))
    ]
    return tuple(dict.fromkeys(found))
