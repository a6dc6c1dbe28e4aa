"""Whatever stands in a page or an address, judging it never raises and never leaves the site."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_site

from aushang.checks.written.broken import judged, page_of
from aushang.checks.written.markup import page_facts
from aushang.checks.written.resolution import Resolver
from aushang.checks.written.srcset import candidates
from aushang.checks.written.strings import references_in

URLS = st.one_of(
    st.text(),
    st.text(alphabet="/.\\#?:%2eEfF@ahtps[]&;,\t\n "),
    st.builds(
        "https://{}/news/{}".format,
        st.sampled_from(["a.example", "A.EXAMPLE:443", "[::1"]),
        st.text(),
    ),
)
SITE = make_site(url="https://a.example/news/")


@given(URLS, URLS)
def test_resolving_any_address(url: str, base_href: str) -> None:
    """A place of ours is a path without a slash in front; anything else is nobody's."""
    resolver = Resolver(SITE)
    target = resolver.target(url, resolver.base_of("meldungen/a/", base_href))
    again = resolver.target(url, resolver.base_of("meldungen/a/", base_href))
    assert target == again
    if target is not None:
        assert ".." not in target.path.split("/")


@given(st.text())
def test_candidates_of_any_text(text: str) -> None:
    """Each candidate is a part of the text, without white space around it."""
    for candidate in candidates(text):
        assert candidate in text
        assert candidate == candidate.strip()


@given(st.text(), st.sampled_from(["<a href='{}'>", "<img srcset='{}'>", "<base href='{}'>", "{}"]))
def test_judging_any_page(text: str, template: str) -> None:
    """A hostile page yields findings or none, and no exception."""
    page = template.format(text).encode("utf-8", "surrogatepass")
    facts = {"index.html": page_facts(page), "404.html": page_facts(page)}
    for broken in judged(facts, Resolver(SITE), facts).broken:
        assert page_of(broken.file) in {"", "404.html"}


@given(st.text())
def test_strings_of_feeds_and_json(text: str) -> None:
    """Any string may stand in a feed, also behind our own address."""
    for string in (text, SITE.url + text, f"<a href='{text}'>"):
        assert all(reference.url is not None for reference in references_in(string, "x", SITE.url))
