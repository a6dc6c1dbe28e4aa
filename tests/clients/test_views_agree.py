"""Feeds and the API are views of one post: same id, address, title and times."""

import json
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from tests.factories import by_path, make_bilingual_post, make_posts, make_publication, make_update
from tests.plain_words import WORDS

from aushang.outputs import api, atom, json_feed, rss

ROOT = "https://aktuell.kraftraum.example/"
MODULES = {"rss": rss, "atom": atom, "json": json_feed, "api": api}


@pytest.fixture
def views():
    """A publication with updates and a correction, as feeds and API."""
    posts = (
        *make_posts(9),
        make_bilingual_post(
            updated="2026-11-20T12:00",
            updates=(
                make_update("2026-11-20T18:00", english="Wait."),
                make_update("2026-11-21T10:00", english="Done."),
            ),
        ),
    )
    publication = make_publication(posts)
    return {name: by_path(module.render(publication, WORDS)) for name, module in MODULES.items()}


def posts_in(files):
    """The posts of the API, each from its own file."""
    for path in files:
        folder, _, name = path.rpartition("/")
        if folder == "api/v1/posts" and name != "index.json":
            yield json.loads(files[path])["data"]


def seen_in_feed(item):
    """Id, address, title, publication and language-independent time of the last change."""
    times = [parse(item[name]) for name in ("published", "updated") if name in item]
    return item.id, item.link, item.title, times


def seen_in_json(item):
    """The same of an item of JSON Feed."""
    times = [parse(item["date_published"]), parse(item["date_modified"])]
    return item["id"], item["url"], item["title"], times


def parse(text):
    """A time of RFC 3339 or RFC 5322."""
    return parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)


@pytest.mark.parametrize("language", ["de", "en"])
def test_posts_agree_in_all_views(views, language):
    """Every post of the posts feeds is in the API with the same id, address, title and times."""
    prefix = "" if language == "de" else "en/"
    expected = []
    for post in posts_in(views["api"]):
        text = post["texts"][language]
        times = [parse(post["published"]), parse(post["modified"])]
        expected.append((post["guid"], text["url"], text["title"], times))
    expected.sort(key=lambda seen: (seen[3][0], seen[0]), reverse=True)
    items = feedparser.parse(views["atom"][f"{prefix}feeds/posts.atom"]).entries
    assert [seen_in_feed(item) for item in items] == expected
    items = feedparser.parse(views["rss"][f"{prefix}feeds/posts.rss"]).entries
    without_change = [(*seen[:3], seen[3][:1]) for seen in expected]
    assert [seen_in_feed(item) for item in items] == without_change
    items = json.loads(views["json"][f"{prefix}feeds/posts.json"])["items"]
    assert [seen_in_json(item) for item in items] == expected


@pytest.mark.parametrize("language", ["de", "en"])
def test_updates_agree_in_all_views(views, language):
    """Every update of the API is an item of the updates feeds with its id, address and time."""
    prefix = "" if language == "de" else "en/"
    expected = set()
    for post in posts_in(views["api"]):
        for update in post["updates"]:
            url = update["texts"][language]["url"]
            expected.add((update["guid"], url, parse(update["at"])))
    for suffix in ("rss", "atom"):
        items = feedparser.parse(views[suffix][f"{prefix}feeds/updates.{suffix}"]).entries
        found = {(item.id, item.link, parse(item.published)) for item in items}
        assert len(expected) == 11
        assert {seen for seen in found if "#" in seen[1]} == expected
    items = json.loads(views["json"][f"{prefix}feeds/updates.json"])["items"]
    found = {(item["id"], item["url"], parse(item["date_published"])) for item in items}
    assert {seen for seen in found if "#" in seen[1]} == expected


@pytest.mark.parametrize("name", ["index", "pages/0001"])
def test_lists_say_of_a_post_what_its_own_file_says(views, name):
    """A line of a list and the post's file agree on every field that both have."""
    lines = json.loads(views["api"][f"api/v1/posts/{name}.json"])["data"]
    assert len(lines) == 10
    for line in lines:
        post = json.loads(views["api"][line["file"].removeprefix(ROOT)])["data"]
        for field in line.keys() & post.keys() - {"services", "locations", "texts"}:
            assert line[field] == post[field], field
        for language, text in line["texts"].items():
            assert text.items() <= post["texts"][language].items()
        assert line["services"] == [service["id"] for service in post["services"]]
