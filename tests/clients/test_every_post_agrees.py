"""Each post of the sample: page, feeds, calendar, API and Statuspage say the same of it.

That is its id, its title, its address, when it was said and when the last word on it was. Each view
is read by a program that is not ours, or as plain JSON, and held against the file of the API.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import feedparser
import pytest
from icalendar import Calendar, Event
from tests.factories import berlin, by_path
from tests.mkdocs_shell import shell
from tests.sample_publication import CHECKOUT, sample

from aushang.model import Artifact, Post
from aushang.outputs import api, pages
from aushang.outputs.feed_words import feed_words
from aushang.outputs.units import list_units

NOW = berlin("2026-12-16T12:00")
"""When the last post of the sample has been published."""
IDS = sorted(
    file.stem for file in (CHECKOUT / "content/posts").rglob("*.md") if "." not in file.stem
)
ROOT = "https://aktuell.kraftraum.example/"
TOLD = frozenset({"closure", "disruption", "maintenance"})
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class View(NamedTuple):
    """What a view says; None where it has no room for a word."""

    id: str | None
    title: str | None
    url: str
    published: datetime
    modified: datetime | None


@cache
def files() -> dict[str, bytes]:
    """The feeds of each type, the calendar, the API and Statuspage's files, by path."""
    publication = sample(NOW)
    wanted = ("feed:type:", "calendar:all", "statuspage")
    made = [
        artifact
        for unit in list_units(publication)
        if unit.name.startswith(wanted)
        for artifact in unit.make()
        if isinstance(artifact, Artifact)
    ]
    return by_path([*made, *api.post_files(publication, feed_words(publication.site))])


@cache
def page(path: str) -> bytes:
    """The page of a post in the theme."""
    return _pages()[f"{path}index.html"]


@cache
def _pages() -> dict[str, bytes]:
    publication = sample(NOW)
    frames = pages.frames(publication)
    leaves = pages.post_leaves(publication)
    return by_path(pages.put(leaf, shell(), frames) for leaf in leaves)


def post_of(id_: str) -> Post:
    """The post as it was read."""
    return next(post for post in sample(NOW).posts if post.id == id_)


def record(id_: str) -> Any:
    """The post in the API."""
    return json.loads(files()[f"api/v1/posts/{id_}.json"])["data"]


def moment(text: str) -> datetime:
    """A time of RFC 3339 or RFC 5322."""
    return parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)


def expected(id_: str, language: str) -> View:
    """What the API says."""
    post = record(id_)
    text = post["texts"][language]
    times = moment(post["published"]), moment(post["modified"])
    return View(post["guid"], text["title"], text["url"], *times)


def on_page(url: str) -> View:
    """What search engines are told on the post's own page."""
    found = LINKED.findall(page(url.removeprefix(ROOT)).decode())
    (article,) = [one for one in map(json.loads, found) if one["@type"] == "NewsArticle"]
    times = moment(article["datePublished"]), moment(article["dateModified"])
    return View(None, article["headline"], article["url"], *times)


@cache
def entries(path: str) -> list[Any]:
    """The entries of a feed."""
    return list(feedparser.parse(files()[path]).entries)


@cache
def events(path: str) -> list[Event]:
    """The events of a calendar."""
    return list(Calendar.from_ical(files()[path]).walk("VEVENT"))


def in_feeds(id_: str, language: str) -> Iterator[View]:
    """What RSS, Atom and JSON Feed say."""
    folder = f"{'' if language == 'de' else 'en/'}feeds/types/{record(id_)['type']}/posts"
    guid = record(id_)["guid"]
    for suffix in ("rss", "atom"):
        (entry,) = [one for one in entries(f"{folder}.{suffix}") if one.id == guid]
        modified = moment(entry.updated) if suffix == "atom" else None
        yield View(entry.id, entry.title, entry.link, moment(entry.published), modified)
    (item,) = [one for one in json.loads(files()[f"{folder}.json"])["items"] if one["id"] == guid]
    times = moment(item["date_published"]), moment(item["date_modified"])
    yield View(item["id"], item["title"], item["url"], *times)


def in_calendar(id_: str, language: str) -> View | None:
    """What the calendar says, if the post has a place in it.

    A title may have a word of ours before it or behind it, such as “(bis auf Weiteres)”.
    """
    path = f"{'' if language == 'de' else 'en/'}feeds/calendar.ics"
    post = record(id_)
    for event in events(path):
        if event["UID"] == f"{id_}@kraftraum.example":
            title, summary = post["texts"][language]["title"], str(event["SUMMARY"])
            said = title if title in summary else summary
            times = event["CREATED"].dt, event["LAST-MODIFIED"].dt
            return View(post["guid"], said, event["URL"], *times)
    return None


def for_statuspage(id_: str) -> View | None:
    """What programs for Statuspage are told; what happened without a word is no word."""
    for name, key in (
        ("incidents", "incidents"),
        ("scheduled-maintenances", "scheduled_maintenances"),
    ):
        for one in json.loads(files()[f"statuspage/api/v2/{name}.json"])[key]:
            if one["id"] == id_:
                said = [
                    moment(word["updated_at"])
                    for word in one["incident_updates"]
                    if word["id"].endswith("/published") or "/update-" in word["id"]
                ]
                times = moment(one["created_at"]), max(said)
                return View(None, one["name"], one["shortlink"], *times)
    return None


def agreed(view: View, wanted: View) -> bool:
    """Whether a view says what is wanted as far as it has room for it."""
    return all(said in (None, told) for said, told in zip(view, wanted, strict=True))


@pytest.mark.parametrize("id_", IDS)
def test_all_views_of_a_post_agree(id_: str) -> None:
    """In each of its languages; the ids are the post's own."""
    assert record(id_)["id"] == id_
    for language in record(id_)["texts"]:
        wanted = expected(id_, language)
        assert wanted.id == f"tag:kraftraum.example,2026:{id_}"
        views = [on_page(wanted.url), *in_feeds(id_, language), in_calendar(id_, language)]
        for view in views:
            assert view is None or agreed(view, wanted), view


@pytest.mark.parametrize("id_", IDS)
def test_statuspage_tells_what_belongs_there_and_nothing_else(id_: str) -> None:
    """What has begun of closures and disruptions, all planned work, and no good news."""
    view, post = for_statuspage(id_), post_of(id_)
    is_begun = post.type == "maintenance" or (post.starts or post.published) <= NOW
    is_full = post.type == "availability" and post.effect == "full"
    assert (view is not None) == ((post.type in TOLD or is_full) and is_begun)
    if view:
        assert agreed(view, expected(id_, "de")), view


def test_there_are_posts_in_every_view() -> None:
    """The views were not all empty."""
    assert len(IDS) == len(sample(NOW).posts) > 40
    assert sum(in_calendar(id_, "de") is not None for id_ in IDS) > 10
    assert sum(for_statuspage(id_) is not None for id_ in IDS) > 15


def test_the_sample_is_where_it_is_looked_for() -> None:
    """Its ids are the names of its files."""
    assert {Path(post.source.path).stem for post in sample(NOW).posts} == set(IDS)
