"""`aushang next` as staff and schedulers call it."""

import json
from pathlib import Path

from tests.integration.sites import aushang, write, write_site

_LATER = """\
---
id: fest
type: closure
title: Am Fest geschlossen
published: 2026-11-25T09:00
starts: 2026-12-01T00:00
ends: 2026-12-02T00:00
services: [sauna]
locations: [mitte]
contact: jana-weiss
---

Wir feiern.
"""


def test_what_comes_next(tmp_path: Path) -> None:
    """A line for each change; those that need a build are marked."""
    root = write_site(tmp_path)
    write(root / "content/posts/fest.md", _LATER)
    run = aushang(root, "next")
    assert run.returncode == 0
    assert run.stdout.splitlines() == [
        "Wed 2026-11-25 09:00  build  post fest appears",
        "Tue 2026-12-01 00:00  build  Mitte, Sauna: closed (fest)",
        "Tue 2026-12-01 00:00  build  fest begins to hold",
        "Wed 2026-12-02 00:00  build  Mitte, Sauna: nothing is known",
        "Wed 2026-12-02 00:00  build  fest is over",
        "Fri 2026-12-04 09:00         neue-matten is over",
        "Fri 2026-12-04 09:00         sauna-offen is over",
    ]
    one = aushang(root, "next", "--builds", "--count", "1", "--format", "json")
    assert json.loads(one.stdout) == [
        {
            "at": "2026-11-25T09:00:00+01:00",
            "change": "post-appears",
            "needs_build": True,
            "post": "fest",
            "location": None,
            "service": None,
            "effect": None,
            "by_hours": False,
        }
    ]


def test_without_programs_that_have_no_clock(tmp_path: Path) -> None:
    """What begins or ends needs no build where there are no files for Statuspage."""
    root = write_site(tmp_path)
    write(root / "content/posts/fest.md", _LATER)
    file = root / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8")
    write(file, settings.replace("search: false", "search: false\n      statuspage: false"))
    lines = aushang(root, "next", "--builds").stdout.splitlines()
    assert lines == ["Wed 2026-11-25 09:00  build  post fest appears"]


def test_hours_on_demand(tmp_path: Path) -> None:
    """Each day's opening and closing would hide everything else."""
    root = write_site(tmp_path)
    file = root / "content/locations/mitte.yml"
    write(file, file.read_text(encoding="utf-8") + 'hours: {mon-fri: "06:00-23:00"}\n')
    assert "open" not in aushang(root, "next").stdout
    assert aushang(root, "next", "--hours", "--count", "1").stdout == (
        "Mon 2026-11-23 06:00         Mitte: open\n"
    )


def test_mistakes(tmp_path: Path) -> None:
    """Nothing ahead, a file that cannot be read, a time that is none."""
    root = write_site(tmp_path)
    assert aushang(root, "next", "--builds").stdout == "Nothing changes by itself.\n"
    write(root / "content/posts/falsch.md", "---\ntitle: [\n---\n\nText.\n")
    run = aushang(root, "next", "--count", "1")
    assert run.returncode == 0
    assert run.stderr == "Left out: 1 file that cannot be read. aushang check tells why.\n"
    wrong = aushang(root, "next", "--now", "bald")
    assert wrong.returncode == 2
    assert "“bald” is not a time" in wrong.stderr
