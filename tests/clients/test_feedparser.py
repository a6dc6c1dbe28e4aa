"""Every feed through feedparser, a reader that is not ours."""

import feedparser
import pytest
from tests.factories import by_path, make_posts, make_publication
from tests.plain_words import WORDS

from aushang.outputs import atom, rss


def feeds(publication):
    """Every feed of the publication by path, in both formats."""
    return by_path(rss.render(publication, WORDS)) | by_path(atom.render(publication, WORDS))


@pytest.mark.parametrize("publication", [make_publication(), make_publication([])])
def test_feedparser_has_no_complaint(publication):
    """No feed is ill-formed, with or without posts; its version is what its name says."""
    for path, data in feeds(publication).items():
        parsed = feedparser.parse(data)
        assert not parsed.bozo, f"{path}: {parsed.get('bozo_exception')}"
        assert parsed.version == {"rss": "rss20", "atom": "atom10"}[path.rpartition(".")[2]]


def test_the_link_of_a_feed_is_its_page_and_not_itself():
    """Readers show a feed's link as its home page; the feed's own address is the self link."""
    found = feeds(make_publication())
    for path, home in {
        "feeds/posts": "https://aktuell.kraftraum.example/",
        "en/feeds/updates": "https://aktuell.kraftraum.example/en/",
        "feeds/services/sauna/posts": "https://aktuell.kraftraum.example/angebote/sauna/",
        "feeds/types/reopening/posts": "https://aktuell.kraftraum.example/themen/wiedereroeffnung/",
        "feeds/types/price/posts": "https://aktuell.kraftraum.example/",  # no post, so no page
    }.items():
        for suffix in ("rss", "atom"):
            feed = feedparser.parse(found[f"{path}.{suffix}"]).feed
            assert feed.link == home
            own = [link.href for link in feed.links if link.rel == "self"]
            assert own == [f"https://aktuell.kraftraum.example/{path}.{suffix}"]


def test_both_formats_show_readers_the_same():
    """RSS and Atom agree on every field of every item of every feed."""
    found = feeds(make_publication(make_posts(12)))
    for path in (path for path in found if path.endswith(".rss")):
        mine = feedparser.parse(found[path])
        other = feedparser.parse(found[path.removesuffix("rss") + "atom"])
        assert mine.feed.title == other.feed.title
        assert mine.feed.language == other.feed.language
        for item, entry in zip(mine.entries, other.entries, strict=True):
            assert item.id == entry.id
            assert item.link == entry.link
            assert item.title == entry.title
            assert item.summary == entry.summary
            assert item.content[0].value == entry.content[0].value
            assert item.published_parsed == entry.published_parsed
            assert item.author == entry.author_detail.name
            assert [tag.term for tag in item.tags] == [tag.term for tag in entry.tags]
            assert [tag.label for tag in entry.tags] == [tag.term for tag in entry.tags]
