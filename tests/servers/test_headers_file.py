"""`_headers`, read as Cloudflare Pages and Netlify say that they read it, by a reader of our own.

Cloudflare: <https://developers.cloudflare.com/pages/configuration/headers/>,
Netlify: <https://docs.netlify.com/manage/routing/headers/>.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.factories import make_site
from tests.integration.sites import aushang
from tests.servers.expected import ASKED_AGAIN, expected
from tests.servers.site import BASE, published, site_path

from aushang.outputs.headers.headers_file import headers_file

Rules = list[tuple[str, dict[str, str]]]

_OF_THE_HOST = {"Cache-Control": ASKED_AGAIN}
"""What both send where a file says nothing; so is the media type of what is no feed."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site."""
    return published(tmp_path_factory.mktemp("headers"))


def read(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Paths and their headers; fails where a host would leave out a line."""
    assert all(len(line) <= 2_000 for line in text.splitlines())
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in block.splitlines() if not line.lstrip().startswith("#")]
        if not lines:
            continue
        path, *headers = lines
        assert re.fullmatch(r"/[^\s:]*", path), path
        assert path.count("*") <= 1, "Cloudflare drops a line with two of them without a word"
        found: dict[str, str] = {}
        for line in headers:
            name, value = re.fullmatch(r"\s+([A-Za-z-]+): (\S.*)", line).groups()  # type: ignore[union-attr]
            assert name not in found
            found[name] = value
        yield path, found


def told(rules: Rules, address: str) -> dict[str, list[str]]:
    """Every value of each header that a path gets; hosts join them or take the last one."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, headers in rules:
        if re.fullmatch(".*".join(map(re.escape, path.split("*"))), address):
            for name, value in headers.items():
                found[name].append(value)
    return found


def test_every_file_has_the_headers_that_servers_send(site: Path) -> None:
    """The same as nginx, Apache and Caddy, and each of them once."""
    rules = list(read((site / "_headers").read_text(encoding="utf-8")))
    wrong = []
    for file in site.rglob("*"):
        if not file.is_file() or file.name in {".aushang", "_headers"}:
            continue
        path = site_path(file, site)
        found = told(rules, BASE + quote(path))
        wanted = {name: value for name, value in expected(path).headers.items() if value}
        if "Content-Type" not in found:
            del wanted["Content-Type"]
        got = {name: ", ".join(values) for name, values in found.items()}
        if _OF_THE_HOST | got != wanted:
            wrong.append((path, got, wanted))
    assert wrong == []


@pytest.mark.parametrize(
    "path",
    ["feeds/posts.json", "en/feeds/types/news/posts.json", "feeds/posts.rss", "feeds/posts.atom",
     "feeds/calendar.ics", "meldungen/a/a.ics", "api/v1/schema/post.json"],
)  # fmt: skip
def test_what_hosts_do_not_know_is_named(path: str) -> None:
    """They know JSON and pictures; of feeds and calendars not all of them know all."""
    rules = list(read(headers_file(make_site(url="https://a.example/"))))
    assert told(rules, f"/{path}")["Content-Type"] == [expected(path).media_type]


@pytest.mark.parametrize(
    "path",
    ["api/v1/changes/full/0001-5f3c.json", "statuspage/api/v2/incidents/unresolved.json",
     "badges/mitte/sauna.svg", "en/badges/mitte.svg", "embed/aushang.js", "feeds/posts.json",
     "api/v1/status.json", "api/v1/changes/0001.json", "api/v1/posts/a.json"],
)  # fmt: skip
def test_what_other_websites_read_is_open_once(path: str) -> None:
    """Two stars are none to a browser."""
    rules = list(read(headers_file(make_site(url="https://a.example/"))))
    found = told(rules, f"/{path}")
    assert found["Access-Control-Allow-Origin"] == ["*"]
    assert [expected(path).cache] == (found["Cache-Control"] or [ASKED_AGAIN])


def test_many_languages_fit() -> None:
    """Cloudflare reads a hundred rules."""
    named = "de en fr es it nl pl tr uk ru ar fa pt ro bg cs da sv fi el hu hr sk sl sr sq vi"
    site = make_site(url="https://a.example/", languages=tuple(named.split()))
    rules = list(read(headers_file(site)))
    assert len(rules) <= 100
    assert told(rules, "/vi/badges/mitte.svg")["Access-Control-Allow-Origin"] == ["*"]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://a.example/", "/feeds/*.json"),
        ("https://a.example/über uns/", "/%C3%BCber%20uns/feeds/*.json"),
        ("https://a.example/%C3%BCber%20uns/", "/%C3%BCber%20uns/feeds/*.json"),
        ("https://a.example/a:b/c*d/", "/a%3Ab/c%2Ad/feeds/*.json"),
        ("https://a.example/a\n  X-Evil: 1/", "/a%20%20X-Evil%3A%201/feeds/*.json"),
    ],
)
def test_the_path_of_the_site_is_spelt_as_browsers_send_it(url: str, path: str) -> None:
    """And no sign of it means anything to the host, nor ends the line."""
    rules = dict(read(headers_file(make_site(url=url))))
    assert path in rules
    assert all("X-Evil" not in headers for headers in rules.values())


def test_the_command_prints_what_the_build_writes(site: Path) -> None:
    """For a site with a path the host wants the file elsewhere."""
    root = site.parents[1] / "publication"
    written = (site / "_headers").read_text(encoding="utf-8")
    for name in ("cloudflare", "netlify"):
        assert aushang(root, "headers", name).stdout == written
