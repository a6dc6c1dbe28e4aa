"""References are resolved as browsers resolve them, and only what is ours is judged."""

import pytest
from tests.factories import make_site

from aushang.checks.written.resolution import Resolver, Target, is_rooted

PAGE = "meldungen/sauna/"

OURS = [
    ("../kurse/", "meldungen/kurse/", ""),
    ("../../", "", ""),
    ("..", "meldungen/", ""),
    (".", "meldungen/sauna/", ""),
    ("./", "meldungen/sauna/", ""),
    ("", "meldungen/sauna/", ""),
    ("#preise", "meldungen/sauna/", "preise"),
    ("?seite=2", "meldungen/sauna/", ""),
    ("?seite=2#preise", "meldungen/sauna/", "preise"),
    ("bild.png?v=1/2#x", "meldungen/sauna/bild.png", "x"),
    ("../../../../../news/kontakt/", "kontakt/", ""),
    ("/news/kontakt/", "kontakt/", ""),
    ("/news/", "", ""),
    ("/news/a/./b/../c/", "a/c/", ""),
    ("/news/a/%2e%2e/b/", "b/", ""),
    ("/news/a/b/..", "a/", ""),
    ("//a.example/news/kontakt/", "kontakt/", ""),
    ("https://a.example/news/kontakt/#wer", "kontakt/", "wer"),
    ("HTTPS://A.EXAMPLE:443/news/kontakt/", "kontakt/", ""),
    ("http://a.example/news/kontakt/", "kontakt/", ""),
    ("https:\\\\a.example\\news\\kontakt\\", "kontakt/", ""),
    ("https:../kurse/", "meldungen/kurse/", ""),
    ("https://nutzer:wort@a.example/news/x", "x", ""),
    ("..\\kurse\\", "meldungen/kurse/", ""),
    ("  ../kurse/\n", "meldungen/kurse/", ""),
    ("../ku\trse/", "meldungen/kurse/", ""),
    ("../caf%C3%A9/", "meldungen/café/", ""),
    ("../café/", "meldungen/café/", ""),
    ("../100%25/", "meldungen/100%/", ""),
    ("../a%2525/", "meldungen/a%25/", ""),
    ("../a+b/", "meldungen/a+b/", ""),
    ("../a%2Fb/", "meldungen/a%2Fb/", ""),
    ("..//x", "meldungen//x", ""),
]

FOREIGN = [
    "https://b.example/news/kontakt/",
    "https://a.example:8443/news/kontakt/",
    "//b.example/news/",
    "https://a.example/",
    "/impressum/",
    "../../../",
    "mailto:jana@a.example",
    "tel:+49305550111",
    "data:image/png;base64,AAAA",
    "javascript:alert(1)",
    "../../../news-alt/",
]


@pytest.fixture
def resolver() -> Resolver:
    """The resolver of a site below a path of its host."""
    return Resolver(make_site(url="https://a.example/news/"))


@pytest.mark.parametrize(("url", "path", "fragment"), OURS)
def test_reference_of_our_own(resolver: Resolver, url: str, path: str, fragment: str) -> None:
    """The standard's rules decide which file is meant, wherever the page stands."""
    assert resolver.target(url, resolver.base_of(PAGE, "")) == Target(path, fragment)


@pytest.mark.parametrize("url", FOREIGN)
def test_reference_that_is_not_ours(resolver: Resolver, url: str) -> None:
    """Other hosts, other schemes and the rest of our own host are not judged."""
    assert resolver.target(url, resolver.base_of(PAGE, "")) is None


def test_siblings_share_answers_and_get_their_own(resolver: Resolver) -> None:
    """What was remembered for one folder does not leak into another."""
    first = resolver.target("../x/", resolver.base_of("a/b/", ""))
    second = resolver.target("../x/", resolver.base_of("a/c/", ""))
    third = resolver.target("../x/", resolver.base_of("b/c/", ""))
    assert (first, second, third) == (Target("a/x/"), Target("a/x/"), Target("b/x/"))


def test_base_changes_every_relative_address(resolver: Resolver) -> None:
    """`<base href>` moves relative addresses and anchors alike."""
    base = resolver.base_of(PAGE, "/news/kurse/")
    assert resolver.target("yoga/", base) == Target("kurse/yoga/")
    assert resolver.target("#wer", base) == Target("kurse/", "wer")


def test_base_on_another_host_leaves_only_full_addresses(resolver: Resolver) -> None:
    """With a foreign base a relative address leads to the foreign host."""
    base = resolver.base_of(PAGE, "https://b.example/")
    assert resolver.target("yoga/", base) is None
    assert resolver.target("/news/yoga/", base) is None
    assert resolver.target("https://a.example/news/yoga/", base) == Target("yoga/")


def test_host_in_unicode_is_the_same_host() -> None:
    """An address may spell the host in Unicode where the site's is in ASCII."""
    resolver = Resolver(make_site(url="https://xn--mller-kva.example/"))
    assert resolver.target("https://müller.example/x/", resolver.base_of("", "")) == Target("x/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [("/a/", True), ("https://a.example/", True), ("#top", True), ("a/", False), ("../", False)],
)
def test_rooted_addresses_hold_at_any_depth(url: str, *, expected: bool) -> None:
    """Only those may stand on a page that is shown at any depth."""
    assert is_rooted(url) is expected
