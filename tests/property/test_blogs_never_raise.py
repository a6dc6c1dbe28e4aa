"""Whatever stands in the files of a blog: loading ends with findings, never with an exception."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.blog_folder import loaded_blog

KEYS = ("title", "date", "authors", "categories", "links", "slug", "draft", "pin", "id", "ignore",
        "redirects", "tags", "description", "menu", "order", "hide", "cateogries")  # fmt: skip
VALUES = st.sampled_from(
    ["", "2026-11-20", "true", "[a, b]", "[]", "{}", "{created: 2026-11-20}", "{created: x}", "3",
     "[{a: [{b: c.md}, d]}, {}, []]", "[[a]]", "{a: {b: [c]}}", "☀", "'../..'", "a: b", "*x", "[",
     "{AU101: why}", "[/old/]", "[javascript:x]", "main", "'&#2;'", ">\n  folded\n  text"]
)  # fmt: skip
FRONT = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=8).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)
BODIES = st.sampled_from(["", "# Title\n", "Title\n===\n\nText\n", "<!-- a -->\n# [x][y]\n", "#"])


@settings(max_examples=60, deadline=None)
@given(front=FRONT, body=st.one_of(BODIES, st.text(max_size=40)), defaults=FRONT, junk=st.binary())
def test_loading_never_raises(front: str, body: str, defaults: str, junk: bytes) -> None:
    """Posts, pages, defaults and authors of any content."""
    files: dict[str, str | bytes] = {
        "posts/a.md": f"---\n{front}---\n{body}".encode(errors="replace"),
        "page.md": body.encode(errors="replace"),
        "posts/index.md": junk,
        "posts/.meta.yml": defaults,
        ".authors.yml": f"authors:\n  a: {{{front.partition(chr(10))[0]}}}\n",
        "posts/b.md": "---\ndate: 2026-11-20\n---\n\n# Good\n\nText.\n",
    }
    with TemporaryDirectory() as folder:
        found = loaded_blog(Path(folder), files)
    assert all(one.location.path.startswith("content/") for one in found.diagnostics)
    assert all(one.published.utcoffset() is not None for one in found.publication.all_posts)
