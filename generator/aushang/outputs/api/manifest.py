"""`manifest.json`: every file of the API with its digest and its size.

A mirror, or an app on a host that sends no validators, sees from it what to fetch again. It leaves
out itself and the index, whose revision is made of the same digests.
"""

from collections.abc import Mapping, Sequence

from pydantic_core import to_json

from aushang.model import Artifact, Publication
from aushang.model.addresses import API
from aushang.outputs.api import documents, models
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import JSON, api_file, around, of_content, ways
from aushang.outputs.words import Words

NAME = "manifest"


def manifest_file(
    publication: Publication,
    words: Mapping[str, Words],
    files: Mapping[str, models.ManifestFile],
    sources: Sequence[str],
) -> Artifact:
    """The manifest of `files` by site path; `sources` are the files that they were made from."""
    directory = Directory(publication, words)
    data = {path.removeprefix(f"{API}/"): files[path] for path in sorted(files)}
    envelope = documents.ManifestDocument(
        **around(directory, of_content(sources), publication.posts, [data]),
        data=data,
        links=ways(directory, NAME, NAME),
    )
    # Without spaces: of ten thousand posts they would be 0.4 MB.
    return api_file(NAME, JSON, to_json(envelope), ())
