"""What a file misses of its schema, in words and with its line."""

from collections.abc import Iterable, Iterator

from pydantic_core import to_json

from aushang.checks.written.facts import Flaw
from aushang.checks.written.feed.texts import short
from aushang.checks.written.schema.compiler import Miss
from aushang.checks.written.schema.lines import line_of


def flaws(code: str, misses: Iterable[Miss], data: bytes) -> Iterator[Flaw]:
    """The first miss of each kind; what is wrong with one item of a list is often with all."""
    kinds: dict[tuple[object, ...], list[Miss]] = {}
    for one in misses:
        kinds.setdefault((one.kin, one.wanted, one.lacking), []).append(one)
    text = data.decode("utf-8")
    for first, *others in kinds.values():
        line = line_of(text, first.path)
        yield Flaw(code, _value(first), f"{_fault(first)}{_besides(len(others))}", line)


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
