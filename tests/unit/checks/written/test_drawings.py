"""What a drawing refers to; of plain ones the bytes alone tell that it is nothing."""

import pytest

from aushang.checks.written import facts_of
from aushang.checks.written.facts import Facts, Form

SITE = "https://aktuell.kraftraum.example/"


def references(inside: str) -> list[str]:
    """The addresses that a drawing with this inside refers to."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()
    return [one.url for one in facts_of("image/svg+xml", data, SITE).references]


@pytest.mark.parametrize(
    ("inside", "address"),
    [
        ('<image href="a.png"/>', "a.png"),
        ('<IMAGE HREF="a.png"/>', "a.png"),
        ('<use xlink:href="b.svg#c"/>', "b.svg#c"),
        ('<a xlink:href="/d/"><text>D</text></a>', "/d/"),
        ('<rect style="fill:url(e.svg#f)"/>', "e.svg#f"),
        ("<style>rect{fill:URL(g.svg)}</style>", "g.svg"),
        ('<rect STYLE="fill:u&#114;l(h.svg)"/>', "h.svg"),
        ("<foreignObject><img src=i.png></foreignObject>", "i.png"),
        ('<title>A &amp; B</title><path d="M0 0"/><script src="j.js"></script>', "j.js"),
    ],
)
def test_what_is_fetched_is_found(inside: str, address: str) -> None:
    """However it is written."""
    assert references(inside) == [address]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<title>A &amp; B &lt;i&gt;</title><path d="M0 0h1"/><g><text x="1">&#34;A&#34;</text></g>',
        '<rect width="1"/><circle r="1"/>',
        "<text>u&#114;l(a.png)</text>",
    ],
)
def test_shapes_and_words_refer_to_nothing(inside: str) -> None:
    """As a tree says of them too."""
    data = f"<svg>{inside}</svg>".encode()
    assert facts_of("image/svg+xml", data, SITE) == Facts(form=Form.SVG)
