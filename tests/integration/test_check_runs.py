"""`aushang check` as staff use it: a publication, a folder, and links to other sites."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.integration.sites import aushang, tree, write_post, write_site

from aushang.outside.answer import Answer, Standing
from aushang.outside.known import Known, Ledger


class Handler(BaseHTTPRequestHandler):
    """Says 404 to everything."""

    def do_HEAD(self) -> None:
        """Not here."""
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        """Nor with a body."""
        self.do_HEAD()

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def gone() -> Iterator[str]:
    """The address of a page that is not there any more."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/plan"
        server.shutdown()
        thread.join()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small publication; what a check keeps is kept beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_site(tmp_path / "publication")


def test_a_publication_is_tried_out_and_nothing_is_published(root: Path) -> None:
    """All that a build does but the switch."""
    found = aushang(root, "check")
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.splitlines()[-1].startswith("nothing keeps it back; ")
    assert " files of site would change (" in found.stdout
    assert not (root / "site").exists()


def test_what_is_published_stays_as_it_is(root: Path) -> None:
    """And is up to date, where nothing has changed since."""
    aushang(root, "build")
    published = tree(root / "site")
    again = aushang(root, "check")
    assert again.returncode == 0
    assert "nothing keeps it back; site is up to date (" in again.stdout
    write_post(root, "neue-matten", "Neue Matten", "Seht [hier](fort.md) nach.")
    broken = aushang(root, "check")
    assert broken.returncode == 1
    assert "content/posts/neue-matten.md:11:6: error AU201 link “fort.md” leads nowhere" in (
        broken.stdout
    )
    assert tree(root / "site") == published
    # What a check has left behind is no matter to the next build.
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen bereit.")
    assert aushang(root, "build").returncode == 0
    assert "Sie liegen bereit." in (root / "site/meldungen/neue-matten/index.html").read_text()


def test_a_built_site_is_checked_without_its_configuration(root: Path, tmp_path: Path) -> None:
    """Wherever it lies; and nothing is written into it."""
    aushang(root, "build")
    folder = tmp_path / "elsewhere"
    shutil.copytree(root / "site", folder)
    before = tree(folder)
    found = aushang(tmp_path, "check", "elsewhere", "--strict")
    assert (found.returncode, found.stderr) == (0, ""), found.stdout
    assert re.match(r"\d\d pages in \d+ files\n", found.stdout)
    assert tree(folder) == before
    (folder / "meldungen/neue-matten/index.html").unlink()
    broken = aushang(tmp_path, "check", "elsewhere")
    assert broken.returncode == 1
    assert "AU201" in broken.stdout


def test_reports_for_programs_stand_alone(root: Path, tmp_path: Path) -> None:
    """Nothing but JSON is printed."""
    aushang(root, "build")
    (root / "site/kontakt").mkdir(exist_ok=True)
    (root / "site/kontakt/neu.html").write_text("<html><a href=weg>Fort</a></html>")
    found = aushang(tmp_path, "check", str(root / "site"), "--format", "json")
    codes = {finding["code"] for finding in json.loads(found.stdout)["findings"]}
    assert "AU201" in codes


def test_wrong_use_is_told(root: Path) -> None:
    """With exit code 2, and never a clean bill."""
    (root / "leer").mkdir()
    empty = aushang(root, "check", "leer")
    assert empty.returncode == 2
    assert empty.stderr == (
        "aushang: error: “leer” holds no HTML, so there is nothing to check. "
        "Name the folder that a server would serve, such as site, public or _site\n"
    )
    assert aushang(root, "check", "nirgends").returncode == 2
    url = aushang(root, "check", "--site-url", "https://a.example/")
    assert url.returncode == 2
    assert "--site-url needs a FOLDER; a publication has its own site_url" in url.stderr
    for wrong in (
        "verein.example",
        "https://",
        "https://[::1",
        "ftp://a.example/",
        "https://a.example/?b",
    ):
        address = aushang(root, "check", "public", "--site-url", wrong)
        assert address.returncode == 2
        assert address.stderr == (
            f"aushang: error: “{wrong}” is no address of a website. "
            "Write it with https:// and the host, such as https://www.verein.example/neu/\n"
        )
    fix = aushang(root, "check", "site", "--fix")
    assert fix.returncode == 2
    assert "--fix mends a publication; a FOLDER is mended where it is made" in fix.stderr


def test_a_link_to_another_site_is_dead_when_it_was_so_twice(root: Path, gone: str) -> None:
    """A day apart; then it keeps the next publish back, until it is mended."""
    write_post(root, "neue-matten", "Neue Matten", f"Der [Plan der Stadt]({gone}) ist neu.")
    assert aushang(root, "build").returncode == 0
    once = aushang(root, "check", "--external", "--allow-private")
    assert once.returncode == 0
    place = "content/posts/neue-matten.md:11:5"
    why = "it says 404 Not Found"
    assert f"{place}: warning AU232 link “{gone}” may be dead: {why}" in once.stdout
    assert "1 link to other sites: 1 not there" in once.stdout
    assert aushang(root, "build").returncode == 0
    ledger = Ledger(root / ".site.aushang/outside.sqlite")
    yesterday = datetime.now(UTC) - timedelta(days=1, minutes=1)
    ledger.keep(gone, Known(Answer(Standing.DEAD, why), yesterday, yesterday))
    twice = aushang(root, "check", "--external", "--allow-private")
    assert twice.returncode == 1
    assert f"{place}: error AU230 link “{gone}” is dead: {why}" in twice.stdout
    for where in ((), ("--output", "anderswo")):
        refused = aushang(root, "build", *where)
        assert refused.returncode == 1
        assert f"{place}: error AU230 link “{gone}” is dead: {why}" in refused.stdout
    write_post(root, "neue-matten", "Neue Matten", "Der Plan der Stadt ist neu.")
    assert aushang(root, "build").returncode == 0


def test_machines_near_this_one_are_asked_on_demand_only(root: Path, gone: str) -> None:
    """Whoever writes a link must not look behind the wall."""
    write_post(root, "neue-matten", "Neue Matten", f"Der [Plan der Stadt]({gone}) ist neu.")
    found = aushang(root, "check", "--external", "--strict")
    assert "1 link to other sites: 1 unknown" in found.stdout
    assert "AU230" not in found.stdout


def test_links_of_a_folder_are_asked_too(root: Path, tmp_path: Path, gone: str) -> None:
    """`--strict` takes one answer for enough."""
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "index.html").write_text(
        '<!doctype html><html lang="de"><head><title>A</title><meta name="description" '
        f'content="B"></head><body><main><h1>A</h1><p>Ein <a href="{gone}">Plan</a>.</p></main>'
    )
    found = aushang(tmp_path, "check", "public", "--external", "--allow-private", "--strict")
    assert found.returncode == 1
    assert f"public/index.html:1:136: error AU230 link “{gone}” is dead" in found.stdout
