"""What each engine needs on disk to publish the samples, and the commands that do it."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import LOCATIONS, NOW, SERVICES, Sample
from bench.peers import Peers

_BIN = Path(sys.executable).parent
AUSHANG = _BIN / "aushang"


@dataclass(frozen=True, slots=True)
class Engine:
    """A name, how its folder is filled, and the commands that are run in it one after the other.

    `output` is where the site comes to stand; `leavings` is what else a run leaves behind.
    """

    name: str
    fill: Callable[[Path, Iterable[Sample]], None]
    commands: tuple[tuple[str, ...], ...]
    output: str = "site"
    leavings: tuple[str, ...] = ()


def aushang(*, is_searched: bool = False) -> Engine:
    """Site, feeds, API, site map and the gate over all of them."""
    command = (str(AUSHANG), "build", "--now", f"{NOW:%Y-%m-%dT%H:%M}")

    def fill(folder: Path, posts: Iterable[Sample]) -> None:
        fill_aushang(folder, posts, is_searched=is_searched)

    name = "aushang-search" if is_searched else "aushang"
    return Engine(name, fill, (command,), leavings=(".site.aushang",))


def mkdocs() -> Engine:
    """Material for MkDocs with its blog plugin and no other."""
    return Engine("mkdocs", _fill_mkdocs, ((str(_BIN / "mkdocs"), "build", "--quiet", "--clean"),))


def zensical(peers: Peers) -> Engine:
    """Material's successor, on plain pages: it has no blog."""
    command = (str(peers.zensical), "build", "--clean")
    return Engine("zensical", _fill_zensical, (command,), leavings=(".cache",))


def write(file: Path, text: str) -> None:
    """Write a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def fill_aushang(folder: Path, posts: Iterable[Sample], *, is_searched: bool = False) -> None:
    """A publication in one language with its services, places and a contact."""
    write(
        folder / "mkdocs.yml",
        "site_name: Bench\nsite_url: https://bench.example/\ndocs_dir: content\ntheme: aushang\n"
        "plugins:\n  - aushang:\n      languages: [de]\n      tag: bench.example,2026\n"
        f"      contact: jana\n      search: {str(is_searched).lower()}\n",
    )
    write(folder / "content/contacts/jana.yml", "name: Jana Weiß\nphone: '+49 30 23125 100'\n")
    for service in SERVICES:
        write(folder / f"content/services/{service}.yml", f"name: {service.title()}\n")
    for place in LOCATIONS:
        write(folder / f"content/locations/{place}.yml", f"name: {place.title()}\n")
    for post in posts:
        write(post_file(folder, post), _front_matter(post) + post.body)


def post_file(folder: Path, post: Sample) -> Path:
    """Where a post stands in a publication of ours."""
    return folder / f"content/posts/{post.published:%Y}/{post.name}.md"


def _front_matter(post: Sample) -> str:
    is_asked = post.type == "price" and post.ends > NOW  # what is over need name no prices
    return (
        f"---\ntype: {post.type}\ntitle: '{post.title}'\n"
        f"published: {post.published:%Y-%m-%dT%H:%M}\nends: {post.ends:%Y-%m-%dT%H:%M}\n"
        f"services: [{post.service}]\nlocations: [{post.location}]\n"
        f"{_prices(post) if is_asked else ''}---\n\n"
    )


def _prices(post: Sample) -> str:
    day = f"{post.published:%Y-%m-%d}"
    return f"prices: [{{for: Tageskarte, old: 15, new: 17.50, per: visit, from: {day}}}]\n"


def _fill_mkdocs(folder: Path, posts: Iterable[Sample]) -> None:
    _write_material(folder, "plugins:\n  - blog\n")
    write(folder / "docs/blog/index.md", "# Blog\n")
    for post in posts:
        lead, _, rest = post.body.partition("\n\n")
        write(
            folder / f"docs/blog/posts/{post.name}.md",
            f"---\ndate: {post.published:%Y-%m-%d}\ncategories: [{post.service}, {post.location}]\n"
            f"slug: {post.name}\n---\n\n# {post.title}\n\n{lead}\n\n<!-- more -->\n\n{rest}",
        )


def _fill_zensical(folder: Path, posts: Iterable[Sample]) -> None:
    _write_material(folder, "plugins: []\n")
    for post in posts:
        text = f"---\ndate: {post.published:%Y-%m-%d}\n---\n\n# {post.title}\n\n{post.body}"
        write(folder / f"docs/posts/{post.published:%Y}/{post.name}.md", text)


def _write_material(folder: Path, plugins: str) -> None:
    write(
        folder / "mkdocs.yml",
        "site_name: Bench\nsite_url: https://bench.example/\n"
        "theme:\n  name: material\n  language: de\n  font: false\n"
        f"{plugins}markdown_extensions: [tables]\n",
    )
    write(folder / "docs/index.md", "# Bench\n")
