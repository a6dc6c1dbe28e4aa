"""The manifest: every file of the API by its digest."""

import json
from hashlib import sha256

from tests.factories import by_path, make_publication
from tests.plain_words import WORDS

from aushang.outputs import api


def test_it_names_every_file_but_itself_and_the_index():
    """With digest, size and media type of the very bytes, by the path beside it."""
    written = {file.path: file for file in api.render(make_publication(), WORDS)}
    manifest = json.loads(written["api/v1/manifest.json"].data)["data"]
    apart = {"api/v1/manifest.json", "api/v1/index.json"}
    assert manifest == {
        path.removeprefix("api/v1/"): {
            "sha256": sha256(file.data).hexdigest(),
            "size": len(file.data),
            "media_type": file.media_type,
        }
        for path, file in written.items()
        if path not in apart
    }
    assert list(manifest) == sorted(manifest)
    assert manifest["schema/post.json"]["media_type"] == "application/schema+json"


def test_it_says_what_it_was_made_from():
    """The same content as the index."""
    written = by_path(api.render(make_publication(), WORDS))
    index, manifest = (
        json.loads(written[f"api/v1/{name}.json"])["generated_from"]
        for name in ("index", "manifest")
    )
    assert manifest == index
