"""Puts the checkout's root on the path, so that tests import `tests.factories`.

How long an example takes is the machine's business, never the test's. CI tries the same examples in
each run: a change is judged by what it changed. Runs by hand try others each time; what they find
becomes a named case.

A shell starts what runs in its background deaf to Ctrl-C, and so would be what tests end with it.

Browsers, servers and whole builds come first, and ten thousand quick tests after them: no processor
is idle in the end while another one still has minutes to go. Within both the order is random.
"""

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
QUICK = {"checks", "conformance", "unit"}

sys.path.insert(0, str(HERE.parent))

settings.register_profile("by hand", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", settings.get_profile("by hand"), derandomize=True, database=None, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "by hand")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long ones first; what is equally long stays in the order in which it is."""
    items.sort(key=lambda item: item.path.relative_to(HERE).parts[0] in QUICK)
