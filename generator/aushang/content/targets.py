"""What links and pictures may lead to, and how a target that an author wrote is resolved."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from aushang.content.document import Document
from aushang.content.entries import Role
from aushang.content.pages import PageDraft
from aushang.content.pictures import Sizes
from aushang.content.posts import PostDraft
from aushang.content.questions import QuestionDraft
from aushang.model import ROOT, MediaFile, Site
from aushang.model.addresses import (
    Scope,
    home,
    of_page,
    of_post,
    of_question,
    of_scope,
)

_FOREIGN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")
_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<tail>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """A file that has a page: site paths and titles by language."""

    paths: Mapping[str, str]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything that can be linked to, by name below the content folder.

    `prefix` is a folder that links may name although the content folder stands in its place.
    """

    files: Mapping[str, Target]
    media: Mapping[str, MediaFile]
    prefix: str = ""
    sizes: Sizes = field(default_factory=Sizes)

    def answer(self, name: str) -> tuple[Target | MediaFile | None, ...]:
        """All that a text can learn by asking for `name`: with equal answers it is the same text.

        But for the size of a picture, which is a matter of its bytes.
        """
        media = self.media
        return self.files.get(name), media.get(name), media.get(f"static/{name}")


def of_posts(drafts: Iterable[PostDraft], site: Site) -> Iterator[tuple[str, Target]]:
    """The pages of posts; a translation's file leads to its own language."""
    for draft in drafts:
        texts = draft.post.texts
        paths = {language: of_post(site, draft.post, language) for language in texts}
        titles = {language: text.title for language, text in texts.items()}
        yield from _in_each_language(draft.inside, Target(paths, titles))


def of_pages(drafts: Iterable[PageDraft], site: Site) -> Iterator[tuple[str, Target]]:
    """The hand-written pages."""
    for draft in drafts:
        texts = draft.page.texts
        paths = {language: of_page(site, text.slug, language) for language, text in texts.items()}
        titles = {language: text.title for language, text in texts.items()}
        yield from _in_each_language(draft.inside, Target(paths, titles))


def of_questions(drafts: Iterable[QuestionDraft], site: Site) -> Iterator[tuple[str, Target]]:
    """The places of questions on the page of all, which shows each in every language."""
    for draft in drafts:
        question = draft.question
        paths = {language: of_question(site, question.id, language) for language in site.languages}
        titles = {language: text.question for language, text in question.texts.items()}
        yield draft.inside, Target(paths, titles)
        for language in tuple(question.texts)[1:]:
            translated = draft.inside.removesuffix("md") + f"{language}.md"
            yield translated, Target({language: paths[language]}, titles)


def of_places(documents: Iterable[Document], site: Site) -> Iterator[tuple[str, Target]]:
    """The pages of services and places; their data files and their texts both lead there."""
    kinds = {Role.SERVICE: "service", Role.LOCATION: "location"}
    for document in documents:
        kind = kinds.get(document.entry.role)
        if kind is None or not document.is_whole:
            continue
        scope = Scope(kind, document.entry.name)
        target = Target({one: of_scope(site, scope, one) for one in site.languages})
        yield document.entry.inside, target
        yield from _in_each_language(document.entry.inside.removesuffix("yml") + "md", target)


def of_indexes(documents: Iterable[Document], site: Site) -> Iterator[tuple[str, Target]]:
    """The page of a blog itself, which the start page stands for."""
    target = Target({language: home(site, language) for language in site.languages})
    for document in documents:
        if document.entry.role is Role.INDEX:
            yield document.entry.inside, target


def _in_each_language(inside: str, target: Target) -> Iterator[tuple[str, Target]]:
    yield inside, target
    for language in tuple(target.paths)[1:]:
        translated = inside.removesuffix("md") + f"{language}.md"
        yield translated, Target({language: target.paths[language]}, target.titles)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The `Surroundings` of one text: `folder` is where it lies, below the content folder.

    `shown` is filled with the sources of the pictures and downloads that were asked for, `asked`
    with the names of all that was asked for, whether it is there or not.
    """

    targets: Targets
    folder: str
    language: str
    shown: set[str]
    asked: set[str]

    def address(self, target: str) -> str | None:
        """`ROOT` + site path for what is here, with query and anchor; None for all else."""
        path, tail = _parted(target)
        inside = self._inside(path)
        if inside is None:
            return self._beyond(path, tail)
        media = self._media(path)
        if media:
            self.shown.add(media.source)
            return ROOT + quote(media.site_path) + tail
        found = self._file(inside)
        if found is not None:
            return ROOT + found + tail
        # Which pages there are besides those of files is known when all are written.
        return ROOT + path.lstrip("/") + tail if path.startswith("/") else None

    def size(self, target: str) -> tuple[int, int] | None:
        """Width and height of a picture here."""
        media = self._media(_parted(target)[0])
        return self.targets.sizes.of(media.file) if media else None

    def title(self, target: str) -> str:
        """The title of the page that a target leads to; empty where none is known."""
        inside = self._inside(_parted(target)[0])
        found = self.targets.files.get(inside) if inside else None
        titles = found.titles if found else {}
        return titles.get(self.language) or next(iter(titles.values()), "")

    def _beyond(self, path: str, tail: str) -> str | None:
        """A relative path out of the folder, taken from the root, as browsers do at the top.

        Below a base path it would lead to another part of the host, of which nobody could say
        that it is dead.
        """
        if "\x00" in path or not path.startswith("../") or _FOREIGN.match(path):
            return None
        rest = path
        while rest.startswith("../"):
            rest = rest[3:]
        return ROOT + rest + tail

    def _media(self, path: str) -> MediaFile | None:
        """The picture or download that a path names: by its file, or by its address in static/."""
        inside = self._inside(path)
        if inside is None:
            return None
        kept = self.targets.media.get(f"static/{inside}") if path.startswith("/") else None
        return kept or self.targets.media.get(inside)

    def _file(self, inside: str) -> str | None:
        found = self.targets.files.get(inside)
        if not found:
            return None
        return found.paths.get(self.language) or next(iter(found.paths.values()))

    def _inside(self, path: str) -> str | None:
        """The name below the content folder; None for what lies outside or is not ours."""
        if not path or _FOREIGN.match(path):
            return None
        decoded = unicodedata.normalize("NFC", unquote(path))
        start = "" if path.startswith("/") else self.folder
        inside = posixpath.normpath(posixpath.join(start, decoded.lstrip("/")))
        if "\x00" in decoded or inside.startswith(("../", "/")) or inside in {".", ".."}:
            return None
        name = inside.removeprefix(self.targets.prefix)
        self.asked.add(name)
        return name


def _parted(target: str) -> tuple[str, str]:
    """The path of a target, and its query and anchor as they were written."""
    match = _PARTS.fullmatch(target)
    return (match["path"], match["tail"]) if match else (target, "")
