"""Hugo as a peer, in two variants: the templates of each stand in a folder below `hugo/`.

`bare` has the shortest templates that make a blog, and Hugo's defaults for everything else: ten
posts a page, feeds without a limit, a site map. `same` writes the files that Aushang writes, as far
as Hugo can make them by itself: it has no calendar of phases, no schema, no gate.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.corpus import NOW, Sample
from bench.engines import Engine, write
from bench.peers import Peers

VARIANTS = ("bare", "same")

_TEMPLATES = Path(__file__).parent / "hugo"
_OUTPUT = "public"


def hugo(variant: str, peers: Peers, *, is_searched: bool = False) -> Engine:
    """One of VARIANTS; with search, Pagefind reads the site that Hugo wrote."""

    def fill(folder: Path, posts: Iterable[Sample]) -> None:
        fill_hugo(variant, folder, posts)

    build = (str(peers.hugo), "--quiet", "--clock", f"{NOW:%Y-%m-%dT%H:%M:%S}+01:00")
    search = (str(peers.pagefind), "--quiet", "--site", _OUTPUT)
    commands = (build, search) if is_searched else (build,)
    return Engine(f"hugo-{variant}", fill, commands, output=_OUTPUT, leavings=("resources",))


def fill_hugo(variant: str, folder: Path, posts: Iterable[Sample]) -> None:
    """The variant's templates, and each post with its taxonomies."""
    shutil.copytree(_TEMPLATES / variant, folder, dirs_exist_ok=True)
    for post in posts:
        # `type` is a word of Hugo's own, so the type is called `kinds`.
        write(
            folder / f"content/posts/{post.name}.md",
            f"---\ntitle: '{post.title}'\ndate: {post.published:%Y-%m-%dT%H:%M:%S}\n"
            f"ends: '{post.ends:%Y-%m-%dT%H:%M}'\nkinds: [{post.type}]\n"
            f"services: [{post.service}]\nlocations: [{post.location}]\n"
            f"months: ['{post.published:%Y-%m}']\n---\n\n{post.body}",
        )
