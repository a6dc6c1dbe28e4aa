"""What several checks ask of the same publication, one after the other, is worked out once."""

from collections.abc import Callable, Iterator
from typing import TypeVar
from weakref import ref

from aushang.model import Publication

T = TypeVar("T")


def once(
    find: Callable[[Publication], Iterator[T]],
) -> Callable[[Publication], tuple[T, ...]]:
    """What `find` yields; of the last publication that was asked for it is remembered.

    Only the same object counts as the same: an equal one would have to be compared as a whole. What
    was found goes when the publication goes.
    """
    last: tuple[ref[Publication], tuple[T, ...]] | None = None

    def forget(_: object) -> None:
        nonlocal last
        last = None

    def found(publication: Publication) -> tuple[T, ...]:
        nonlocal last
        known = last
        if known is not None and known[0]() is publication:
            return known[1]
        result = tuple(find(publication))
        last = (ref(publication, forget), result)
        return result

    found.__doc__ = find.__doc__
    return found
