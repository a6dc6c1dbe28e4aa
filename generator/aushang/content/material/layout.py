"""Which files a Material blog consists of: posts, pages, and whatever they refer to."""

from pathlib import Path, PurePosixPath

from aushang.content.entries import (
    ACTIVE,
    FOLDERS,
    MEDIA_FOLDERS,
    Entry,
    Role,
    bad_name,
    classify,
    is_ignored,
)
from aushang.model import Diagnostic, Site
from aushang.model.addresses import slugify

AUTHORS = ".authors.yml"
DEFAULTS = ".meta.yml"
BLOG = "blog"

_POSTS = "posts"
_INDEX = "index"
_KNOWN = {AUTHORS: Role.AUTHORS, DEFAULTS: Role.DEFAULTS}


class BlogLayout:
    """The content folder of a blog: `posts/` lies in it, or in `blog/` below it."""

    def __init__(self, content: Path) -> None:
        self._blogs = [blog for blog in ("", f"{BLOG}/") if (content / f"{blog}{_POSTS}").is_dir()]
        self.prefix = "" if (content / BLOG).exists() else f"{BLOG}/"
        """Addresses may begin with `blog/` even where the folder is the blog itself."""

    def is_ignored(self, inside: str) -> bool:
        """Dotfiles but the two that say something, and what editors leave behind."""
        name = inside.rpartition("/")[2]
        return name not in _KNOWN and is_ignored(name)

    def is_opened(self, inside: str) -> bool:  # noqa: ARG002  # the protocol's argument
        """Every folder: a picture may lie anywhere."""
        return True

    def classify(self, inside: str, place: str, path: str, site: Site) -> Entry | Diagnostic | None:
        """What the file `inside` is; web pages and programs are never published."""
        name = PurePosixPath(inside)
        if name.name in _KNOWN:
            role = _KNOWN[name.name]
            return Entry(role=role, place=place, path=path, inside=inside, name=inside)
        if _is_own(name, Path(place)):
            return classify(inside, place, path, site)
        if name.suffix.lower() in ACTIVE:
            return None
        if name.suffix != ".md":
            return Entry(role=Role.PICTURE, place=place, path=path, inside=inside, name=inside)
        page = Entry(role=Role.PAGE, place=place, path=path, inside=inside, name="")
        return self._text(page, site)

    def _text(self, entry: Entry, site: Site) -> Entry | Diagnostic:
        """A post or a page; its name is its path without the blog's folders, as an id."""
        stem, language = _language(entry.inside.removesuffix(".md"), site)
        role, below = entry.role, stem
        for blog in self._blogs:
            if stem == f"{blog}{_INDEX}":
                role = Role.INDEX
            elif stem.startswith(f"{blog}{_POSTS}/"):
                role, below = Role.POST, stem.removeprefix(f"{blog}{_POSTS}/")
        parts = [slugify(part) for part in below.removesuffix(f"/{_INDEX}").split("/")]
        if not all(parts):
            return bad_name(entry.inside.rpartition("/")[2].removesuffix(".md"), ".md", entry.path)
        return Entry(
            role=role,
            place=entry.place,
            path=entry.path,
            inside=entry.inside,
            name=("/" if role is Role.PAGE else "-").join(parts),
            language=language or site.language,
            is_translation=bool(language),
        )


def _is_own(name: PurePosixPath, file: Path) -> bool:
    """Whether it is one of Aushang's data files, the text about one, or a file for everybody."""
    folder = name.parts[0]
    if len(name.parts) == 1 or folder not in FOLDERS:
        return False
    if folder in MEDIA_FOLDERS:
        return True
    if len(name.parts) > 2 or not FOLDERS[folder].data:  # noqa: PLR2004  # folder and file
        return False
    data = file.with_name(f"{file.name.partition('.')[0]}.yml")
    return name.suffix in {".yml", ".md"} and data.is_file()


def _language(stem: str, site: Site) -> tuple[str, str]:
    """`sauna.en` is the English text of `sauna` where the publication has English translations."""
    base, dot, language = stem.rpartition(".")
    return (base, language) if dot and language in site.languages[1:] else (stem, "")
