"""What each engine needs on disk to publish the samples, and the command that does it."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import LOCATIONS, SERVICES, Sample

BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Engine:
    """A name, how its folder is filled, and the command that is run in it."""

    name: str
    fill: Callable[[Path, Iterable[Sample]], None]
    command: tuple[str, ...]
    output: str


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def fill_aushang(folder: Path, posts: Iterable[Sample]) -> None:
    """A publication in one language with its services, places and a contact."""
    _write(
        folder / "mkdocs.yml",
        "site_name: Bench\nsite_url: https://bench.example/\ndocs_dir: content\ntheme: aushang\n"
        "plugins:\n  - aushang:\n      languages: [de]\n      tag: bench.example,2026\n"
        "      contact: jana\n",
    )
    _write(folder / "content/contacts/jana.yml", "name: Jana Weiß\nphone: '+49 30 23125 100'\n")
    for service in SERVICES:
        _write(folder / f"content/services/{service}.yml", f"name: {service.title()}\n")
    for place in LOCATIONS:
        _write(folder / f"content/locations/{place}.yml", f"name: {place.title()}\n")
    for post in posts:
        _write(
            folder / f"content/posts/{post.published:%Y}/{post.name}.md",
            f"---\ntype: {post.type}\ntitle: '{post.title}'\n"
            f"published: {post.published:%Y-%m-%dT%H:%M}\n"
            f"services: [{post.service}]\nlocations: [{post.location}]\n---\n\n{post.body}",
        )


def fill_mkdocs(folder: Path, posts: Iterable[Sample]) -> None:
    """Material for MkDocs with its blog plugin and no other."""
    _write(
        folder / "mkdocs.yml",
        "site_name: Bench\nsite_url: https://bench.example/\n"
        "theme:\n  name: material\n  language: de\n  font: false\n"
        "plugins:\n  - blog\nmarkdown_extensions: [tables]\n",
    )
    _write(folder / "docs/index.md", "# Bench\n")
    _write(folder / "docs/blog/index.md", "# Blog\n")
    for post in posts:
        lead, _, rest = post.body.partition("\n\n")
        _write(
            folder / f"docs/blog/posts/{post.name}.md",
            f"---\ndate: {post.published:%Y-%m-%d}\ncategories: [{post.service}, {post.location}]\n"
            f"slug: {post.name}\n---\n\n# {post.title}\n\n{lead}\n\n<!-- more -->\n\n{rest}",
        )


AUSHANG = Engine(
    "aushang", fill_aushang, (str(BIN / "aushang"), "build", "--now", "2026-11-21T08:00"), "site"
)
MKDOCS = Engine("mkdocs", fill_mkdocs, (str(BIN / "mkdocs"), "build", "--quiet", "--clean"), "site")
