"""Which schema a file of the API has to meet, and what of it the file does not.

A file says so itself: `links.describedby` leads to its schema. That it is one of ours is told by
the envelope, because others have links of that name as well (JSON:API); pages of the log of changes
have an epoch instead. The schemas are those that the program publishes; a file of another version
of the API was promised something else.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic_core import from_json, to_json

from aushang.checks.written.facts import Flaw
from aushang.checks.written.feed.texts import short
from aushang.checks.written.schema.compiler import Judge, Miss, compiled
from aushang.checks.written.schema.lines import line_of
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
        yield from _told(_judges()[_CHANGES](content), data)
        return
    marks = sum(key in content for key in _ENVELOPE)
    if not marks or _is_of_another_version(content.get("api_version")):
        return
    judge = _judges().get(_schema_of(content))
    if judge is not None:
        misses = judge(content)
        if misses:
            yield from _told(misses, data)
    elif marks == len(_ENVELOPE):
        yield from _told([_nameless(content)], data)


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


def _told(misses: Sequence[Miss], data: bytes) -> Iterator[Flaw]:
    """The first miss of each kind; what is wrong with one item of a list is often with all."""
    kinds: dict[tuple[object, ...], list[Miss]] = {}
    for one in misses:
        kinds.setdefault((one.kin, one.wanted, one.lacking), []).append(one)
    text = data.decode("utf-8")
    for first, *others in kinds.values():
        line = line_of(text, first.path)
        yield Flaw("AU317", _value(first), f"{_fault(first)}{_besides(len(others))}", line)


def _fault(miss: Miss) -> str:
    place = f"`{'.'.join(miss.path)}`" if miss.path else "the file"
    if miss.lacking:
        return f"{place} lacks {', '.join(f'`{key}`' for key in miss.lacking)}"
    return f"{place} is {_said(miss.value)}; expected {miss.wanted}"


def _besides(others: int) -> str:
    if not others:
        return ""
    return f" (and {others} more that {'is' if others == 1 else 'are'} wrong in the same way)"


def _value(miss: Miss) -> str:
    return miss.lacking[0] if miss.lacking else _said(miss.value)


def _said(value: object) -> str:
    """A value as it stands in the file; of what holds others only that it does."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return short(to_json(value).decode())
