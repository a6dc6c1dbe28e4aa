"""Posts that several workers read are those that one process reads."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from aushang.build.shelf import Shelf
from aushang.content.entries import Entry, Role
from aushang.content.reading import Joined
from aushang.model import Localised, Site

SITE = Site(name=Localised({"de": "Haus"}), url="https://haus.example/", tag="haus.example,2026")
MANY = 1_500
"""Posts: from so many on they are spread."""
FEW = 20

GERMAN = """---
type: closure
title: Zu {number}
published: 2026-10-25T09:00
updates:
  - at: 2026-10-26T10:00+05:00
    text: |
      Es bleibt *dabei*.
---

Ein Satz.
"""
ENGLISH = """---
title: Closed {number}
updates:
  - {{at: 2026-10-26T10:00+05:00, text: Still closed.}}
---

A sentence.
"""
PLAIN = "---\ntype: closure\ntitle: Zu {number}\npublished: 2026-10-25T09:00\n---\n\nEin Satz.\n"
BROKEN = "---\ntype: closure\ntitle: Zu\npublished: bald\n---\n"


def entry(folder: Path, name: str, text: str, *, is_translation: bool = False) -> Entry:
    """A file of a post with that text."""
    suffix = ".en.md" if is_translation else ".md"
    file = folder / f"{name}{suffix}"
    file.write_text(text, encoding="utf-8")
    return Entry(
        role=Role.POST,
        place=str(file),
        path=f"content/posts/{file.name}",
        inside=f"posts/{file.name}",
        name=name,
        language="en" if is_translation else "de",
        is_translation=is_translation,
    )


@pytest.fixture
def groups(tmp_path: Path) -> list[list[Entry]]:
    """Posts in two languages, one that is broken, and one whose file is gone."""
    found = [
        [entry(tmp_path, f"b-{number}", PLAIN.format(number=number))]
        for number in range(MANY - FEW)
    ]
    for number in range(FEW):
        german = entry(tmp_path, f"a-{number}", GERMAN.format(number=number))
        english = ENGLISH.format(number=number)
        found.append([german, entry(tmp_path, f"a-{number}", english, is_translation=True)])
    found.append([entry(tmp_path, "broken", BROKEN)])
    gone = entry(tmp_path, "gone", "")
    gone.file.unlink()
    return [*found, [gone]]


def test_workers_read_the_same_posts_as_one_process(groups: list[list[Entry]]) -> None:
    """Their texts, updates, files and findings, and what is noted of the files."""
    alone, crew = (
        Shelf(before={}, known={}, workers=workers, now=time.time_ns()) for workers in (1, 2)
    )
    expected, found = alone.posts(groups, SITE), crew.posts(groups, SITE)
    assert found == expected
    assert crew.seen == alone.seen
    assert len(found) == MANY + 2
    assert found[MANY - 1].draft
    assert [text.text for text in found[MANY - 1].draft.updates.values()] == [
        "Es bleibt *dabei*.\n",
        "Still closed.",
    ]


def test_what_cannot_be_read_is_told(groups: list[list[Entry]]) -> None:
    """A broken file and one that is gone make no post; both are named."""
    shelf = Shelf(before={}, known={}, workers=2, now=time.time_ns())
    broken, gone = shelf.posts(groups, SITE)[-2:]
    assert replace(broken, diagnostics=()) == Joined(None, (), ("content/posts/broken.md",))
    assert replace(gone, diagnostics=()) == Joined(None, (), ("content/posts/gone.md",))
    assert [one.code for one in (*broken.diagnostics, *gone.diagnostics)] == ["AU001", "AU013"]
    assert "content/posts/gone.md" not in shelf.seen
