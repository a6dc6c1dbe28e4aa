"""A cold build of the same posts: Aushang and MkDocs with Material's blog plugin, in turn.

    python bench/cold_build.py [--posts 1000] [--runs 3]

Prints medians and the ratio. The machine's speed drifts, so the ratio is what counts.
"""

import argparse
import tempfile
from pathlib import Path

from corpus import samples
from engines import AUSHANG, MKDOCS
from measure import Cost, cold, median


def main() -> None:
    """Fill both folders, run in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    engines = (AUSHANG, MKDOCS)
    costs: dict[str, list[Cost]] = {engine.name: [] for engine in engines}
    with tempfile.TemporaryDirectory() as name:
        for engine in engines:
            engine.fill(Path(name) / engine.name, samples(options.posts))
        for _ in range(options.runs):
            for engine in engines:
                folder = Path(name) / engine.name
                costs[engine.name].append(cold(engine.command, folder, engine.output))
    print(f"{options.posts} posts, {options.runs} runs in turn, medians")
    for engine in engines:
        middle = median(costs[engine.name])
        print(f"{engine.name:10} {middle.seconds:8.2f} s {middle.megabytes:8.0f} MB")
    ratio = median(costs[MKDOCS.name]).seconds / median(costs[AUSHANG.name]).seconds
    print(f"aushang is {ratio:.1f} times as fast")


if __name__ == "__main__":
    main()
