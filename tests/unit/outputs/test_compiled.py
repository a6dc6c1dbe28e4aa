"""Compiled templates between processes: kept, and never the wrong ones."""

import os
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from aushang.outputs.compiled import CompiledTemplates


@pytest.fixture(autouse=True)
def _keeps_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the tests run under, Python may write bytecode here."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(folder: Path, source: str, *made_with: Path, greeting: str = "Hallo") -> str:
    """A template rendered by an environment of its own, as another process has it."""
    environment = Environment(
        loader=DictLoader({"a/b.html": source}),
        bytecode_cache=CompiledTemplates("test", made_with, folder),
        autoescape=True,
    )
    environment.filters["greet"] = lambda name: f"{greeting} {name}"
    return environment.get_template("a/b.html").render()


def kept(folder: Path) -> list[Path]:
    """The files that were kept."""
    return sorted(folder.iterdir())


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    """A second process reads what the first one kept: its constants, worked out then."""
    assert rendered(tmp_path, "{{ 'Jana' | greet }}") == "Hallo Jana"
    (file,) = kept(tmp_path)
    assert file.name == f"test-a-b.html.{sys.implementation.cache_tag}"
    before = file.stat().st_mtime_ns
    assert rendered(tmp_path, "{{ 'Jana' | greet }}", greeting="Moin") == "Hallo Jana"
    assert file.stat().st_mtime_ns == before


def test_another_source_takes_the_place(tmp_path: Path) -> None:
    """Nothing old is used, and nothing old is left lying."""
    rendered(tmp_path, "eins")
    assert rendered(tmp_path, "zwei") == "zwei"
    assert len(kept(tmp_path)) == 1


def test_what_it_was_worked_out_with_decides_too(tmp_path: Path) -> None:
    """A filter or a catalogue that changed makes the template again."""
    words = tmp_path / "words.po"
    words.write_text("eins", encoding="utf-8")
    folder = tmp_path / "kept"
    rendered(folder, "{{ 'Jana' | greet }}", words)
    os.utime(words, (1, 1))
    assert rendered(folder, "{{ 'Jana' | greet }}", words, greeting="Moin") == "Moin Jana"


@pytest.mark.parametrize("end", [0, 1, 10, 60, -1])
def test_a_broken_file_is_made_again(tmp_path: Path, end: int) -> None:
    """Whatever a crash has left is passed over."""
    rendered(tmp_path, "Text")
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:end])
    assert rendered(tmp_path, "Text") == "Text"
    assert file.read_bytes() == whole


def test_a_folder_that_takes_nothing_is_no_matter(tmp_path: Path) -> None:
    """Where a file stands instead of the folder, templates are compiled each time."""
    place = tmp_path / "kept"
    place.write_text("", encoding="utf-8")
    assert rendered(place, "Text") == "Text"


def test_python_that_keeps_no_bytecode_keeps_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONDONTWRITEBYTECODE holds for templates too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path, "Text") == "Text"
    assert kept(tmp_path) == []
