"""Which schema a file of the API has to meet, and what of it the file does not.

A file says so itself: `links.describedby` leads to its schema. That it is one of ours is told by
the envelope, because others have links of that name as well (JSON:API); pages of the log of changes
have an epoch instead. The schemas are those that the program publishes; a file of another version
of the API was promised something else.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic_core import from_json

from aushang.checks.written.facts import Flaw
from aushang.checks.written.schema.compiler import Judge, Miss, compiled
from aushang.checks.written.schema.misses import flaws
from aushang.model.addresses import API, of_api
from aushang.model.api import API_VERSION, SCHEMAS

_ENVELOPE = ("api_version", "revision", "generated_from")
_LOG = ("epoch", "tag", "items")
_CHANGES = of_api("schema/changes")


def promise_flaws(content: object, data: bytes) -> Iterator[Flaw]:
    """The flaws of a file of our API, whose bytes are `data`; none of any other JSON."""
    if not isinstance(content, dict):
        return
    if is_change_page(content):
        yield from flaws("AU317", _judges()[_CHANGES](content), data)
        return
    marks = sum(key in content for key in _ENVELOPE)
    if not marks or _is_of_another_version(content.get("api_version")):
        return
    judge = _judges().get(_schema_of(content))
    if judge is not None:
        misses = judge(content)
        if misses:
            yield from flaws("AU317", misses, data)
    elif marks == len(_ENVELOPE):
        yield from flaws("AU317", [_nameless(content)], data)


def is_change_page(content: Mapping[str, object]) -> bool:
    """Whether it is a page of our log of changes, which nothing versions: its form is for ever."""
    return any(key in content for key in _LOG) and _schema_of(content) == _CHANGES


def _is_of_another_version(version: object) -> bool:
    return isinstance(version, str) and version != API_VERSION


def _schema_of(content: Mapping[str, object]) -> str:
    """The path of the schema that a file names, wherever the site lives; empty if there is none."""
    links = content.get("links")
    address = links.get("describedby") if isinstance(links, dict) else None
    if not isinstance(address, str):
        return ""
    start = address.rfind(f"/{API}/")
    return address[start + 1 :] if start >= 0 else ""


@cache
def _judges() -> Mapping[str, Judge]:
    """What judges a file, by the path of the schema that the file names."""
    schemas = from_json(SCHEMAS.read_bytes())
    return {of_api(f"schema/{name}"): compiled(schema) for name, schema in schemas.items()}


def _nameless(content: Mapping[str, object]) -> Miss:
    """A file that is ours and names no schema that there is."""
    links = content.get("links")
    if not isinstance(links, dict) or "describedby" not in links:
        return Miss((), (), content, lacking=("links.describedby",))
    names = ", ".join(sorted(address.rpartition("/")[2] for address in _judges()))
    path = ("links", "describedby")
    return Miss(path, path, links["describedby"], f"the address of one of the schemas {names}")
