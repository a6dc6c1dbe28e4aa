"""The published site behind real servers, each told what `aushang headers` prints, and no more."""

import gzip
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.integration.sites import aushang, write, write_post
from tests.servers.expected import ALWAYS, ASKED_AGAIN, FULL_PAGE, TABLE, expected, is_text, row_of
from tests.servers.programs import Answer, Server, apache, caddy, nginx
from tests.servers.site import BASE, ORIGIN, PICTURE, publish, published, site_path

Start = Callable[[Path, Path, str, str], AbstractContextManager[Server]]
SERVERS: dict[str, Start] = {"nginx": nginx, "apache": apache, "caddy": caddy}


@dataclass(frozen=True, slots=True)
class Hosted:
    """A server and the folder that it serves; `folder` also holds the publication."""

    name: str
    server: Server
    site: Path
    folder: Path

    @property
    def files(self) -> list[Path]:
        """All published files that a visitor may have."""
        hidden = {".aushang", "_headers"}
        return sorted(f for f in self.site.rglob("*") if f.is_file() and f.name not in hidden)


@pytest.fixture(scope="module")
def published_site() -> Iterator[tuple[Path, Path]]:
    """The folder of everything, and the site in it; readable for servers that are nobody."""
    with TemporaryDirectory(prefix="aushang-served-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder, published(folder)


@pytest.fixture(
    scope="module",
    params=[("nginx", BASE), ("nginx", "/"), ("apache", BASE), ("caddy", BASE)],
    ids=lambda param: f"{param[0]} {param[1]}",
)
def hosted(request: pytest.FixtureRequest, published_site: tuple[Path, Path]) -> Iterator[Hosted]:
    """Each server once below a path, and nginx also at the root."""
    name, base = request.param
    folder, site = published_site
    snippet = printed(folder / "publication", name, base)
    running = SERVERS[name](folder / f"{name}{len(base)}", site, base, snippet)
    with running as server:
        yield Hosted(name, server, site, folder)


def printed(root: Path, name: str, base: str) -> str:
    """What the command prints for a server, where the site's address ends with `base`."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    other = write(root / "other.yml", text.replace(f"{ORIGIN}{BASE}", f"{ORIGIN}{base}"))
    done = aushang(root, "headers", name, "--config", str(other))
    assert done.returncode == 0, done.stderr
    return done.stdout


def spelt(headers: Answer, names: object) -> dict[str, str | None]:
    """The headers of these names; `text/html;charset=UTF-8` is the same as with other letters."""
    found = {name: headers.headers.get(name) for name in names}  # type: ignore[attr-defined]
    media_type = found.get("Content-Type")
    if media_type:
        found["Content-Type"] = re.sub(r";\s*charset=", "; charset=", media_type.lower())
    return found


def test_every_file_has_its_headers(hosted: Hosted) -> None:
    """Its bytes, its media type, how long it may be kept, who may read it."""
    wrong = []
    for file in hosted.files:
        path = site_path(file, hosted.site)
        answer = hosted.server.ask(path)
        wanted = expected(path).headers
        told = spelt(answer, wanted)
        if (answer.status, answer.body, told) != (200, file.read_bytes(), wanted):
            wrong.append((path, answer.status, told, wanted))
    assert wrong == []
    found = {row_of(site_path(file, hosted.site)) for file in hosted.files}
    assert {pattern for pattern, _ in TABLE} - found == {FULL_PAGE}


@pytest.mark.parametrize("name", SERVERS)
def test_what_a_small_site_lacks_is_kept_for_ever(
    name: str, published_site: tuple[Path, Path]
) -> None:
    """A full page of the log of changes; it takes two hundred changes to get one."""
    publication = published_site[0] / "publication"
    with TemporaryDirectory(prefix="aushang-full-") as folder:
        Path(folder).chmod(0o755)
        site = Path(folder) / "news"
        write(site / "index.html", "<!doctype html>")
        write(site / "api/v1/changes/full/0001-5f3c.json", "{}")
        snippet = printed(publication, name, BASE)
        with SERVERS[name](Path(folder) / "server", site, BASE, snippet) as server:
            answer = server.ask("api/v1/changes/full/0001-5f3c.json")
            wanted = expected("api/v1/changes/full/0001-5f3c.json").headers
            assert (answer.status, answer.body, spelt(answer, wanted)) == (200, b"{}", wanted)


def test_nothing_is_told_twice(hosted: Hosted) -> None:
    """Two values of one header are joined by browsers, and then mean nothing."""
    for path in ("", "api/v1/status.json", "api/v1/schema/index.json", "feeds/posts.rss"):
        names = [name.lower() for name in hosted.server.ask(path).headers]
        assert sorted(set(names)) == sorted(names), path


def test_what_is_unchanged_is_not_sent_again(hosted: Hosted) -> None:
    """By its mark or its time, compressed or not; the answer says how long it may be kept now."""
    for path in (
        "",
        "api/v1/index.json",
        "feeds/posts.atom",
        "feeds/calendar.ics",
        PICTURE,
    ):
        for encoding in ("identity", "gzip"):
            first = hosted.server.ask(path, Accept_Encoding=encoding)
            mark, changed = first.headers["ETag"], first.headers["Last-Modified"]
            assert mark
            assert changed
            for asked in ({"If_None_Match": mark}, {"If_Modified_Since": changed}):
                again = hosted.server.ask(path, Accept_Encoding=encoding, **asked)
                assert (again.status, again.body) == (304, b""), (path, encoding, asked)
                assert again.headers["Cache-Control"] == expected(path).cache


def test_text_is_compressed_where_asked_for(hosted: Hosted) -> None:
    """And caches are told that there are two of it; pictures are small already."""
    kinds = set()
    for file in hosted.files:
        path = site_path(file, hosted.site)
        media_type = expected(path).media_type
        if media_type in kinds or file.stat().st_size < 600:
            continue
        kinds.add(media_type)
        answer = hosted.server.ask(path, Accept_Encoding="gzip")
        assert (answer.headers["Content-Encoding"] == "gzip") == is_text(media_type), path
        if is_text(media_type):
            assert gzip.decompress(answer.body) == file.read_bytes()
            assert len(answer.body) < file.stat().st_size
            assert "Accept-Encoding" in (answer.headers["Vary"] or "")
    assert {
        "application/json", "application/rss+xml; charset=utf-8", "application/schema+json",
        "text/calendar; charset=utf-8", "image/svg+xml", "text/javascript; charset=utf-8",
        "text/css; charset=utf-8", "text/html; charset=utf-8",
    } <= kinds  # fmt: skip


def test_text_is_compressed_as_well_as_is_usual(hosted: Hosted) -> None:
    """What apps are promised of sizes hangs on it: the quickest way is 45 % larger."""
    path = "api/v1/openapi.json"
    answer = hosted.server.ask(path, Accept_Encoding="gzip")
    usual = len(gzip.compress((hosted.site / path).read_bytes(), 6))
    assert len(answer.body) <= 1.2 * usual


def test_what_is_not_there_is_told_by_our_page(hosted: Hosted) -> None:
    """Whatever was asked for: a page, never to be kept, and no promise of another media type.

    Every website may read it: a browser would make of it a network that failed, and an app on
    another host could not tell that a post or a page of the log is gone.
    """
    page = (hosted.site / "404.html").read_bytes()
    for path in (
        "nicht/da/", "feeds/nie.rss", "api/v1/nie.json", "api/v1/schema/nie.json",
        "api/v1/changes/full/9999-5f3c.json", "assets/nie.css", "media/nie.png",
    ):  # fmt: skip
        answer = hosted.server.ask(path)
        assert (answer.status, answer.body) == (404, page), path
        wanted = {
            **ALWAYS,
            "Cache-Control": ASKED_AGAIN,
            "Content-Type": "text/html; charset=utf-8",
            "Access-Control-Allow-Origin": "*",
        }
        assert spelt(answer, wanted) == wanted, path


def test_what_is_the_hosts_own_business_is_not_served(hosted: Hosted) -> None:
    """They are there, and nobody gets them."""
    for name in (".aushang", "_headers"):
        assert (hosted.site / name).exists()
        assert hosted.server.ask(name).status == 404


def test_nothing_above_the_site_can_be_had(hosted: Hosted) -> None:
    """The publication lies beside the site; no spelling leads there."""
    secret = (hosted.folder / "publication" / "mkdocs.yml").read_bytes()
    for up in ("../", "%2e%2e/", "..%2f", ".%2e/", "..%5c", "%252e%252e/", "assets/../../"):
        answer = hosted.server.ask_raw(f"{hosted.server.base}{up * 3}publication/mkdocs.yml")
        # Caddy answers for what no block stands for with an empty 200.
        assert answer.status in {400, 403, 404} or answer.body == b"", up
        assert secret not in answer.body


def test_head_tells_the_same_without_a_body(hosted: Hosted) -> None:
    """For programs that look before they fetch."""
    for path in ("", "api/v1/index.json", "feeds/posts.rss"):
        whole, head = hosted.server.ask(path), hosted.server.ask(path, "HEAD")
        names = {*expected(path).headers, "ETag", "Content-Length", "Last-Modified"}
        assert (head.status, head.body, spelt(head, names)) == (200, b"", spelt(whole, names))


def test_a_folder_without_its_slash_leads_on(hosted: Hosted) -> None:
    """To the same host, port and scheme, whoever stands before the server."""
    places = ["standorte/mitte", *([""] if hosted.server.base != "/" else [])]
    for path in places:
        asked = (hosted.server.base + path).rstrip("/")
        answer = hosted.server.ask_raw(asked)
        assert answer.status in {301, 302, 308}
        own = f"http://127.0.0.1:{hosted.server.port}"
        assert (answer.headers["Location"] or "").removeprefix(own) == f"{asked}/"


def test_the_api_can_be_walked_by_its_links(hosted: Hosted) -> None:
    """From the index, every link that stays within the site leads to a file of its kind."""
    waiting, seen = ["api/v1/index.json"], set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = hosted.server.ask(path)
        assert answer.status == 200, path
        assert spelt(answer, ["Content-Type"])["Content-Type"] == expected(path).media_type
        is_document = path.startswith("api/v1/") and path.endswith(".json")
        if is_document and "/schema/" not in path:
            waiting += [link for link in links(json.loads(answer.body)) if link not in seen]
    assert {"api/v1/posts/sauna-offen.json", "api/v1/schema/post.json", "feeds/posts.rss"} <= seen


def links(value: object) -> Iterator[str]:
    """Every address of the site in a document, as a site path."""
    start = f"{ORIGIN}{BASE}"
    if isinstance(value, dict):
        for each in value.values():
            yield from links(each)
    elif isinstance(value, list):
        for each in value:
            yield from links(each)
    elif isinstance(value, str) and value.startswith(start):
        yield value.removeprefix(start).partition("#")[0]


def test_a_new_publish_is_seen_by_who_knows_the_old_one(hosted: Hosted) -> None:
    """An old mark is answered with the new file. Servers read whole seconds, so one passes."""
    paths = ("api/v1/posts/neue-matten.json", "", "feeds/posts.rss")
    marks = {path: hosted.server.ask(path).headers["ETag"] or "" for path in paths}
    for path in paths:
        os.utime(hosted.site / (path or "index.html"), (time.time() - 10, time.time() - 10))
    marks = {path: hosted.server.ask(path).headers["ETag"] or "" for path in paths}
    title = f"Neue Matten, gesehen von {hosted.name} {len(hosted.server.base)}"
    write_post(hosted.folder / "publication", "neue-matten", title, "Sie liegen bereit.")
    publish(hosted.folder)
    for path, mark in marks.items():
        answer = hosted.server.ask(path, If_None_Match=mark)
        assert answer.status == 200, path
        assert title.encode() in answer.body
        assert answer.headers["ETag"] != mark
