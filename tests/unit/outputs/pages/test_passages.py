"""Texts, links and badges as HTML: everything of an author's is escaped."""

from aushang.outputs.pages.passages import (
    Badge,
    Passage,
    Reference,
    address_markup,
    badge_markup,
    link_markup,
    links_markup,
    words_markup,
)

HOSTILE = '"><script>&'
ESCAPED = "&#34;&gt;&lt;script&gt;&amp;"


def test_words_of_another_language_say_so() -> None:
    """The page's own language needs no `lang`; another has it."""
    assert words_markup(Passage("Sauna")) == "Sauna"
    assert words_markup(Passage("Kurse", "de")) == '<span lang="de">Kurse</span>'


def test_a_link_carries_the_language_of_its_words() -> None:
    """A link has its `lang` on itself; without an address only the words are left."""
    own, other = Passage("Sauna"), Passage("Kurse", "de")
    assert link_markup(Reference(own, "/a/")) == '<a href="/a/">Sauna</a>'
    assert link_markup(Reference(other, "/a/")) == '<a href="/a/" lang="de">Kurse</a>'
    assert link_markup(Reference(other, "")) == '<span lang="de">Kurse</span>'


def test_links_stand_in_one_line() -> None:
    """A comma between each two; nothing for no link."""
    one, other = Reference(Passage("A"), "/a/"), Reference(Passage("B"), "/b/")
    assert links_markup([one, other]) == '<a href="/a/">A</a>, <a href="/b/">B</a>'
    assert links_markup([]) == ""


def test_a_line_may_end_behind_a_slash_of_an_address() -> None:
    """Not between two of them, before a quotation mark, nor within the tag that ends an element."""
    address = "https://a.example/feeds/calendar.ics"
    assert address_markup(address) == "https://<wbr>a.example/<wbr>feeds/<wbr>calendar.ics"
    assert address_markup('a/"</b>') == "a/&#34;&lt;/b&gt;"


def test_whatever_is_written_is_escaped() -> None:
    """Text, language and address can neither end an attribute nor begin an element."""
    passage = Passage(HOSTILE, HOSTILE)
    assert words_markup(passage) == f'<span lang="{ESCAPED}">{ESCAPED}</span>'
    assert words_markup(Passage(HOSTILE)) == ESCAPED
    link = link_markup(Reference(passage, HOSTILE))
    assert link == f'<a href="{ESCAPED}" lang="{ESCAPED}">{ESCAPED}</a>'
    badge = badge_markup(Badge(HOSTILE, HOSTILE))
    assert badge == f'<span class="au-badge au-badge--{ESCAPED}">{ESCAPED}</span>'
