"""Small content folders for the tests of loading, read with the real dialect."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from aushang.content.load import Loaded, load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.model import Diagnostic, Localised, Site

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
SITE = Site(
    name=Localised({"de": "Kraftraum"}),
    url="https://aktuell.kraftraum.example/",
    tag="aktuell.kraftraum.example,2026",
)

GOOD = """---
type: reopening
title: Die Kurse beginnen wieder
published: 2026-11-20T09:00
---

Alle Kurse finden ab Montag wieder statt.
"""


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files`, named by their paths below `content/`, and return `root`."""
    (root / "content").mkdir(exist_ok=True)
    for name, data in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def loaded(root: Path, now: datetime = NOW) -> Loaded:
    """Load the folder `content/` below `root` at a fixed time."""
    return load(root / "content", root=root, site=SITE, now=now, markdown=GfmRenderer())


def told(finding: Diagnostic) -> str:
    """A finding in full: place, severity, code, message and hint."""
    start = f"{finding.location}: {finding.severity} {finding.code} {finding.message}"
    return f"{start}\n    help: {finding.hint}" if finding.hint else start


def post(*lines: str, body: str = "Die Sauna ist zu.\n", **keys: str) -> str:
    """A closure with further keys and lines of front matter."""
    front = {"type": "closure", "title": "Die Sauna ist zu", "published": "2026-11-20T09:00"}
    front |= keys
    text = "\n".join([*(f"{key}: {value}" for key, value in front.items()), *lines])
    return f"---\n{text}\n---\n\n{body}"
