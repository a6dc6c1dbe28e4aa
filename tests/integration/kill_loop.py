"""Edits and builds again and again in child processes, and kills each at a random moment.

Usage: kill_loop.py MKDOCS_YML KILLS SEED. A child edits the content and publishes, so that two
sites take turns; all but the first builds make only what is out of date. After each kill the next
build is run to its end. Children are forked, so that none pays for the start of the program.

Prints JSON: how often the folder was one of the two whole sites right after the kill, and how often
anything else; how often the next build came to the site that a full build comes to; how many kills
met a build at work; and what was left beside the site in the end.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from tests.integration.sites import NOW, POST, tree, without_history

from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.project import Host, Project
from aushang.build.published_log import read_folder
from aushang.build.target import Target
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project

_SITES = 2


def edit(content: Path, number: int) -> None:
    """A post says something else, and another one comes or goes; no kill leaves half a file."""
    text = f"Sie liegen im Raum {number % _SITES}."
    new = content / "posts/.new"
    new.write_text(POST.format(id="neue-matten", title="Neue Matten", text=text), encoding="utf-8")
    new.replace(content / "posts/neue-matten.md")
    other = content / "posts/aufguss.md"
    if number % _SITES:
        new.write_text(POST.format(id="aufguss", title="Aufguss", text=text), encoding="utf-8")
        new.replace(other)
    else:
        other.unlink(missing_ok=True)


def publish(what: Project, by: Host, number: int) -> float:
    """Edit and publish one of two sites, each of a moment of its own; the seconds it took."""
    began = time.monotonic()
    edit(what.content, number)
    now = datetime.fromisoformat(NOW) + timedelta(minutes=number % _SITES)
    build(what, by, now=now, watch=Stopwatch(Unwatched()))
    return time.monotonic() - began


def publish_for_ever(what: Project, by: Host, first: int) -> None:
    """Publish one site after the other; never returns."""
    for number in count(first):
        publish(what, by, number)


def killed(what: Project, by: Host, first: int, after: float) -> None:
    """A child that publishes and is killed `after` some seconds."""
    child = os.fork()
    if not child:
        publish_for_ever(what, by, first)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def is_one_of(whole: list[dict[str, bytes]], site: Target, what: Project) -> bool:
    """Whether one of these sites is published, with a log of changes that holds together."""
    log = read_folder(site.folder, what.site.tag)
    return log.log is not None and without_history(tree(site.folder)) in whole


def main(file: str, kills: str, seed: str) -> None:
    """Run the loop and print what was seen."""
    configuration = load_configuration(Path(file))
    what, by = project(configuration), host(configuration)
    site = Target(configuration.output)
    whole, lasts = [], 0.0
    for number in (0, 1, 2, 3):
        lasts = publish(what, by, number)
        whole.append(without_history(tree(site.folder)))
    moments = random.Random(int(seed))
    seen = {"whole": 0, "broken": 0, "repaired": 0, "at_work": 0}
    for number in range(int(kills)):
        killed(what, by, number, moments.uniform(0, 3 * lasts))
        seen["whole" if is_one_of(whole, site, what) else "broken"] += 1
        seen["at_work"] += not site.twin.exists()
        after = moments.randrange(_SITES)
        lasts = publish(what, by, after)  # a machine is busier at times
        seen["repaired"] += is_one_of(whole[after : after + 1], site, what)
    are_two = whole[:2] == whole[2:] and whole[0] != whole[1]
    left = sorted(path.name for path in site.room.iterdir())
    sys.stdout.write(json.dumps({**seen, "are_two": are_two, "left": left}))


if __name__ == "__main__":
    main(*sys.argv[1:])
