"""Texts that YAML joins from several lines: what stands in them is told at its own line."""

from pathlib import Path

import pytest
from tests.content_folder import written
from tests.factories import NOW, make_site

from aushang.content.load import load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.yaml_tree import parse

HEAD = (
    "---\ntype: closure\ntitle: Sauna\npublished: 2026-11-01T09:00\nstarts: 2026-11-01T09:00\n"
    "updates:\n  - at: 2026-11-02T09:00\n"
)
TEXTS = {
    "folded": "    text: >-\n      Eins [zwei](b.md)\n      und [drei](c.md).\n",
    "kept end": "    text: >\n      Eins [zwei](b.md)\n      und [drei](c.md).\n\n",
    "paragraphs": "    text: >\n      Eins [zwei](b.md)\n\n      und [drei](c.md).\n",
    "literal": "    text: |\n      Eins [zwei](b.md)\n      und [drei](c.md).\n",
    "plain": "    text: Eins [zwei](b.md)\n      und [drei](c.md).\n",
    "single quotes": "    text: 'Eins [zwei](b.md)\n      und [drei](c.md).'\n",
    "double quotes": '    text: "Eins [zwei](b.md)\n      und [drei](c.md)."\n',
    "repeated words": "    text: >-\n      und [zwei](b.md)\n      und [drei](c.md)\n      und\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_link_is_told_where_it_stands(tmp_path: Path, name: str) -> None:
    """Line and column of both links, in every way to write a text of several lines."""
    source = f"{HEAD}{TEXTS[name]}---\n\nDie Sauna ist zu.\n"
    content = written(tmp_path, {"posts/2026-11-01-sauna.md": source}) / "content"
    loaded = load(content, root=tmp_path, site=make_site(), now=NOW, markdown=GfmRenderer())
    assert not [one for one in loaded.diagnostics if one.is_error]
    (post,) = loaded.publication.all_posts
    (update,) = post.updates
    found = [(link.position.line, link.position.column) for link in update.texts["de"].links]
    lines = source.split("\n")
    expected = [
        (number, line.index(f"[{word}]") + 1)
        for word in ("zwei", "drei")
        for number, line in enumerate(lines, 1)
        if f"[{word}]" in line
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text", ['a: "Eins \\u0041\n  zwei"\n', 'a: "Eins\\\n  zwei"\n', "a: 'Ein''s\n  zwei'\n"]
)
def test_a_text_with_escapes_has_no_pieces(text: str) -> None:
    """It does not stand in the file as it is; its start is all that is known."""
    assert parse(text, "a.yml").folds == {"a": ()}


def test_a_text_of_one_line_is_not_folded() -> None:
    """Nor is a literal one."""
    assert parse("a: Eins\nb: 'zwei'\nc: |\n  drei\n  vier\n", "a.yml").folds == {}
