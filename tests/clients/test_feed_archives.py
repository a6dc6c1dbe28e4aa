"""All that was ever said, through readers that are not ours, from the feed to the first archive."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import feedparser
import pytest
from lxml import etree
from reader import Reader, make_reader
from tests.clients.test_atom_grammar import GRAMMAR
from tests.factories import make_bilingual_post, make_post, make_posts, make_publication, make_text
from tests.plain_words import WORDS

from aushang.model import Post
from aushang.outputs.feed_units import feed_units

ROOT = "https://aktuell.kraftraum.example/"
FORMATS = ("rss", "atom", "json")
HOSTILE = "]]> & <b>"
POSTS = (
    *make_posts(95),
    *(make_post(f"german-{number:03}") for number in range(20)),
    make_bilingual_post(
        "hostile",
        texts={one: make_text(one, HOSTILE, slug="hostile") for one in ("de", "en")},
        published="2026-01-01",
    ),
)

Found = dict[str, bytes]


@pytest.fixture(scope="module", params=["de", "en"])
def site(request: pytest.FixtureRequest) -> tuple[Found, str, list[Post]]:
    """Feeds and archives by path, the folder of the language, and the posts written in it."""
    language = request.param
    publication = make_publication(POSTS)
    units = feed_units(publication, WORDS[language], language)
    found = {made.path: made.data for unit in units for made in unit.make()}
    written = [post for post in publication.posts if language in post.texts]
    return found, "" if language == "de" else "en/", written


def walk(found: Found, path: str, older: Callable[[bytes], str]) -> Iterator[str]:
    """The paths of a feed and its archives, as a client goes through them."""
    while path:
        yield path
        path = older(found[path]).removeprefix(ROOT)


def older_in_xml(data: bytes) -> str:
    """Where feedparser finds the archive before."""
    links = feedparser.parse(data).feed.links
    return next((link.href for link in links if link.rel == "prev-archive"), "")


def older_in_json(data: bytes) -> str:
    """The same in JSON Feed."""
    url = json.loads(data).get("next_url", "")
    assert isinstance(url, str)
    return url


def ids(written: list[Post]) -> set[str]:
    """The ids that feeds give them."""
    return {f"tag:kraftraum.example,2026:{post.id}" for post in written}


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_feedparser_finds_every_post(site: tuple[Found, str, list[Post]], suffix: str) -> None:
    """In no archive twice; an entry of the newest may stand in the feed as well."""
    found, folder, written = site
    feed, *paths = walk(found, f"{folder}feeds/posts.{suffix}", older_in_xml)
    assert len(paths) == (len(written) - 1) // 30
    archived = []
    for path in paths:
        parsed = feedparser.parse(found[path])
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert parsed.feed.link == f"{ROOT}{folder}"
        archived += [entry.id for entry in parsed.entries]
    assert len(set(archived)) == len(archived) == 30 * len(paths)
    live = [entry.id for entry in feedparser.parse(found[feed]).entries]
    assert set(archived) | set(live) == ids(written)


@pytest.mark.parametrize("scope", ["", "services/sauna/", "locations/mitte/"])
def test_reader_finds_every_post_in_json_feeds(
    site: tuple[Found, str, list[Post]], scope: str, tmp_path: Path
) -> None:
    """Of everything, of a service and of a place; each item has an address, a title and words."""
    found, folder, written = site
    with make_reader(":memory:", feed_root=str(tmp_path)) as reader:
        paths = list(walk(found, f"{folder}feeds/{scope}posts.json", older_in_json))
        subscribe(reader, {path: found[path] for path in paths}, tmp_path)
        entries = list(reader.get_entries())
    assert len(paths) == 1 + (len(written) - 1) // 30
    assert {entry.id for entry in entries} == ids(written)
    assert all(entry.link and entry.title and entry.get_content() for entry in entries)
    titles = {entry.id.rpartition(":")[2]: entry.title for entry in entries}
    assert titles["hostile"] == HOSTILE
    assert len({entry.id for entry in entries if entry.feed_url != paths[0]}) == 30 * len(paths[1:])


def subscribe(reader: Reader, files: Found, folder: Path) -> None:
    """Write the files and let the reader take each for a feed."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        reader.add_feed(path)
    for result in reader.update_feeds_iter(scheduled=False):
        assert not isinstance(result.value, Exception), result.value


def test_archives_meet_the_grammar_of_atom(site: tuple[Found, str, list[Post]]) -> None:
    """RFC 4287 lets a feed hold elements of other name spaces."""
    found, _, _ = site
    archives = {path: data for path, data in found.items() if path.endswith(".atom")}
    assert any(b"<fh:archive/>" in data for data in archives.values())
    for path, data in archives.items():
        assert GRAMMAR.validate(etree.fromstring(data)), f"{path}: {GRAMMAR.error_log}"


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_archive_says_what_the_feed_said(
    site: tuple[Found, str, list[Post]], suffix: str, tmp_path: Path
) -> None:
    """Same id, address, title, summary, times, author and categories; only the text is gone."""
    found, folder, _ = site
    paths = [f"{folder}feeds/posts.{suffix}"]
    paths += [path for path in found if path.startswith(f"{folder}feeds/posts/") and suffix in path]
    with make_reader(":memory:", feed_root=str(tmp_path)) as reader:
        subscribe(reader, {path: found[path] for path in paths}, tmp_path)
        live = {one.id: one for one in reader.get_entries(feed=paths[0])}
        archived = [
            one for path in paths[1:] for one in reader.get_entries(feed=path) if one.id in live
        ]
    assert archived
    for one in archived:
        other = live[one.id]
        for name in ("link", "title", "published", "updated", "authors_str"):
            assert getattr(one, name) == getattr(other, name), name
        assert (one.get_content() or one).value != other.get_content().value
