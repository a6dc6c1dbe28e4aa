"""JSON Feeds against what the specification of version 1.1 demands."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.clients.test_atom_grammar import publications
from tests.factories import by_path, make_posts, make_publication
from tests.plain_words import WORDS

from aushang.outputs import json_feed
from aushang.outputs.feed_units import feed_units

SCHEMA = json.loads(Path(__file__).with_name("json_feed.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


@pytest.mark.parametrize("name", publications())
def test_every_feed_meets_the_specification(name: str) -> None:
    """Whatever the content holds."""
    for path, data in by_path(json_feed.render(publications()[name], WORDS)).items():
        assert [error.message for error in VALIDATOR.iter_errors(json.loads(data))] == [], path


def test_every_archive_meets_it() -> None:
    """An archive is a feed, too, and leads to another file than itself."""
    units = feed_units(make_publication(make_posts(61)), WORDS["de"], "de")
    made = [one for unit in units for one in unit.make() if one.path.endswith(".json")]
    assert sum("/posts/" in one.path for one in made) > 4
    for one in made:
        feed = json.loads(one.data)
        assert [error.message for error in VALIDATOR.iter_errors(feed)] == [], one.path
        assert feed.get("next_url") != feed["feed_url"]
        assert one.media_type == "application/feed+json"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'"content_html":', b'"content":'),
        (b'"date_published":"2026-', b'"date_published":"26-'),
        (b'"id":"', b'"id":7,"_x":"'),
        (b'"language":"de"', b'"language":"deutsch (Berlin)"'),
        (b'"_aushang":', b'"aushang":'),
        (b"version/1.1", b"version/1"),
    ],
)
def test_the_schema_refuses_what_is_wrong(right: bytes, wrong: bytes) -> None:
    """It can fail: one wrong thing in a good feed is enough."""
    data = by_path(json_feed.render(make_publication(), WORDS))["feeds/posts.json"]
    assert right in data
    assert not VALIDATOR.is_valid(json.loads(data.replace(right, wrong, 1)))
