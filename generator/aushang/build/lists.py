"""Everything but the posts' own files, as units with the inputs that each reads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from aushang.build.book import Book
from aushang.build.inputs import SHARED, booking_name, clock_of_bookings, question_name
from aushang.build.made import Written
from aushang.build.media_types import media_type
from aushang.build.outdated import Inputs
from aushang.build.target import marker
from aushang.model import Artifact, Kind, Post, Publication
from aushang.model.addresses import API
from aushang.model.change_log import Log
from aushang.outputs import api, media, pages, units
from aushang.outputs.feed_words import feed_words
from aushang.outputs.shell import Shell
from aushang.outputs.unit import Unit

_THEME = "aushang_theme"
_READS = ("services", "locations", "contacts", "pages", "defaults", "clock:year", *SHARED)
"""What any list may read besides posts."""
_WITHOUT_TEXTS = ("api:posts", "feed:", "archive:", "calendar:", "month:", "older:")
"""Units that show no text but those of posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUnit:
    """A unit for the engine: `inputs` are those that only it reads, with their digests.

    Units of a `group` have parts in common and are made in one job. `weight` is how long it takes,
    in lists: a document of the search about one.
    """

    name: str
    reads: tuple[str, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    make: Callable[[], Iterable[pages.Leaf | Artifact]]
    group: str = ""
    weight: int = 1


def list_units(
    publication: Publication, shell: Shell, book: Book, inputs: Inputs, before: Log | None
) -> Sequence[ListUnit]:
    """All lists, feeds and files of the theme.

    `inputs` are those of the posts at the least, `before` is the log that goes on with this build.
    """
    digests = _Digests(publication, book, inputs)
    shown = _digest("\n".join(file.source for file in publication.media))
    return [
        *(digests.unit(unit) for unit in units.list_units(publication, before)),
        ListUnit(
            name="media",
            reads=("media", "files:shown"),
            inputs={"files:shown": shown},
            make=partial(media.render, publication, Path.read_bytes),
        ),
        ListUnit(name="assets", reads=SHARED, make=partial(_assets, shell)),
    ]


def last_units(publication: Publication, book: Book, log: Log) -> Sequence[ListUnit]:
    """The index and the manifest of the API, which name the digests of all its other files."""
    files = sorted(
        (
            one
            for made in book.units.values()
            for one in made.files
            if one.file.kind is Kind.API and one.path.startswith(f"{API}/")
        ),
        key=lambda one: one.path,
    )
    known = {"files:api": _digest("\n".join(f"{one.path} {one.digest}" for one in files))}
    return [
        ListUnit(
            name="api:index",
            reads=("files:api", *_READS),
            inputs=known,
            make=partial(_index, publication, files, log),
        ),
        ListUnit(
            name="api:manifest",
            reads=("files:api", *_READS),
            inputs=known,
            make=partial(_manifest, publication, files),
        ),
    ]


def _index(publication: Publication, files: Sequence[Written], log: Log) -> Iterator[Artifact]:
    digests = {one.path: one.digest for one in files}
    words = feed_words(publication.site)
    yield api.index_file(publication, words, digests, _sources(files), log=log)


def _manifest(publication: Publication, files: Sequence[Written]) -> Iterator[Artifact]:
    entries = {
        one.path: api.ManifestFile(sha256=one.digest, size=one.size, media_type=one.file.media_type)
        for one in files
    }
    words = feed_words(publication.site)
    yield api.manifest_file(publication, words, entries, _sources(files))


def _sources(files: Iterable[Written]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for one in files for source in one.file.sources))


class _Digests:
    """What units read of posts, as digests; a list of posts that several units read, once."""

    def __init__(self, publication: Publication, book: Book, inputs: Inputs) -> None:
        self._inputs = inputs
        self._now, self._zone = publication.now, publication.site.zone
        self._known: dict[int, tuple[Sequence[Post], str, str]] = {}
        ids = [post.id for post in publication.posts]
        self._contents = {id_: book.units[f"post:{id_}"].digest for id_ in ids}
        self._clocks = {id_: inputs[f"clock:{id_}"] for id_ in ids}

    def unit(self, unit: Unit[pages.Leaf | Artifact]) -> ListUnit:
        """A unit as its output describes it."""
        content, clock = self._of(unit.posts)
        own = {f"posts:{unit.name}": content, f"clock:{unit.name}": clock}
        if unit.bookings is not None:
            # Also of none: of what is booked no more, nothing else would tell the unit.
            told = (self._inputs[booking_name(one)] for one in unit.bookings)
            own[f"bookings:{unit.name}"] = _digest(" ".join(told))
        if unit.questions is not None:
            asked = (self._inputs[question_name(one)] for one in unit.questions)
            own[f"questions:{unit.name}"] = _digest(" ".join(asked))
        if unit.bookings and unit.is_of_now:
            passed = clock_of_bookings(unit.bookings, self._now, self._zone)
            own[f"clock:bookings:{unit.name}"] = passed
        if unit.count is not None:
            own[f"count:{unit.name}"] = str(unit.count)
        now = ("clock:minute",) if unit.is_of_now else ()
        links = () if unit.name.startswith(_WITHOUT_TEXTS) else ("links",)
        return ListUnit(
            name=unit.name,
            reads=(*own, *now, *links, *_READS),
            inputs=own,
            make=unit.make,
            group=unit.group or _group(unit.name),
        )

    def _of(self, posts: Sequence[Post]) -> tuple[str, str]:
        known = self._known.get(id(posts))
        if known is None:
            ids = [post.id for post in posts]
            clocks = [*map(self._clocks.__getitem__, ids)]
            content = _digest(" ".join(map(self._contents.__getitem__, ids)))
            clock = f"{max(clocks, default='')}#{_digest(' '.join(clocks))}"
            # The posts are kept so that no other list can get their id meanwhile.
            known = self._known[id(posts)] = (posts, content, clock)
        return known[1:]


def _group(name: str) -> str:
    """Feeds of one format and language have their entries in common: `feed:KIND:ID:…:rss:de`.

    Calendars of one language have their events: `calendar:KIND:ID:de`.
    """
    kind, _, rest = name.partition(":")
    shared = {"feed": 2, "calendar": 1}.get(kind)
    return ":".join((kind, *rest.rsplit(":", shared)[1:])) if shared else ""


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
