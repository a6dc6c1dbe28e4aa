"""The feeds in the PyPI package `reader`, over several publishes."""

import pytest
from reader import make_reader
from tests.factories import by_path, make_post, make_publication, make_update
from tests.plain_words import WORDS

from aushang.outputs import atom, json_feed, rss

FORMATS = {"rss": rss, "atom": atom, "json": json_feed}


@pytest.fixture(params=FORMATS)
def subscription(request, tmp_path):
    """A subscriber: `publish(publication)` writes the feeds and lets them look."""
    suffix = request.param

    class Subscription:
        def __init__(self):
            self.reader = make_reader(":memory:", feed_root=str(tmp_path))
            self.counts = {}

        def publish(self, publication):
            for path, data in by_path(FORMATS[suffix].render(publication, WORDS)).items():
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            for stream in ("posts", "updates"):
                self.reader.add_feed(f"feeds/{stream}.{suffix}", exist_ok=True)
            self.counts = {}
            for result in self.reader.update_feeds_iter(scheduled=False):
                assert not isinstance(result.value, Exception), result.value
                stream = result.url.rpartition("/")[2].partition(".")[0]
                self.counts[stream] = (
                    (result.value.new, result.value.modified) if result.value else (0, 0)
                )

        def entries(self, stream):
            return list(self.reader.get_entries(feed=f"feeds/{stream}.{suffix}", sort="recent"))

    made = Subscription()
    yield made
    made.reader.close()


def test_a_second_look_at_the_same_site_brings_nothing(subscription):
    """Publishing again without a change makes nothing unread."""
    subscription.publish(make_publication())
    assert subscription.counts == {"posts": (1, 0), "updates": (2, 0)}
    subscription.publish(make_publication())
    assert subscription.counts == {"posts": (0, 0), "updates": (0, 0)}


def test_a_new_update_is_a_new_item_only_in_the_updates_feed(subscription):
    """The posts feed replaces the text of its item; the updates feed brings one more."""
    post = make_post(updates=(make_update("2026-11-20T18:00"),))
    subscription.publish(make_publication([post]))
    both = (make_update("2026-11-20T18:00"), make_update("2026-11-21T10:00", "Alles wieder gut."))
    subscription.publish(make_publication([make_post(updates=both)]))
    assert subscription.counts["posts"] == (0, 1)
    assert subscription.counts["updates"][0] == 1
    newest = subscription.entries("updates")[0]
    assert newest.id == "tag:kraftraum.example,2026:2026-11-20-sauna-mitte/update-20261121T090000Z"
    assert newest.link.endswith("/meldungen/2026-11-20-sauna-mitte/#update-20261121T090000Z")
    assert "Alles wieder gut." in newest.get_content(prefer_summary=False).value
    assert "Alles wieder gut." in subscription.entries("posts")[0].content[0].value


def test_a_corrected_title_keeps_the_item(subscription):
    """Correcting a typing error replaces the words and brings up nothing again."""
    subscription.publish(make_publication([make_post(title="Suana offen")]))
    subscription.publish(make_publication([make_post(title="Sauna offen")]))
    assert subscription.counts == {"posts": (0, 1), "updates": (0, 1)}
    assert [entry.title for entry in subscription.entries("posts")] == ["Sauna offen"]
