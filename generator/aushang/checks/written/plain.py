"""Plain pages, read tag by tag without a tree.

Most of what the program writes is plain: every `<` begins a tag of a simple form, and every element
is one that a browser's parser always puts into the page, once and with its attributes, wherever it
stands. Then the start tags alone tell what is defined and referred to. Whatever is not surely plain
gets its tree; a property test holds both to the same facts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

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


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain page or fragment.

    `tags` are its distinct ones in order, but for those that tell nothing; `counts` say how many
    there are of a role. `words` are the texts around the tags, with `<>` for each tag.
    """

    data: bytes
    tags: Sequence[Tag]
    counts: Mapping[Role, int]
    words: bytes
    _held: Sequence[tuple[Role, bytes]]

    @property
    def references(self) -> tuple[Reference, ...]:
        """All references of the tags, each once."""
        return tuple(dict.fromkeys(chain.from_iterable([tag.references for tag in self.tags])))

    def held(self, role: Role) -> Iterator[str]:
        """What the elements of a role hold that hold text alone."""
        return (text.decode("utf-8", "replace") for one, text in self._held if one is role)


def plain_page(data: bytes) -> Plain | None:
    """A page or a fragment, read by its tags; None if it is not surely plain.

    A parser moves what stands wrongly inside a table to a place before it; here it stays.
    """
    pieces = pieces_of(data)
    if pieces is None:
        return None
    telling = telling_tags(dict.fromkeys(pieces.tags))
    tags = [tag for tag in telling.values() if tag]
    if len(tags) < len(telling):
        return None
    places = _places(pieces, {one: tag.role for one, tag in telling.items() if tag and tag.role})
    held = [(role, place) for place, role in places if role in _ENDS]
    if any(pieces.tags[place + 1 : place + 2] != [_ENDS[role]] for role, place in held):
        return None
    counts = Counter(role for _, role in places)
    # A form within another one is ignored.
    if counts[Role.FORM] > 1:
        return None
    texts = [(role, pieces.texts[place + 1]) for role, place in held]
    return Plain(data, tags, counts, pieces.words, texts)


def _places(pieces: Pieces, roles: Mapping[bytes, Role]) -> list[tuple[int, Role]]:
    """Where the tags stand that have a role."""
    return [(place, roles[tag]) for place, tag in enumerate(pieces.tags) if tag in roles]
