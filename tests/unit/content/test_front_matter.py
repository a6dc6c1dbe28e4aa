"""A Markdown file has two parts, and nothing that it holds raises."""

from hypothesis import given
from hypothesis import strategies as st
from tests.content_folder import SITE

from aushang.content.document import read_document
from aushang.content.entries import Entry, Role
from aushang.content.front_matter import Parts, split

FENCES = st.sampled_from(
    ["---\n", "title: a\n", "type: news\n", "x", "\n", "published: 2026-01-01\n"]
)


def test_the_body_begins_behind_the_second_fence() -> None:
    """Further lines of three hyphens belong to the text."""
    assert split("---\na: b\n---\nText\n---\nmehr", "a.md") == Parts("a: b\n", "Text\n---\nmehr", 4)


def test_front_matter_alone_is_read() -> None:
    """A post without a text is read; whether it says enough is a question for a check."""
    assert split("---\na: b\n---", "a.md") == Parts("a: b\n", "", 4)


@given(
    st.one_of(st.binary(max_size=200), st.lists(FENCES, max_size=9).map("".join).map(str.encode))
)
def test_no_file_raises(data: bytes) -> None:
    """Any bytes end as a document or as findings about that file."""
    for role, name in ((Role.POST, "a.md"), (Role.SERVICE, "a.yml"), (Role.SERVICE_TEXT, "a.md")):
        entry = Entry(role=role, place=name, path=name, inside=name, name="a", language="de")
        document = read_document(data, entry, SITE)
        assert document.is_whole or document.diagnostics or not data.strip()
        assert {one.location.path for one in document.diagnostics} <= {name}
