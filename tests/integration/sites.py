"""A small publication on disk, and what a tree of files is, for the tests of whole runs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from aushang.cli import run

CONFIGURATION = """\
site_name: Kraftraum
site_url: https://aktuell.kraftraum.example/news/
docs_dir: content
site_dir: site
theme:
  name: aushang
plugins:
  - aushang:
      tag: kraftraum.example,2026
      languages: [de, en]
      time_zone: Europe/Berlin
      search: false
      description: {de: Was bei Kraftraum gilt., en: What holds at Kraftraum.}
      gone: {/*: hier geht es um anderes}
"""

CONTACT = """\
name: Jana Weiß
role: {de: Studioleitung, en: Studio manager}
phone: "+49 30 23125111"
email: jana.weiss@kraftraum.example
answers_within: {de: einem Werktag, en: one working day}
"""

SERVICE = """\
name: {de: Sauna, en: Sauna}
summary: {de: Finnische Sauna, en: Finnish sauna}
"""

PLACE = """\
name: Mitte
summary: {de: Das Studio am Platz, en: The studio on the square}
address: {street: Platz 1, postcode: "10119", city: Berlin}
services: [sauna]
contact: jana-weiss
"""

POST = """\
---
id: {id}
type: news
title: {title}
published: 2026-11-20T09:00
services: [sauna]
locations: [mitte]
contact: jana-weiss
---

{text}
"""

NOW = "2026-11-21T20:00:00+01:00"


def write_site(root: Path) -> Path:
    """A publication of one place, one service, one person and two posts. Returns `root`."""
    write(root / "mkdocs.yml", CONFIGURATION)
    write(root / "content/contacts/jana-weiss.yml", CONTACT)
    write(root / "content/services/sauna.yml", SERVICE)
    write(root / "content/locations/mitte.yml", PLACE)
    write_post(root, "sauna-offen", "Die Sauna ist wieder offen", "Ab Montag, 6 Uhr.")
    write_post(root, "neue-matten", "Neue Matten", "Sie liegen im Kursraum bereit.")
    return root


def write_post(root: Path, id_: str, title: str, text: str) -> Path:
    """A post, over one of the same name."""
    return write(root / f"content/posts/{id_}.md", POST.format(id=id_, title=title, text=text))


def write(file: Path, text: str) -> Path:
    """A file with the folders above it, saved as editors do: nobody reads one half written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.draft")
    draft.write_text(text, encoding="utf-8")
    return draft.replace(file)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def after(folder: Path) -> tuple[str, ...]:
    """Options for a build that is to equal what stands in a folder: its log of changes goes on.

    The log is a history, so only a build that knows it can write the same.
    """
    return ("--published", str(folder.absolute())) if folder.exists() else ()


def without_history(files: dict[str, bytes]) -> dict[str, bytes]:
    """A tree without the log of changes and the two files that name its digests."""
    told = ("api/v1/changes/", "api/v1/index.json", "api/v1/manifest.json")
    return {path: data for path, data in files.items() if not path.startswith(told)}


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the program came to."""

    returncode: int
    stdout: str
    stderr: str


@contextmanager
def one_processor() -> Iterator[None]:
    """As on a machine with one processor, where the program forks no workers.

    To fork a test process costs a small site as much as all of its build, and the other processors
    are busy with other tests. Runs in processes of their own have the machine as it is.
    """
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    all_of_them = os.sched_getaffinity(0)
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.sched_setaffinity(0, {sorted(all_of_them)[number % len(all_of_them)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def aushang(root: Path, *arguments: str, now: str = NOW, **environment: str) -> Run:
    """A command line, run in the publication's folder within this process: no start-up to pay."""
    out, err = StringIO(), StringIO()
    surroundings = {"AUSHANG_NOW": now, "COLUMNS": "80", **environment}
    with (
        one_processor(),
        chdir(root),
        patch.dict(os.environ, surroundings),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run(arguments)
    return Run(code, out.getvalue(), err.getvalue())


def aushang_process(
    root: Path, *arguments: str, encoding: str = "utf-8", **environment: str
) -> Run:
    """The same as a process of its own, for what depends on the real streams or limits."""
    ended = subprocess.run(
        [sys.executable, "-c", "from aushang.cli import main; main()", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        encoding=encoding,
        env={**os.environ, "AUSHANG_NOW": NOW, **environment},
    )
    return Run(ended.returncode, ended.stdout, ended.stderr)
