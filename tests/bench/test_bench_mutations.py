"""Faults as people make them, one of each kind: the gate finds every one, at its file and line.

`python -m bench.mutations` plants 200 of them.
"""

from pathlib import Path

import pytest
from bench.faults import IN_CONTENT, IN_SITE, Fault, faults, line_of
from bench.mutations import missing


def test_every_kind_of_fault_is_found(tmp_path: Path) -> None:
    """In what staff write and in a built site, each at a place that chance has chosen."""
    kinds = max(len(IN_CONTENT), len(IN_SITE))
    found = [
        (fault.kind, fault.path, why) for fault, why in missing(tmp_path, count=2 * kinds, seed=7)
    ]
    assert found == []


def test_the_seed_alone_decides_where() -> None:
    """The same faults on every machine; another seed gives others."""
    files = {
        f"content/posts/{number}.md": f"# {number}\n\n[Plan](plan.md) und\n".encode()
        for number in range(40)
    }

    def made(seed: int) -> list[Fault]:
        return list(faults(IN_CONTENT[:1], files, count=5, seed=seed))

    assert made(1) == made(1)
    assert made(1) != made(2)


@pytest.mark.parametrize(("said", "lines"), [("Plan", {2, 4}), ("nichts", set())])
def test_a_line_is_right_if_it_holds_what_was_said(said: str, lines: set[int]) -> None:
    """Lines count from 1."""
    assert line_of("eins\nPlan\ndrei\nein Plan", said) == lines
