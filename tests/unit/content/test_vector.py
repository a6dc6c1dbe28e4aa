"""SVG files are pictures here and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aushang.content.vector import fault_of_svg

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("svg", "fault"),
    [
        (f"{START}><script>alert(1)</script></svg>", "holds <script>"),
        (f'{START} xmlns:s="http://www.w3.org/2000/svg"><s:SCRIPT/></svg>', "holds <s:SCRIPT>"),
        (f"{START}><g><foreignObject/></g></svg>", "holds <foreignObject>"),
        (f'{START} onload="alert(1)"/>', "holds the event handler “onload”"),
        (
            f'{START}><a xlink:href="&#106;ava\tscript:alert(1)"/></svg>',
            "holds the address “java script:alert(1)”",
        ),
        (
            f'{START}><a><animate to="javascript:alert(1)"/></a></svg>',
            "holds the address “javascript:alert(1)”",
        ),
        (
            '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
            "declares the entity “a”",
        ),
        (f"{START}>", "is not well-formed XML in line 1"),
        ("", "is not well-formed XML in line 1"),
        (
            '<?xml version="1.0" encoding="shift_jis"?><svg/>',
            "declares an encoding that browsers may read otherwise; expected UTF-8",
        ),
        (f'{START}><a href="https://example.org/"><path d="M0 0"/></a></svg>', ""),
        (f'<?xml version="1.0"?>\n{START} viewBox="0 0 1 1"><title>Plan</title></svg>', ""),
    ],
)
def test_what_acts_in_a_picture(svg: str, fault: str) -> None:
    """The first thing that acts is named, however it is spelt; harmless drawings pass."""
    assert fault_of_svg(svg.encode()) == fault


def test_another_encoding_hides_nothing() -> None:
    """UTF-16 is read as what it is."""
    svg = f"<?xml version='1.0' encoding='UTF-16'?>{START}><script/></svg>"
    assert fault_of_svg(svg.encode("utf-16")) == "holds <script>"


LIKE_SVG = st.text(alphabet="<svg onload=&#x;\"'/>!DOCTYPE[]ENTITY?%", max_size=80)


@given(st.binary(max_size=200) | LIKE_SVG.map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever a file holds, the answer is a sentence or nothing."""
    assert isinstance(fault_of_svg(data), str)
