"""Plain pages, read line by line without a tree: the lines that pages share are read once."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple, cast

from aushang.checks.written.examples import read_lines
from aushang.checks.written.facts import Reference
from aushang.checks.written.page.links import surely_telling
from aushang.checks.written.passages import BROKEN, Passage, read_passage
from aushang.checks.written.tags import Role

_SHAPE, _TOLD = map(itemgetter, map(Passage._fields.index, ("shape", "told")))
_known: dict[bytes, Passage] = {}
_MANY = 4096
"""Lines: more than frames and menus have. Then all are forgotten, and soon known again."""
_SHORT = 1000
"""Bytes. Longer lines are texts, and these do not repeat."""


class PlainPage(NamedTuple):
    """A plain page: what its lines tell, put one after another, and the shapes of all in one.

    `is_unfilled` is whether it may hold a placeholder, `vague` are the places of lines whose links
    may not tell where they lead.
    """

    data: bytes
    lines: Sequence[bytes]
    shape: bytes
    anchors: frozenset[str]
    ids: Sequence[str]
    references: tuple[Reference, ...]
    roles: Sequence[Role]
    held: Sequence[tuple[Role, str]]
    vague: Sequence[int]
    is_unfilled: bool

    def surely_tells(self) -> bool:
        """Whether all links surely tell where they lead, by the words they begin with."""
        # The words of a link may stand in the next line.
        pairs = (self.lines[place : place + 2] for place in self.vague)
        return all(_tell_together(*pair) for pair in pairs) or surely_telling(self.data)


@lru_cache(_MANY)
def _tell_together(*lines: bytes) -> bool:
    return surely_telling(b"\n".join(lines))


def plain_page(data: bytes) -> PlainPage | None:
    """A page read by its lines, or as a whole; None if it is not surely plain."""
    lines = data.split(b"\n")
    return _put_together(data, lines, _passages(lines)) or _put_together(
        data, [data], [read_passage(data)]
    )


def _passages(lines: Sequence[bytes]) -> list[Passage]:
    if len(_known) > _MANY:
        _known.clear()
    passages = [*map(_known.get, lines)]
    missing = [place for place, passage in enumerate(passages) if passage is None]
    if missing:
        read = read_lines([lines[place] for place in missing])
        for place, passage in zip(missing, read, strict=True):
            passages[place] = passage
            if len(lines[place]) <= _SHORT:
                _known[lines[place]] = passage
    return cast("list[Passage]", passages)


def _put_together(
    data: bytes, lines: Sequence[bytes], passages: Sequence[Passage]
) -> PlainPage | None:
    shape = b"".join(map(_SHAPE, passages))
    if BROKEN.shape in shape:
        return None
    told = [*filter(None, map(_TOLD, passages))]
    if not told:
        return PlainPage(data, lines, shape, frozenset(), (), (), (), (), (), is_unfilled=False)
    anchors, ids, references, roles, held, vague, unfilled = zip(*told, strict=True)
    all_roles = [*chain.from_iterable(roles)]
    # A form within another one is ignored.
    if all_roles.count(Role.FORM) > 1:
        return None
    return PlainPage(
        data,
        lines,
        shape,
        frozenset(chain.from_iterable(anchors)),
        [*chain.from_iterable(ids)],
        tuple(dict.fromkeys(chain.from_iterable(references))),
        all_roles,
        [*chain.from_iterable(held)],
        _vague(passages) if any(vague) else (),
        is_unfilled=any(unfilled),
    )


def _vague(passages: Sequence[Passage]) -> list[int]:
    return [n for n, passage in enumerate(passages) if passage.told and passage.told.is_vague]
