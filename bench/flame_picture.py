"""A flame graph as SVG: whoever calls stands above, and each is as wide as its share of time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

_WIDTH = 1200
_ROW = 17
_TOP = 34
_LOOK = 'role="img" font-family="ui-monospace, monospace" font-size="10"'
_NARROWEST = 3.0
"""Pixels: what is narrower is left out, which keeps the picture below 100 KB."""
_LETTER = 6.4
"""Pixels: what a letter of the labels takes at the most."""

_COLOURS = {
    "build": "#f6c177",
    "content": "#a8d08d",
    "outputs": "#8fb8de",
    "checks": "#e8a2a2",
    "mkdocs": "#c9b1e0",
    "model": "#d9d29b",
}
_FOREIGN = "#d4d4d4"


@dataclass(slots=True)
class _Call:
    """A function where it is called from: how often it was met, and whom it calls."""

    times: int = 0
    calls: "dict[str, _Call]" = field(default_factory=dict)


def picture(stacks: Mapping[tuple[str, ...], int], title: str) -> str:
    """The picture of stacks and how often each was met; their first functions are one.

    Names are dotted, those of ours without the package's name.
    """
    root = _tree(stacks)
    total = max(root.times, 1)
    boxes = list(_boxes(root, 0.0, 0, _WIDTH / total))
    height = _TOP + _ROW * (1 + max((row for _, row, _, _ in boxes), default=0)) + 26
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" {_LOOK}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="6" y="21" font-size="15">{escape(title)}</text>',
        *(_drawn(*box, total) for box in boxes),
        *_legend(height - 10),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _tree(stacks: Mapping[tuple[str, ...], int]) -> _Call:
    root = _Call()
    for stack, times in sorted(stacks.items()):
        here = root
        here.times += times
        for name in stack:
            here = here.calls.setdefault(name, _Call())
            here.times += times
    return root


def _boxes(
    call: _Call, left: float, row: int, scale: float
) -> Iterator[tuple[float, int, str, int]]:
    """Left edge, row, name and times of all that is wide enough, the widest first."""
    for name, one in sorted(call.calls.items(), key=lambda pair: (-pair[1].times, pair[0])):
        if one.times * scale >= _NARROWEST:
            yield left, row, name, one.times
            yield from _boxes(one, left, row + 1, scale)
        left += one.times * scale


def _drawn(left: float, row: int, name: str, times: int, total: int) -> str:
    width = times * _WIDTH / total
    top = _TOP + row * _ROW
    colour = _COLOURS.get(name.partition(".")[0], _FOREIGN)
    share = f"{times / total:.1%}"
    box = (
        f'<rect x="{left:.1f}" y="{top}" width="{width - 0.5:.1f}" height="{_ROW - 1}" '
        f'fill="{colour}"><title>{escape(name)} {share}</title></rect>'
    )
    label = _fitting(name, share, int((width - 6) / _LETTER))
    return box + (f'<text x="{left + 3:.1f}" y="{top + 12}">{escape(label)}</text>' * bool(label))


def _fitting(name: str, share: str, letters: int) -> str:
    """The longest form of a label that has room; empty if none has."""
    last = name.rpartition(".")[2]
    forms = (f"{name} {share}", name, f"{last} {share}", last)
    return next((form for form in forms if len(form) <= letters), "")


def _legend(y: int) -> Iterator[str]:
    left = 6
    for name, colour in (*_COLOURS.items(), ("other packages", _FOREIGN)):
        yield f'<rect x="{left}" y="{y - 9}" width="10" height="10" fill="{colour}"/>'
        yield f'<text x="{left + 14}" y="{y}">{name}</text>'
        left += 30 + int(len(name) * _LETTER)
