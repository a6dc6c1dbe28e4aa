"""What is done to posts and lists, wherever it is done: in this process or in a worker.

A post is rendered, judged, put into its pages and written in one go, and then only what others need
of it is kept: its words for lists, its links for the gate, its text if a feed shows it. So texts
are never all held at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice

from aushang.build.documents import documents_of
from aushang.build.inputs import reads_of_post
from aushang.build.lists import ListUnit
from aushang.build.made import Made, Parcel, digest_of
from aushang.build.scribe import Scribe
from aushang.build.shelf import Shelf
from aushang.build.staging import Staging
from aushang.build.state import Seen
from aushang.checks.runner import check_texts
from aushang.content.assembly import Drafted
from aushang.content.load import Pressed, press_post
from aushang.content.markdown.renderer import Renderer
from aushang.content.posts import PostDraft
from aushang.model import Artifact, Body, Diagnostic, Post, Publication
from aushang.model.addresses import of_post
from aushang.outputs import api, pages
from aushang.outputs.calendar_units import event_files, load_library
from aushang.outputs.feed_words import feed_words
from aushang.outputs.shell import Frame, Shell
from aushang.outputs.told_texts import with_texts
from aushang.outputs.words import Words

_AT_A_TIME = 40
"""Posts per job: enough that handing out costs nothing, few enough that nobody waits at the end."""
_LISTS_AT_A_TIME = 8


@dataclass(frozen=True, slots=True)
class Done:
    """What one job leaves behind: units as they travel, and the files of the content it read."""

    parcels: tuple[Parcel, ...]
    seen: Mapping[str, Seen]


@dataclass(frozen=True)
class PostWork:
    """The posts that have to be made, `_AT_A_TIME` in each job."""

    drafted: Drafted
    drafts: Sequence[PostDraft]
    markdown: Renderer
    shell: Shell
    staging: Staging
    shelf: Shelf

    @property
    def jobs(self) -> int:
        """How many jobs there are."""
        return -(-len(self.drafts) // _AT_A_TIME)

    def do(self, job: int) -> Done:
        """One job. Raises AushangError where the disk refuses."""
        first = job * _AT_A_TIME
        drafts = self.drafts[first : first + _AT_A_TIME]
        pressed = [press_post(self.drafted, one, self.markdown) for one in drafts]
        posts = tuple(one.post for one in pressed)
        some = replace(self.drafted.publication, all_posts=posts)
        scribes = {post.id: Scribe(self.staging, some.site.url) for post in posts}
        owners = {
            of_post(some.site, post, language): scribes[post.id]
            for post in posts
            for language in post.texts
        }
        for leaf in pages.post_leaves(some, self._presses):
            owners[leaf.sheet.path].page(leaf, self.shell, self._frames)
        by_source = {post.source.path: scribes[post.id] for post in posts}
        own = (api.post_files(some, self._words, self._shared), event_files(some, self._words))
        for artifact in chain.from_iterable(own):
            by_source[artifact.sources[0]].one(artifact)
        for id_, documents in documents_of(some, self._presses).items():
            scribes[id_].documents = documents
        said = _by_file(check_texts(_posts_alone(some)))
        seen: dict[str, Seen] = {}
        parcels = tuple(
            self._parcel(draft, one, scribes[one.post.id], said, seen)
            for draft, one in zip(drafts, pressed, strict=True)
        )
        return Done(parcels, seen)

    def _parcel(
        self,
        draft: PostDraft,
        pressed: Pressed,
        scribe: Scribe,
        said: Mapping[str, Sequence[Diagnostic]],
        seen: dict[str, Seen],
    ) -> Parcel:
        has_texts = pressed.post.id in self._keeps_texts_of
        names = [entry.path for entry in draft.files]
        sources = tuple((entry.path, self.shelf.digest(entry)) for entry in draft.files)
        seen |= {name: self.shelf.seen[name] for name in names}
        made = Made(
            name=f"post:{pressed.post.id}",
            reads=reads_of_post(pressed, self.drafted.publication.site),
            files=tuple(scribe.files),
            sources=sources,
            read=tuple(one for name in names for one in self._read.get(name, ())),
            said=tuple(one for name in names for one in said.get(name, ())),
            pressed=pressed if has_texts else replace(pressed, post=_without_texts(pressed.post)),
            has_texts=has_texts,
            digest=digest_of(pressed),
            finds=scribe.finds,
        )
        return scribe.parcel(made)

    def prepare(self) -> None:
        """Work out what all jobs have in common, before workers are forked that share it.

        A post of each language is made and thrown away: that compiles the templates (0.1 s) and
        reads the catalogues once instead of once in each worker of both kinds of work.
        """
        _ = self._keeps_texts_of, self._read
        # Many posts are in a calendar in any case, and some have a file of their own.
        load_library()
        for language in self.drafted.publication.site.languages:
            written = (one for one in self.drafts if language in one.post.texts)
            for one in islice(written, 1):
                post = press_post(self.drafted, one, self.markdown).post
                some = replace(self.drafted.publication, all_posts=(post,))
                for leaf in pages.post_leaves(some, self._presses):
                    pages.put(leaf, self.shell, self._frames)
                for _ in api.post_files(some, self._words, self._shared):
                    pass

    @cached_property
    def _frames(self) -> dict[str, Frame]:
        return pages.frames(self.drafted.publication)

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        return feed_words(self.drafted.publication.site)

    @cached_property
    def _presses(self) -> tuple[pages.Press, ...]:
        return pages.presses_of(self.drafted.publication)

    @cached_property
    def _shared(self) -> api.Shared:
        return api.shared_by_posts(self.drafted.publication, self._words)

    @cached_property
    def _keeps_texts_of(self) -> frozenset[str]:
        """Those that are told in full elsewhere; of a few it is dearer to ask than to keep them."""
        if self.jobs == 1:
            return frozenset(one.post.id for one in self.drafts)
        return with_texts(self.drafted.publication)

    @cached_property
    def _read(self) -> Mapping[str, Sequence[Diagnostic]]:
        """What was found while reading, by file."""
        return _by_file(self.drafted.diagnostics)


@dataclass(frozen=True)
class ListWork:
    """The lists that have to be made; those of a group, and some of no group, in each job."""

    units: Sequence[ListUnit]
    shell: Shell
    staging: Staging
    frames: Mapping[str, Frame]
    site_url: str

    @property
    def jobs(self) -> int:
        """How many jobs there are."""
        return len(self._jobs)

    def prepare(self) -> None:
        """Divide them; what they have in common is worked out when they are listed."""
        _ = self._jobs

    def do(self, job: int) -> Done:
        """One job. Raises AushangError where the disk refuses."""
        return Done(tuple(self._parcel(unit) for unit in self._jobs[job]), {})

    def _parcel(self, unit: ListUnit) -> Parcel:
        scribe = Scribe(self.staging, self.site_url)
        for part in unit.make():
            if isinstance(part, Artifact):
                scribe.one(part)
            else:
                scribe.page(part, self.shell, self.frames)
        made = Made(
            name=unit.name,
            reads=unit.reads,
            files=tuple(scribe.files),
        )
        return scribe.parcel(made)

    @cached_property
    def _jobs(self) -> list[list[ListUnit]]:
        groups: dict[str, list[ListUnit]] = {}
        for number, unit in enumerate(self.units):
            groups.setdefault(unit.group or f"{number // _LISTS_AT_A_TIME}", []).append(unit)
        # The largest first: nobody waits for them at the end.
        return sorted(groups.values(), key=weight, reverse=True)


def weight(units: Iterable[ListUnit]) -> int:
    """How much there is to do, in lists."""
    return sum(unit.weight for unit in units)


def _posts_alone(publication: Publication) -> Publication:
    """Without the other texts: they are judged once, and not with each forty posts."""
    return replace(publication, pages=(), services={}, locations={}, questions={})


def _by_file(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        found.setdefault(one.location.path, []).append(one)
    return found


def _without_texts(post: Post) -> Post:
    """The post as lists and the gate need it: words and links, no HTML."""
    return replace(
        post,
        texts={
            language: replace(text, body=_bare(text.body)) for language, text in post.texts.items()
        },
        updates=tuple(
            replace(
                update,
                texts={language: _bare(body) for language, body in update.texts.items()},
            )
            for update in post.updates
        ),
    )


def _bare(body: Body) -> Body:
    # Checks of what was written want to know who wrote a link, and an empty section.
    empty = tuple(section for section in body.sections if section.is_empty)
    return Body(links=body.links, sections=empty)
