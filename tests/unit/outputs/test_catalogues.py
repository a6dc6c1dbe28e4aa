"""Every word of the interface is in every catalogue, and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[3]
THEME = ROOT / "themes" / "aushang_theme"
CATALOGUES = sorted((THEME / "locales").glob("*/LC_MESSAGES/aushang.po"))
KEYWORDS = {"say": None, "count": (1, 2), "mark": None}
FIELDS = re.compile(r"\{(\w+)\}")
Message = str | tuple[str, ...]


def in_code() -> Iterator[Message]:
    """What is said, counted or marked in Python."""
    folder = ROOT / "generator" / "aushang" / "outputs"
    for entry in extract_from_dir(folder, method_map=[("**.py", "python")], keywords=KEYWORDS):
        yield entry[2]


def in_templates() -> Iterator[Message]:
    """What passes through the filters `say` and `counted`."""
    for file in sorted((THEME / "pages").glob("*.html")):
        for node in Environment(autoescape=True).parse(file.read_text()).find_all(nodes.Filter):
            if node.name == "say":
                yield node.node.as_const()
            elif node.name == "counted":
                yield tuple(argument.as_const() for argument in node.args)


def extracted() -> set[Message]:
    """All message ids; a pair where the words depend on a number."""
    return {*in_code(), *in_templates()}


def read(file: Path) -> Catalog:
    """The catalogue, strictly."""
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parents[1].name, abort_invalid=True)


def test_there_is_an_english_catalogue() -> None:
    """English is complete from the beginning; German is the language of the ids."""
    assert "en" in {file.parents[1].name for file in CATALOGUES}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_catalogue_is_complete(file: Path) -> None:
    """Every message of code and templates is translated, none is a guess, none is left over."""
    entries = {message.id: message for message in read(file) if message.id}
    assert set(entries) == extracted()
    for message in entries.values():
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), f"{message.id!r} has no translation"
        assert not message.fuzzy, f"{message.id!r} is fuzzy"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parents[1].name)
def test_translations_fill_the_same_places(file: Path) -> None:
    """A translation has the `{names}` of its original, so that filling them cannot fail."""
    for message in read(file):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set(FIELDS.findall(ids[-1]))
        assert all(set(FIELDS.findall(text)) == wanted for text in texts), message.id


def test_extraction_finds_templates_and_code() -> None:
    """The extraction that the other tests rely on sees both sources and plural forms."""
    assert {"Wiedereröffnung", "bis {ends}", ("{number} Meldung", "{number} Meldungen")} <= set(
        in_code()
    )
    assert {"Das gilt jetzt", "Stand: {moment}", ("Angebot", "Angebote")} <= set(in_templates())
