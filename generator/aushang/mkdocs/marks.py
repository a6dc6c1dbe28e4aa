"""Where a value stands in mkdocs.yml: nodes are composed, no tag of the file is constructed."""

from collections.abc import Iterator, Mapping

import yaml

Way = tuple[str | int, ...]
Places = Mapping[Way, tuple[int, int]]


def marks(text: str) -> Places:
    """Line and column, both from 1, of each key of a mapping and each item of a list.

    Raises `yaml.YAMLError` where the text is not YAML.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return dict(_walk(root, ())) if root is not None else {}


def _walk(node: yaml.Node, way: Way) -> Iterator[tuple[Way, tuple[int, int]]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*way, str(key.value))
            yield inner, (key.start_mark.line + 1, key.start_mark.column + 1)
            yield from _walk(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            inner = (*way, index)
            yield inner, (value.start_mark.line + 1, value.start_mark.column + 1)
            yield from _walk(value, inner)


def nearest(places: Places, way: Way) -> tuple[int, int]:
    """The place of `way` or of what holds it; (0, 0) for the file as a whole."""
    while way and way not in places:
        way = way[:-1]
    return places.get(way, (0, 0))
