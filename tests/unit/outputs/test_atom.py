"""Atom feeds: what the grammar does not say."""

from lxml import etree
from tests.factories import by_path, make_contact, make_post, make_publication, make_site
from tests.plain_words import WORDS

from aushang.model import Kind, Localised
from aushang.outputs import atom

NAMES = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(publication, path="feeds/posts.atom"):
    """One feed as a tree."""
    return etree.fromstring(by_path(atom.render(publication, WORDS))[path])


def test_an_atom_artifact_is_a_feed_of_this_module():
    """Path, media type, kind and claimant stand in the artifact."""
    first = next(atom.render(make_publication(), WORDS))
    assert first.path == "feeds/posts.atom"
    assert first.media_type == "application/atom+xml"
    assert first.kind is Kind.FEED
    assert first.sources == ("aushang.outputs.atom",)


def test_a_feed_names_itself_its_page_and_its_language():
    """Self link first, then the page; `xml:lang` holds for the whole feed."""
    root = feed(make_publication(), "en/feeds/services/sauna/updates.atom")
    assert root.get(LANGUAGE) == "en"
    assert [dict(link.attrib) for link in root.findall("a:link", NAMES)] == [
        {
            "href": "https://aktuell.kraftraum.example/en/feeds/services/sauna/updates.atom",
            "rel": "self",
            "type": "application/atom+xml",
        },
        {
            "href": "https://aktuell.kraftraum.example/en/services/sauna/",
            "rel": "alternate",
            "type": "text/html",
            "hreflang": "en",
        },
    ]


def test_updated_is_the_newest_word_and_published_the_first():
    """A correction moves `updated` and leaves `published`."""
    root = feed(make_publication([make_post(updated="2026-11-20T11:00")]))
    assert root.findtext("a:entry/a:published", namespaces=NAMES) == "2026-11-20T09:00:00+01:00"
    assert root.findtext("a:entry/a:updated", namespaces=NAMES) == "2026-11-20T11:00:00+01:00"
    assert root.findtext("a:updated", namespaces=NAMES) == "2026-11-20T11:00:00+01:00"


def test_a_person_carries_name_mail_and_page():
    """Readers show whom to ask."""
    publication = make_publication(
        contacts={"jana-weiss": make_contact(url="https://kraftraum.example/jana")}
    )
    author = feed(publication).find("a:entry/a:author", NAMES)
    assert {part.tag.rpartition("}")[2]: part.text for part in author} == {
        "name": "Jana Weiß",
        "email": "jana.weiss@kraftraum.example",
        "uri": "https://kraftraum.example/jana",
    }


def test_a_feed_id_stays_when_the_site_moves():
    """Feed and entry ids are made of the site's tag, not of its address."""
    old = feed(make_publication())
    new = feed(make_publication(site=make_site(url="https://neu.example/news/")))
    for path in ("a:id", "a:entry/a:id"):
        assert old.findtext(path, namespaces=NAMES) == new.findtext(path, namespaces=NAMES)
    assert old.findtext("a:id", namespaces=NAMES) == "tag:kraftraum.example,2026:feeds/de/all/posts"


def test_the_site_answers_where_no_contact_is_known():
    """Without a person the entry has no author of its own; the feed's holds for it."""
    publication = make_publication([make_post(contact="nobody")], contacts={})
    root = feed(publication)
    assert root.find("a:entry/a:author", NAMES) is None
    assert root.findtext("a:author/a:name", namespaces=NAMES) == "Kraftraum"


def test_the_name_of_the_site_is_in_the_feeds_language():
    """A site with two names uses each where it belongs."""
    site = make_site(name=Localised({"de": "Kraftraum", "en": "Power room"}))
    root = feed(make_publication(site=site), "en/feeds/posts.atom")
    assert root.findtext("a:title", namespaces=NAMES) == "Power room: Posts"
