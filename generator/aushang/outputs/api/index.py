"""The index of the API: the site, and the way to everything else."""

from collections.abc import Mapping, Sequence

from aushang.model import Artifact, Publication
from aushang.model.addresses import EVERYTHING
from aushang.outputs.api import documents, models
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.documents import DOCUMENTS
from aushang.outputs.api.envelope import PROGRAM, around, digest, document, ways
from aushang.outputs.words import Words


def index_file(
    publication: Publication,
    words: Mapping[str, Words],
    digests: Mapping[str, str],
    sources: Sequence[str],
) -> Artifact:
    """The index; its revision covers all other files.

    `digests` are the SHA-256 of their bytes by path, `sources` the files they were made from.
    """
    content = tuple(source for source in sources if source != PROGRAM)
    return _index(Directory(publication, words), digests, content)


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
        **ways(directory, "index", "index"),
        posts=directory.file("posts/index"),
        services=directory.file("services"),
        locations=directory.file("locations"),
        contacts=directory.file("contacts"),
        status=directory.file("status"),
        schemas={name: directory.file(f"schema/{name}") for name in DOCUMENTS},
    )
    outside = around(directory, sources, publication.posts, [data])
    others = "\n".join(f"{path} {digests[path]}" for path in sorted(digests)).encode()
    outside["revision"] = digest([outside["revision"].encode(), others])
    return document("index", documents.IndexDocument(**outside, data=data, links=links), ())
