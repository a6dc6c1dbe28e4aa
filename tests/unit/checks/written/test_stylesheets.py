"""Style sheets are read as CSS tokens (CSS Syntax 3), so that no comment or string deceives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.written.facts import Form
from aushang.checks.written.stylesheets import style_references, style_sheet_facts

SHEETS = [
    ("a{b:url(x.png)}", [("x.png", "url()")]),
    ('a{b:url( "x.png" )}', [("x.png", "url()")]),
    ("a{b:URL('x.png') , url(y)}", [("x.png", "url()"), ("y", "url()")]),
    ("a{b:url(x", [("x", "url()")]),
    ('@import "x.css" screen;', [("x.css", "@import")]),
    (
        "@import url(x.css) layer(a);@import url('y.css');",
        [("x.css", "@import"), ("y.css", "@import")],
    ),
    ("@media print { a { b: url(x) } }", [("x", "url()")]),
    (
        'a{b:image-set("x" 1x, url(y) 2x, "z" type("image/png"))}',
        [("x", "url()"), ("y", "url()"), ("z", "url()")],
    ),
    ('@font-face{src:url(x)format("woff2"),local("y")}', [("x", "url()")]),
    (r"a{b:u\72 l(x\29 y)}", [("x)y", "url()")]),
    ("a{b:url('x\\\ny')}", [("xy", "url()")]),
    ("a{b:url(x\\\ny)}c{d:url(z)}", [("z", "url()")]),
    ("a{b:url(\r\n\fx\r\n)}", [("x", "url()")]),
    (r"a{b:url(a\(b)}", [("a(b", "url()")]),
    (r'a{b:url("\110000 \0 \d800")}', [("\ufffd\ufffd\ufffd", "url()")]),
    ("/* url(x) */ a{}", []),
    ("/* a{b:url(x)}", []),
    ('a{content:"url(x)"}', []),
    ('a{content:"x\\"url(y)"}', []),
    ("@namespace url(x); @namespace s 'y';", []),
    ("a{b:url(x y)}c{d:url(z)}", [("z", "url()")]),
    ('a{b:url(x"y)}', []),
    ('a{b:"bad\n;c:url(x)}', [("x", "url()")]),
    ("a{b:url(#c)}", []),
    ("a{b:url(DATA:,x)}", []),
    ("a{b:url()}", []),
    ("a{b:curl(x)}", []),
    ("a{b:var(--url)}", []),
    ('a{@import "x"}', []),
]


@pytest.mark.parametrize(("css", "expected"), SHEETS)
def test_urls(css: str, expected: list[tuple[str, str]]) -> None:
    """What a browser would fetch, once the rule applies."""
    assert [tuple(found) for found in style_references(css)] == expected


def test_a_file() -> None:
    """Each reference once; bytes that are no UTF-8 do no harm."""
    facts = style_sheet_facts(b"\xffa{b:url(x)}c{d:url(x)}")
    assert facts.form is Form.CSS
    assert [found.url for found in facts.references] == ["x"]


URLS = st.text(st.characters(exclude_characters="\0\r\f", exclude_categories=["Cs"]), min_size=1)
NOISE = st.sampled_from(
    ["/*", "*/", '"', "'", "(", ")", "{", "}", ";", "\\", "url(", "@import", "\n"]
)


@given(URLS)
def test_any_url_survives_escaping(url: str) -> None:
    """Whatever a URL holds, escaped as CSS wants it, it comes back."""
    escaped = "".join(f"\\{ord(sign):x} " for sign in url)
    found = [one.url for one in style_references(f"a{{b:url({escaped}) url('{escaped}')}}")]
    is_told = not url.startswith("#") and url[:5].lower() != "data:"
    assert found == [url, url] * is_told


@given(st.lists(st.one_of(NOISE, st.text(max_size=3)), max_size=20).map("".join))
def test_any_sheet(css: str) -> None:
    """Nothing raises, nothing runs for ever, and a comment changes nothing behind it."""
    found = list(style_references(css))
    assert all(one.url for one in found)
    assert list(style_references(f"/* url(x) */{css}")) == found
