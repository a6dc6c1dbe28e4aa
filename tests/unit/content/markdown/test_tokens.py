"""Finished texts as words and tags in turn."""

from selectolax.lexbor import LexborHTMLParser

from aushang.content.markdown.tokens import attribute, tokens


def test_words_and_tags() -> None:
    """Each tag has its name and the words behind it; what stands before the first has no tag."""
    assert tokens('a<p id="b">c &amp;<br></p>') == [
        ("", "", "a"), ("p", 'p id="b"', "c &"), ("br", "br", ""), ("/p", "/p", ""),
    ]  # fmt: skip


def test_attributes() -> None:
    """A value is read without its references; one that is not there is empty."""
    tag = 'a title="x &quot;y&quot;" class=""'
    assert attribute(tag, "title") == 'x "y"'
    assert attribute(tag, "class") == ""
    assert attribute(tag, "href") == ""


def test_value_that_ends_like_another_attribute() -> None:
    """The quotation mark that ends a value does not begin one."""
    assert attribute('a href="x class=" rel="noopener"', "class") == ""
    assert attribute('a href="x class=" class="y"', "class") == "y"


def test_signs_inside_of_values_are_no_tags() -> None:
    """However the author wrote it, a serialised value holds no bracket and no quotation mark."""
    tree = LexborHTMLParser("<body><p title='a > b <i> \"c\"'>d</p>")
    assert tree.body is not None
    signs = tokens(tree.body.inner_html or "")
    assert [name for name, _, _ in signs] == ["", "p", "/p"]
    assert attribute(signs[1][1], "title") == 'a > b <i> "c"'
