"""`python -m bench.ungated build`: a build in which nothing is judged, to see what judging takes.

The four doors of the gate are opened: what is read off each written file, the checks of texts, of
sources and of what was written. Everything else is as in every build.
"""

import sys
from unittest.mock import patch

from aushang.build import preparation, scribe, work
from aushang.build.gate import Judgement
from aushang.checks.written.facts import NOTHING
from aushang.checks.written.index import Index
from aushang.cli import run


def main() -> int:
    """Run the command line without a gate."""
    passed = Judgement((), Index({}, frozenset()))
    with (
        patch.object(scribe, "facts_of", lambda *_: NOTHING),
        patch.object(work, "check_texts", lambda _: ()),
        patch.object(preparation, "check_texts", lambda _: ()),
        patch.object(preparation, "check_sources", lambda *_: ()),
        patch.object(preparation, "judged", lambda *_: passed),
    ):
        return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
