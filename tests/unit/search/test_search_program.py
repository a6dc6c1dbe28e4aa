"""The conversation with Pagefind: complete, or a sentence about why not."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from threading import Timer

import pytest

from aushang.model import AushangError
from aushang.search.program import Brake, program, talk

NEW = {"type": "NewIndex", "config": {}}
CHECKOUT = Path(__file__).parents[3]
PATIENCE = 60.0  # seconds; a busy machine is slow

ENDLESS = """\
import itertools, sys
from aushang.search.program import program, talk
record = {"type": "AddRecord", "index_id": 0, "url": "a", "language": "de", "meta": {},
          "content": "Sauna " * 400, "filters": {}, "sort": None}
new = {"type": "NewIndex", "config": {}}
talk([new, *[record] * 20_000], command=program(), seconds=600)
"""


def said(caught: pytest.ExceptionInfo[AushangError]) -> tuple[str, str]:
    """Message and hint."""
    return caught.value.message, caught.value.hint


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[[str], Path]:
    """A program of a few lines of shell in Pagefind's place."""

    def make(lines: str) -> Path:
        file = tmp_path / "pagefind"
        file.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        file.chmod(0o700)
        return file

    return make


def test_each_request_has_its_answer() -> None:
    """In the order in which they were asked."""
    answers = talk([NEW, NEW], command=program(), seconds=PATIENCE)
    assert answers == [{"type": "NewIndex", "index_id": 0}, {"type": "NewIndex", "index_id": 1}]


def test_without_the_extra_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever asked for a search is told how to have it, and how to do without."""
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(AushangError) as caught:
        program()
    assert said(caught) == (
        "mkdocs.yml says `search: true`, but Pagefind, which makes it, is not installed",
        "run `pip install 'aushang[search]'`, or write search: false",
    )


def test_what_pagefind_refuses_is_told() -> None:
    """Its own words, and what to do."""
    with pytest.raises(AushangError) as caught:
        talk([NEW, {"type": "GetFiles", "index_id": 7}], command=program(), seconds=PATIENCE)
    words = "Invalid index, does not yet exist in the Pagefind service"
    assert said(caught) == (
        f"Pagefind refuses to index the site: {words}",
        "report this with the post that you changed last, or write search: false",
    )


def test_it_is_stopped_when_it_takes_too_long(stand_in: Callable[[str], Path]) -> None:
    """A build never hangs, even where nothing is read of what it says."""
    begun = time.monotonic()
    many = [NEW] * 10_000
    with pytest.raises(AushangError) as caught:
        talk(many, command=stand_in("exec sleep 600"), seconds=0.3)
    assert time.monotonic() - begun < PATIENCE
    assert said(caught) == (
        "Pagefind was still at work on the search index after 0.3 seconds and was stopped",
        "try again when the machine has less to do, or write search: false",
    )


def test_another_thread_can_end_it(stand_in: Callable[[str], Path]) -> None:
    """At once, and all that is begun later as well."""
    brake = Brake()
    command = stand_in("exec sleep 600")
    begun = time.monotonic()
    Timer(0.2, brake.pull).start()
    for _ in range(2):
        with pytest.raises(AushangError) as caught:
            talk([NEW], command=command, seconds=600, brake=brake)
        assert caught.value.message == (
            "Pagefind ended in the middle of its work on the search index"
        )
    assert time.monotonic() - begun < PATIENCE


@pytest.mark.parametrize("lines", ["exit 3", "head -c 4 >/dev/null; printf 'e30'"])
def test_it_may_end_in_the_middle(stand_in: Callable[[str], Path], lines: str) -> None:
    """Half an index is none."""
    with pytest.raises(AushangError) as caught:
        talk([NEW], command=stand_in(lines), seconds=PATIENCE)
    assert said(caught) == (
        "Pagefind ended in the middle of its work on the search index",
        "look whether memory or disk are full, or write search: false",
    )


def test_it_may_not_start(tmp_path: Path) -> None:
    """The system's reason, and what to do."""
    with pytest.raises(AushangError) as caught:
        talk([NEW], command=tmp_path / "gone", seconds=PATIENCE)
    assert said(caught) == (
        "Pagefind cannot be started: No such file or directory",
        "install it again with `pip install --force-reinstall 'aushang[search]'`",
    )


def test_settings_of_the_surroundings_are_not_its(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that Pagefind would read does not reach it."""
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    record = {
        "type": "AddRecord",
        "index_id": 0,
        "url": "a",
        "content": "Sauna",
        "language": "de",
        "meta": {},
        "filters": {},
        "sort": None,
    }
    *_, last = talk(
        [NEW, record, {"type": "GetFiles", "index_id": 0}], command=program(), seconds=PATIENCE
    )
    assert "wasm.de.pagefind" in {file["path"] for file in last["files"]}


@pytest.mark.skipif(sys.platform != "linux", reason="children are found in Linux's /proc")
def test_it_dies_with_its_parent() -> None:
    """Even where the parent is killed in the middle of the conversation."""
    parent = subprocess.Popen([sys.executable, "-c", dedent(ENDLESS)], cwd=CHECKOUT)
    child = _first(lambda: _child_of(parent.pid))
    assert child
    parent.kill()
    parent.wait()
    assert _first(lambda: not _is_alive(child))


def _first(found: Callable[[], str | bool]) -> str:
    """What is found in time, as text."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = found()
        if value:
            return str(value)
        time.sleep(0.02)
    return ""


def _child_of(pid: int) -> str:
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in file.read_text().split():
            if "pagefind" in Path(f"/proc/{child}/comm").read_text():
                return child
    return ""


def _is_alive(pid: str) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
