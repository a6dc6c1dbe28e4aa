"""Nothing is edited, and days pass: the next build tells what is out of date by then."""

from pathlib import Path

from tests.integration.sites import aushang, tree, write, write_site

POST = """\
---
type: disruption
title: Der Aufzug steht still
published: 2026-11-20T09:00
next_update: 2026-11-24T12:00
services: [sauna]
locations: [mitte]
contact: jana-weiss
---

Ein Steuergerät ist defekt.

Das Ersatzteil kommt am **23. November**, dann wird es eingebaut.
"""


def findings(stdout: str) -> list[str]:
    """The lines that name the post."""
    return [line for line in stdout.splitlines() if line.startswith("content/posts/aufzug.md")]


def test_what_days_make_of_a_text(tmp_path: Path) -> None:
    """A text that was judged before is judged by the clock of each build; so is a promise."""
    root = write_site(tmp_path / "news")
    write(root / "content/posts/aufzug.md", POST)
    first = aushang(root, "build", "--quiet", now="2026-11-21T20:00:00+01:00")
    assert (first.returncode, findings(first.stdout)) == (0, [])

    second = aushang(root, "build", "--quiet", now="2026-11-24T08:00:00+01:00")
    stale = (
        "content/posts/aufzug.md:13:27: warning AU403 “23. November” is announced as still to come"
        " and lies in the past"
    )
    assert (second.returncode, findings(second.stdout)) == (0, [stale])

    published = tree(root / "site")
    third = aushang(root, "build", "--quiet", now="2026-11-24T12:00:00+01:00")
    overdue = (
        "content/posts/aufzug.md:5:14: error AU401 `next_update` promised word by 2026-11-24T12:00,"
        " and none was given"
    )
    assert (third.returncode, findings(third.stdout)) == (1, [overdue, stale])
    assert tree(root / "site") == published
