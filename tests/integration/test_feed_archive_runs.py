"""Archives of feeds over several publishes: an edit writes what it touches, nothing is stale."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.integration.sites import aushang, tree, write, write_site

POSTS = 60
ARCHIVES = "feeds/posts/"
POST = """\
---
type: news
title: Neuigkeit {number}
published: {day}T09:00
services: [sauna]
locations: [mitte]
contact: jana-weiss
---

{text}
"""
Site = dict[str, bytes]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """With the two posts of any site 62: two archives and a feed."""
    root = write_site(tmp_path / "news")
    for number in range(POSTS):
        put(root, number)
    built(root)
    return root


def put(root: Path, number: int, text: str = "Der Kursraum hat neue Matten.") -> Path:
    """Write a post; the higher its number, the newer it is."""
    day = date(2026, 1, 1) + timedelta(days=number)
    file = root / f"content/posts/n{number:03}.md"
    return write(file, POST.format(number=number, day=day, text=text))


def built(root: Path) -> Site:
    """The feeds that are published now, which are those of a build that knows nothing."""
    done = aushang(root, "build", "--quiet")
    assert done.returncode == 0, done.stdout
    found = feeds(root)
    other = root.with_name("other")
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("site", ".site.aushang"))
    assert aushang(other, "build", "--quiet").returncode == 0
    assert found == feeds(other)
    return found


def feeds(root: Path) -> Site:
    """Those of everything and their archives."""
    return {
        path.removeprefix("feeds/"): data
        for path, data in tree(root / "site").items()
        if path.startswith(("feeds/posts.", ARCHIVES))
    }


def changed(before: Site, after: Site) -> set[str]:
    """The paths that differ."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def formats(*names: str) -> set[str]:
    """Each in its three formats."""
    return {f"{name}.{suffix}" for name in names for suffix in ("rss", "atom", "json")}


def test_feeds_and_archives_follow_every_edit(published: Path) -> None:
    """A new text, a new post, one that goes: incremental equals clean, and old archives stay."""
    before = feeds(published)
    assert before.keys() == formats("posts", "posts/0001", "posts/0002")
    put(published, 3, "Der Kursraum hat alte Matten.")
    edited = built(published)
    assert changed(before, edited) == formats("posts/0001")
    put(published, POSTS)
    more = built(published)
    assert changed(edited, more) == formats("posts")
    (published / "content/posts/n040.md").unlink()
    (published / "content/posts/n041.md").unlink()
    (published / "content/posts/n042.md").unlink()
    fewer = built(published)
    assert fewer.keys() == formats("posts", "posts/0001")
    assert b"posts/0002" not in b"".join(fewer.values())
