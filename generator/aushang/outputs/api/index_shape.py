"""What `index.json` holds: see `models`, which this is a part of."""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.models import Feed
from aushang.outputs.api.values import Says, Text, Texts, Time, Url, Urls


class Changes(TypedDict):
    """How far the log of changes has come."""

    epoch: Annotated[str, Says("Another one: whoever follows the log starts over.")]
    modified: Annotated[int, Says("The number of the last change.")]


class Version(TypedDict):
    """A major version of the API that this site serves."""

    name: Annotated[str, Says("The part of the path, such as `v1`.")]
    api_version: str
    index: Url


class WordList(TypedDict):
    """What customers are told in one language for the words of the API.

    It also holds what an app can show for words that are newer than itself.
    """

    types: dict[str, Text]
    effects: dict[str, Text]
    statuses: dict[str, Text]


class Index(TypedDict):
    """The site, and where everything is."""

    name: Texts
    description: Texts
    languages: Annotated[list[str], Says("The language that posts are written in first.")]
    time_zone: Annotated[str, Says("IANA name of the zone of all local times.")]
    home: Urls
    posts: Annotated[int, Says("How many posts there are.")]
    services: Annotated[list[str], Says("Ids.")]
    locations: Annotated[list[str], Says("Ids.")]
    feeds: Annotated[
        list[Feed], Says("The feeds of everything; services and places name their own.")
    ]
    versions: Annotated[list[Version], Says("The newest last.")]
    next_change: Annotated[
        Time | None, Says("The first time ahead at which an answer, or what holds, is different.")
    ]
    words: Annotated[dict[str, WordList], Says("By language tag.")]
    changes: Changes
