"""How deep the elements of a page stand in each other, without a tree.

A tree's time grows with the square of its depth: 100,000 open elements in 500 KB take it 20 s, so
one file could keep a check busy for a day.
"""

import re

_DEEPEST = 20_000
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# What has no content, and what the next of its kind closes.
_SHALLOW = frozenset(
    b"area base br col embed hr img input link meta source track wbr"
    b" p li dt dd tr td th option optgroup thead tbody tfoot colgroup caption".split()
)


def is_bottomless(data: bytes) -> bool:
    """Whether elements are opened deeper than any tree should be made of."""
    if data.count(b"<") < _DEEPEST:
        return False
    depth = 0
    for end, name in _TAG.findall(data):
        if name.lower() not in _SHALLOW:
            depth = max(depth - 1, 0) if end else depth + 1
            if depth > _DEEPEST:
                return True
    return False
