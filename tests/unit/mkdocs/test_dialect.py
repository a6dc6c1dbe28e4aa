"""The dialect of Material: extensions, places, and what it does not do."""

from typing import Any

import pytest
from pymdownx.superfences import fence_code_format
from tests.material_markdown import CONFIGS, EXTENSIONS, Nothing

from aushang.content.markdown.renderer import Markup, Rendered
from aushang.mkdocs.dialect import PythonMarkdownRenderer

WITH_ALL: dict[str, dict[str, Any]] = {
    **CONFIGS,
    "toc": {"permalink": True},
    "pymdownx.superfences": {
        "custom_fences": [{"name": "mermaid", "class": "mermaid", "format": fence_code_format}]
    },
    "pymdownx.tasklist": {"custom_checkbox": True},
}
ALL = (*EXTENSIONS, "pymdownx.snippets")
RENDERER = PythonMarkdownRenderer(ALL, WITH_ALL)


def rendered(text: str, **fields: Any) -> Rendered:
    """The text as `posts/a.md`."""
    return RENDERER.render(Markup(text, "posts/a.md", **fields), Nothing())


def sentences(text: str) -> list[str]:
    """Place, code, message and remedy of each finding."""
    return [f"{d.location.line}:{d.location.column} {d.code} {d.message} ({d.hint})"
            for d in rendered(text).diagnostics]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('!!! warning "Achtung"\n\n    Text', '<div class="admonition warning">'),
        ("??? info\n\n    Text", '<details class="info">\n<summary>Info</summary>'),
        ('=== "Eins"\n\n    a\n\n=== "Zwei"\n\n    b', '<label for="__tabbed_1_1">Eins</label>'),
        (":material-alert-decagram:", '<span class="twemoji"><svg'),
        ("Text\n{ .rot #wort }", '<p class="rot" id="wort">'),
        ("++ctrl+c++", '<span class="keys"><kbd class="key-control">'),
        ('<div class="grid cards" markdown>\n\n- a\n\n</div>', '<div class="grid cards">'),
        ("|a|\n|-:|\n|b|", '<th class="align-right" scope="col">'),
        ("- [x] a", 'role="img" aria-label="erledigt">☑</span>'),
        ("a[^1]\n\n[^1]: b", '<a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a>'),
        ("a[^1]\n\n[^1]: b", 'role="doc-backlink" aria-label="Zurück zum Text">'),
        ("# T\n\n## A\n\nx", '<h2 id="a">A</h2>'),
        ("Fertig :tada:", "<p>Fertig 🎉</p>"),
    ],
)
def test_extensions(text: str, part: str) -> None:
    """What the theme's extensions make comes through the sanitiser without a finding."""
    found = rendered(text)
    assert found.diagnostics == ()
    assert part in found.body.html


def test_nothing_carries_over() -> None:
    """A text is the same whatever was rendered before it."""
    text = "## A\n\na[^1]\n\n[^1]: b\n\n```py\nx\n```"
    first = PythonMarkdownRenderer(ALL, WITH_ALL).render(Markup(text, "a.md"), Nothing())
    rendered("## A\n\n[x]: /y\n\n```py\nz\n```\n\n" + text)
    assert RENDERER.render(Markup(text, "a.md"), Nothing()) == first


def test_title_without_its_icon() -> None:
    """The leading heading is the title, as plain text."""
    assert rendered("# Neu :material-alert-decagram:{ .rot } _heute_\n\nText").title == "Neu heute"


def test_places() -> None:
    """Links are found in the source, whatever their form."""
    text = (
        "Ein [a](u) und [b][r] und [r]\nund ![c](v) <https://x.example>.\n\n"
        "!!! note\n\n    Zwei [d]\n    [r], https://y.example und w@z.example\n\n"
        '<a href="h">e</a> [a](u)\n\n`[f](u)`\n\n  [r]: ../w.md\n'
    )
    found = [(k.target, k.position.line, k.position.column) for k in rendered(text).body.links]
    assert found == [
        ("u", 1, 5), ("../w.md", 1, 16), ("../w.md", 1, 27), ("v", 2, 5),
        ("https://x.example", 2, 13), ("../w.md", 6, 10), ("https://y.example", 7, 10),
        ("mailto:w@z.example", 7, 32), ("h", 9, 1), ("u", 9, 19),
    ]  # fmt: skip


def test_places_of_headings() -> None:
    """Headings stand in their own line; comments in code are none."""
    text = "```sh\n# A\n```\n\n## A\n\nx\n\n### B { .rot }\n\ny\n\nC\n---\n"
    lines = [heading.position.line for heading in rendered(text).body.headings]
    assert lines == [5, 9, 13]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n<script>x</script>",
         ("3:1 AU110 `<script>` is not allowed and was removed "
         "(leave it out; pages run no scripts of their authors)")),
        ("a [b](javascript:x)",
         ("1:3 AU111 the link to “javascript:x” is not allowed and was removed "
         "(link to a file here, or begin with https:, http:, mailto: or tel:)")),
        ("a ![b](https://p.example/x.png)",
         ("1:3 AU112 “https://p.example/x.png” would be loaded from another site; "
         "pages ask nobody else (download it to media/ and show that file)")),
        ("```mermaid\ngraph LR\n```",
         ("1:1 AU114 a “mermaid” diagram needs a script from another site; "
         "it is shown as its source (save the diagram as a picture in media/ and show that)")),
        ('a\n\n--8<-- "/etc/passwd"',
         ('3:1 AU115 `--8<-- "/etc/passwd"` is not replaced; texts cannot include other files '
         "(write the text here, or link to the file)")),
        ("a\n{ data-md-component=search }",
         ('1:1 AU110 `data-md-component="search"` of `<p>` is not allowed and was removed '
         "(leave it out)")),
    ],
)  # fmt: skip
def test_refused(text: str, expected: str) -> None:
    """Scripts, frames, foreign media and included files are refused here as well."""
    assert sentences(text) == [expected.replace('"  "', "")]


def test_extension_that_fails() -> None:
    """An extension that raises is a finding of its text; the next text is rendered."""
    bomb = "\n".join("    " * depth + "- x" for depth in range(300))
    found = rendered(bomb)
    begin = "an extension of Python-Markdown stops with RecursionError: maximum recursion depth"
    assert [finding.code for finding in found.diagnostics] == ["AU116"]
    assert found.diagnostics[0].message.startswith(begin)
    assert found.diagnostics[0].hint == (
        "simplify the text, or leave out the extension in mkdocs.yml"
    )
    assert rendered("Text").body.html == "<p>Text</p>"


def test_prefix_of_ids_reaches_tabs() -> None:
    """Tabs of two texts on one page do not switch each other."""
    html = rendered('=== "Eins"\n\n    a', id_prefix="u1-").body.html
    assert 'id="u1-__tabbed_1_1"' in html
    assert 'name="u1-__tabbed_1"' in html
    assert 'for="u1-__tabbed_1_1"' in html


def test_numbered_code_is_no_link() -> None:
    """Lines of code that link to themselves are the theme's, not the author's."""
    assert rendered("```py\nx\ny\n```").body.links == ()
