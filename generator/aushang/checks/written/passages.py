"""Passages: stretches of a page that are plain by themselves, and what each tells of the page.

Put one after another they tell all that the page tells. So a page may be read as one passage, or
line by line.
"""

import re
from itertools import chain
from typing import NamedTuple

from aushang.checks.written.facts import Reference
from aushang.checks.written.page.links import surely_telling
from aushang.checks.written.pieces import Pieces
from aushang.checks.written.plain import plain_markup
from aushang.checks.written.tags import Role
from aushang.checks.written.unfilled import may_have_placeholder

WORD = b"w"
"""Stands in a shape for a text that begins with a word, up to `&`: what that means is not read."""
_WORD = re.compile(rb"[^&A-Za-z0-9]*+[A-Za-z0-9]")
_NAME = re.compile(rb"/?!?[a-z][a-z0-9]*+")


class Told(NamedTuple):
    """What a passage tells, in order and as often as it tells it.

    `is_vague` is whether the words of its links may not say where these lead, as far as they stand
    in it; `is_unfilled` whether it may hold a placeholder, or a part of one.
    """

    anchors: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    roles: tuple[Role, ...] = ()
    held: tuple[tuple[Role, str], ...] = ()
    is_vague: bool = False
    is_unfilled: bool = False


_NOTHING = Told()


class Passage(NamedTuple):
    """A stretch of a page: its tags by their names alone, with a sign for words (`<p>w</p>`)."""

    shape: bytes
    told: Told | None = None


BROKEN = Passage(b"\0")
"""What is not plain by itself. No shape of another one holds this."""


def read_passage(data: bytes) -> Passage:
    """The passage that these bytes are, each tag and text of them read; `BROKEN` if not plain."""
    markup = plain_markup(data)
    if markup is None:
        return BROKEN
    tags = markup.tags
    told = Told(
        tuple(chain.from_iterable(tag.anchors for tag in tags)),
        tuple(tag.id for tag in tags if tag.id),
        tuple(chain.from_iterable(tag.references for tag in tags)),
        tuple(tag.role for tag in tags if tag.role),
        tuple(markup.held),
        not surely_telling(data),
        may_have_placeholder(markup.words, or_part=True),
    )
    return Passage(_shape(markup.pieces), None if told == _NOTHING else told)


def _shape(pieces: Pieces) -> bytes:
    texts = [WORD if _WORD.match(text) else b"" for text in pieces.texts]
    names = [b"<%b>" % match[0] for match in map(_NAME.match, pieces.tags) if match]
    return texts[0] + b"".join(chain.from_iterable(zip(names, texts[1:], strict=True)))
