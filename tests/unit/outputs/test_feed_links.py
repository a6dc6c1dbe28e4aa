"""Feed links for pages: autodiscovery and the subscribe page."""

from tests.factories import by_path, make_publication
from tests.plain_words import WORDS

from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs import atom, json_feed, rss
from aushang.outputs.feed_links import feeds_of
from aushang.outputs.scopes import scopes_of
from aushang.outputs.shell import FeedLink


def test_a_scope_has_six_feeds_with_titles_that_tell_them_apart():
    """Posts and updates, each as RSS, Atom and JSON Feed."""
    scope = Scope("location", "mitte")
    assert feeds_of(make_publication(), "en", scope, WORDS["en"]) == (
        FeedLink(
            "Kraftraum: Posts on Mitte (RSS)",
            "application/rss+xml",
            "en/feeds/locations/mitte/posts.rss",
        ),
        FeedLink(
            "Kraftraum: Posts on Mitte (Atom)",
            "application/atom+xml",
            "en/feeds/locations/mitte/posts.atom",
        ),
        FeedLink(
            "Kraftraum: Posts on Mitte (JSON Feed)",
            "application/feed+json",
            "en/feeds/locations/mitte/posts.json",
        ),
        FeedLink(
            "Kraftraum: All updates on Mitte (RSS)",
            "application/rss+xml",
            "en/feeds/locations/mitte/updates.rss",
        ),
        FeedLink(
            "Kraftraum: All updates on Mitte (Atom)",
            "application/atom+xml",
            "en/feeds/locations/mitte/updates.atom",
        ),
        FeedLink(
            "Kraftraum: All updates on Mitte (JSON Feed)",
            "application/feed+json",
            "en/feeds/locations/mitte/updates.json",
        ),
    )


def test_everything_has_a_title_without_a_scope():
    """The feeds of the whole site are called after the site."""
    first = feeds_of(make_publication(), "de", EVERYTHING, WORDS["de"])[0]
    assert first == FeedLink("Kraftraum: Meldungen (RSS)", "application/rss+xml", "feeds/posts.rss")


def test_the_links_are_exactly_the_feeds_that_are_written():
    """No link leads nowhere, and no feed goes without a link."""
    publication = make_publication()
    linked = {
        link.path
        for language in publication.site.languages
        for scope in scopes_of(publication)
        for link in feeds_of(publication, language, scope, WORDS[language])
    }
    modules = (rss, atom, json_feed)
    assert linked == {path for one in modules for path in by_path(one.render(publication, WORDS))}
