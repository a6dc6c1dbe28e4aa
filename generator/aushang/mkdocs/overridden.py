"""Material's base template without the blocks that our own template replaces.

Nobody ever sees what is in them, but Jinja would read and compile it: 20 ms in every process.
"""

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment

_BLOCK = re.compile(r"\{%-?\s*(?:block\s+(\w+)|endblock)\b[^%]*%\}")
_SUPER = re.compile(r"\bsuper\b")


class OverriddenLoader(BaseLoader):
    """Another loader's templates; `base` is emptied of the blocks that `child` overrides."""

    def __init__(self, loader: BaseLoader, *, base: str, child: str) -> None:
        self._loader = loader
        self._base = base
        self._child = child

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Source, file and whether it is up to date. A block that says `super` is still needed."""
        source, file, is_fresh = self._loader.get_source(environment, template)
        if template == self._base:
            child, _, _ = self._loader.get_source(environment, self._child)
            if not _SUPER.search(child):
                source = without_blocks(source, block_names(child))
        return source, file, is_fresh


def block_names(source: str) -> frozenset[str]:
    """The names of all blocks of a template."""
    return frozenset(found[1] for found in _BLOCK.finditer(source) if found[1])


def without_blocks(source: str, names: frozenset[str]) -> str:
    """The template with nothing in the blocks of these names."""
    kept: list[str] = []
    begun = 0
    open_blocks: list[str] = []
    emptied = 0  # how many blocks were open when the one began that is emptied; 0 outside of it
    for found in _BLOCK.finditer(source):
        if found[1]:
            open_blocks.append(found[1])
            if not emptied and found[1] in names:
                emptied = len(open_blocks)
                kept.append(source[begun : found.end()])
        else:
            if emptied == len(open_blocks):
                begun, emptied = found.start(), 0
            open_blocks.pop()
    return "".join((*kept, source[begun:]))
