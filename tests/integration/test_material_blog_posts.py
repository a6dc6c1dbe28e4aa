"""Real posts of the Material for MkDocs blog, rendered unchanged."""

import re
from html import unescape
from pathlib import Path

import pytest
from tests.material_markdown import CONFIGS, EXTENSIONS, Nothing

from aushang.content.markdown.renderer import Markup
from aushang.mkdocs.dialect import PythonMarkdownRenderer
from aushang.model import Link

POSTS = Path(__file__).resolve().parents[3] / "shared/corpora/material-blog/posts"
NAMES = sorted(path.name for path in POSTS.glob("*.md"))
RENDERER = PythonMarkdownRenderer(EXTENSIONS, CONFIGS)

pytestmark = pytest.mark.skipif(
    not NAMES, reason="NOT TESTED: shared/corpora/material-blog is not beside the checkout"
)


def stands_there(link: Link, source: str, offset: int) -> bool:
    """Whether a link to `link.target` begins at `offset` of the source."""
    rest = source[offset:]
    bare = link.target.removeprefix("mailto:")
    if rest.startswith((bare, "<" + bare)):
        return True
    form = r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\](?:[(\[][^)\]]*[)\]])?)*)\]"
    found = re.match(form + r"(?:\((?P<address>[^)\s]*)|[ \n]?\[(?P<label>[^\]]*)\])?", rest)
    if not found or (rest[0] == "!") != (link.kind == "img"):
        return False
    if found["address"] is not None:
        return unescape(found["address"]) == link.target
    label = " ".join((found["label"] or found["words"]).split())
    pattern = r"\s+".join(map(re.escape, label.split()))
    flags = re.MULTILINE | re.IGNORECASE
    # Python-Markdown takes the last of several definitions.
    return link.target in re.findall(rf"^\s*\[{pattern}\]:\s*(\S+)", source, flags)[-1:]


@pytest.mark.parametrize("name", NAMES)
def test_every_post_renders_with_exact_places(name: str) -> None:
    """Each post has a title, an excerpt, headings; each link stands where its position says."""
    source = (POSTS / name).read_text(encoding="utf-8")
    front, _, text = source.removeprefix("---\n").partition("\n---\n")
    first = front.count("\n") + 4
    found = RENDERER.render(Markup(text, name, first), Nothing())
    starts = [0, *(match.end() for match in re.finditer("\n", source))]
    wrong = [
        link
        for link in found.body.links
        if not stands_there(link, source, starts[link.position.line - 1] + link.position.column - 1)
    ]
    assert wrong == []
    lines = source.splitlines()
    for heading in found.body.headings:
        assert lines[heading.position.line - 1].lstrip().startswith("#")
    assert found.title
    assert found.body.excerpt
    assert not [section for section in found.body.sections if section.is_empty]
    assert {finding.code for finding in found.diagnostics} <= {"AU112"}


def test_only_one_picture_is_foreign() -> None:
    """All the posts together ask for one thing from elsewhere: a badge, named at its line."""
    found = [
        finding
        for name in NAMES
        for finding in RENDERER.render(
            Markup((POSTS / name).read_text(encoding="utf-8"), name), Nothing()
        ).diagnostics
        if finding.code == "AU112"
    ]
    assert [str(finding.location) for finding in found] == [
        "adding-a-badge-to-your-project.md:23:2"
    ]
