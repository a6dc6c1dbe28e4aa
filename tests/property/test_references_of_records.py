"""What a JSON file refers to, also where a part of it stood in another file before."""

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from aushang.checks.written.facts import Reference
from aushang.checks.written.records import record_facts
from aushang.checks.written.strings import references_in

SITE = "https://a.example/"
TEXTS = st.sampled_from(
    [
        *(f"{SITE}x/", f" {SITE}y/", f"\u00a0{SITE}", f"siehe {SITE}z/", f"{SITE}{{id}}", "Wort"),
        *(f'<a href="{SITE}a/">', 'Mehr <a href="b/">', "<img src='c.png'>", "<p>id=</p>", ""),
        *("<img srcset='d.png 1x'>", "<source>", "ä", "<", f"{SITE}\\"),
    ]
)
KEYS = st.sampled_from(["url", "html", "content_HTML", "a", "b", f"{SITE}key/", "data", "texts"])
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers(0, 2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def _strings(key: str, value: object) -> Iterator[tuple[str, str]]:
    """All strings inside, each with the last key that leads to it."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _strings(name, member)
    elif isinstance(value, list):
        for member in value:
            yield from _strings(key, member)


def _references(content: object) -> set[Reference]:
    """By the rule, without a short way."""
    found: set[Reference] = set()
    for key, text in _strings("", content):
        is_markup = text.startswith("<") or ("<" in text and "html" in key.lower())
        if is_markup or text.strip().startswith(SITE):
            found |= set(references_in(text, key, SITE))
    return found


@given(VALUES, KEYS)
def test_every_string_is_looked_at(content: object, key: str) -> None:
    """Wherever it stands, and a second time under another key."""
    for whole in (content, {key: content}, {"data": {key: content}}, [content]):
        found = record_facts(json.dumps(whole).encode(), SITE).references
        assert set(found) == _references(whole)
        assert len(set(found)) == len(found)
