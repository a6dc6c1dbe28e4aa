"""A feed whose entries were read before, in other feeds, says what it says as a whole."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.factories import make_posts, make_publication
from tests.plain_words import WORDS

from aushang.checks.written import records
from aushang.checks.written.feed import json_cutting
from aushang.checks.written.feed.cutting import cut
from aushang.checks.written.feeds import facts_of_whole, feed_facts
from aushang.outputs import atom, json_feed, rss

SITE = "https://a.example/"
DECLARED = ["", "<?xml version='1.0' encoding='UTF-8'?>\n", '<?xml version="1.0"?>']
UNUSUAL = [
    *("<!-- ", " -->", "<![CDATA[", "]]>", "<?x ", "?>", "<x>", "</x>", "<item>", "</item>"),
    *('<item a="b">', "<entry/>", "<entry>", "</entry>", "</item >", "</entry >", "\x0b", "\x00"),
    *("&e;", "&amp;", "<", ">", "</channel><channel>", "</feed>", "</channel></rss>", "<a:b/>"),
    *('<link xml:base="/a/"/>', "<title>&amp;amp;</title>", "<guid>x</guid>", "<id>x</id>"),
    *('<author/><link href="https://a.example/"/>', "<pubDate>7</pubDate>", "<updated>7</updated>"),
    *("<description>&lt;a href='x/'&gt;</description>", "https://a.example/z/", "Wort", " \n"),
]
MORE = st.lists(st.sampled_from(UNUSUAL), max_size=2).map("".join)
# Nothing unusual in most places: else nothing would ever be cut.
PIECES = st.integers(0, 11).flatmap(lambda rare: st.just("") if rare else MORE)
# Few feeds name an entry twice.
NUMBERS = st.integers(0, 99)


def _item(number: int, inner: str, outer: str) -> str:
    return f"""<item><title>M {number}</title><link>{SITE}{number}/</link>
    <description><![CDATA[<a href="{SITE}c/">{inner.replace("]]>", "")}</a>]]></description>{inner}
    <guid isPermaLink="false">tag:{number}</guid>
    <pubDate>Fri, 20 Nov 2026 09:00:{number % 60:02} +0100</pubDate></item>{outer}\n"""


def _entry(number: int, inner: str, outer: str) -> str:
    return f"""<entry><id>tag:{number}</id><title>M {number}</title>{inner}
    <updated>2026-11-20T09:00:{number % 60:02}+01:00</updated><link href="{SITE}{number}/"/>
    <content type="html">&lt;a href="{SITE}c/"&gt;</content></entry>{outer}\n"""


def _rss(start: str, head: str, items: list[str], end: str, spaces: str = "") -> str:
    return (
        f"{start}<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'{spaces}><channel>"
        f"<title>A</title><link>{SITE}</link><description>B</description>{head}"
        f'<atom:link rel="self" href="{SITE}f.rss"/>{"".join(items)}</channel></rss>{end}'
    )


ITEMS = st.lists(st.builds(_item, NUMBERS, PIECES, PIECES), min_size=2, max_size=4)
RSS = st.builds(_rss, st.sampled_from(DECLARED), PIECES, ITEMS, PIECES)
ATOM = st.builds(
    lambda start, head, author, entries, end: (
        f"{start}<feed xmlns='http://www.w3.org/2005/Atom'><id>a</id><title>A</title>{head}"
        f'<updated>2026-11-20T09:00:00Z</updated><link rel="self" href="{SITE}f.atom"/>'
        f"{author}{''.join(entries)}</feed>{end}"
    ),
    st.sampled_from(DECLARED),
    PIECES,
    st.sampled_from(["", "<author><name>J</name></author>"]),
    st.lists(st.builds(_entry, NUMBERS, PIECES, PIECES), min_size=2, max_size=4),
    PIECES,
)


@given(st.one_of(RSS, ATOM))
@example(f"<rss><channel><x><item/>{_item(1, '', '')}</x>{_item(2, '', '')}</channel></rss>")
@example(f"<feed><!-- {_entry(1, '', ' -->')}<!-- {_entry(2, '', '')}--></feed>")
@example(f"<feed>{_entry(1, '<![CDATA[', '')}{_entry(2, ']]>', '')}{_entry(3, '', '')}</feed>")
def test_pieces_say_what_the_whole_says(text: str) -> None:
    """Whatever stands between the entries, in them and around them."""
    data = text.encode()
    assert feed_facts(data, SITE) == facts_of_whole(data, SITE)


@given(ITEMS)
def test_of_another_vocabulary(items: list[str]) -> None:
    """The same bytes are other elements where the name space is another one."""
    for spaces in ("", ' xmlns="urn:x"', ' xmlns:a="urn:y"'):
        data = _rss("", "", items, "", spaces).encode()
        assert feed_facts(data, SITE) == facts_of_whole(data, SITE)


@pytest.mark.parametrize("module", [rss, atom])
def test_our_own_feeds_are_cut(module) -> None:
    """Were none ever cut, the tests above would show nothing."""
    publication = make_publication(list(make_posts(5)))
    found = [(one.data, cut(one.data)) for one in module.render(publication, WORDS)]
    assert any(pieces for _, pieces in found)
    for data, pieces in found:
        facts = feed_facts(data, publication.site.url)
        assert facts == facts_of_whole(data, publication.site.url)
        assert (pieces is not None) == (len(facts.views) > 1)
        assert pieces is None or len(pieces.others) == len(facts.views) - 1


JSON_PARTS = [
    *(
        "",
        "[",
        "]",
        "{}",
        "null",
        '"',
        '"items":[\n',
        ',"items":[\n{}\n]',
        "\n]}\n",
        ",\n",
        "\n",
        "\\",
    ),
    *(
        '{"id":"x"}',
        '{"items":[\n',
        '"x":"\\",',
        '"_x":[\n{}\n],',
        '"items":[{"id":"9"}],',
        "\ufeff",
    ),
    *('"a\\","items":[1],"', '"version":"x",', '"feed_url":"",', "{", "}", ",", "NaN", '"\\ud800"'),
]
JSON_MORE = st.lists(st.sampled_from(JSON_PARTS), max_size=2).map("".join)
JSON_PIECES = st.integers(0, 5).flatmap(lambda rare: st.just("") if rare else JSON_MORE)


def _json_item(number: int, inner: str, outer: str) -> str:
    return (
        f'{{"id":"tag:{number}",{inner}"url":"{SITE}{number}/","title":"M {number}",'
        f'"content_html":"<a href=\\"{SITE}c/\\">c</a>",'
        f'"date_published":"2026-11-20T09:00:{number % 60:02}+01:00"}}{outer}'
    )


JSON_ITEMS = st.lists(st.builds(_json_item, NUMBERS, JSON_PIECES, JSON_PIECES), max_size=3)


def _json_feed(start: str, items: list[str], end: str) -> str:
    return (
        f'{{"version":"https://jsonfeed.org/version/1.1","title":"A",{start}'
        f'"feed_url":"{SITE}f.json","next_url":"{SITE}g.json","items":[\n'
        + ",\n".join(items)
        + f"\n]}}\n{end}"
    )


JSON_FEEDS = st.builds(_json_feed, JSON_PIECES, JSON_ITEMS, JSON_PIECES)


@given(JSON_FEEDS)
@example('{"version":"https://jsonfeed.org/version/1.1","items":[{}],"_x":[\n{"id":"1"}\n]}\n')
@example('{"version":"https://jsonfeed.org/version/1.1","a\\","items":[\n{"id":"1"}\n]}\n')
def test_items_say_what_the_whole_json_feed_says(text: str) -> None:
    """Whatever stands between the items, in them and around them."""
    data = text.encode()
    joined, whole = records.record_facts(data, SITE), records.facts_of_whole(data, SITE)
    assert set(joined.references) == set(whole.references)
    assert replace(joined, references=()) == replace(whole, references=())


def test_our_own_json_feeds_are_cut() -> None:
    """Were none ever cut, the test above would show nothing."""
    publication = make_publication(list(make_posts(5)))
    found = [one.data for one in json_feed.render(publication, WORDS)]
    cuts = [json_cutting.cut(data) for data in found]
    assert any(cuts)
    for data, pieces in zip(found, cuts, strict=True):
        facts = records.facts_of_whole(data, publication.site.url)
        assert len(facts.views) == (len(pieces.items) if pieces else 0)
        found_facts = records.record_facts(data, publication.site.url)
        assert set(found_facts.references) == set(facts.references)
