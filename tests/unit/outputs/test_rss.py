"""RSS has no schema: its rules, and what readers stumble over, as tests."""

import locale
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree
from tests.factories import by_path, make_contact, make_post, make_publication, make_update
from tests.plain_words import WORDS

from aushang.model import Kind
from aushang.outputs import rss

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def channels(publication):
    """Every channel by path."""
    found = by_path(rss.render(publication, WORDS))
    return {path: etree.fromstring(data).find("channel") for path, data in found.items()}


def test_an_artifact_is_a_feed_of_this_module():
    """Path, media type, kind and claimant stand in the artifact."""
    first = next(rss.render(make_publication(), WORDS))
    assert first.path == "feeds/posts.rss"
    assert first.media_type == "application/rss+xml"
    assert first.kind is Kind.FEED
    assert first.sources == ("aushang.outputs.rss",)


def test_there_is_one_self_link_and_it_is_the_feeds_own_address():
    """Each feed names itself once, with its type."""
    for path, channel in channels(make_publication()).items():
        links = channel.findall(f"{ATOM}link")
        assert [dict(link.attrib) for link in links] == [
            {
                "href": f"https://aktuell.kraftraum.example/{path}",
                "rel": "self",
                "type": "application/rss+xml",
            }
        ]


def test_an_item_has_its_parts_in_order():
    """The description comes before the full text, since some readers take the first they find."""
    item = channels(make_publication())["feeds/posts.rss"].find("item")
    assert [part.tag for part in item] == [
        "title",
        "link",
        "description",
        CONTENT,
        "guid",
        "category",
        "category",
        "category",
        "pubDate",
        CREATOR,
    ]
    assert item.find("guid").attrib == {"isPermaLink": "false"}
    assert all(not part.attrib for part in item if part.tag != "guid")


def test_dates_are_english_with_a_numeric_zone_whatever_the_locale():
    """RFC 5322 knows English names only; the process's locale stays as it was."""
    before = locale.setlocale(locale.LC_ALL)
    channel = channels(make_publication())["feeds/posts.rss"]
    assert locale.setlocale(locale.LC_ALL) == before
    assert channel.findtext("item/pubDate") == "Fri, 20 Nov 2026 09:00:00 +0100"
    assert channel.findtext("lastBuildDate") == "Sat, 21 Nov 2026 10:00:00 +0100"
    assert channel.findtext("pubDate") == "Sat, 21 Nov 2026 10:00:00 +0100"


def test_nothing_sets_the_locale(monkeypatch):
    """Feedgen would switch the locale of all threads for each date; here it never does."""

    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(locale, "setlocale", refuse)
    assert channels(make_publication())


def test_a_date_in_the_hour_that_repeats_keeps_its_offset():
    """At 2:30 on 25 October 2026 Berlin has two offsets; the feed says which, in the true order."""
    early = make_post("z", published=datetime.fromisoformat("2026-10-25T02:45+02:00"))
    late = make_post("a", published=datetime.fromisoformat("2026-10-25T02:30+01:00"))
    channel = channels(make_publication([early, late]))["feeds/posts.rss"]
    assert [item.findtext("pubDate") for item in channel.findall("item")] == [
        "Sun, 25 Oct 2026 02:30:00 +0100",
        "Sun, 25 Oct 2026 02:45:00 +0200",
    ]
    assert channel.findtext("lastBuildDate") == "Sun, 25 Oct 2026 02:30:00 +0100"


def test_every_link_is_absolute_and_ascii():
    """RSS wants URIs: no umlaut, no relative path, in the feed and in its HTML."""
    for channel in channels(make_publication()).values():
        links = [link.text for link in channel.iter("link")]
        for item in channel.iter("item"):
            html = etree.HTML(item.findtext(CONTENT))
            links += html.xpath("//@href[not(starts-with(., 'mailto:') or starts-with(., 'tel:'))]")
        for link in links:
            assert link.isascii()
            assert urlsplit(link).scheme == "https"


def test_an_item_is_never_dated_into_the_future():
    """The date is when we said it, not when the window starts."""
    post = make_post(starts="2026-12-24T00:00", ends="2026-12-27T00:00")
    channel = channels(make_publication([post]))["feeds/posts.rss"]
    assert parsedate_to_datetime(channel.findtext("item/pubDate")) == post.published


def test_an_author_needs_no_mail_address():
    """RSS's own author must be an address; the name stands in `dc:creator`."""
    publication = make_publication(contacts={"jana-weiss": make_contact(email="")})
    item = channels(publication)["feeds/posts.rss"].find("item")
    assert item.findtext(CREATOR) == "Jana Weiß"
    assert item.find("author") is None


def test_prefixes_are_declared_once_at_the_top():
    """Items made apart from their feed bring no prefixes of their own."""
    for data in by_path(rss.render(make_publication(), WORDS)).values():
        assert data.count(b"xmlns:") == 3
        assert b"ns0" not in data


def test_a_shared_item_is_the_same_in_every_feed():
    """A post stands in the feeds of its service, its place and its type, word for word."""
    found = channels(make_publication([make_post(updates=(make_update(),))]))
    items = {
        etree.tostring(found[f"feeds/{path}posts.rss"].find("item"), with_tail=False)
        for path in ("", "services/sauna/", "locations/mitte/", "types/reopening/")
    }
    assert len(items) == 1
