"""JSON with places: the items of a file, one after the other, each with where it begins."""

import json
import re
from bisect import bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import NoReturn

_BLANK = re.compile(r"[ \t\n]*")


class NotJsonError(ValueError):
    """What is wrong, and at which character."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message, self.at = message, at


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_number)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where its text begins and ends."""

    value: object
    begin: int
    end: int


def items(text: str, inside: str) -> Iterator[Found]:
    """The entries of a list, of the list `inside` an object, or the one object that there is.

    Raises NotJsonError where the text ceases to be JSON; what came before has been given by then.
    """
    at = _after(text, 0)
    if text.startswith("[", at):
        at = yield from _entries(text, at)
    elif text.startswith("{", at) and f'"{inside}"' in text:
        at = yield from _of_object(text, at, inside)
    else:
        one = _value(text, at)
        yield one
        at = one.end
    if _after(text, at) != len(text):
        raise NotJsonError("there is more behind the end", _after(text, at))


def _entries(text: str, at: int) -> Generator[Found, None, int]:
    """The entries of the list that begins at `at`; returns where it ends."""
    at = _after(text, at + 1)
    if text.startswith("]", at):
        return at + 1
    while True:
        one = _value(text, at)
        yield one
        at = _after(text, one.end)
        if text.startswith("]", at):
            return at + 1
        at = _expected(text, at, ",")


def _of_object(text: str, begin: int, inside: str) -> Generator[Found, None, int]:
    """The entries of the list `inside` an object, else the object; returns where it ends."""
    at = _after(text, begin + 1)
    has_list = False
    while not text.startswith("}", at):
        key = _value(text, at)
        at = _expected(text, _after(text, key.end), ":")
        if key.value == inside and text.startswith("[", at):
            has_list = True
            at = _after(text, (yield from _entries(text, at)))
        else:
            at = _after(text, _value(text, at).end)
        if not text.startswith("}", at):
            at = _expected(text, at, ",")
    if not has_list:
        yield _value(text, begin)
    return at + 1


def _value(text: str, at: int) -> Found:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise NotJsonError(error.msg[:1].lower() + error.msg[1:], error.pos) from error
    except StopIteration as error:  # what the decoder of one value says of an empty rest
        raise NotJsonError("a value is missing", at) from error
    except (ValueError, RecursionError) as error:
        raise NotJsonError("a value is too large or too deep, or no number", at) from error
    return Found(value, at, end)


def _after(text: str, at: int) -> int:
    """Where the next sign stands that is not blank."""
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _expected(text: str, at: int, sign: str) -> int:
    if not text.startswith(sign, at):
        raise NotJsonError(f"“{sign}” is missing", at)
    return _after(text, at + 1)


@dataclass(slots=True)
class Lines:
    """Line and column of a character, both from 1."""

    text: str
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._ends = [match.start() for match in re.finditer("\n", self.text)]

    def mark(self, at: int) -> tuple[int, int]:
        """Where the character number `at` stands."""
        line = bisect_right(self._ends, at - 1)
        return line + 1, at - (self._ends[line - 1] if line else -1)

    def mark_of(self, key: str, found: Found) -> tuple[int, int]:
        """Where a key of an item stands, else the item itself."""
        at = self.text.find(f'"{key}"', found.begin, found.end)
        return self.mark(found.begin if at < 0 else at)
