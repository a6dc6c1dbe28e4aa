"""The theme over a publication that stands nowhere, for tests of pages."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mkdocs_file import GOOD

from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.shell import MaterialShell


@cache
def shell(extra: str = "") -> MaterialShell:
    """The shell of a good configuration; `extra` are further lines among the plugin's options.

    Kept for all tests: a shell holds nothing but the pieces of its variants.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        (root / "mkdocs.yml").write_text(GOOD + extra, encoding="utf-8")
        return MaterialShell(load_configuration(root / "mkdocs.yml"))
