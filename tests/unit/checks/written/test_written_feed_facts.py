"""XML is read strictly; what begins with the site's own address is a reference."""

from aushang.checks.written.facts import Fault
from aushang.checks.written.feeds import feed_facts

SITE = "https://a.example/"


def test_addresses_in_elements_and_attributes() -> None:
    """Links, ids, enclosures and links of other vocabularies are found without a list of names."""
    facts = feed_facts(
        b"""<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <atom:link href="https://a.example/feeds/posts.rss"/>
        <link> https://a.example/ </link><docs>https://www.rssboard.org/rss</docs>
        <item><guid>tag:a.example,2026:x</guid><enclosure url="https://a.example/a.png"/></item>
        </channel></rss>""",
        SITE,
    )
    assert {(r.url.strip(), r.element) for r in facts.references} == {
        ("https://a.example/feeds/posts.rss", "link"),
        ("https://a.example/", "link"),
        ("https://a.example/a.png", "enclosure"),
    }


def test_html_inside_is_read_as_html() -> None:
    """Escaped HTML and CDATA are read; a place on the same page has no meaning in a feed."""
    facts = feed_facts(
        b"""<feed><content type="html">&lt;p&gt;&lt;a href="https://a.example/x/"&gt;x&lt;/a&gt;
        &lt;a href="#fn-1"&gt;1&lt;/a&gt;</content>
        <description><![CDATA[<img src="nix.png">]]></description></feed>""",
        SITE,
    )
    assert {tuple(reference) for reference in facts.references} == {
        ("https://a.example/x/", "a"),
        ("nix.png", "img"),
    }


def test_fault_has_line_and_column() -> None:
    """The first character that a strict reader refuses is named."""
    facts = feed_facts(b"<rss>\n<title>Sauna & Bad</title>\n</rss>", SITE)
    assert facts.fault == Fault("xmlParseEntityRef: no name", 2, 15)
    assert facts.references == ()


def test_empty_file_is_a_fault() -> None:
    """Nothing is no XML."""
    assert feed_facts(b"", SITE).fault is not None


def test_entities_stay_closed() -> None:
    """Neither a bomb nor a file of this machine is expanded."""
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 9}">' for n in range(9))
    facts = feed_facts(
        f'<!DOCTYPE r [<!ENTITY e0 "https://a.example/x"><!ENTITY f SYSTEM "file:///etc/passwd">'
        f"{bomb}]><r><a>&e9;</a><b>&f;</b></r>".encode(),
        SITE,
    )
    assert facts.references == ()
