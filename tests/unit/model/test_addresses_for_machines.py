"""Addresses that no page shows: ids of feeds, old addresses, telephone and mail links."""

import pytest
from tests.factories import make_post, make_site

from aushang.model.addresses import EVERYTHING, Scope, mail, of_redirect, telephone
from aushang.model.permanent_ids import feed_id, tag_id


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (EVERYTHING, "tag:kraftraum.example,2026:feeds/en/all/posts"),
        (Scope("service", "sauna"), "tag:kraftraum.example,2026:feeds/en/service/sauna/posts"),
    ],
)
def test_a_feed_has_an_id_of_its_own(scope, expected):
    """It is made of the site's tag and what the feed is about, so it outlives its address."""
    assert feed_id(make_site(), scope, "posts", "en") == expected


def test_no_post_can_take_the_id_of_a_feed():
    """Even a post called `feeds` with an update is something else."""
    post = make_post("feeds")
    ids = {tag_id(make_site(), post), tag_id(make_site(), post, "update-20261121T090000Z")}
    assert feed_id(make_site(), EVERYTHING, "updates", "de") not in ids


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/alt/pfad.html", "alt/pfad.html"),
        ("/alt/pfad.htm", "alt/pfad.htm"),
        ("/alt/", "alt/"),
        ("/alt", "alt/"),
        ("/alt//b", "alt/b/"),
        ("/alt/index.php", "alt/index.php/"),
        ("/%C3%B6ffnung/", "öffnung/"),
        ("/a.html/", "a.html/"),
        ("/alt/#stelle", "alt/"),
        ("/", ""),
        ("", ""),
        ("alt/", ""),
        ("/../x/", ""),
        ("/a/%2e%2e/%2e%2e/x", ""),
        ("/a/./b", ""),
        ("/a\\b/", ""),
        ("/a%5C..%5Cb/", ""),
        ("/C%3A/x", ""),
        ("/a%00b", ""),
        ("/alt/?p=3", ""),
        ("//other.example/x/", ""),
        ("https://other.example/x/", ""),
        ("http://[x/", ""),
    ],
)
def test_an_old_address_is_a_path_within_the_site_or_nothing(address, path):
    """Whatever leads out, belongs elsewhere or needs a server is refused."""
    assert of_redirect(address) == path


def test_a_number_and_a_mail_address_become_links():
    """RFC 3966 and RFC 6068: no blanks, no characters that mean something in an address."""
    assert telephone("+49 (30) 555-01 11") == "tel:+49305550111"
    assert mail("jana.weiß+a?b@kraftraum.example") == (
        "mailto:jana.wei%C3%9F+a%3Fb@kraftraum.example"
    )
