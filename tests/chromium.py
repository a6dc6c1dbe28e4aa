"""Which Chromium the browser tests drive."""

import shutil
from pathlib import Path

_DOWNLOADED = Path(__file__).parents[1] / ".venv" / "chromium"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The system's, else the one that `tools/chromium` downloaded; empty where there is none."""
    found = (shutil.which(name) for name in _NAMES)
    downloaded = str(_DOWNLOADED) if _DOWNLOADED.exists() else ""
    return next((name for name in found if name), downloaded)
