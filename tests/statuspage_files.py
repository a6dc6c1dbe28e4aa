"""The files for programs that read Statuspage, of publications in memory."""

import json
from typing import Any

from tests.factories import by_path
from tests.plain_words import WORDS

from aushang.model import Publication
from aushang.outputs import statuspage

FOLDER = "statuspage/api/v2/"


def statuspage_bytes(publication: Publication) -> dict[str, bytes]:
    """Each file by its path."""
    return by_path(statuspage.render(publication, WORDS))


def statuspage_files(publication: Publication) -> dict[str, Any]:
    """What each file says, by its name, such as `incidents/unresolved`."""
    return {
        path.removeprefix(FOLDER).removesuffix(".json"): json.loads(data)
        for path, data in statuspage_bytes(publication).items()
    }
