"""Whole runs over a small blog of Material's plugin."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.blog_folder import post
from tests.integration.sites import NOW, aushang, tree, write

SETTINGS = """\
site_name: Kraftraum
site_url: https://kraftraum.example/
docs_dir: docs
theme: aushang
plugins:
  - aushang:
      tag: kraftraum.example,2026
      search: false
      languages: [en]
      dialect: material
      contact:
        name: Jana Weiß
        email: jana.weiss@kraftraum.example
markdown_extensions:
  - admonition
  - attr_list
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A publication with one post, one page and no data files."""
    write(tmp_path / "mkdocs.yml", SETTINGS)
    body = '# Sauna open\n\n!!! tip "Warm"\n    From [Monday](../../about.md){ .md-button } on.\n'
    write(tmp_path / "docs/blog/posts/sauna.md", post("categories: [Sauna]", body=body))
    write(tmp_path / "docs/blog/index.md", "# News\n")
    write(tmp_path / "docs/about.md", "# About us\n\nWe are here.\n")
    return tmp_path


def test_a_blog_is_published(blog: Path) -> None:
    """With the person of mkdocs.yml behind each post, and the extensions of mkdocs.yml."""
    run = aushang(blog, "build")
    assert (run.returncode, run.stderr) == (0, "")
    data = json.loads((blog / "site/api/v1/posts/sauna.json").read_text())["data"]
    assert data["contact"]["name"] == "Jana Weiß"
    page = (blog / "site/posts/sauna-open/index.html").read_text()
    assert 'class="admonition tip"' in page
    assert 'class="md-button" href="../../about/"' in page or (
        'href="../../about/" class="md-button"' in page
    )
    assert (blog / "site/services/sauna/index.html").is_file()
    assert (blog / "site/blog/2026/11/20/sauna-open/index.html").is_file()


def test_mkdocs_build_writes_the_same(blog: Path) -> None:
    """The plugin chooses the same reader."""
    assert aushang(blog, "build", "--quiet").returncode == 0
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "other"],
        cwd=blog,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "AUSHANG_NOW": NOW, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert run.returncode == 0, run.stderr
    assert tree(blog / "other") == tree(blog / "site")


def test_a_blog_without_a_person_is_refused(blog: Path) -> None:
    """Every post names somebody; the blog's authors are nobody's address."""
    file = blog / "mkdocs.yml"
    before, _, after = file.read_text().partition("      contact:")
    file.write_text(before + after[after.index("markdown_extensions") :])
    run = aushang(blog, "build")
    assert run.returncode == 1
    told = (
        "docs/blog/posts/sauna.md: error AU701 the post names no contact, "
        "and the configuration names none for all posts"
    )
    assert told in run.stdout


def test_new_writes_no_post_into_a_blog(blog: Path) -> None:
    """It knows another form of front matter only."""
    answers = ("--type", "news", "--title", "Pool", "--text", "Open.")
    run = aushang(blog, "new", *answers)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "aushang: error: aushang new writes posts of Aushang's own form, and this folder holds "
        "others. Write the post as its other posts are written\n"
    )
    assert not (blog / "docs/posts").exists()
