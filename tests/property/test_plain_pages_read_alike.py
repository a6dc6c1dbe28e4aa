"""Reading a page tag by tag tells the same as the tree that a browser makes of it."""

from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from aushang.checks.written.facts import Facts
from aushang.checks.written.markup import fragment_references, page_facts, tree_facts
from aushang.checks.written.trees import tree_references

ANY_ELEMENTS = """
    a article b body br button caption col colgroup dd div dl dt form frameset h1 h2 head header
    html i image img input li link main math meta nav nobr noscript object option p path plaintext
    pre script section select span style svg table tbody td template textarea tfoot th title tr ul
    video xmp base iframe dialog details footer
"""
PLAIN_ELEMENTS = """
    a article b button caption col dd div dl dt footer h1 h2 header i img li link main nav object p
    pre section span table tbody td th thead title tr ul
"""
ATTRIBUTE_KEYS = """
    id href src name content property http-equiv srcset class action formaction ID rel type style
    ping srcdoc background xlink:href
"""
NAMES = st.sampled_from(ANY_ELEMENTS.split())
TOLD = "a.png 1x, b.png 2x|application/ld+json| Application/LD+json|icon|url(x)|0; url=x|robots"
VALUES = st.one_of(
    st.sampled_from(["x/", "../y/", "a&amp;b", "a&b", "a>b", "a<b", "", "#z", *TOLD.split("|")]),
    st.text(max_size=4),
)
KEYS = st.sampled_from(ATTRIBUTE_KEYS.split())
ATTRIBUTES = st.one_of(
    st.builds(' {}="{}"'.format, KEYS, VALUES),
    st.builds(" {}='{}'".format, KEYS, VALUES),
    st.builds(" {}={}".format, KEYS, VALUES),
    st.builds(" {}".format, KEYS),
)
FEW_ATTRIBUTES = st.lists(ATTRIBUTES, max_size=2).map("".join)
STARTS = st.builds("<{}{}>".format, NAMES, FEW_ATTRIBUTES)
ENDS = st.builds("</{}>".format, NAMES)
TEXTS = st.one_of(
    st.sampled_from(["Wort", "&nbsp;", " ", "\n", "<!-- a -->", "<!--", "-->", "<!doctype html>"]),
    st.sampled_from(["TODO", "folgt", "in", "Kürze", "[Name", "]", "coming", "soon", "{{"]),
    st.sampled_from(["<![CDATA[", "</", "<", ">", "/>", "\r", "\0", '"', "'", "&"]),
    st.sampled_from(
        ['{"url": "/x", "@type": "NewsArticle"}', "a{b:url(c)}", '@import "d";', ' id="x"']
    ),
    st.text(max_size=3),
)
SOUP = st.lists(st.one_of(STARTS, STARTS, ENDS, TEXTS), max_size=16).map("".join)

PLAIN_VALUES = ["x", "../y/", "a.png 1x", "", "application/ld+json", "url(x)", "none", "robots"]
PLAIN = st.sampled_from(PLAIN_ELEMENTS.split())
PLAIN_ATTRIBUTES = st.lists(
    st.builds(' {}="{}"'.format, KEYS, st.sampled_from(PLAIN_VALUES)), max_size=1
).map("".join)
PLAIN_SOUP = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, PLAIN, PLAIN_ATTRIBUTES),
        st.builds("</{}>".format, PLAIN),
        st.sampled_from(["Wort", " ", "&nbsp;", "\n", "folgt", "in", "Kürze"]),
    ),
    max_size=16,
).map("".join)
BLOCK = '<script type="application/ld+json">{"url": ["/x", "/x"]}</script>'
SHEET = "<style>a{b:url(c)}</style>"
NESTED = st.recursive(
    st.sampled_from(
        ["Wort", " ", "\n", "&nbsp;", "<br>", '<img src="x">', '<i id="x"></i>', SHEET, BLOCK]
    ),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        PLAIN,
        PLAIN_ATTRIBUTES,
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=8,
)
PAGES = st.one_of(
    SOUP,
    PLAIN_SOUP,
    NESTED,
    st.builds("{}<main><div><article>{}</article></div></main>{}".format, PLAIN_SOUP, NESTED, SOUP),
    st.builds("{}<main><article>{}</article></main>".format, NESTED, PLAIN_SOUP),
    st.builds(
        "<!doctype html>\n<html{}><head>{}</head><body{}>{}</body></html>".format,
        FEW_ATTRIBUTES,
        PLAIN_SOUP,
        FEW_ATTRIBUTES,
        PLAIN_SOUP,
    ),
)


def _sorted(facts: Facts) -> tuple[object, ...]:
    # What stands wrongly in a table is moved by a parser: the same references in another order.
    repeated = sorted(flaw for flaw in facts.flaws if flaw.code == "AU205")
    told = sorted(facts.views), facts.is_unlisted
    unfilled = [flaw for flaw in facts.flaws if flaw.code == "AU109"]
    found = facts.anchors, sorted(facts.references), facts.base, facts.is_blank
    return *found, repeated, unfilled, *told


@given(PAGES)
@example("<table><tr><td><a href='1'></td></tr><a href=\"2\"></table>")
@example('<img srcset="a.png &comma; b.png">')
@example('<meta http-equiv="refresh" content="0; u&#114;l=x">')
@example('<meta property="og:im&#97;ge" content="x">')
@example('<script>"<a href="x">"</script>')
@example('<p title="a>b"><a title="<p>" href="x">')
@example('<a href="x" <b>')
@example('<a href="x"')
@example('a href="x">')
@example('<main><article><p title="x>y<z"></p></article></main>')
@example('<p title="<b>Wort</b>"><a href="x">')
@example('</p a="<a href="x">')
@example('<a href="1" href="2">')
@example('<td id="x">')
@example('<html id="x"><html id="y"><body id="z"><body id="u">')
@example('<svg><title><a href="x"></title></svg>')
@example("<main><li><article><div>Wort</div></article></li></main>")
@example("<main><p>Wort</p><article></article></main>")
@example("<main><article></article><p>Wort</p></main>")
@example("<main><article><p>&nbsp;</p></article></main>")
@example("<div><main></div><article><p>Wort</p></article></main>")
@example("<table><main><article><p>Wort</p></article></main></table>")
@example('<a href="x"><main><article><a href="y"><p>Wort</p></a></article></main>')
@example('<main><article><p title="a>b"></p></article></main>')
@example('<i id="x"></i><i id="x"></i>')
@example('<i id="x"></i><b id="x"></b>')
@example('<body background="x"><body background="y">')
@example('<p style="b:url(x)"></p><style>a{b:url(x)}</style>')
@example('<script class="x" type="application/ld+json">{"url": "/x"}</script>')
@example('<script type="text/x" data-x="application/ld+json">{"url": "/x"}</script>')
@example('<iframe srcdoc="<a href=x>"></iframe>')
@example('<svg><image href="x"/></svg>')
@example('<meta name="robots" content="no&#105;ndex">')
@example('<meta name="ROBOTS" content="index"><meta content="none" name="googlebot">')
@example("<p>a > b <b>folgt</b> in <i>Kürze</i></p>")
@example("<p>Ein Bericht folgt\n<b>in</b>\nKürze</p>")
@example("<p>Hier steht: Text\n\nfolgt.</p>")
@example('<i id="x"></i>\n<b id="x"></b>')
@example("<form></form>\n<form></form>")
@example('<title>a\n</title><script\ntype="x">\n"<a>"</script>')
@example("<p>[<b>Name</b>] [Ihre<b class='x'> Nummer]</b></p>")
@example('<script type="application/ld+json">{"@type": "NewsArticle", "url": "/a"}</script>')
def test_a_page_read_by_its_tags(page: str) -> None:
    """Anchors, references, base and blankness are those of the tree."""
    data = page.encode("utf-8", "surrogatepass")
    assert _sorted(page_facts(data)) == _sorted(tree_facts(data))


@given(PAGES)
@example('<select><a href="x"></select>')
def test_a_fragment_read_by_its_tags(markup: str) -> None:
    """References of HTML inside of feeds and JSON are those of the tree."""
    found = tree_references(LexborHTMLParser(markup))
    assert sorted(fragment_references(markup)) == sorted(set(found))
