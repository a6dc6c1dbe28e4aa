"""Which entries stand in which feed."""

from datetime import timedelta

import pytest
from tests.factories import (
    NOW,
    berlin,
    make_bilingual_post,
    make_body,
    make_post,
    make_posts,
    make_publication,
    make_site,
    make_text,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs.feeds import feeds
from aushang.outputs.words import Stream


def feed(publication, scope=EVERYTHING, stream=Stream.POSTS, language="de"):
    """One of the publication's feeds."""
    return next(
        feed
        for feed in feeds(publication, WORDS, ("de", "en"))
        if (feed.scope, feed.stream, feed.language) == (scope, stream, language)
    )


def ids(publication, scope=EVERYTHING, stream=Stream.POSTS, language="de"):
    """The last parts of the ids of a feed's entries."""
    prefix = "tag:kraftraum.example,2026:"
    return [
        entry.id.removeprefix(prefix)
        for entry in feed(publication, scope, stream, language).entries
    ]


def test_every_scope_has_both_streams_in_each_language():
    """Everything, two services, two places and seven types, times two streams, times two."""
    assert len(list(feeds(make_publication(), WORDS, ("de", "en")))) == (1 + 2 + 2 + 7) * 2 * 2


def test_posts_come_newest_first_and_end_at_thirty():
    """A posts feed holds the newest thirty posts."""
    publication = make_publication(make_posts(40))
    assert ids(publication) == [f"post-{number:04}" for number in range(30)]


def test_updates_come_newest_first_and_end_at_fifty():
    """An updates feed holds the newest fifty words, announcements and updates in one row."""
    publication = make_publication(make_posts(40))
    found = feed(publication, stream=Stream.UPDATES).entries
    assert len(found) == 50
    assert [entry.published for entry in found] == sorted(
        (entry.published for entry in found), reverse=True
    )
    assert ids(publication, stream=Stream.UPDATES)[1] == "post-0000"


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (EVERYTHING, ["everywhere", "mitte", "kurse"]),
        (Scope("service", "sauna"), ["everywhere", "mitte"]),
        (Scope("service", "kurse"), ["everywhere", "kurse"]),
        (Scope("location", "mitte"), ["everywhere", "mitte", "kurse"]),
        (Scope("location", "ost"), ["everywhere", "kurse"]),
        (Scope("type", "price"), []),
    ],
)
def test_a_scope_holds_what_concerns_it(scope, expected):
    """A post without services or places concerns all of them."""
    posts = [
        make_post("everywhere", services=(), locations=(), published="2026-11-20T12:00"),
        make_post("mitte", published="2026-11-20T11:00"),
        make_post("kurse", services=("kurse",), locations=(), published="2026-11-20T10:00"),
    ]
    publication = make_publication(posts)
    assert ids(publication, scope) == expected
    assert ids(publication, scope, Stream.UPDATES) == expected


def test_a_language_holds_only_what_is_written_in_it():
    """An untranslated post stands in the German feed alone, in either stream."""
    posts = [make_post("german", updates=(make_update(),)), make_bilingual_post("both")]
    publication = make_publication(posts)
    assert sorted(ids(publication)) == ["both", "german"]
    assert ids(publication, language="en") == ["both"]
    assert ids(publication, stream=Stream.UPDATES, language="en") == ["both"]


def test_what_is_not_said_yet_is_in_no_feed():
    """Neither a planned post nor a planned update appears before its time."""
    later = NOW + timedelta(hours=1)
    posts = [make_post("later", published=later), make_post("now", updates=(make_update(later),))]
    publication = make_publication(posts)
    assert ids(publication) == ["now"]
    assert ids(publication, stream=Stream.UPDATES) == ["now"]


@pytest.mark.parametrize(
    ("tag", "since"),
    [
        ("kraftraum.example,2026", "2026-01-01"),
        ("kraftraum.example,2025-11", "2025-11-01"),
        ("post@kraftraum.example,2025-11-20", "2025-11-20"),
    ],
)
def test_an_empty_feed_is_as_old_as_the_sites_ids(tag, since):
    """Nothing that is said elsewhere moves the date of an empty feed; no clock is asked."""
    for posts in ((), make_posts(3, type="news"), [make_post("old", published="2019-01-01")]):
        empty = feed(make_publication(posts, site=make_site(tag=tag)), Scope("type", "price"))
        assert empty.entries == ()
        assert empty.description.endswith(". Bisher gibt es keine.")
        assert empty.updated == berlin(since)


def test_feeds_share_their_entries():
    """An entry is one object in all the feeds it stands in, so a format spells it out once."""
    publication = make_publication(make_posts(5))
    made: dict[tuple[str, str, str], set[int]] = {}
    kept = list(feeds(publication, WORDS, ("de", "en")))
    for found in kept:
        for entry in found.entries:
            key = (found.language, found.stream, entry.id)
            made.setdefault(key, set()).add(id(entry))
    assert len(made) == 2 * (5 + 10)
    assert all(len(objects) == 1 for objects in made.values())


def test_an_edit_moves_no_other_feed():
    """A corrected post changes the feeds that it stands in and no others."""
    posts = [
        make_post("price", type="price", services=("kurse",), locations=("ost",)),
        make_post("sauna"),
    ]
    before = {feed.id: feed for feed in feeds(make_publication(posts), WORDS, ("de", "en"))}
    texts = {"de": make_text("de", "Anders", body=make_body("Anders"), slug="sauna")}
    posts[1] = make_post("sauna", texts=texts, updated="2026-11-21T09:00")
    changed = {
        feed.scope
        for feed in feeds(make_publication(posts), WORDS, ("de", "en"))
        if seen(feed) != seen(before[feed.id])
    }
    assert changed == {
        EVERYTHING,
        Scope("service", "sauna"),
        Scope("location", "mitte"),
        Scope("type", "reopening"),
    }


def seen(feed):
    """What of a feed reaches its bytes."""
    return feed.updated, [(entry.title, entry.html, entry.updated) for entry in feed.entries]
