"""What the files for programs that read Statuspage are held to, and where they may stand.

As with `model.api`, two need it: outputs write what checks judge. `tools/api_schemas` makes the
schemas from the types that the files are made of.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from aushang.model.addresses import API, BADGES, EMBED, FEEDS, MEDIA, SEARCH, SEGMENTS, segment

SCHEMAS = Path(__file__).with_name("statuspage_schemas.json")
"""An object: the name of each file, such as `incidents/unresolved`, and its schema."""

DEFAULT = "statuspage"

_BASE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*(?:/[a-z0-9]+(?:[-_.][a-z0-9]+)*)*")
_OURS = frozenset(
    path.partition("/")[0] for path in (API, BADGES, EMBED, FEEDS, MEDIA, SEARCH, "assets/")
)


ANNOUNCED = "published"
"""The last part of the id of a post's own text; that of an update is `Update.key`."""
_UPDATE = "update-"
_RECORD = "statuspage:"


def word_id(post: str, key: str) -> str:
    """The id of something that was said of a post, or happened to it."""
    return f"{post}/{key}"


def is_word(id_: str) -> bool:
    """Whether somebody said what has this id: the post itself or an update."""
    key = id_.rpartition("/")[2]
    return key == ANNOUNCED or key.startswith(_UPDATE)


def record_id(post: str) -> str:
    """How a post is known by these files, where the ids of all formats are told apart."""
    return f"{_RECORD}{post}"


def is_record(id_: str) -> bool:
    """Whether an id is one of these."""
    return id_.startswith(_RECORD)


def plain_id(id_: str) -> str:
    """An id as it stands in a file; what is no id of these stays as it is."""
    return id_.removeprefix(_RECORD)


def is_base(path: str) -> bool:
    """Whether a folder of the site can have this path, such as `lage/heute`; empty is the root.

    Its names are small letters and digits with `-`, `_` or `.` between them.
    """
    return not path or _BASE.fullmatch(path) is not None


def taken_by(path: str, languages: Iterable[str]) -> str:
    """The folder of the site in which a base would stand; empty if it stands in none.

    `languages` are those of the site, its first one before the others.
    """
    first = path.partition("/")[0]
    own, *others = languages
    segments = {segment(own, name) for name in SEGMENTS["en"]}
    return first if first in {*_OURS, *segments, *others} else ""
