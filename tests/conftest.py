"""Puts the checkout's root on the path, so that tests import `tests.factories`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
