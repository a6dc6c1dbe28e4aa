"""What is done to posts and lists, wherever it is done: in this process or in a worker.

A post is rendered, judged, put into its pages and written in one go, and then only what others need
of it is kept: its words for lists, its links for the gate, its text if a feed shows it. So texts
are never all held at once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

from aushang.build.disk import explained
from aushang.build.media_types import media_type
from aushang.build.staging import Put, Staging
from aushang.build.target import marker
from aushang.checks.runner import check_texts
from aushang.checks.written import Facts, WrittenFile, facts_of
from aushang.content.load import Drafted, Pressed, press_post
from aushang.content.markdown.renderer import Renderer
from aushang.model import Artifact, Body, Diagnostic, Kind, Post, Publication
from aushang.outputs import api, atom, media, pages, redirects, robots, rss
from aushang.outputs.feed_words import feed_words
from aushang.outputs.feeds import in_feeds
from aushang.outputs.shell import Frame, Sheet, Shell
from aushang.outputs.words import Words

_THEME = "aushang_theme"
_AT_A_TIME = 40
"""Posts per job: enough that handing out costs nothing, few enough that nobody waits at the end."""


@dataclass(frozen=True, slots=True)
class Written:
    """An artifact after it was written: everything but its bytes. `digest` is their SHA-256."""

    path: str
    file: WrittenFile
    facts: Facts
    digest: str
    put: Put


@dataclass(frozen=True, slots=True)
class Done:
    """What one job leaves behind. `files` are in the order in which they were made.

    `sheets` are those of the pages without their bodies, `pressed` the posts without texts that
    nobody needs any more, `diagnostics` what their texts are found guilty of.
    """

    files: tuple[Written, ...]
    sheets: tuple[Sheet, ...]
    pressed: tuple[Pressed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class PostWork:
    """The posts, `_AT_A_TIME` in each job."""

    drafted: Drafted
    markdown: Renderer
    shell: Shell
    staging: Staging

    @property
    def jobs(self) -> int:
        """How many jobs there are."""
        return -(-len(self.drafted.drafts) // _AT_A_TIME)

    def do(self, job: int) -> Done:
        """One job. Raises AushangError where the disk refuses."""
        first = job * _AT_A_TIME
        drafts = self.drafted.drafts[first : first + _AT_A_TIME]
        pressed = [press_post(self.drafted, one, self.markdown) for one in drafts]
        some = replace(self.drafted.publication, all_posts=tuple(one.post for one in pressed))
        scribe = Scribe(self.staging, some)
        words = self._words
        for leaf in pages.post_leaves(some):
            scribe.page(leaf, self.shell, self._frames)
        scribe.all(api.post_files(some, words))
        return scribe.done(
            pressed=tuple(self._kept(one) for one in pressed),
            diagnostics=check_texts(replace(some, pages=(), services={}, locations={})),
        )

    def _kept(self, pressed: Pressed) -> Pressed:
        if pressed.post.id in self._in_feeds:
            return pressed
        return replace(pressed, post=_without_texts(pressed.post))

    def prepare(self) -> "PostWork":
        """Work out what all jobs have in common, before workers are forked that share it.

        A post of each language is made and thrown away: that compiles the templates (0.1 s) and
        reads the catalogues once instead of once in each worker of both kinds of work.
        """
        _ = self._in_feeds
        for language in self.drafted.publication.site.languages:
            written = (one for one in self.drafted.drafts if language in one.post.texts)
            for one in islice(written, 1):
                post = press_post(self.drafted, one, self.markdown).post
                some = replace(self.drafted.publication, all_posts=(post,))
                for leaf in pages.post_leaves(some):
                    pages.put(leaf, self.shell, self._frames)
                for _ in api.post_files(some, self._words):
                    pass
        return self

    @cached_property
    def _frames(self) -> dict[str, Frame]:
        return pages.frames(self.drafted.publication)

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        return feed_words(self.drafted.publication.site)

    @cached_property
    def _in_feeds(self) -> frozenset[str]:
        return in_feeds(self.drafted.publication)


@dataclass(frozen=True)
class ListWork:
    """Everything but the posts' own files; each job is one kind of list in one language."""

    publication: Publication
    shell: Shell
    staging: Staging

    @property
    def jobs(self) -> int:
        """How many jobs there are."""
        return len(self._jobs)

    def do(self, job: int) -> Done:
        """One job. Raises AushangError where the disk refuses."""
        scribe = Scribe(self.staging, self.publication)
        self._jobs[job](scribe)
        return scribe.done()

    def prepare(self) -> "ListWork":
        """Work out what all jobs have in common."""
        _ = self._jobs, self.publication.posts, self.publication.phases
        return self

    @cached_property
    def _jobs(self) -> Sequence[Callable[["Scribe"], None]]:
        publication = self.publication
        words = feed_words(publication.site)
        frames = pages.frames(publication)
        jobs: list[Callable[[Scribe], None]] = []
        for language in publication.site.languages:
            press = pages.Press(publication, language)
            jobs += [
                partial(_lists, make=make, press=press, shell=self.shell, frames=frames)
                for make in pages.LISTS
            ]
            jobs += [
                partial(_files, make=partial(feed.render, publication, words, [language]))
                for feed in (rss, atom)
            ]
        others = (
            partial(api.list_files, publication, words),
            partial(redirects.render, publication, words),
            partial(media.render, publication, Path.read_bytes),
            partial(robots.render, publication),
            partial(_assets, self.shell),
        )
        return [*jobs, *(partial(_files, make=make) for make in others)]


@dataclass(slots=True)
class Scribe:
    """Writes artifacts and keeps account of what a job made."""

    staging: Staging
    publication: Publication
    _files: list[Written] = field(default_factory=list)
    _sheets: list[Sheet] = field(default_factory=list)

    def all(self, artifacts: Iterable[Artifact]) -> None:
        """Write artifacts as they come."""
        for artifact in artifacts:
            self.one(artifact)

    def one(self, artifact: Artifact) -> None:
        """Write an artifact and read off it what the gate wants to know."""
        with explained(self.staging.published_folder):
            put = self.staging.write(artifact)
        facts = facts_of(artifact.media_type, artifact.data, self.publication.site.url)
        digest = sha256(artifact.data).hexdigest()
        file = WrittenFile.of(artifact)
        self._files.append(Written(artifact.path, file, facts, digest, put))

    def page(self, leaf: pages.Leaf, shell: Shell, frames: Mapping[str, Frame]) -> None:
        """Put the theme around a page and write it."""
        self._sheets.append(replace(leaf.sheet, body="", headings=(), linked_data=""))
        self.one(pages.put(leaf, shell, frames))

    def done(
        self, pressed: tuple[Pressed, ...] = (), diagnostics: tuple[Diagnostic, ...] = ()
    ) -> Done:
        """What the job leaves behind."""
        return Done(tuple(self._files), tuple(self._sheets), pressed, diagnostics)


def _lists(
    scribe: Scribe,
    *,
    make: Callable[[pages.Press], Iterator[pages.Leaf]],
    press: pages.Press,
    shell: Shell,
    frames: Mapping[str, Frame],
) -> None:
    for leaf in make(press):
        scribe.page(leaf, shell, frames)


def _files(scribe: Scribe, *, make: Callable[[], Iterator[Artifact]]) -> None:
    scribe.all(make())


def _assets(shell: Shell) -> Iterator[Artifact]:
    yield marker()
    for path, data in shell.assets():
        yield Artifact(
            path=path,
            media_type=media_type(path),
            data=data,
            kind=Kind.ASSET,
            sources=(_THEME,),
        )


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
    return Body(links=body.links)
