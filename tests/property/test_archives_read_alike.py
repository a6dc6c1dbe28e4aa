"""An archive whose entries were read as bytes says what the parser's way finds in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.factories import make_posts, make_publication
from tests.plain_words import WORDS

from aushang.checks.written import feeds
from aushang.checks.written.feed.cutting import cut
from aushang.outputs.feed_units import feed_units

SITE = "https://a.example/"
UNUSUAL = [
    *("<![CDATA[x]]>", "<!-- x -->", "<?x y?>", "&amp;", "&#228;", "&amp;amp;", "&lt;p&gt;"),
    *("Ã¤", "Â\xa0", "â€“", "\r", "\x0b", "\ufffe", "]]>", "\xa0", "\u2003", "<b>x</b>", SITE),
    *(f" {SITE}x/", f"{SITE}{{id}}", "/x/", "http://b.example/", "x y", '"', "'", ">", "\t", "\n"),
    *("<title>x</title>", '<link href="/x/"/>', "<enclosure/>", '<x xml:base="/"/>', "</author>"),
    *(
        "<category>x</category>",
        "<dc:x/>",
        "<a:x/>",
        "<content>x</content>",
        '<summary type="html"/>',
    ),
]
# Nothing unusual in most places: else nothing would ever be read as bytes.
MORE = st.integers(0, 60).flatmap(
    lambda rare: (
        st.just("") if rare else st.lists(st.sampled_from(UNUSUAL), max_size=2).map("".join)
    )
)
NUMBERS = st.integers(0, 60)
DATES_822 = st.sampled_from(
    ["Fri, 20 Nov 2026 09:00:00 +0100"] * 9
    + ["Fri, 31 Nov 2026 09:00:00 +0100", "20 Nov 2026 09:00 GMT", " ", "x", "Fri, 20 Nov 2026"]
)
DATES_3339 = st.sampled_from(
    ["2026-11-20T09:00:00+01:00"] * 9
    + ["2026-11-31T09:00:00+01:00", "2026-11-20T09:00:00Z", " ", "x", "2026-11-20"]
)


@st.composite
def _items(draw: st.DrawFn) -> str:
    number, more = draw(NUMBERS), lambda: draw(MORE)
    permanent = draw(st.sampled_from(['isPermaLink="false"'] * 9 + ["", 'isPermaLink="true"']))
    return (
        f"<item>{more()}<title>M {number}{more()}</title>\n<link>{SITE}{number}/{more()}</link>"
        f"<description>Wort{more()}</description>"
        f"<guid {permanent}>tag:{number}{more()}</guid>{more()}<category>Sauna{more()}</category>"
        f"<pubDate>{draw(DATES_822)}</pubDate><dc:creator>J{more()}</dc:creator></item>{more()}\n"
    )


@st.composite
def _entries(draw: st.DrawFn) -> str:
    number, more = draw(NUMBERS), lambda: draw(MORE)
    return (
        f"<entry>{more()}<id>tag:{number}{more()}</id><title>M {number}{more()}</title>\n"
        f"<updated>{draw(DATES_3339)}</updated><author>\n<name>J{more()}</name>{more()}</author>"
        f'<link href="{SITE}{number}/{more()}"/>{more()}<summary>Wort{more()}</summary>'
        f'<category term="a{more()}" label="b{more()}"/>'
        f"<published>{draw(DATES_3339)}</published></entry>{more()}\n"
    )


def _rss(entries: list[str], spaces: str) -> str:
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<rss version='2.0' xmlns:fh='http://purl.org/syndication/history/1.0'"
        f" xmlns:atom='http://www.w3.org/2005/Atom'{spaces}><channel>"
        f"<title>A</title><link>{SITE}</link><description>B</description><fh:archive/>"
        f'<atom:link rel="self" href="{SITE}1.rss"/>{"".join(entries)}</channel></rss>'
    )


def _atom(entries: list[str], spaces: str) -> str:
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'"
        f" xmlns:fh='http://purl.org/syndication/history/1.0'{spaces}><id>a</id><title>A</title>"
        f'<updated>2026-11-20T09:00:00Z</updated><link rel="self" href="{SITE}1.atom"/>'
        f"<fh:archive/>{''.join(entries)}</feed>"
    )


SPACES = st.sampled_from(
    [" xmlns:dc='http://purl.org/dc/elements/1.1/'"] * 9
    + ["", " xmlns='urn:x'", " xmlns:dc='http://www.w3.org/2005/Atom'"]
)
ARCHIVES = st.one_of(
    st.builds(_rss, st.lists(_items(), min_size=2, max_size=4), SPACES),
    st.builds(_atom, st.lists(_entries(), min_size=2, max_size=4), SPACES),
)
DC = " xmlns:dc='http://purl.org/dc/elements/1.1/'"
ITEM = (
    "<item><title>M {0}</title><link>https://a.example/{0}/</link><description>x</description>"
    '<guid isPermaLink="false">tag:{0}</guid><pubDate>Fri, 20 Nov 2026 09:00:00 +0100</pubDate>'
    "{1}</item>"
)


@given(ARCHIVES)
@example(_rss([ITEM.format(1, ""), ITEM.format(1, "")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format(2, "<dc:creator>x</dc:creator>")], ""))
@example(_rss([ITEM.format(1, ""), ITEM.format("{id}", "")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format("]]>", "")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format("\x01", "")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format("Ã¼", "")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format("https://a.example/", "")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format(2, "").replace("M 2", "&amp;amp;")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format(2, "").replace(">x<", ">&amp;amp;auml;<")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format(2, "").replace("20 Nov", "31 Nov")], DC))
@example(_rss([ITEM.format(1, ""), ITEM.format(2, "").replace("tag:2", "\xa0")], DC))
@example(
    _rss([ITEM.format(1, ""), ITEM.format(2, "").replace(">x<", ">https://a.example/c/<")], DC)
)
def test_bytes_say_what_the_whole_says(text: str) -> None:
    """Whatever stands in an entry, and whatever an archive calls its name spaces."""
    data = text.encode("utf-8", "surrogatepass")
    assert feeds.feed_facts(data, SITE) == feeds.facts_of_whole(data, SITE)


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_our_own_archives_are_read_as_bytes(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were none ever read so, the test above would show nothing."""
    publication = make_publication(list(make_posts(61)))
    units = [*feed_units(publication, WORDS["de"], "de")]
    found = [one for unit in units if unit.name.startswith("archive:all:") for one in unit.make()]
    archives = [one.data for one in found if one.path.endswith(f".{suffix}")]
    wholes = [feeds.facts_of_whole(data, publication.site.url) for data in archives]
    monkeypatch.setattr(feeds, "facts_of_whole", lambda *_: pytest.fail("read as a whole"))
    assert [feeds.feed_facts(data, publication.site.url) for data in archives] == wholes
    assert [len(facts.views) for facts in wholes] == [30, 30]
    assert all(cut(data) for data in archives)
