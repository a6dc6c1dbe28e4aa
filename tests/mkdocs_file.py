"""A good mkdocs.yml for tests, and what becomes of a changed one."""

from pathlib import Path

import pytest

from aushang.mkdocs.configuration import Configuration, load_configuration
from aushang.model import AushangError

GOOD = """\
site_name: Kraftraum
site_url: https://aktuell.kraftraum.example/neu
docs_dir: content
theme: aushang
plugins:
  - aushang:
      tag: kraftraum.example,2026
"""


def load(folder: Path, text: str) -> Configuration:
    """The configuration that `text` is."""
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return load_configuration(folder / "mkdocs.yml")


def refusal(folder: Path, text: str) -> tuple[str, str]:
    """Message and hint of the error that `text` is."""
    with pytest.raises(AushangError) as caught:
        load(folder, text)
    return caught.value.message, caught.value.hint
