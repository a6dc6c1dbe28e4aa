"""Real publications that others wrote, where they lie beside the checkout.

They are no part of this repository; without them the tests that need them are skipped, and say so.
"""

from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
WHY = "SKIPPED: ../shared/corpora is not beside the checkout, so no real publication was tried"


def corpus(name: str) -> Path:
    """The folder of a corpus; skips the test with a sentence where it is not there."""
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip(WHY)
    return folder
