"""What HTML the dialect `material` may hold: GitHub's list and what Material's extensions make.

Icons are drawings inside the page, tabs are radio buttons with labels, code is marked with classes
and numbered with ids. Scripts, frames, styles and what other hosts serve stay out.
"""

import re

from aushang.content.markdown.policy import EVERYWHERE, GITHUB, Policy

_SHAPE = frozenset({"d", "fill", "fill-rule", "clip-rule", "opacity", "stroke", "stroke-width",
                    "stroke-linecap", "stroke-linejoin", "transform", "cx", "cy", "r", "rx", "ry",
                    "x", "y", "x1", "x2", "y1", "y2", "points", "width", "height"})  # fmt: skip

MATERIAL = Policy(
    elements={
        **GITHUB,
        **dict.fromkeys(
            ("g", "path", "circle", "ellipse", "line", "polygon", "polyline", "rect"), _SHAPE
        ),
        "svg": frozenset({"xmlns", "viewbox", "viewBox", "width", "height", "fill"}),
        "a": GITHUB["a"] | {"target", "download"},
        "button": frozenset({"type"}),
        "center": frozenset(),
        "input": GITHUB["input"] | {"name"},
        "label": frozenset({"for"}),
        "nav": frozenset(),
    },
    classes=re.compile(r"(?!mermaid\Z)\S{1,64}"),
    everywhere=EVERYWHERE | {"role", "tabindex", "hidden"},
    inputs=frozenset({"checkbox", "radio"}),
    own_ids=True,
    beginnings=("data-",),
)
