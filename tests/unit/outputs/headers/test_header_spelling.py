"""Paths and media types in the configuration of servers."""

import re

import pytest
from tests.factories import make_site

from aushang.model import AushangError
from aushang.outputs.headers.apache import apache
from aushang.outputs.headers.caddy import caddy
from aushang.outputs.headers.headers_file import headers_file
from aushang.outputs.headers.nginx import nginx
from aushang.outputs.headers.rules import Pattern
from aushang.outputs.headers.spelling import COMPRESSED, base, endings, expression, with_charset

HOSTILE = (
    "https://a.example/a b/",
    "https://a.example/a%20b/",
    'https://a.example/a"b/',
    "https://a.example/a'b/",
    "https://a.example/a`b/",
    "https://a.example/a;b/",
    "https://a.example/a%3Bb/",
    "https://a.example/a{b}/",
    "https://a.example/$a/",
    "https://a.example/a%0Ab/",
    "https://a.example/a%23b/",
    "https://a.example/a\\b/",
    "https://a.example/a<b>/",
    "https://a.example/a%25b/",
    "https://a.example/a/../b/",
    "https://a.example/a%2F%2Fb/",
)


@pytest.mark.parametrize("server", [nginx, apache, caddy], ids=lambda each: each.__name__)
@pytest.mark.parametrize("url", HOSTILE)
def test_a_path_in_doubt_is_refused(url: str, server: object) -> None:
    """What could end a string, begin a block or name a variable never gets into a configuration."""
    with pytest.raises(AushangError) as raised:
        server(make_site(url=url))  # type: ignore[operator]
    assert "which no server's configuration can hold safely" in raised.value.message
    assert raised.value.hint == "use letters, digits and - . _ ~ between its slashes"


@pytest.mark.parametrize("server", [nginx, apache, caddy], ids=lambda each: each.__name__)
def test_nothing_gets_out_of_a_comment(server: object) -> None:
    """A line break in the address, which addresses lose on their way."""
    text: str = server(make_site(url="https://a.example/new\ns/"))  # type: ignore[operator]
    first = text.partition("\n")[0]
    assert first.startswith("# How a.example/news/ wants to be served; printed by `aushang headers")


def test_no_rule_gets_out_of_a_comment() -> None:
    """Hosts that read `_headers` are told of any path, and its signs stay signs of a path."""
    text = headers_file(make_site(url="https://a.example/a%0A/*%0A  X-Evil: 1/"))
    first, empty, rule = text.splitlines()[:3]
    path = "/a%0A/%2A%0A%20%20X-Evil%3A%201/"
    assert first == f"# How a.example{path} wants to be served: for Cloudflare Pages and Netlify."
    assert (empty, rule) == ("", f"{path}*")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/", "/"),
        ("https://a.example/news/2026/", "/news/2026/"),
        ("https://a.example/~jana/m%C3%BCnchen_v1.2/", "/~jana/münchen_v1.2/"),
    ],
)
def test_servers_compare_decoded_paths(url: str, expected: str) -> None:
    """So they are written that way."""
    assert base(make_site(url=url)) == expected


def test_servers_lead_on_to_an_encoded_path() -> None:
    """An address in a header has no letters but those of ASCII (RFC 9110, section 10.2.2)."""
    site = make_site(url="https://a.example/m%C3%BCnchen/")
    assert 'return 301 "/m%C3%BCnchen/";' in nginx(site)
    assert "redir /münchen /m%C3%BCnchen/ permanent" in caddy(site)


def test_an_expression_is_for_whole_paths() -> None:
    """And no letter of a path means anything else."""
    patterns = (Pattern("a.b/status.json", None), Pattern("c/", ".svg"))
    found = expression(patterns, "/v1.2/")
    assert found == r"^/v1\.2/(?:a\.b/status\.json|c/.*\.svg)$"
    for path, is_one in {
        "/v1.2/a.b/status.json": True,
        "/v1.2/c/d/e.svg": True,
        "/v1x2/c/d.svg": False,
        "/v1.2/c/d.svgz": False,
        "/x/v1.2/c/d.svg": False,
    }.items():
        assert bool(re.search(found, path)) is is_one


def test_every_kind_of_file_is_told_with_its_type() -> None:
    """By its ending, and with a charset where the type wants one."""
    assert endings()["text/calendar"] == ["ics"]
    assert endings()["image/jpeg"] == ["jpeg", "jpg"]
    assert "application/json" not in with_charset()
    assert "application/rss+xml" in with_charset()


def test_all_text_is_compressed() -> None:
    """Whatever has a charset is text; so are JSON and drawings."""
    assert set(with_charset()) <= set(COMPRESSED)
    known = set(endings()) | {"application/feed+json", "application/schema+json"}
    assert set(COMPRESSED) <= known
