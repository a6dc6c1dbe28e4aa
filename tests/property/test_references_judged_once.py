"""What is remembered while a site is judged never changes a verdict."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_site

from aushang.checks.written.broken import judged
from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.resolution import Resolver, Target

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


@given(st.text(alphabet="a.-_/%2eE#?é\\ \t:"))
def test_full_addresses_of_the_site(path: str) -> None:
    """The quick way for full addresses leads where the path from the site's root leads."""
    resolver = Resolver(SITE)
    base = resolver.base_of("", "")
    plain = resolver.target(f"https://a.example/news/{path}", base)
    assert plain == resolver.target(f"HTTPS://A.example/news/{path}", base)
    assert plain is None or isinstance(plain, Target)
