"""What is known of a written site."""

import gc
from weakref import ref

import pytest
from tests.factories import make_publication, make_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written import Facts, WrittenFile, WrittenSite
from aushang.checks.written.facts import Form, Reference
from aushang.checks.written.index import index_of
from aushang.model import Kind


class Held(dict[str, Facts]):
    """Facts that can be watched."""


def test_facts_go_with_the_site() -> None:
    """Nothing holds them in a circle: those of ten thousand posts would stay for the switch."""
    page = Facts(form=Form.HTML, references=(Reference("nix/", "a"),))
    facts = Held({"index.html": page, "a/index.html": page})
    watched = ref(facts)
    files = {path: WrittenFile(Kind.PAGE, "text/html", (path,)) for path in facts}
    gc.disable()
    try:
        written = WrittenSite.of(files, facts, make_site())
        found = check_artifacts(make_publication(), written)
        index = index_of(written)
        assert watched() is facts
        del written, facts
        assert watched() is None
    finally:
        gc.enable()
    assert {one.code for one in found} == {"AU201", "AU220"}
    assert index.suspects == {"index.html", "a/index.html"}


@pytest.mark.parametrize(
    ("address", "is_misplaced"),
    [
        ("https://a.example/m%C3%BCnchen/feeds/posts.rss", False),
        ("https://a.example/m%c3%bcnchen/feeds/posts.rss", False),
        ("https://a.example/feeds/posts.rss", True),
    ],
)
def test_a_feed_lives_at_its_address_however_that_is_spelt(
    address: str, *, is_misplaced: bool
) -> None:
    """A site below a path with umlauts has them encoded, as its feeds do."""
    path = "feeds/posts.rss"
    files = {path: WrittenFile(Kind.FEED, "application/rss+xml", (path,))}
    facts = {path: Facts(form=Form.XML, address=address)}
    written = WrittenSite.of(files, facts, make_site(url="https://a.example/m%C3%BCnchen/"))
    expected = [(path, address)] if is_misplaced else []
    assert list(written.misplaced_feeds()) == expected
