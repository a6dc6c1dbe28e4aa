"""What is removed from a text, and the sentences that say so."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.markdown_rendering import html, rendered, sentences

from aushang.model import Severity

NO_SCRIPT = "(leave it out; pages run no scripts of their authors)"
NO_FORM = "(put a link to the form, or an e-mail address, instead)"
NO_STYLE = "(leave it out; the theme decides how a page looks)"
ADDRESSES = "(link to a file here, or begin with https:, http:, mailto: or tel:)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ü <iframe src="https://v.example/1"></iframe>',
         ('1:3 error AU110 `<iframe … "https://v.example/1">` is not allowed and was removed '
         "(put a link to the page instead)")),
        ("<script>alert(1)</script>",
         f"1:1 error AU110 `<script>` is not allowed and was removed {NO_SCRIPT}"),
        ('a\n<b onclick="x()">b</b>',
         f'2:1 error AU110 `onclick="x()"` of `<b>` is not allowed and was removed {NO_SCRIPT}'),
        ('<form action="/x">a</form>',
         f'1:1 error AU110 `<form … "/x">` is not allowed and was removed {NO_FORM}'),
        ('<input type="text">',
         ('1:1 error AU110 `type="text"` of `<input>` is not allowed and was removed '
         f"(only checkboxes are allowed; {NO_FORM[1:]}")),
        ('<p style="a:b">a</p>',
         f'1:1 warning AU110 `style="a:b"` of `<p>` is not allowed and was removed {NO_STYLE}'),
        ('<p class="footnotes rot">a</p>',
         ('1:1 warning AU110 `class="rot"` of `<p>` is not allowed and was removed '
         "(leave it out; the theme knows no such class)")),
        ('<p id="_menu">a</p>',
         ('1:1 warning AU110 `id="_menu"` of `<p>` is not allowed and was removed '
         "(give it a name that does not begin with “_”; those belong to the theme)")),
        ('<a href="x" target="_blank">a</a>',
         ('1:1 warning AU110 `target="_blank"` of `<a>` is not allowed and was removed '
         "(leave it out; readers decide where a link opens)")),
        ('<img src="bild.png" alt="" border="1">',
         '1:1 warning AU110 `border="1"` of `<img>` is not allowed and was removed (leave it out)'),
        ("a <detials>b</detials>",
         "1:3 error AU110 `<detials>` is not allowed and was removed (did you mean “details”?)"),
        ("a <gizmo>b</gizmo>",
         "1:3 error AU110 `<gizmo>` is not allowed and was removed (write it in Markdown)"),
        ('a\n\n<body onload="x()">\n',
         ("3:1 error AU110 `<body>` is not allowed and was removed "
         "(leave it out; the page has its own)")),
        ("<object data='a.swf'></object>",
         ('1:1 error AU110 `<object … "a.swf">` is not allowed and was removed '
         "(put the file into media/ and link to it)")),
        ("<svg><path/></svg>",
         ("1:1 error AU110 `<svg>` is not allowed and was removed "
         "(save it as a picture in media/ and show it with ![description](…))")),
        ("a [b](javascript:alert(1))",
         "1:3 error AU111 the link to “javascript:alert(1)” is not allowed and was removed "
         + ADDRESSES),
        ('<a href="java\tscript:alert(1)">b</a>',
         "1:1 error AU111 the link to “java script:alert(1)” is not allowed and was removed "
         + ADDRESSES),
        ("![b](data:image/png;base64,AAAA)",
         "1:1 error AU111 the link to “data:image/png;base64,AAAA” is not allowed and was removed "
         + ADDRESSES),
        ("a <http://[>",
         "1:3 error AU111 the link to “http://%5B” is not allowed and was removed " + ADDRESSES),
        ("a ![b](https://p.example/x.png)",
         ("1:3 error AU112 “https://p.example/x.png” would be loaded from another site; "
         "pages ask nobody else (download it to media/ and show that file)")),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: str) -> None:
    """Each removal is one finding at its place, with what to do instead."""
    assert sentences(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a<br>b <kbd>Strg</kbd> <mark>x</mark> <abbr title='y'>z</abbr>",
        "<details><summary>Mehr</summary>\n\nText\n\n</details>",
        "<figure>\n<img src='bild.png' alt='Bild'>\n<figcaption>Wort</figcaption>\n</figure>",
        "<picture><source srcset='bild.png 2x, bild.png'><img src='bild.png' alt=''></picture>",
        "<video src='bild.png' controls></video> <audio src='bild.png'></audio>",
        "<!-- eine Notiz --> Text <TABLE><TR><TD>a</TABLE> <td>x",
        "- [ ] offen\n- [x] fertig\n\na[^1] ~~b~~\n\n[^1]: c\n\n```py\nd\n```\n\n|a|\n|:-:|\n|b|",
        "[a](tel:+49301) [b](mailto:a@b.example) [c](//d.example) [e](?f) [g](#h)",
    ],
)
def test_harmless_things_pass(text: str) -> None:
    """What the list allows, and what a parser merely tidies, is no finding."""
    assert sentences(text) == []


def test_content_of_what_is_removed() -> None:
    """Scripts and frames go with all they hold; of unknown elements only the tags go."""
    assert html("<script>x</script><iframe>y</iframe><gizmo>z</gizmo>") == "z"


def test_one_finding_for_what_vanishes_as_a_whole() -> None:
    """Nothing is said about the inside of a frame or drawing that is gone anyway."""
    found = rendered('<svg onload="x()"><script>y</script><a href="javascript:z">b</a></svg>')
    assert [finding.code for finding in found.diagnostics] == ["AU110"]
    assert found.body.is_empty


def test_foreign_picture_becomes_a_link() -> None:
    """A picture of another site is not loaded, but its words and its address stay."""
    assert html("![Das Becken](https://p.example/x.png)") == (
        '<p><a href="https://p.example/x.png" rel="noopener">Das Becken</a></p>'
    )


def test_foreign_picture_inside_a_link() -> None:
    """Inside a link only the words stay: links do not nest."""
    assert html("[![Das Becken](https://p.example/x.png)](u)") == (
        '<p><a href="u">Das Becken</a></p>'
    )


@pytest.mark.parametrize("src", ["//p.example/x", "\\\\p.example/x", "/\\p.example/x", "http:x"])
def test_all_spellings_of_another_host(src: str) -> None:
    """Browsers go to another host for two slashes of any kind."""
    found = rendered(f'<video src="{src}" controls></video>')
    assert [finding.code for finding in found.diagnostics] == ["AU112"]
    assert found.body.html == '<p><video controls=""></video></p>'


def test_foreign_candidate_of_a_srcset() -> None:
    """One foreign candidate is one finding, and the attribute goes."""
    text = '<img src="bild.png" alt="" srcset="bild.png 1x, https://p.example/x.png 2x">'
    assert [finding.code for finding in rendered(text).diagnostics] == ["AU112"]
    assert "srcset" not in html(text)


def test_warnings_do_not_hold_back() -> None:
    """What merely looks different is a warning, what acts is an error."""
    found = rendered('<p style="x" onclick="y">a</p>').diagnostics
    assert {finding.severity for finding in found} == {Severity.WARNING, Severity.ERROR}


def test_hostile_html_leaves_nothing_that_acts() -> None:
    """Known tricks come out without script, handler or foreign address."""
    tricks = (
        "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<math><mi//xlink:href='data:x'>",
        "<a href='jAvAsCrIpT&colon;alert(1)'>x</a>", ("<noscript><p title='</noscript><img src=x "
        "onerror=alert(1)>'>"), ("<form><math><mtext></form><form><mglyph><style></math><img src "
        "onerror=alert(1)>"), "<base href='//evil.example/'>",
        "<meta http-equiv=refresh content=0>",
        "<a href='\x01javascript:alert(1)'>x</a>", "<table background='//evil.example'>",
        "<isindex action=javascript:alert(1)>", "<style>@import '//evil.example'</style>",
    )  # fmt: skip
    for trick in tricks:
        tree = LexborHTMLParser("<body>" + html(trick))
        assert tree.body is not None
        elements = list(tree.body.traverse())
        values = [f"{name}={value}" for node in elements for name, value in node.attributes.items()]
        assert not [
            value for value in values if re.search(r"^on|=\s*(?:javascript|data):|evil", value)
        ]
        assert not {"script", "style", "svg", "math", "base", "meta"} & {e.tag for e in elements}


def test_a_tag_that_never_ends_swallows_no_place() -> None:
    """What the renderer notes for itself is seen by nobody, however broken the author's HTML is."""
    assert "data-sourcepos" not in html("<TABLE><A HREF='\n\n'")
