"""Which files have to be judged again: what a run leaves behind for the next one.

A site that was judged has no fault but those that were found. So after an edit only three kinds of
files can have one: what is new or changed, what had one, and what refers to a place that is gone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder

from aushang.checks.written.facts import Facts
from aushang.checks.written.reach import Past
from aushang.checks.written.redirects import REFRESH
from aushang.checks.written.site import WrittenSite
from aushang.model import Kind


@dataclass(frozen=True, slots=True)
class Index:
    """Who refers to what, and which files had a fault, ignored or not.

    `referrers` are those of a `Verdict`: for a place (a file's path, or `path#anchor`) the paths of
    the files that refer to it, none where it is a crowd. They may name files that no longer refer
    to it, or are gone: judging one too many is no harm. `witnesses` name for each page that others
    link to one of those, `unlisted` are the pages that ask search engines not to list them.
    """

    referrers: Mapping[str, Sequence[str]]
    suspects: frozenset[str]
    witnesses: Mapping[str, str] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()

    @property
    def past(self) -> Past:
        """What the next run needs to know who is linked."""
        return Past(self.witnesses, self.unlisted, self.referrers)

    def to_judge(
        self,
        files: Collection[str],
        changed: Mapping[str, Facts],
        before: Mapping[str, Facts],
    ) -> frozenset[str]:
        """The files that have to be judged again.

        `files` are all paths of the site, `changed` the facts of those that are new or differ from
        the last run in bytes, kind or media type. `before` is what the last run knew of the changed
        ones and of those that are gone; of others it may hold nothing.
        """
        again = {*changed, *self.suspects}
        for place in _lost(files, changed, before):
            referrers = self.referrers.get(place)
            if referrers is not None and not referrers:
                return frozenset(files)
            again.update(referrers or ())
        return frozenset(again.intersection(files))

    def after(self, written: WrittenSite) -> "Index":
        """The index after another run, of which not all files were judged."""
        referrers = dict(self.referrers)
        for place, found in written.verdict.referrers.items():
            known = referrers.get(place, found)
            # A crowd stays one.
            both = known and found and sorted({*known, *found})
            referrers[place] = both or ()
        return Index(referrers, _suspects(written), _witnesses(written), written.unlisted)

    def packed(self) -> bytes:
        """The index as MessagePack: 3.4 MB for 10,000 posts, in a thirtieth of JSON's time."""
        return _encoder.encode(self)


_encoder = Encoder()
_decoder = Decoder(Index)


def index_of(written: WrittenSite) -> Index:
    """The index after a run that judged all files."""
    referrers = written.verdict.referrers
    return Index(referrers, _suspects(written), _witnesses(written), written.unlisted)


def unpacked(data: bytes) -> Index:
    """The index that was packed. Raises ValueError for anything else.

    Whether it is of the last run is for its keeper to know: a wrong one would let faults pass.
    """
    try:
        return _decoder.decode(data)
    except MsgspecError as error:
        raise ValueError(f"this is no index: {error}") from error


def _suspects(written: WrittenSite) -> frozenset[str]:
    broken = {one.file for one in written.broken}
    misplaced = {path for path, _ in written.misplaced_feeds()}
    maps = {one.map for one in written.unlisted_in_maps}
    return frozenset({*written.faulty, *broken, *misplaced, *maps, *written.blank_pages()})


def _witnesses(written: WrittenSite) -> dict[str, str]:
    """Those of pages: of others nobody asks who links to them."""
    files = written.files
    return {
        page: witness
        for page, witness in written.witnesses.items()
        if page in files and files[page].kind is Kind.PAGE
    }


def _nature(facts: Facts) -> tuple[object, ...]:
    """How a file is read, where it leads on to by itself, and whether it wants to be found."""
    leads = tuple(one.url for one in facts.references if one.element == REFRESH)
    return (facts.form, leads, facts.is_unlisted)


def _lost(
    files: Collection[str], changed: Mapping[str, Facts], before: Mapping[str, Facts]
) -> set[str]:
    """The places that are gone.

    Where a file is of another nature, all of it counts as gone.
    """
    lost = {path for path in before if path not in files}
    for path, now in changed.items():
        then = before.get(path)
        if then is not None:
            lost.update(f"{path}#{anchor}" for anchor in then.anchors - now.anchors)
            if _nature(then) != _nature(now):
                lost.add(path)
    return lost
