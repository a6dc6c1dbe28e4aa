"""Builds again and again in child processes, and kills each at a random moment.

Usage: kill_loop.py MKDOCS_YML KILLS SEED. A child publishes two sites in turn.
Prints JSON: how often the folder was one of the two whole sites, how often it was anything else,
and how many kills left something in the staging folder. Children are forked, so that none of them
pays for the start of the program.
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

from tests.integration.sites import NOW, tree

from aushang.build.pipeline import build
from aushang.build.project import Host, Project
from aushang.build.progress import Stopwatch, Unwatched
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project


def publish(what: Project, by: Host, number: int) -> None:
    """Publish the site of one of two moments."""
    now = datetime.fromisoformat(NOW) + timedelta(minutes=number % 2)
    build(what, by, now=now, watch=Stopwatch(Unwatched()))


def publish_for_ever(what: Project, by: Host) -> None:
    """Publish one site after the other; never returns."""
    for number in count():
        publish(what, by, number)


def main(file: str, kills: str, seed: str) -> None:
    """Run the loop and print what was seen."""
    configuration = load_configuration(Path(file))
    what, by = project(configuration), host(configuration)
    site = configuration.output
    staging = site.with_name(f".{site.name}.aushang") / "staging"
    whole = []
    for number in range(2):
        began = time.monotonic()
        publish(what, by, number)
        lasts = time.monotonic() - began
        whole.append(tree(site))
    moments = random.Random(int(seed))
    seen = {"whole": 0, "broken": 0, "rubbish": 0, "different": whole[0] != whole[1]}
    for _ in range(int(kills)):
        child = os.fork()
        if not child:
            publish_for_ever(what, by)
        time.sleep(moments.uniform(0, 1.7 * lasts))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen["whole" if site.is_dir() and tree(site) in whole else "broken"] += 1
        seen["rubbish"] += staging.exists()
    publish(what, by, 0)
    seen["repaired"] = tree(site) == whole[0] and not staging.exists()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
