"""Reading a log back: what is asked for, what is not trusted, from which log a build goes on."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.factories import by_path, make_site

from aushang.build.log_basis import log_basis
from aushang.build.published_log import (
    NO_LOG,
    DamagedLogError,
    ForeignSiteError,
    FoundLog,
    read_folder,
    reading,
)
from aushang.model.addresses import of_api
from aushang.model.change_log import Log, continued
from aushang.outputs.api.changes import latest, page_files, pages_of

NOW = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
SITE = make_site()
TAG = SITE.tag


def log_of(*publishes: str, before: Log | None = None) -> Log:
    """The log after some publishes, each the ids of its posts, a letter each."""
    for ids in publishes:
        before = continued(before, dict.fromkeys(ids, "0" * 64), tag=TAG, now=NOW)
    assert before is not None
    return before


def files_of(log: Log, per_page: int = 2) -> dict[str, bytes]:
    """What is published of a log, by the names that a reader asks for."""
    links = {"changes_latest": f"https://alt.example/api/v1/{latest(log, per_page)}.json"}
    index = {"api_version": "1.2", "revision": "", "links": links}
    found = by_path(one for page in pages_of(log, per_page) for one in page_files(page, SITE))
    names = {path[len("api/v1/") : -len(".json")]: data for path, data in found.items()}
    return {"index": json.dumps(index).encode(), **names}


def read(files: dict[str, bytes], own: Log | None = None) -> tuple[Log | None, list[str]]:
    """The log, and the names that were asked for."""
    steps, asked = reading(TAG, own), []
    name = next(steps)
    while True:
        asked.append(name)
        try:
            name = steps.send(files.get(name))
        except StopIteration as end:
            return end.value, asked


def read_at_most(count: int, files: dict[str, bytes]) -> None:
    """Send so many files, and then no more."""
    steps = reading(TAG)
    name = next(steps)
    for _ in range(count):
        name = steps.send(files[name])


def edited(data: bytes, change: Callable[[Any], object]) -> bytes:
    """A page with something else in it."""
    page = json.loads(data)
    change(page)
    return json.dumps(page).encode()


LONG = log_of("abcd", "abc", "ab")
FULL_1, FULL_2 = (f"changes/full/{n:04}-{LONG.mark_at(2 * n)}" for n in (1, 2))


def test_a_log_is_read_from_its_end() -> None:
    """Wherever the site lived when it was written."""
    assert read(files_of(LONG)) == (LONG, ["index", "changes/0003", FULL_2, FULL_1])


def test_what_we_have_is_not_read_again() -> None:
    """Pages are read back to the first one that goes on from ours."""
    assert read(files_of(LONG), LONG) == (LONG, ["index", "changes/0003"])
    own = log_of("abcd")
    assert read(files_of(LONG), own) == (LONG, ["index", "changes/0003"])
    fork = log_of("abcd", "abcde", "abcdef")
    assert read(files_of(fork), LONG) == (fork, ["index", "changes/0003"])
    other = log_of("xy", "xyz")
    assert read(files_of(LONG), other)[1] == ["index", "changes/0003", FULL_2, FULL_1]


def test_an_older_log_is_read_as_it_is() -> None:
    """Ours may be ahead."""
    older = log_of("abcd")
    assert read(files_of(older), LONG) == (older, ["index", "changes/0002"])


def test_no_site_and_a_site_without_a_log_are_no_fault() -> None:
    """A first publish, and one after a version of the program that had no log."""
    assert read({}) == (None, ["index"])
    index = b'{"api_version": "1.1", "revision": "", "links": {}}'
    assert read({"index": index}) == (None, ["index"])


def test_a_log_without_changes_is_one() -> None:
    """Its epoch goes on."""
    empty = log_of("")
    assert read(files_of(empty))[0] == empty


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        ("changes/0003", lambda p: p["items"][0].update(id="x"), "change 5 does not follow"),
        (FULL_1, lambda p: p["items"].pop(0), "change 1 does not follow"),
        (FULL_1, lambda p: p["items"][1].update(digest="1" * 64), "change 2 does not follow"),
        (FULL_2, lambda p: p.update(epoch="other"), "change 3 does not follow"),
        (FULL_2, lambda p: p["links"].pop("prev"), "change 1 does not follow"),
        (FULL_2, lambda p: p["links"].update(prev="https://x/"), "is the address of no page"),
        (FULL_2, lambda p: p.pop("items"), "is not what aushang writes there"),
        ("changes/0003", lambda p: p.update(moved={}), "published anew while it was read"),
    ],
)
def test_what_does_not_hold_together_is_not_trusted(
    name: str, change: Callable[[Any], object], reason: str
) -> None:
    """Each in words."""
    files = files_of(LONG)
    files[name] = edited(files[name], change)
    with pytest.raises(DamagedLogError, match=reason):
        read(files)


@pytest.mark.parametrize("back", ["changes/0003", FULL_2, FULL_1])
def test_no_log_leads_round_in_a_circle(back: str) -> None:
    """A page that is not the one before is asked for once: it may be another machine's site."""
    files = files_of(LONG)
    address = f"https://x.example/api/v1/{back}.json"
    files[FULL_2] = edited(files[FULL_2], lambda page: page["links"].update(prev=address))
    files[FULL_1] = edited(files[FULL_1], lambda page: page["links"].update(prev=address))
    with pytest.raises(DamagedLogError, match="does not follow"):
        read_at_most(5, files)


def test_a_page_without_changes_leads_to_none() -> None:
    """Only a log without any has one."""
    files = files_of(LONG)
    files[FULL_2] = edited(files[FULL_2], lambda page: page.update(items=[]))
    with pytest.raises(DamagedLogError, match="a page without changes stands among others"):
        read(files)


def test_a_page_that_is_missing_is_damage() -> None:
    """It is named."""
    files = files_of(LONG)
    del files[FULL_1]
    with pytest.raises(DamagedLogError, match=f"{of_api(FULL_1)} is missing"):
        read(files)


@pytest.mark.parametrize(
    "path", ["changes/../../../etc/passwd", "changes/1", "posts/a", "changes/full/0001-xyz"]
)
def test_no_other_file_is_asked_for(path: str) -> None:
    """Whatever the index says."""
    index = edited(
        files_of(LONG)["index"],
        lambda one: one["links"].update(changes_latest=f"https://x.example/api/v1/{path}.json"),
    )
    with pytest.raises(DamagedLogError, match="is the address of no page"):
        read({"index": index})


@pytest.mark.parametrize(
    "data", [b"<!doctype html>", b"[]", b'{"version": "1"}', b"\xff", b"[" * 9]
)
def test_what_aushang_did_not_write_is_foreign(data: bytes) -> None:
    """An index of somebody else's API, or a page for people."""
    with pytest.raises(ForeignSiteError, match=r"api/v1/index.json is not what aushang writes"):
        read({"index": data})


def test_another_publication_is_foreign() -> None:
    """Its tag says so."""
    files = files_of(LONG)
    files["changes/0003"] = edited(files["changes/0003"], lambda p: p.update(tag="x.example,2020"))
    with pytest.raises(ForeignSiteError, match=r"its tag is “x\.example,2020”"):
        read(files)


def test_a_folder_is_read_and_never_raises(tmp_path: Path) -> None:
    """What is wrong with it is a fault in words."""
    assert read_folder(tmp_path / "nothing", TAG) == NO_LOG
    for name, data in files_of(LONG).items():
        file = tmp_path / of_api(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert read_folder(tmp_path, TAG) == FoundLog(LONG)
    (tmp_path / of_api(FULL_1)).unlink()
    assert read_folder(tmp_path, TAG).fault == f"{of_api(FULL_1)} is missing"
    (tmp_path / of_api("index")).unlink()
    assert read_folder(tmp_path, TAG).fault == "api/v1/index.json does not lead to it"


def test_a_build_goes_on_from_what_is_known() -> None:
    """And tells what it could not read, with what it comes to."""
    own, broken = FoundLog(LONG), FoundLog(fault="it burnt")
    assert log_basis(own, NO_LOG) == (LONG, ())
    assert log_basis(NO_LOG, NO_LOG) == (None, ())
    assert log_basis(broken, own) == (LONG, ())
    log, (found,) = log_basis(own, broken)
    assert (log, found.code) == (LONG, "AU604")
    assert found.message.endswith(
        "it burnt; the log of changes goes on from the folder that is replaced"
    )
    log, found_ = log_basis(broken, broken)
    assert (log, [one.code for one in found_]) == (None, ["AU604", "AU603"])
