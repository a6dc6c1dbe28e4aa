"""JSON Feed 1.1: what stands in a feed and in each of its items."""

import json

from tests.factories import (
    by_path,
    make_bilingual_post,
    make_contact,
    make_post,
    make_posts,
    make_publication,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import Effect
from aushang.outputs import json_feed

ROOT = "https://aktuell.kraftraum.example/"


def feed(publication, path="feeds/posts.json"):
    """One of the publication's feeds."""
    return json.loads(by_path(json_feed.render(publication, WORDS))[path])


def test_the_head_says_whose_feed_it_is_and_where_it_lives():
    """Version, names, addresses and language; no way to older items where there are none."""
    found = feed(make_publication(), "en/feeds/services/sauna/posts.json")
    del found["items"]
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kraftraum: Posts on Sauna",
        "home_page_url": f"{ROOT}en/services/sauna/",
        "feed_url": f"{ROOT}en/feeds/services/sauna/posts.json",
        "description": "Kraftraum: Posts on Sauna.",
        "authors": [{"name": "Kraftraum", "url": f"{ROOT}en/"}],
        "language": "en",
    }


def test_an_item_says_what_every_format_says_and_what_apps_sort_by():
    """The extension has the words and the times of the API, and the address of the whole post."""
    post = make_post(
        "a",
        "Sauna zu",
        type="closure",
        effect=Effect.CLOSED,
        starts="2026-11-23T06:00",
        ends="2026-11-27T12:00",
        tags=("Umbau",),
        updates=(make_update("2026-11-20T18:00"),),
    )
    (item,) = feed(make_publication([post]))["items"]
    html = item.pop("content_html")
    assert html.startswith("<ul><li><strong>*period:</strong>")
    assert html.endswith("<p>Die Sauna ist offen.</p>")
    assert item == {
        "id": "tag:kraftraum.example,2026:a",
        "url": f"{ROOT}meldungen/a/",
        "title": "Sauna zu",
        "summary": "Ab Montag, 6 Uhr.",
        "date_published": "2026-11-20T09:00:00+01:00",
        "date_modified": "2026-11-20T18:00:00+01:00",
        "authors": [{"name": "Jana Weiß", "url": "mailto:jana.weiss@kraftraum.example"}],
        "language": "de",
        "tags": ["*closure", "Sauna", "Mitte", "Umbau"],
        "_aushang": {
            "type": "closure",
            "effect": "closed",
            "starts": "2026-11-23T06:00:00+01:00",
            "ends": "2026-11-27T12:00:00+01:00",
            "services": ["sauna"],
            "locations": ["mitte"],
            "file": f"{ROOT}api/v1/posts/a.json",
        },
    }


def test_what_a_post_does_not_say_is_null_or_empty():
    """Keys are always there; nobody named is nobody, and about nothing means about everything."""
    bare = make_post("a", effect=None, services=(), locations=(), contact="")
    (item,) = feed(make_publication([bare], contacts={}))["items"]
    assert item["authors"] == []
    assert item["_aushang"] == {
        "type": "reopening",
        "effect": None,
        "starts": None,
        "ends": None,
        "services": [],
        "locations": [],
        "file": f"{ROOT}api/v1/posts/a.json",
    }


def test_an_author_is_reached_at_a_page_rather_than_by_mail():
    """Or not at all."""
    for fields, expected in (
        ({"url": "https://a.example/jana/"}, {"name": "J", "url": "https://a.example/jana/"}),
        ({"url": "", "email": ""}, {"name": "J"}),
    ):
        contacts = {"jana-weiss": make_contact(name="J", **fields)}
        (item,) = feed(make_publication([make_post("a")], contacts=contacts))["items"]
        assert item["authors"] == [expected]


def test_updates_are_items_of_their_own_about_the_same_post():
    """Each with its own id, and with the post's matter."""
    post = make_bilingual_post("a", updates=(make_update("2026-11-20T18:00"),))
    items = feed(make_publication([post]), "en/feeds/updates.json")["items"]
    assert [item["id"].rpartition(":")[2] for item in items] == ["a/update-20261120T170000Z", "a"]
    assert items[0]["_aushang"] == items[1]["_aushang"]


def test_a_feed_of_nothing_says_so():
    """It is complete, and told to be empty."""
    found = feed(make_publication([]))
    assert found["items"] == []
    assert found["description"].endswith(". Bisher gibt es keine.")


def test_items_are_lines_so_that_a_difference_can_be_read():
    """One line for the feed, one for each item, and what closes it."""
    data = by_path(json_feed.render(make_publication(make_posts(3)), WORDS))["feeds/posts.json"]
    lines = data.decode().split("\n")
    assert len(lines) == 1 + 3 + 2
    assert lines[-2:] == ["]}", ""]
    assert all(json.loads(line.removesuffix(",")) for line in lines[1:4])
