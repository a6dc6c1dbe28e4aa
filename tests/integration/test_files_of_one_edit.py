"""An edit costs what it touches: how many files of the API one edit writes again."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.integration.sites import aushang, tree, write, write_site

MOST = 12
POSTS = 300
POST = """\
---
type: {type}
title: {title}
published: {day}T09:00
services: [sauna]
locations: [mitte]
contact: jana-weiss
---

{text}
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred posts of nearly a year, with a closure in between that still holds."""
    root = write_site(tmp_path_factory.mktemp("news"))
    first = date(2026, 1, 20)
    for number in range(POSTS - 1):
        day = first + timedelta(days=number)
        put(root, f"n{number:03}", title=f"Neuigkeit {number}", text=f"Die {number}.", day=day)
    closure = date(2026, 10, 1)
    put(root, "zu", kind="closure", title="Die Sauna ist zu", text="Der Ofen.", day=closure)
    build(root)
    return root


def put(root: Path, id_: str, *, kind: str = "news", title: str, text: str, day: date) -> None:
    """Write a post."""
    content = POST.format(type=kind, title=title, text=text, day=day)
    write(root / f"content/posts/{id_}.md", content)


def build(root: Path, now: str = "2026-11-21T20:00:00+01:00") -> Mapping[str, object]:
    """The files for apps, as they are published now."""
    done = aushang(root, "build", "--quiet", now=now)
    assert done.returncode == 0, done.stdout
    return {
        path: data
        for path, data in tree(root / "site").items()
        if path.startswith(("api/", "statuspage/"))
    }


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The paths that differ."""
    paths = before.keys() | after.keys()
    return {path for path in paths if before.get(path) != after.get(path)}


def edited(root: Path, id_: str, old: str, new: str) -> set[str]:
    """What an edit of one post writes again."""
    before, file = build(root), root / f"content/posts/{id_}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new))
    return changed(before, build(root))


API = "api/v1"
ALWAYS = {f"{API}/index.json", f"{API}/manifest.json"}


def test_the_text_of_an_old_post(published: Path) -> None:
    """Its own file, the log, and what lists all files."""
    found = edited(published, "n004", "Die 4.", "Die vierte.")
    log = {path for path in found if path.startswith(f"{API}/changes/")}
    page = f"{API}/posts/pages/0001.json"  # its summary is the beginning of its text
    assert found - log == {f"{API}/posts/n004.json", page} | ALWAYS
    assert 1 <= len(log) <= 2


def test_the_title_of_an_old_post(published: Path) -> None:
    """And the page on which it stands."""
    found = edited(published, "n005", "Neuigkeit 5", "Kleinigkeit 5")
    assert f"{API}/posts/pages/0001.json" in found
    assert len(found) <= MOST


def test_title_and_text_of_what_holds_now(published: Path) -> None:
    """It stands in every list that there is."""
    found = edited(published, "zu", "Die Sauna ist zu", "Die Sauna bleibt zu")
    assert {f"{API}/status.json", f"{API}/posts/zu.json"} <= found
    assert len(found) <= MOST, sorted(found)
    found = edited(published, "zu", "Der Ofen.", "Der Ofen ist kalt.")
    assert len(found) <= MOST, sorted(found)


def test_the_effect_of_what_holds_now(published: Path) -> None:
    """Statuspage's form repeats the state of a component wherever it is named."""
    day = date(2026, 11, 20)
    put(published, "filter", kind="maintenance", title="Neue Filter", text="Die Lüftung.", day=day)
    found = edited(published, "zu", "contact:", "effect: restricted\ncontact:")
    log = {path for path in found if path.startswith(f"{API}/changes/")}
    ours = {"posts/zu", "posts/index", "posts/pages/0003", "status"}
    assert found - log - ALWAYS == {f"{API}/{name}.json" for name in ours} | {
        f"statuspage/api/v2/{name}.json"
        for name in (
            "summary",
            "status",
            "components",
            "incidents",
            "incidents/unresolved",
            "scheduled-maintenances",
            "scheduled-maintenances/active",
        )
    }
    assert 1 <= len(log) <= 2
    (published / "content/posts/filter.md").unlink()


def test_a_new_closure(published: Path) -> None:
    """What was not there before counts as well."""
    before = build(published)
    day = date(2026, 11, 21)
    put(published, "neu", kind="closure", title="Zu", text="Die Lüftung.", day=day)
    found = changed(before, build(published))
    assert f"{API}/posts/neu.json" in found
    assert f"{API}/posts/pages/0001.json" not in found
    assert len(found) <= MOST, sorted(found)
    (published / "content/posts/neu.md").unlink()


def test_a_post_of_long_ago_is_withdrawn_and_comes_back(published: Path) -> None:
    """None of the newer ones moves."""
    before, file = build(published), published / "content/posts/n007.md"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    after = build(published)
    found = changed(before, after)
    assert f"{API}/posts/n007.json" in found
    assert f"{API}/posts/pages/0001.json" in found
    assert f"{API}/posts/pages/0002.json" not in found
    assert len(found) <= MOST, sorted(found)
    write(file, text)
    again = build(published)
    assert len(changed(after, again)) <= MOST
    assert again[f"{API}/posts/pages/0001.json"] == before[f"{API}/posts/pages/0001.json"]


def test_a_post_that_is_dated_back(published: Path) -> None:
    """It stands with the new ones, though it is the oldest."""
    before = build(published)
    put(published, "alt", title="Von damals", text="Alt.", day=date(2020, 2, 1))
    found = changed(before, build(published))
    assert f"{API}/posts/pages/0004.json" in found
    assert f"{API}/posts/pages/0001.json" not in found
    assert len(found) <= MOST, sorted(found)
    day = date(2026, 1, 24)
    found = edited(published, "n004", f"published: {day}", f"published: {day - timedelta(30)}")
    assert len(found) <= MOST, sorted(found)


def test_an_hour_in_which_nothing_happens(published: Path) -> None:
    """Pages tell the minute; what apps fetch stays as it is, so that they are told 304."""
    before = build(published, "2026-11-21T20:00:00+01:00")
    assert changed(before, build(published, "2026-11-21T21:07:00+01:00")) == set()


def test_midnight(published: Path) -> None:
    """What is foreseen reaches a day further, and the index and the manifest know that."""
    before = build(published, "2026-11-21T23:59:00+01:00")
    found = changed(before, build(published, "2026-11-22T00:00:00+01:00"))
    assert found == {f"{API}/status.json"} | ALWAYS
