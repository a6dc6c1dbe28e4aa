"""The content folder becomes a `Publication` and a list of everything that is wrong with it.

Two passes, because a link may lead to any file: first each file is read for itself and the
addresses of all are known, then the texts are rendered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from aushang.content import posts
from aushang.content.assembly import Drafted, assemble, with_bookings
from aushang.content.availability.bookings import grouped
from aushang.content.entries import MEDIA_FOLDERS, Entry, Role
from aushang.content.inventory import take
from aushang.content.markdown.renderer import Renderer
from aushang.content.press import Press
from aushang.content.reading import Joined, read_documents
from aushang.content.shelf import EMPTY_SHELF, Shelf
from aushang.model import AushangError, Diagnostic, MediaFile, Post, Publication, Site


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and all findings in the order of a report."""

    publication: Publication
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A post with its texts, and what was found in them.

    `shown` are the sources of the media that they show, and since when they do. `asked` are the
    names below the content folder that its links and pictures asked for.
    """

    post: Post
    diagnostics: tuple[Diagnostic, ...]
    shown: Mapping[str, datetime]
    asked: frozenset[str]


def load(content: Path, *, root: Path, site: Site, now: datetime, markdown: Renderer) -> Loaded:
    """Read everything below `content`; positions are relative to `root`.

    What is wrong in a file is a finding; the file is left out and all others are loaded. Raises
    AushangError if there is no such folder.
    """
    drafted = draft(content, root=root, site=site, now=now, markdown=markdown)
    return completed(drafted, [press_post(drafted, one, markdown) for one in drafted.drafts])


def draft(  # noqa: PLR0913  each is a thing of its own
    content: Path,
    *,
    root: Path,
    site: Site,
    now: datetime,
    markdown: Renderer,
    shelf: Shelf = EMPTY_SHELF,
) -> Drafted:
    """The first pass, and the few texts that are not of posts. Otherwise as `load`."""
    inventory = take(content, root, site)
    bookable = grouped(inventory.texts)
    own = {entry.place for files in bookable for entry in files}
    texts = [one for one in inventory.texts if one.place not in own] if own else inventory.texts
    kept, groups, others = _parted(texts, shelf)
    drafted = assemble(
        inventory,
        shelf.documents(others, site),
        joined=(*kept, *shelf.posts(groups, site)),
        site=site,
        now=now,
        markdown=markdown,
    )
    return with_bookings(drafted, shelf.bookings(bookable, site))


def press_post(drafted: Drafted, one: posts.PostDraft, markdown: Renderer) -> Pressed:
    """The second pass, of one post; posts can be pressed in any order and anywhere.

    Raises AushangError where the files of a post that was kept have changed this very moment.
    """
    press = Press(markdown, drafted.targets)
    post = press.post(_read_again(one, drafted.publication.site) if one.is_kept else one)
    return Pressed(post, tuple(press.diagnostics), _since(post, press), frozenset(press.asked))


def _since(post: Post, press: Press) -> dict[str, datetime]:
    """When each file is shown first: with the post, or with the first update that shows it."""
    since = dict.fromkeys(sorted(press.shown), post.published)
    for at in sorted(press.later):
        for source in sorted(press.later[at]):
            since.setdefault(source, max(at, post.published))
    return since


def _read_again(one: posts.PostDraft, site: Site) -> posts.PostDraft:
    base, *translations = read_documents(one.files, site)
    again, _ = posts.join(base, translations)
    if again is None:
        raise AushangError(f"{base.entry.path} changed while it was read", "build again")
    return again


def _parted(
    entries: Sequence[Entry], shelf: Shelf
) -> tuple[list[Joined], list[list[Entry]], list[Entry]]:
    """The posts that are kept, the files of those that are not, and the other entries."""
    groups: dict[str, list[Entry]] = {}
    others = []
    for entry in entries:
        if entry.role is Role.POST:
            groups.setdefault(entry.group, []).append(entry)
        else:
            others.append(entry)
    kept, unknown = [], []
    for group in groups.values():
        files = sorted(group, key=lambda one: one.is_translation)
        if [one.is_translation for one in files[:2]] not in ([False], [False, True]):
            # Translations of nothing, and files of one name in two Unicode forms.
            others += files
            continue
        found = shelf.kept(files)
        if found is None:
            unknown.append(files)
        else:
            made = posts.PostDraft(
                post=found.post, inside=files[0].inside, files=tuple(files), is_kept=True
            )
            kept.append(Joined(made, found.diagnostics, ()))
    return kept, unknown, others


def completed(drafted: Drafted, pressed: Iterable[Pressed]) -> Loaded:
    """The publication with the posts as they were pressed, and all findings."""
    done = list(pressed)
    now = drafted.publication.now
    # What is to be said later shows no picture before.
    shown = drafted.shown.union(
        source for one in done for source, since in one.shown.items() if since <= now
    )
    publication = replace(
        drafted.publication,
        all_posts=tuple(one.post for one in done),
        media=_shown(drafted.targets.media, shown),
    )
    found = {*drafted.diagnostics, *(finding for one in done for finding in one.diagnostics)}
    return Loaded(publication, tuple(sorted(found, key=lambda one: one.order)))


def _shown(media: Mapping[str, MediaFile], shown: frozenset[str]) -> tuple[MediaFile, ...]:
    """All of media/ and static/, and of the pictures beside posts those that are shown now."""
    files = (
        file
        for name, file in media.items()
        if name.partition("/")[0] in MEDIA_FOLDERS or file.source in shown
    )
    return tuple(sorted(files, key=lambda file: file.site_path))
