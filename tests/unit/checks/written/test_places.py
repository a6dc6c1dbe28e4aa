"""Where the words of a link stand in a written page."""

import pytest

from aushang.checks.written.places import place_of

PAGE = """<head><title>hier</title></head>
<p>hier</p><a href="b/">hier</a>
<a class=x href=a/?x=1&amp;y=2>
  <b>lesen  Sie</b>
  hier</a><a href='c/'>hier &amp; da</a>"""


@pytest.mark.parametrize(
    ("words", "href", "expected"),
    [
        ("hier", "b/", "a.html:2:25"),
        ("hier", "c/", "a.html:5:24"),
        ("hier & da", "c/", "a.html:5:24"),
        ("lesen", "a/?x=1&y=2", "a.html:4:6"),
        ("hier", "d/", "a.html:2:4"),
        ("hier", "", "a.html:2:4"),
        ("dort", "b/", "a.html"),
    ],
)
def test_the_link_that_leads_there(words: str, href: str, expected: str) -> None:
    """However it is quoted and escaped; else the first place of the words behind the head."""
    place = place_of("a.html", PAGE.encode(), words, is_text=True, href=href)
    assert str(place) == expected
