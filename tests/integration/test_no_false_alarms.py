"""Sites that others built are told what is wrong with them, and nothing else.

What is found in each was looked up in its pages once, finding by finding: it is listed in
`true-findings/`, a line for each with its code, and `REASONS` say for each code why it is true.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from tests.corpora import corpus
from tests.integration.sites import aushang

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXTENSIONS = (HERE / "material-blog.yml").read_text(encoding="utf-8").partition("markdown_ext")
MATERIAL = """\
site_name: Material for MkDocs
site_url: https://squidfunk.github.io/mkdocs-material/
site_description: What changes
theme: material
plugins:
  - blog:
      authors: false
  - search
markdown_ext"""
REASONS = {
    "material-blog": {
        "AU201": "the manual that the posts link to is no part of the blog",
        "AU206": "the post links to a page with http:",
        "AU208": "fonts, emoji and a badge come from other hosts",
    },
    "commonmark-0.31.2": {
        "AU104": "the example is a heading and nothing else, or ends with one",
        "AU201": "the example links to a page that is not there",
        "AU202": "the example links to an anchor that no page has",
        "AU206": "the example shows an address with http:",
        "AU209": "the example is about links without an address",
        "AU703": "the example's link says “link”, a sign, or its own address",
        "AU705": "the example skips levels of headings",
        "AU710": "the example is about links without words, or opens one in raw HTML",
    },
    "hugo-site": {
        "AU103": "Hugo writes a page for a taxonomy that nothing uses",
        "AU220": "and no page links to it",
        "AU311": "and neither has its feed an entry",
    },
}
REASONS["gfm-0.29"] = REASONS["commonmark-0.31.2"]
SHELL = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="description" content="{title} of the specification"></head>
<body>
<nav><a href="index.html">All examples</a></nav>
<main>
<p>This is what a renderer makes of the example:</p>
{body}</main>
</body>
</html>
"""


def found(folder: Path) -> list[str]:
    """Code and message of each finding in a built site, a line each, in order."""
    run = aushang(folder.parent, "check", folder.name, "--format", "json", "--no-cache")
    assert run.stderr == ""
    findings = json.loads(run.stdout)["findings"]
    told = (f"{one['code']} {one['message']}" for one in findings)
    return sorted(one.replace("\n", "\\n") for one in told)


def true_findings(name: str) -> list[str]:
    """Those that were looked up, each with a reason."""
    lines = (HERE / "true-findings" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert {line.partition(" ")[0] for line in lines} == REASONS[name].keys()
    return lines


def test_the_sample_publication(tmp_path: Path) -> None:
    """Seen as a folder that somebody built, it has no fault at all."""
    build = aushang(ROOT, "build", "--quiet", "--output", str(tmp_path / "site"))
    assert (build.returncode, build.stderr) == (0, "")
    assert found(tmp_path / "site") == []


def test_a_blog_that_material_built(tmp_path: Path) -> None:
    """By its own theme and its own plugin; a theme's scripts, tabs and footnotes are no faults."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/blog").symlink_to(corpus("material-blog"))
    (tmp_path / "docs/index.md").write_text("# Home\n\nThe [blog](blog/index.md) is here.\n")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL + EXTENSIONS[2], encoding="utf-8")
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert build.returncode == 0, build.stderr
    assert found(tmp_path / "site") == true_findings("material-blog")


def test_a_site_as_hugo_writes_it() -> None:
    """Bare attributes, aliases, numbered pages, terms, cards that are links, an index of texts."""
    assert found(HERE / "hugo-site") == true_findings("hugo-site")


@pytest.mark.parametrize("name", ["commonmark-0.31.2", "gfm-0.29"])
def test_examples_of_a_specification(name: str, tmp_path: Path) -> None:
    """Each on a page of its own, with all that Markdown can become."""
    pages = dict(examples(name))
    entries = "".join(f'<li><a href="{path}">{escape(path)}</a></li>\n' for path in pages)
    pages["index.html"] = SHELL.format(title="Examples", body=f"<ul>\n{entries}</ul>\n")
    (tmp_path / "site").mkdir()
    for path, page in pages.items():
        (tmp_path / "site" / path).write_text(page, encoding="utf-8")
    assert found(tmp_path / "site") == true_findings(name)


def examples(name: str) -> Iterator[tuple[str, str]]:
    """Path and page of each example."""
    for one in json.loads((ROOT / f"tests/conformance/{name}.json").read_text("utf-8")):
        number = one["example"]
        page = SHELL.format(title=f"Example {number}", body=one["html"])
        yield f"example-{number}.html", page
