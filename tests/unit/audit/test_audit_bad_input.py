"""What folders of others may hold: each becomes a finding, and nothing hangs or falls."""

import os
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aushang.audit.audit import audit
from aushang.audit.site import site_of
from aushang.audit.walk import Walk, walked
from aushang.model import Diagnostic

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
START = (
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Bad</title>'
    '<meta name="description" content="Das Bad"></head>'
    '<body><main><h1>Bad</h1><p>Ein <a href="a.html">Verweis</a>.</p></main></body></html>'
)


def found(root: Path, content: bytes, name: str = "a.html") -> list[Diagnostic]:
    """What is found in a file beside a start page."""
    (root / "index.html").write_text(START, encoding="utf-8")
    (root / "a.html").write_text(START, encoding="utf-8")
    (root / name).write_bytes(content)
    return list(audit(root, site_of(root), now=NOW, workers=1).diagnostics)


def codes(findings: list[Diagnostic], path: str = "a.html") -> set[str]:
    """The codes of one file."""
    return {one.code for one in findings if one.location.path == path}


def test_html_that_is_cut_off_is_judged_as_far_as_it_goes(tmp_path: Path) -> None:
    """As browsers show it."""
    content = START.encode()[: START.index("Verweis")] + b'<a href="weg/">We'
    assert "AU201" in codes(found(tmp_path, content))


@pytest.mark.parametrize("depth", [5_000, 19_000])
def test_nesting_is_no_matter(tmp_path: Path, depth: int) -> None:
    """5,000 deep is read in a moment, and what lies at the bottom is found."""
    body = b"<div>" * depth + b'<a href="weg/">Ein Weg</a>' + b"</div>" * depth
    began = time.process_time()
    assert "AU201" in codes(found(tmp_path, START.encode().replace(b"</main>", body + b"</main>")))
    assert time.process_time() - began < 10


def test_nesting_without_a_bottom_is_refused(tmp_path: Path) -> None:
    """A tree would take minutes."""
    began = time.process_time()
    (finding,) = [one for one in found(tmp_path, b"<div>" * 200_000) if one.code == "AU613"]
    assert finding.message == (
        "the elements of “a.html” have no bottom; it was not read, "
        "and what it refers to was not judged"
    )
    assert finding.hint == "split it"
    assert time.process_time() - began < 5


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    """Nor is their memory taken."""
    (finding,) = [
        one for one in found(tmp_path, START.encode() + b" " * 50_000_000) if one.code == "AU613"
    ]
    assert finding.message == (
        "“a.html” has 50 MB; it was not read, and what it refers to was not judged"
    )


def test_another_encoding_is_told_and_read(tmp_path: Path) -> None:
    """The umlaut is found in the name of the file that it means."""
    text = START.replace('charset="utf-8"', 'charset="iso-8859-1"')
    (tmp_path / "bäder.html").write_text(START, encoding="utf-8")
    content = text.replace("a.html", "bäder.html").encode("latin-1")
    findings = found(tmp_path, content)
    assert codes(findings) == {"AU611"}
    (finding,) = [one for one in findings if one.code == "AU611"]
    assert finding.message == "“a.html” is not UTF-8; it was read as cp1252"
    assert finding.hint == 'save it as UTF-8, and say so with `<meta charset="utf-8">`'
    assert not finding.is_error


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(tmp_path: Path, name: str) -> None:
    """Windows' Notepad writes it."""
    content = ("\ufeff" + START.replace("a.html", "weg.html")).encode(name)
    findings = found(tmp_path, content)
    assert {"AU201", "AU611"} <= codes(findings)


def test_nul_bytes_are_no_matter(tmp_path: Path) -> None:
    """What stands behind them is read."""
    content = START.replace("Ein ", "Ein\0 ").replace("a.html", "weg.html").encode()
    assert "AU201" in codes(found(tmp_path, content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("feed.xml", b"<rss><channel><title>a</channel></rss>"),
        ("feed.rss", b"this is no XML"),
        ("feed.atom", b'<!DOCTYPE a [<!ENTITY x "y">]><feed>&x;&x;</feed'),
    ],
)
def test_feeds_that_are_no_xml_are_told(tmp_path: Path, name: str, content: bytes) -> None:
    """Readers of feeds refuse them."""
    assert "AU301" in codes(found(tmp_path, content, name), name)


def test_entity_bombs_do_not_go_off(tmp_path: Path) -> None:
    """A billion laughs cost no memory and no second."""
    levels = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{levels}]><rss>&a11;</rss>'
    began = time.process_time()
    found(tmp_path, bomb.encode(), "feed.xml")
    assert time.process_time() - began < 5


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    """Nothing of this machine's files reaches a finding."""
    secret = tmp_path.parent / f"{tmp_path.name}-secret"
    secret.write_text("https://site.invalid/geheim")
    content = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<rss><link>&x;</link></rss>"
    )
    findings = found(tmp_path, content.encode(), "feed.xml")
    assert not any("geheim" in one.message for one in findings)


def test_deep_json_is_told(tmp_path: Path) -> None:
    """100,000 lists in each other."""
    findings = found(tmp_path, b"[" * 100_000 + b"]" * 100_000, "a.json")
    assert codes(findings, "a.json") <= {"AU302"}


def test_half_a_surrogate_in_json_is_no_matter(tmp_path: Path) -> None:
    """JSON can say it, and no text can hold it."""
    found(tmp_path, rb'{"url": "https://site.invalid/\ud800"}', "a.json")


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """Nor are loops, nor links to nothing."""
    root = tmp_path / "public"
    root.mkdir()
    (tmp_path / "geheim.html").write_text("<a href=weg>Weg</a>")
    (root / "oben").symlink_to(root)
    (root / "fort").symlink_to(tmp_path)
    (root / "geheim.html").symlink_to(tmp_path / "geheim.html")
    (root / "nichts").symlink_to(root / "nirgends")
    messages = {one.message for one in found(root, START.encode()) if one.code == "AU612"}
    assert messages == {
        "“oben” leads back into a folder above itself",
        "“fort” is a symbolic link out of the folder",
        "“geheim.html” is a symbolic link out of the folder",
        "“nichts” is a symbolic link to nothing",
    }


def test_folders_that_all_link_to_each_other_come_to_an_end(tmp_path: Path) -> None:
    """Twenty of them have more ways through each other than anybody could go."""
    for number in range(20):
        (tmp_path / f"{number:02}").mkdir()
        for other in range(20):
            if other != number:
                (tmp_path / f"{number:02}" / f"zu-{other:02}").symlink_to(tmp_path / f"{other:02}")
    findings = [one for one in found(tmp_path, START.encode()) if one.code == "AU612"]
    assert {one.message.partition("” ")[2] for one in findings} == {
        "leads back into a folder above itself",
        "is the 9th way into one folder, and was not taken",
    }


def test_paths_may_be_as_deep_as_the_system_lets_them(tmp_path: Path) -> None:
    """Deeper than a program's calls may be."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("a", dir_fd=here)
        below = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    try:
        assert not [one for one in found(tmp_path, START.encode()) if one.code == "AU612"]
    finally:
        # What removes the folder afterwards calls itself once for each level.
        subprocess.run(["rm", "-r", str(tmp_path / "a")], check=True)


def test_links_inside_the_folder_are_followed(tmp_path: Path) -> None:
    """As a server would."""
    (tmp_path / "b.html").symlink_to(tmp_path / "a.html")
    content = START.replace("a.html", "b.html").encode()
    assert not [one for one in found(tmp_path, content) if one.code.startswith("AU2")]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "pipe.html")
    findings = found(tmp_path, START.encode())
    (finding,) = [one for one in findings if one.code == "AU610"]
    assert finding.message == "“pipe.html” is neither a file nor a folder"
    assert finding.hint == "let everybody read it, or take it away"
    assert finding.is_error


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the file goes between the walk and the reading."""

    def walked_then_gone(folder: Path) -> Walk:
        walk = walked(folder)
        (folder / "a.html").unlink()
        return walk

    monkeypatch.setattr("aushang.audit.audit.walked", walked_then_gone)
    (finding,) = [one for one in found(tmp_path, START.encode()) if one.code == "AU610"]
    assert finding.message == "“a.html” cannot be read: No such file or directory"


@pytest.mark.parametrize("name", ["a\nb.html", 'a"b.html', "a😀b.html", "a'b&<.html"])
def test_names_may_hold_anything(tmp_path: Path, name: str) -> None:
    """A dead link on such a page is told at its path."""
    content = START.replace("a.html", "weg.html").encode()
    assert "AU201" in codes(found(tmp_path, content, name), name)


def test_names_that_are_no_utf_8_are_read(tmp_path: Path) -> None:
    """File systems hold bytes."""
    name = os.fsdecode(b"a\xff.html")
    try:
        (tmp_path / name).write_bytes(START.replace("a.html", "weg.html").encode())
    except OSError:
        pytest.fail("this file system takes no such name: run the tests on another")
    findings = found(tmp_path, START.encode())
    assert "AU201" in codes(findings, name)
