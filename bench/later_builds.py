"""Rows about builds that find the site of the build before."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.corpus import Sample, one_more, samples
from bench.engines import aushang, fill_aushang, post_file
from bench.hugo import hugo
from bench.measure import Cost, built, cold, median
from bench.plan import Plan
from bench.table import Line, Pair, bounded

_SHARE = 0.08
_FILES = 60


def of_an_edit(plan: Plan) -> Iterator[Line]:
    """A new process after one post was edited, and after nothing was, against Hugo's cold build."""
    ours, peer = aushang(), hugo("bare", plan.peers)
    folder, their_folder = plan.filled(ours, plan.posts), plan.filled(peer, plan.posts)
    built(ours, folder)
    edited: list[Cost] = []
    unchanged: list[Cost] = []
    theirs: list[Cost] = []
    for number, post in zip(range(plan.runs), samples(plan.posts), strict=False):
        edit(post_file(folder, post), f"Nachtrag Nummer {number}.")
        edited.append(built(ours, folder))
        unchanged.append(built(ours, folder))
        theirs.append(cold(peer, their_folder))
    for what, costs in (("one post edited", edited), ("nothing changed", unchanged)):
        title = f"{what}, {plan.posts:,} posts, new process; {peer.name} cold"
        yield Pair(what=title, ours=median(costs), peer=median(theirs)).at_most(_SHARE)


def of_a_new_post(plan: Plan) -> Iterator[Line]:
    """How many published files one new post rewrites."""
    # A folder of its own: no other row finds the new post in its archive.
    engine = replace(aushang(), name="aushang-ripple")
    folder = plan.filled(engine, plan.posts)
    built(engine, folder)
    before = digests(folder / engine.output)
    _add(folder, one_more(plan.posts))
    built(engine, folder)
    found = changed(before, digests(folder / engine.output))
    what = f"files rewritten by a new post among {plan.posts:,}"
    yield bounded(what, len(found), _FILES, "files")


def edit(file: Path, sentence: str) -> None:
    """Put a paragraph at the end of a post, in one step, as careful editors do."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(f"{file.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    beside.replace(file)


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder and the digest of what it holds."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The files that came, went or hold something else."""
    names = sorted(before.keys() | after.keys())
    return [name for name in names if before.get(name) != after.get(name)]


def _add(folder: Path, post: Sample) -> None:
    fill_aushang(folder, [post])
