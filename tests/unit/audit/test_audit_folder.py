"""The audit of a folder: what is found, what is read again, what is kept."""

import os
import subprocess
import sys
import time
from ast import literal_eval
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aushang.audit.audit import Audit, audit
from aushang.audit.site import site_of
from aushang.model import AushangError

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAGE = (
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Bad</title>'
    '<meta name="description" content="Das Bad"></head>'
    "<body><main><h1>Bad</h1><p>Ein Satz.</p>{}</main></body></html>\n"
)


def folder_of(root: Path, files: dict[str, str | bytes]) -> Path:
    """The files, written long enough ago to be trusted."""
    folder = root / "public"
    for path, content in files.items():
        write(folder / path, content)
    return folder


def write(file: Path, content: str | bytes, *, age: float = 60) -> None:
    """One file. Its inode's time is now, whatever its own time says."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    then = time.time() - age
    os.utime(file, (then, then))


def run(folder: Path, cache: Path | None = None, *, workers: int = 1) -> Audit:
    """One audit."""
    return audit(folder, site_of(folder), now=NOW, workers=workers, cache=cache)


def told(result: Audit) -> list[tuple[str, str]]:
    """Codes and places."""
    return [(one.code, str(one.location)) for one in result.diagnostics]


def column(file: Path, value: str) -> int:
    """Where a value stands in the first line of a file, counted from 1."""
    return file.read_text(encoding="utf-8").index(value) + 1


def test_a_clean_folder_has_no_findings(tmp_path: Path) -> None:
    """Two pages that refer to each other."""
    folder = folder_of(
        tmp_path,
        {
            "index.html": PAGE.format('<a href="preise/">Alle Preise</a>'),
            "preise/index.html": PAGE.format('<a href="../">Zum Anfang</a>'),
        },
    )
    result = run(folder)
    assert told(result) == []
    assert (result.pages, result.files, result.read) == (2, 2, 2)


def test_a_dead_link_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    """In the written file, since nobody knows what it was made from."""
    folder = folder_of(
        tmp_path, {"index.html": PAGE.format('\n<p>\n  <a href="kurs/">Alle Kurse</a></p>')}
    )
    result = run(folder)
    assert told(result) == [("AU201", "index.html:3:12")]


def test_links_to_the_site_itself_are_resolved_in_the_folder(tmp_path: Path) -> None:
    """Its address is the canonical one of the start page."""
    head = '<link rel="canonical" href="https://bad.example/news/">'
    body = '<a href="https://bad.example/news/weg/">Weg</a> <a href="/news/da.html">Noch da</a>'
    folder = folder_of(
        tmp_path,
        {
            "index.html": PAGE.format(body).replace("</head>", f"{head}</head>"),
            "da.html": PAGE.format('<a href="/news/">Zum Anfang</a>'),
        },
    )
    assert told(run(folder)) == [
        ("AU201", f"index.html:1:{column(folder / 'index.html', 'https://bad.example/news/weg/')}")
    ]


def test_the_number_of_workers_makes_no_difference(tmp_path: Path) -> None:
    """400 pages, every third with a dead link of its own."""
    pages = {
        f"{number}/index.html": PAGE.format(
            f'<a href="../{number + 1 if number % 3 else "weg"}/">Seite {number + 1}</a>'
        )
        for number in range(400)
    }
    folder = folder_of(tmp_path, {**pages, "index.html": PAGE.format('<a href="0/">Null</a>')})
    assert told(run(folder, workers=3)) == told(run(folder, workers=1))


def test_a_folder_without_html_is_wrong_use(tmp_path: Path) -> None:
    """Nothing was checked, so nothing is good."""
    folder = folder_of(tmp_path, {"a.json": "{}"})
    with pytest.raises(AushangError) as caught:
        run(folder)
    assert caught.value.message == f"“{folder}” holds no HTML, so there is nothing to check"
    assert (
        caught.value.hint
        == "name the folder that a server would serve, such as site, public or _site"
    )


def test_pieces_of_html_are_no_site(tmp_path: Path) -> None:
    """Parts that a script loads are no pages, so nothing was checked; a redirect is one."""
    folder = folder_of(tmp_path, {"teil.html": "<p>Teil</p>", "a.json": "{}"})
    with pytest.raises(AushangError) as caught:
        run(folder)
    assert caught.value.message == f"“{folder}” holds pieces of HTML and no page"
    leads_on = '<html><meta http-equiv="refresh" content="0; url=https://b.example/"></html>'
    (folder / "index.html").write_text(leads_on, encoding="utf-8")
    assert run(folder).diagnostics == ()


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    """And so is a file."""
    with pytest.raises(AushangError, match="cannot be read: No such file or directory"):
        run(tmp_path / "public")
    (tmp_path / "file").write_text("")
    with pytest.raises(AushangError, match="cannot be read: Not a directory"):
        run(tmp_path / "file")


class TestAgain:
    """A second check of the same folder."""

    @pytest.fixture
    def cache(self, tmp_path: Path) -> Path:
        """Where it is kept."""
        return tmp_path / "cache" / "a.sqlite"

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Three pages, settled."""
        folder = folder_of(
            tmp_path,
            {
                "index.html": PAGE.format('<a href="a/">Seite A</a> <a href="b/">Seite B</a>'),
                "a/index.html": PAGE.format('<a href="../b/#x">Seite B</a>'),
                "b/index.html": PAGE.format('<h2 id="x">X</h2><p>Ein <a href="../">Satz</a>.</p>'),
            },
        )
        time.sleep(2.1)  # the inodes' own times cannot be set, and what is young is not trusted
        return folder

    def test_reads_only_what_was_touched(self, folder: Path, cache: Path) -> None:
        """And finds what it broke elsewhere."""
        assert run(folder, cache).read == 3
        assert run(folder, cache).read == 0
        write(folder / "b/index.html", PAGE.format('<a href="../">Zum Anfang</a>'))
        again = run(folder, cache)
        assert again.read == 1
        assert told(again) == [
            ("AU202", f"a/index.html:1:{column(folder / 'a/index.html', '../b/#x')}")
        ]
        # It is told until it is mended, although nobody touched the file again.
        assert told(run(folder, cache)) == told(again)
        (folder / "b/index.html").unlink()
        gone = run(folder, cache)
        assert [code for code, _ in told(gone)] == ["AU201", "AU201"]

    def test_misses_what_was_young_when_it_was_last_seen(self, folder: Path, cache: Path) -> None:
        """Its stamp was not trusted, but that it was there is known."""
        write(folder / "c/index.html", PAGE.format('<a href="../">Zum Anfang</a>'))
        write(folder / "a/index.html", PAGE.format('<a href="../c/">Seite C</a>'))
        assert told(run(folder, cache)) == []
        (folder / "c/index.html").unlink()
        assert [code for code, _ in told(run(folder, cache))] == ["AU201"]

    def test_a_page_that_comes_mends_what_was_dead(self, folder: Path, cache: Path) -> None:
        """The page with the link is judged again, although it is as it was."""
        write(folder / "a/index.html", PAGE.format('<a href="../c/">Seite C</a>'))
        assert told(run(folder, cache)) == [
            ("AU201", f"a/index.html:1:{column(folder / 'a/index.html', '../c/')}")
        ]
        write(folder / "c/index.html", PAGE.format('<a href="../">Zum Anfang</a>'))
        assert told(run(folder, cache)) == []

    def test_a_cache_that_was_spoilt_costs_nothing_but_time(
        self, folder: Path, cache: Path
    ) -> None:
        """Whatever byte is wrong."""
        write(folder / "a/index.html", PAGE.format('<a href="../c/">Seite C</a>'))
        expected = told(run(folder, cache))
        whole = cache.read_bytes()
        for at in range(0, len(whole), 211):
            cache.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
            assert told(run(folder, cache)) == expected, at
        cache.write_bytes(whole[:-5000])
        assert told(run(folder, cache)) == expected

    def test_a_cache_of_another_address_is_not_taken(self, folder: Path, cache: Path) -> None:
        """Which links are ours depends on it."""
        run(folder, cache)
        site = site_of(folder, "https://anders.example/")
        assert audit(folder, site, now=NOW, workers=1, cache=cache).read == 3


def test_an_audit_imports_nothing_that_only_builds_need() -> None:
    """Reading content and making pages would cost it half a second before it begins."""
    script = "import sys, aushang.cli.auditing; print(sorted(sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    dear = {"aushang.content.load", "aushang.outputs.pages", "aushang.build.made"}
    dear |= {"jinja2", "pydantic", "yaml"}
    assert dear.intersection(literal_eval(shown.stdout)) == set()
