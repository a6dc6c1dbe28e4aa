"""Plants faults in the sample publication and in its built site, and counts those not found.

    python -m bench.mutations [--count 200] [--seed 1]

Each fault is alone: it is made, judged, and taken back. A fault counts as found if a finding names
the right file and the right line.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from aushang.audit.audit import audit
from aushang.audit.site import site_of
from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.target import target
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import Diagnostic
from bench.faults import IN_CONTENT, IN_SITE, Fault, Files, faults, line_of

CHECKOUT = Path(__file__).parents[1]
NOW = datetime.fromisoformat("2026-11-21T12:00+01:00")

Judge = Callable[[], tuple[Diagnostic, ...]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant, and tell what was missed; 1 if anything was."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutations", description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    missed = 0
    with tempfile.TemporaryDirectory(prefix="aushang-faults-") as name:
        for fault, why in missing(Path(name), count=options.count, seed=options.seed):
            missed += 1
            where, codes = fault.path or "the site", ", ".join(fault.codes)
            print(f"missed: {fault.kind} ({codes}) in {where}: {why}")
    print(f"{options.count - missed} of {options.count} faults found at their file and line")
    return int(bool(missed))


def missing(folder: Path, *, count: int, seed: int) -> Iterator[tuple[Fault, str]]:
    """The faults that are not found as they should be, and what was found in their place."""
    half = count // 2
    root = folder / "publication"
    root.mkdir()
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    shutil.copytree(CHECKOUT / "content", root / "content")
    configuration = load_configuration(root / "mkdocs.yml")
    what, theme = project(configuration), host(configuration)
    memory = Memory(target(what.output, root=what.root, content=what.content), is_ours_alone=True)

    def run(*, is_trial: bool) -> tuple[Diagnostic, ...]:
        watch = Stopwatch(Unwatched())
        result = build(what, theme, now=NOW, watch=watch, is_trial=is_trial, memory=memory)
        return result.diagnostics

    clean = run(is_trial=False)
    yield from _missed(root, IN_CONTENT, lambda: run(is_trial=True), clean, half, seed)
    site = folder / "site"
    shutil.copytree(what.output, site)

    def look() -> tuple[Diagnostic, ...]:
        return audit(site, site_of(site), now=NOW, workers=1).diagnostics

    yield from _missed(site, IN_SITE, look, look(), count - half, seed)


def _missed(  # noqa: PLR0913, PLR0917  a folder, what to do to it, how to look, what is there already
    root: Path,
    kinds: tuple[Callable[..., Fault | None], ...],
    judge: Judge,
    clean: tuple[Diagnostic, ...],
    count: int,
    seed: int,
) -> Iterator[tuple[Fault, str]]:
    files = _read(root)
    for fault in faults(kinds, files, count=count, seed=seed):
        _put(root, fault.edits)
        found = [finding for finding in judge() if finding not in clean]
        if not any(_is_right(finding, fault, root) for finding in found):
            told = "; ".join(f"{one.location} {one.code} {one.message}" for one in found[:3])
            yield fault, told or "nothing was found"
        _put(root, {path: files.get(path) for path in fault.edits})


def _is_right(finding: Diagnostic, fault: Fault, root: Path) -> bool:
    if finding.code not in fault.codes or (fault.path and finding.location.path != fault.path):
        return False
    if not fault.said or not finding.location.line:
        return not fault.said or finding.code in _OF_THE_WHOLE_FILE
    text = (root / finding.location.path).read_text(encoding="utf-8")
    return finding.location.line in line_of(text, fault.said)


_OF_THE_WHOLE_FILE = frozenset({"AU706", "AU707"})
"""What a page lacks stands in none of its lines."""


def _read(root: Path) -> Files:
    """The files that faults are made in: of a publication its content, of a site all of it."""
    start = root / "content" if (root / "content").is_dir() else root
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(start.rglob("*"))
        if file.is_file()
    }


def _put(root: Path, files: Mapping[str, bytes | None]) -> None:
    for path, data in files.items():
        if data is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
