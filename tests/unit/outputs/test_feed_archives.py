"""Archives: what has left a feed, in documents that stay as they are."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from tests.factories import make_post, make_posts, make_publication, make_service, make_text
from tests.plain_words import WORDS

from aushang.model import Post
from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs.feed_units import feed_units
from aushang.outputs.feeds import archives

ROOT = "https://aktuell.kraftraum.example/"
SIZE = 30
FORMATS = ("rss", "atom", "json")
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"


def files(posts: Iterable[Post], language: str = "de", **fields: Any) -> dict[str, bytes]:
    """Every feed and archive in a language, by path."""
    publication = make_publication(posts, **fields)
    units = feed_units(publication, WORDS[language], language)
    return {made.path: made.data for unit in units for made in unit.make()}


def archived(found: Iterable[str]) -> set[str]:
    """The paths of archives among others."""
    return {path for path in found if "/posts/" in path}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The archives that were there before and are different."""
    return {path for path in archived(before) if before[path] != after.get(path)}


def ids(data: bytes) -> list[str]:
    """The ids in a JSON Feed."""
    return [item["id"].rpartition(":")[2] for item in json.loads(data)["items"]]


@pytest.mark.parametrize(
    ("posts", "expected"), [(0, 0), (29, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3)]
)
def test_an_archive_begins_when_the_first_post_has_left_the_feed(posts: int, expected: int) -> None:
    """It is full from the beginning, and the feed holds what stands in none."""
    publication = make_publication(make_posts(posts))
    found = archives(publication, "de", EVERYTHING)
    assert [len(one) for one in found] == [SIZE] * expected
    kept = {post.id for one in found for post in one}
    kept |= {post.id for post in publication.posts[:SIZE]}
    assert len(kept) == posts


def test_the_oldest_posts_stand_in_the_first_archive_newest_first() -> None:
    """Of 65 posts, the last of which is the oldest."""
    found = files(make_posts(65))
    expected = [f"post-{number:04}" for number in range(35, 65)]
    assert ids(found["feeds/posts/0001.json"]) == expected
    assert ids(found["feeds/posts/0002.json"]) == [f"post-{number:04}" for number in range(5, 35)]
    assert ids(found["feeds/posts.json"]) == [f"post-{number:04}" for number in range(30)]


def test_everything_has_archives_in_each_format_and_a_part_in_json_feed() -> None:
    """No other stream has any, and neither has what fits into the feed."""
    posts = [replace(post, services=("sauna",)) for post in make_posts(31)]
    found = archived(files(posts, services={"sauna": make_service()}))
    assert found == {
        "feeds/posts/0001.rss",
        "feeds/posts/0001.atom",
        "feeds/posts/0001.json",
        "feeds/services/sauna/posts/0001.json",
        "feeds/locations/mitte/posts/0001.json",
    }


def test_a_language_archives_what_is_written_in_it() -> None:
    """Posts that were never translated do not count."""
    posts = [*make_posts(31), *(make_post(f"german-{number}") for number in range(30))]
    assert "en/feeds/posts/0002.json" not in files(posts, "en")
    assert "feeds/posts/0002.json" in files(posts, "de")


def test_a_new_post_changes_no_archive() -> None:
    """As long as none begins; then the last one names the next, which JSON Feed cannot."""
    posts = make_posts(61)
    one, two = files(posts[1:]), files(posts)
    assert changed(files(posts[2:]), one) == set()
    assert changed(one, two) == {"feeds/posts/0001.rss", "feeds/posts/0001.atom"}
    for suffix in ("rss", "atom"):
        path = f"feeds/posts/0001.{suffix}"
        link = f'rel="next-archive" href="{ROOT}feeds/posts/0002.{suffix}"'.encode()
        lines = [line for line in two[path].splitlines() if link not in line]
        assert lines == one[path].splitlines()


def test_an_edit_of_an_old_post_changes_the_archives_in_which_it_stands() -> None:
    """Of its title, which is all that they show with its summary; not of its text."""
    posts = list(make_posts(95))
    before = files(posts)
    german = posts[94].texts["de"]
    posts[94] = replace(posts[94], texts={"de": replace(german, title="Anders")})
    after = files(posts)
    assert changed(before, after) >= {f"feeds/posts/0001.{one}" for one in FORMATS}
    assert not [path for path in changed(before, after) if "0001" not in path]
    rewritten = replace(german, body=make_text("de").body)
    posts[94] = replace(posts[94], texts={"de": rewritten})
    assert changed(before, files(posts)) == set()


def test_a_deleted_post_moves_up_what_is_newer() -> None:
    """Archives are counted from the oldest: those below stay, those above change, one may go."""
    posts = list(make_posts(121))
    before = files(posts)
    del posts[60]  # the oldest of the third archive
    after = files(posts)
    touched = {path for path in changed(before, after) if path.startswith("feeds/posts/")}
    assert touched == {
        f"feeds/posts/{number:04}.{suffix}" for number in (3, 4) for suffix in FORMATS
    }
    assert {path for path in archived(after) if path.startswith("feeds/posts/")} == {
        f"feeds/posts/{number:04}.{suffix}" for number in (1, 2, 3) for suffix in FORMATS
    }


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_feeds_and_archives_in_xml_lead_to_each_other(suffix: str) -> None:
    """By the relations of RFC 5005, section 4; only an archive is marked as one."""
    found = files(make_posts(91))
    address = f"{ROOT}feeds/posts"
    for path, expected in {
        "feeds/posts": {"prev-archive": f"{address}/0003.{suffix}"},
        "feeds/posts/0003": {
            "current": f"{address}.{suffix}",
            "prev-archive": f"{address}/0002.{suffix}",
        },
        "feeds/posts/0002": {
            "current": f"{address}.{suffix}",
            "prev-archive": f"{address}/0001.{suffix}",
            "next-archive": f"{address}/0003.{suffix}",
        },
        "feeds/posts/0001": {
            "current": f"{address}.{suffix}",
            "next-archive": f"{address}/0002.{suffix}",
        },
        "feeds/updates": {},
        "feeds/services/sauna/posts": {},
    }.items():
        root = etree.fromstring(found[f"{path}.{suffix}"])
        head = root[0] if suffix == "rss" else root
        links = {link.get("rel"): link.get("href") for link in head.findall(f"{ATOM}link")}
        links.pop("alternate", None)
        assert links.pop("self") == f"{ROOT}{path}.{suffix}"
        assert links == expected
        assert (head.find(f"{HISTORY}archive") is not None) == ("current" in expected)
        assert (HISTORY[1:-1] in root.nsmap.values()) == ("current" in expected)


def test_json_feeds_lead_to_older_items() -> None:
    """From the feed of any scope to its newest archive, and so on to the oldest."""
    found = files(make_posts(91))
    address = f"{ROOT}feeds/services/sauna/posts"
    for path, expected in {
        "posts.json": f"{address}/0003.json",
        "posts/0003.json": f"{address}/0002.json",
        "posts/0002.json": f"{address}/0001.json",
        "posts/0001.json": None,
        "updates.json": None,
    }.items():
        feed = json.loads(found[f"feeds/services/sauna/{path}"])
        assert feed.get("next_url") == expected
        assert feed["feed_url"] == f"{ROOT}feeds/services/sauna/{path}"


def test_an_archived_item_has_its_summary_and_no_text() -> None:
    """Nobody keeps the texts of ten thousand posts; the page has it."""
    found = files(make_posts(31))
    item = json.loads(found["feeds/posts/0001.json"])["items"][0]
    assert "content_html" not in item
    assert item["content_text"] == item["summary"] == "Ab Montag, 6 Uhr."
    live = json.loads(found["feeds/posts.json"])["items"][1]
    assert item.keys() - live.keys() == {"content_text"}
    assert {name: item[name] for name in item.keys() & live.keys()} == {
        name: live[name] for name in item.keys() & live.keys()
    }
    entry = etree.fromstring(found["feeds/posts/0001.atom"]).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}content") is None
    assert entry.findtext(f"{ATOM}summary") == "Ab Montag, 6 Uhr."
    (first, *_) = etree.fromstring(found["feeds/posts/0001.rss"]).iter("item")
    assert {child.tag for child in first} == {
        *("title", "link", "description", "guid", "category", "pubDate"),
        "{http://purl.org/dc/elements/1.1/}creator",
    }


def test_all_documents_of_a_feed_have_its_id() -> None:
    """They are one feed in parts."""
    found = files(make_posts(61))
    paths = ("feeds/posts.atom", "feeds/posts/0002.atom", "feeds/posts/0001.atom")
    own = {etree.fromstring(found[path]).findtext(f"{ATOM}id") for path in paths}
    assert own == {"tag:kraftraum.example,2026:feeds/de/all/posts"}


def test_each_archive_is_a_unit_that_reads_its_posts() -> None:
    """And whether there is a newer one; those of one time are made together."""
    publication = make_publication(make_posts(95))
    units = {unit.name: unit for unit in feed_units(publication, WORDS["de"], "de")}
    for number, newer in ((1, 2), (2, 3), (3, 0)):
        unit = units[f"archive:all::{number}:de"]
        assert unit.topic == EVERYTHING
        assert len(unit.posts) == SIZE
        assert unit.count == newer
        assert unit.group == "archive:0:de"
    assert units["archive:service:sauna:3:de"].topic == Scope("service", "sauna")
    assert units["feed:all::posts:rss:de"].count == 3
    assert units["feed:all::updates:rss:de"].count == 0
    assert units["feed:service:sauna:posts:rss:de"].count == 0
    assert units["feed:service:sauna:posts:json:de"].count == 3


def test_archives_can_be_made_in_any_order() -> None:
    """Entries that were let go are made once more."""
    publication = make_publication(make_posts(1000))
    units = [
        unit
        for unit in feed_units(publication, WORDS["de"], "de")
        if unit.name.startswith("archive:all:")
    ]
    forth = [list(unit.make()) for unit in units]
    back = [list(unit.make()) for unit in reversed(units)]
    assert forth == back[::-1]
    assert {unit.group for unit in units} == {"archive:0:de", "archive:1:de"}
