"""Plain markup, read tag by tag without a tree.

Most of what the program writes is plain: every `<` begins a tag of a simple form, and every element
is one that a browser's parser always puts into the page, once and with its attributes, wherever it
stands. Then the start tags alone tell what is defined and referred to. Whatever is not surely plain
gets its tree; a property test holds both to the same facts.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from aushang.checks.written.facts import Reference
from aushang.checks.written.pieces import END, Pieces, pieces_of
from aushang.checks.written.tags import Role, Tag, telling_tags

_ENDS = {
    Role.SCRIPT: b"/script" + END,
    Role.LINKED_DATA: b"/script" + END,
    Role.STYLE: b"/style" + END,
    Role.TITLE: b"/title" + END,
}
"""What stands in these is text up to their own end tag, whatever it looks like."""
_READ = frozenset({Role.LINKED_DATA, Role.STYLE})


class Plain(NamedTuple):
    """Plain markup: its pieces, and of its tags those that tell something, in order.

    `held` is what stands in its style sheets and blocks of data, each with its role; `words` is all
    other text, with `<>` for each tag.
    """

    pieces: Pieces
    tags: Sequence[Tag]
    held: Sequence[tuple[Role, str]]
    words: bytes

    @property
    def references(self) -> tuple[Reference, ...]:
        """All references of the tags, each once."""
        return tuple(dict.fromkeys(chain.from_iterable([tag.references for tag in self.tags])))


def plain_markup(data: bytes) -> Plain | None:
    """Markup read by its tags; None if it is not surely plain.

    A parser moves what stands wrongly inside a table to a place before it; here it stays.
    """
    pieces = pieces_of(data)
    if pieces is None:
        return None
    telling = telling_tags(dict.fromkeys(pieces.tags))
    if None in telling.values():
        return None
    told = [
        (place, tag) for place, source in enumerate(pieces.tags) if (tag := telling.get(source))
    ]
    texts = [(place, tag.role) for place, tag in told if tag.role in _ENDS]
    if any(pieces.tags[place + 1 : place + 2] != [_ENDS[role]] for place, role in texts if role):
        return None
    tags = [tag for _, tag in told]
    # A form within another one is ignored.
    if sum(tag.role is Role.FORM for tag in tags) > 1:
        return None
    unread = [(place + 1, role) for place, role in texts if role in _READ]
    if not unread:
        return Plain(pieces, tags, (), pieces.words)
    held = [(role, pieces.texts[place].decode("utf-8", "replace")) for place, role in unread]
    words = list(pieces.texts)
    for place, _ in unread:
        words[place] = b""
    return Plain(pieces, tags, held, b"<>".join(words))
