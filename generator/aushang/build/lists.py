"""Everything but the posts' own files, as units with the inputs that each reads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from aushang.build.book import Book
from aushang.build.inputs import SHARED, clock_of
from aushang.build.media_types import media_type
from aushang.build.target import marker
from aushang.model import Artifact, Kind, Post, Publication
from aushang.outputs import api, media, pages, redirects, robots, sitemap
from aushang.outputs.feed_units import feed_units
from aushang.outputs.feed_words import feed_words
from aushang.outputs.shell import Shell
from aushang.outputs.unit import Unit

_THEME = "aushang_theme"
_READS = ("services", "locations", "contacts", "pages", "defaults", "clock:year", *SHARED)
"""What any list may read besides posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUnit:
    """A unit for the engine: `inputs` are those that only it reads, with their digests.

    Units of a `group` have parts in common and are made in one job.
    """

    name: str
    reads: tuple[str, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    make: Callable[[], Iterable[pages.Leaf | Artifact]]
    group: str = ""


def list_units(publication: Publication, shell: Shell, book: Book) -> Sequence[ListUnit]:
    """All lists, feeds and files of the theme."""
    words = feed_words(publication.site)
    digests = _Digests(publication, book)
    found = []
    for language in publication.site.languages:
        press = pages.Press(publication, language)
        found += [digests.unit(unit) for unit in pages.list_units(press)]
        found += [
            replace(digests.unit(unit), group=unit.name.rpartition(":")[0].rpartition(":")[2])
            for unit in feed_units(publication, words[language], language)
        ]
    found.append(digests.of_all("api", partial(api.list_files, publication, words)))
    found.append(digests.of_all("redirects", partial(redirects.render, publication, words)))
    render = partial(media.render, publication, Path.read_bytes)
    shown = "\n".join(file.source for file in publication.media)
    found.append(
        ListUnit(
            name="media", reads=("media", "files"), inputs={"files": _digest(shown)}, make=render
        )
    )
    found.append(ListUnit(name="robots", reads=SHARED, make=partial(robots.render, publication)))
    found.append(ListUnit(name="assets", reads=SHARED, make=partial(_assets, shell)))
    return found


def last_units(publication: Publication, shell: Shell, book: Book) -> Sequence[ListUnit]:  # noqa: ARG001
    """The files that name all others: the index of the API and the site map."""
    digests = _Digests(publication, book)
    listed = "\n".join(f"{path} {digest}" for path, digest in sorted(book.digests().items()))
    inputs = {"files:all": _digest(listed)}
    reads = ("files:all",)
    return [
        digests.of_all("index", partial(_index, publication, book), reads, inputs),
        digests.of_all("sitemap", partial(_sitemap, publication, book), reads, inputs),
    ]


def _index(publication: Publication, book: Book) -> Iterator[Artifact]:
    of_api = {path: file for path, file in book.files().items() if file.kind is Kind.API}
    sources = dict.fromkeys(source for file in of_api.values() for source in file.sources)
    written = book.digests()
    digests = {path: written[path] for path in of_api}
    yield api.index_file(publication, feed_words(publication.site), digests, tuple(sources))


def _sitemap(publication: Publication, book: Book) -> Iterator[Artifact]:
    return sitemap.render(publication, book.sheets())


class _Digests:
    """What units read of posts, as digests; a list of posts that several units read, once."""

    def __init__(self, publication: Publication, book: Book) -> None:
        self._publication = publication
        self._known: dict[int, tuple[Sequence[Post], str, str]] = {}
        self._posts = {
            post.id: (book.units[f"post:{post.id}"].digest, clock_of(post, publication))
            for post in publication.posts
        }

    def unit(self, unit: Unit[pages.Leaf] | Unit[Artifact]) -> ListUnit:
        """A unit as its output describes it."""
        now = ("clock:minute",) if unit.is_of_now else ()
        return self._made(unit.name, unit.posts, unit.make, now, {})

    def of_all(
        self,
        name: str,
        make: Callable[[], Iterable[Artifact]],
        reads: tuple[str, ...] = (),
        inputs: Mapping[str, str] | None = None,
    ) -> ListUnit:
        """A unit that may read every post."""
        return self._made(name, self._publication.posts, make, reads, inputs or {})

    def _made(
        self,
        name: str,
        posts: Sequence[Post],
        make: Callable[[], Iterable[pages.Leaf | Artifact]],
        reads: tuple[str, ...],
        inputs: Mapping[str, str],
    ) -> ListUnit:
        content, clock = self._of(posts)
        own = {f"posts:{name}": content, f"clock:{name}": clock}
        return ListUnit(
            name=name, reads=(*own, *reads, *_READS), inputs={**own, **inputs}, make=make
        )

    def _of(self, posts: Sequence[Post]) -> tuple[str, str]:
        known = self._known.get(id(posts))
        if known is None:
            pairs = [self._posts[post.id] for post in posts]
            content = _digest("\n".join(digest for digest, _ in pairs))
            latest = max((clock for _, clock in pairs), default="")
            clock = f"{latest}#{_digest(' '.join(clock for _, clock in pairs))}"
            # The posts are kept so that no other list can get their id meanwhile.
            known = self._known[id(posts)] = (posts, content, clock)
        return known[1:]


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


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
