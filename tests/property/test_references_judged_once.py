"""What is remembered while a site is judged never changes a verdict."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_site

from aushang.checks.written.broken import judged
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.maps import unlisted_in_maps
from aushang.checks.written.reach import Ways
from aushang.checks.written.resolution import Resolver, Target
from aushang.model.addresses import file_of

SITE = make_site(url="https://a.example/news/")
FILES = ("index.html", "404.html", "a/index.html", "a/b/index.html", "a/c/index.html", "a/d.json")
STARTS = ("", "../", "../../", "/news/", "https://a.example/news/", "http://a.example/news/", "a/")
ENDS = (
    "",
    "a/",
    "a",
    "b/",
    "c/",
    "a/c/#x",
    "#x",
    "#y",
    "d.json",
    "a:b",
    "./b/",
    "..",
    "%61/",
    "\t",
)
URLS = st.builds("{}{}".format, st.sampled_from(STARTS), st.sampled_from(ENDS))
BASES = st.sampled_from(("", "", "", "/news/a/b/", "https://b.example/", "/x//"))
SITES = st.fixed_dictionaries(
    {file: st.tuples(st.lists(URLS, max_size=5, unique=True), BASES) for file in FILES}
)


def _facts(urls: list[str], base: str) -> Facts:
    references = tuple(Reference(url, "a") for url in urls)
    return Facts(form=Form.HTML, anchors=frozenset("x"), references=references, base=base)


@given(SITES)
def test_judged_together_as_alone(site: dict[str, tuple[list[str], str]]) -> None:
    """A reference is broken on a page whatever stands on the pages before."""
    facts = {file: _facts(*found) for file, found in site.items()}
    alone = [
        broken
        for file in facts
        for url in site[file][0]
        for broken in judged(
            {other: _facts([url] if other == file else [], site[other][1]) for other in facts},
            Resolver(SITE),
            [file],
        ).broken
    ]
    assert list(judged(facts, Resolver(SITE), facts).broken) == alone


@given(SITES, st.frozensets(st.sampled_from(FILES)), st.frozensets(st.sampled_from(FILES)))
def test_first_links(
    site: dict[str, tuple[list[str], str]], redirects: frozenset[str], feeds: frozenset[str]
) -> None:
    """Who links to a page first is who would be found page by page."""
    facts = {file: _facts(*found) for file, found in site.items()}
    facts |= {file: replace(facts[file], form=Form.XML) for file in feeds}
    leads_on = redirects.__contains__
    ways = Ways(facts, Resolver(SITE), leads_on)
    slow: dict[str, str] = {}
    for file in facts:
        for target in ways.of(file):
            slow.setdefault(target, file)
    assert judged(facts, Resolver(SITE), facts, leads_on).witnesses == slow


@given(st.lists(URLS, max_size=8), st.frozensets(st.sampled_from(FILES)))
def test_addresses_in_maps(urls: list[str], unlisted: frozenset[str]) -> None:
    """The quick way for plain addresses finds what the rules for all addresses find."""
    facts = {file: Facts(form=Form.HTML) for file in FILES}
    facts["sitemap.xml"] = Facts(
        form=Form.XML, references=tuple(Reference(url, "loc") for url in urls)
    )
    resolver = Resolver(SITE)
    base = resolver.base_of("", "")
    found = unlisted_in_maps(
        facts, ["sitemap.xml"], resolver, leads_on=lambda _: False, unlisted=unlisted
    )
    targets = [(url, resolver.target(url, base)) for url in urls if url.startswith("http")]
    assert [one.url for one in found] == [
        url.strip() for url, target in targets if target and file_of(target.path) in unlisted
    ]


@given(st.text(alphabet="a.-_/%2eE#?é\\ \t:"))
def test_full_addresses_of_the_site(path: str) -> None:
    """The quick way for full addresses leads where the path from the site's root leads."""
    resolver = Resolver(SITE)
    base = resolver.base_of("", "")
    plain = resolver.target(f"https://a.example/news/{path}", base)
    assert plain == resolver.target(f"HTTPS://A.example/news/{path}", base)
    assert plain is None or isinstance(plain, Target)
