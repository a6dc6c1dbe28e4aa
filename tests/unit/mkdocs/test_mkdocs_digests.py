"""Digests of configuration and theme: they change with what they stand for, and only with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.mkdocs_file import GOOD, load

from aushang.mkdocs.digests import host_inputs

MATERIAL = """\
      dialect: material
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
"""
PROGRAM = """\
import sys
from pathlib import Path
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.digests import host_inputs
print(host_inputs(load_configuration(Path(sys.argv[1]))))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with content and a look of its own."""
    (tmp_path / "content").mkdir()
    (tmp_path / "look").mkdir()
    return tmp_path


def changed(root: Path, before: str, after: str) -> set[str]:
    """The inputs that differ between two texts of mkdocs.yml."""
    one, other = (host_inputs(load(root, text)) for text in (before, after))
    return {name for name in one if one[name] != other[name]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_name: Kraftraum", "site_name: Kraftwerk"),
        ("/neu", "/alt"),
        ("docs_dir", "extra: {slogan: Laut}\ndocs_dir"),
        ("docs_dir", "site_description: Wir\ndocs_dir"),
        ("      tag", "      contact: jana-weiss\n      tag"),
        ("      tag", "      dialect: material\n      tag"),
    ],
)
def test_an_option_is_the_configuration(root: Path, old: str, new: str) -> None:
    """Our own options, and those of MkDocs that a template may say."""
    assert changed(root, GOOD, GOOD.replace(old, new)) == {"configuration"}


@pytest.mark.parametrize("option", ["ignore: {AU101: egal}", "checks: {AU203: error}"])
def test_what_is_let_pass_changes_no_page(root: Path, option: str) -> None:
    """It has a digest of its own, with its places, because findings name their lines."""
    other = GOOD.replace("      tag", f"      {option}\n      tag")
    assert changed(root, GOOD, other) == {"exceptions"}
    assert changed(root, other, f"# Kraftraum\n{other}") == {"exceptions"}


def test_a_comment_is_no_change(root: Path) -> None:
    """What counts is what the file says."""
    assert changed(root, GOOD, f"# Kraftraum\n{GOOD}") == set()


def test_a_template_is_the_theme(root: Path) -> None:
    """Written, changed in its size or its time, and gone."""
    text = GOOD.replace("theme: aushang", "theme: {name: aushang, custom_dir: look}")
    file = root / "look/main.html"
    seen = [host_inputs(load(root, text))]
    file.write_text("one")
    seen.append(host_inputs(load(root, text)))
    file.write_text("other")
    seen.append(host_inputs(load(root, text)))
    os.utime(file, ns=(0, 0))
    seen.append(host_inputs(load(root, text)))
    assert len({one["theme"] for one in seen}) == 4
    assert len({one["configuration"] for one in seen}) == 1
    file.unlink()
    assert host_inputs(load(root, text)) == seen[0]


def test_functions_among_the_settings_are_the_same_in_each_process(root: Path) -> None:
    """Else a blog with icons would be made anew with each edit."""
    (root / "mkdocs.yml").write_text(GOOD + MATERIAL, encoding="utf-8")
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(root / "mkdocs.yml")],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    }
    assert len(told) == 1
