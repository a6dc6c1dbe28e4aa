"""A plain page that its bytes prove innocent has no flaw in the tree that a browser makes of it."""

from functools import partial

from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.blank import surely_says_something
from aushang.checks.written.lines import plain_page
from aushang.checks.written.markup import page_facts, tree_facts
from aushang.checks.written.page import plain_flaws, tree_flaws
from aushang.checks.written.page.flaws import _is_innocent

HEAD = (
    '<!doctype html><html lang="de"><head><title>Sauna</title>'
    '<meta name="description" content="Die Sauna."></head><body>'
)
BLOCKS = """
    p div section article li dd dt ul ol dl table tbody tr td th h2 h2 h3 h4 nav header footer span
    aside blockquote details summary b em form main label button h1 pre figure caption thead i
"""
WORDS = ["Wort", "Ein langer Satz von der Sauna", "hier", "hier ", "mehr", "", " ", "&nbsp;", "¶"]
WORDS += ["\nWort", "hier\nweiter"]
LINKS = [
    '<a href="../x/">{}</a>',
    '<a href="#x">{}</a>',
    '<a href="u" aria-label="{}"></a>',
    '<a href="u" title="{}"></a>',
    '<a href="v"><span>{}</span></a>',
    '<a href="w"><b>hier</b> {}</a>',
    '<a id="x">{}</a>',
    '<a href="q"><img src="b" alt="{}"></a>',
    '<a\nhref="n">{}</a>',
    '<a href="m" >{}</a>',
]
VOID = [
    '<img src="a" alt="x">',
    '<img src="a" alt="">',
    '<img src="a">',
    '<img src="a"\nalt="x">',
    '<input type="image" src="x">',
    "<br>",
    "\n",
    "\n",
    "<hr>",
    '<area href="x">',
    "<ul></ul>",
    "<ol>\n<li>Wort</li></ol>",
    "<dl><div></div></dl>",
    "<dl><div><dt>Wort</dt></div></dl>",
    "<table><tbody></tbody></table>",
    "<ul><div></div></ul>",
    "<h2>A</h2>",
    "<h2>A</h2><h3>B</h3><p>Wort</p>",
    "<h2\nid=x>A</h2>",
    '<time datetime="a>b">c</time>',
    "<script>var a</script>",
    "<style>p {}</style>",
    "<title>Titel</title>",
    "<p hidden>Wort</p>",
    '<div role="navigation"><a href="r">Ort</a></div>',
    '<div id="x"></div>',
    '<nav><a href="y">Ort</a></nav>',
    '<header><a href="z">Ort</a></header>',
    '<nav><div><a href="k">Ort</a></nav><a href="l">Wort</a>',
]
NAMES = st.sampled_from(BLOCKS.split())
LEAVES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(VOID),
    st.builds(str.format, st.sampled_from(LINKS), st.sampled_from(WORDS)),
)
NESTED = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format, NAMES, st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=12,
)
STRAY = st.one_of(st.builds("<{}>".format, NAMES), st.builds("</{}>".format, NAMES))
SOUP = st.lists(st.one_of(NESTED, NESTED, LEAVES, STRAY), max_size=6).map("".join)
PAGES = st.builds(
    "{}{}<main><article><h1>Titel</h1><p>Ein Satz.</p>{}</article>{}</main>{}".format,
    st.sampled_from([HEAD, HEAD, HEAD, "<body>", "<title>a</title>"]),
    SOUP,
    SOUP,
    SOUP,
    SOUP,
)


@given(PAGES)
@example(HEAD + "<table><main><article><h2>A</h2><p>Wort</p></article></main></table>")
def test_flaws_by_bytes(page: str) -> None:
    """What is found on a plain page is the same both ways."""
    data = page.encode()
    plain = plain_page(data)
    if plain is not None:
        tree = partial(LexborHTMLParser, page)
        says = surely_says_something(plain.shape)
        assert plain_flaws(plain, tree, says_something=says) == tree_flaws(data, tree())


@given(PAGES)
def test_facts_of_any_page(page: str) -> None:
    """Whether a page is plain or not makes no difference for its flaws."""
    data = page.encode()
    assert sorted(page_facts(data).flaws) == sorted(tree_facts(data).flaws)


def test_the_proof_holds_for_an_ordinary_page() -> None:
    """Else both ways would be the same one."""
    body = (
        '<header><nav><ul><li><a href="x/">Kurse</a></li></ul></nav></header><main><article>'
        "<h1>Sauna</h1><p>Ein Satz.</p><h2>Preise</h2><ul><li>17 Euro</li></ul></article></main>"
    )
    data = (HEAD + body).encode()
    plain = plain_page(data)
    assert plain is not None
    assert surely_says_something(plain.shape)
    assert _is_innocent(plain)
