"""The log of changes: what became of each post, in the order in which the site was published.

It only grows. A client that keeps the number and the mark of the last change it knows can tell
whether a log goes on from there; where it does not, the client begins anew. So a log must be
carried on from the one that customers know, and `relation` tells which of two that is.

A change holds no word of the post: what is withdrawn must really go. It is OpenActive's RPDE
(Realtime Paged Data Exchange 1.0) as files: `modified` only grows, `deleted` is a tombstone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum, auto
from hashlib import sha256

_MARK = 16
"""Hexadecimal digits of a mark: two logs that differ share one by chance in 2⁶⁴ cases."""
_NAME = 8


class State(StrEnum):
    """What became of a post."""

    UPDATED = auto()
    DELETED = auto()


class Relation(StrEnum):
    """How one log stands to another one."""

    SAME = auto()
    EXTENDS = auto()
    IS_EXTENDED = auto()
    FORKED = auto()
    FOREIGN = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """A post that was written or withdrawn.

    `modified` counts all changes from 1. `digest` is the SHA-256 of the post's file, empty for a
    post that was withdrawn. `mark` stands for this change and all before it.
    """

    modified: int
    id: str
    digest: str
    mark: str

    @property
    def state(self) -> State:
        """What became of the post."""
        return State.UPDATED if self.digest else State.DELETED


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """All changes since the beginning of an epoch, the oldest first, without a gap.

    `tag` is that of the site (RFC 4151): whose posts these are, wherever the site lives.
    """

    epoch: str
    tag: str
    items: tuple[Change, ...] = ()

    @property
    def beginning(self) -> str:
        """The mark before the first change."""
        return _mark(self.epoch, self.tag)

    @property
    def mark(self) -> str:
        """The mark of the log as a whole."""
        return self.mark_at(len(self.items))

    def mark_at(self, modified: int) -> str:
        """The mark when `modified` was the last change; 0 is before the first."""
        return self.items[modified - 1].mark if modified else self.beginning


def continued(log: Log | None, current: Mapping[str, str], *, tag: str, now: datetime) -> Log:
    """The log with all in which the posts that there are differ from what it says.

    `current` are the SHA-256 of the posts' files by id, in the order in which those that are new
    are appended. What is gone comes first. Without a log, or with one of another site, an epoch
    begins at `now`: clients start over.
    """
    if log is None or log.tag != tag:
        return _appended(Log(epoch=_epoch(current, tag, now), tag=tag), current.items())
    before = standing(log)
    gone = [(id_, "") for id_ in before if id_ not in current]
    changed = [one for one in current.items() if before.get(one[0]) != one[1]]
    return _appended(log, (*gone, *changed))


def standing(log: Log) -> dict[str, str]:
    """The posts that there are after the last change: the SHA-256 of their files by id."""
    last = {change.id: change.digest for change in log.items}
    return {id_: digest for id_, digest in last.items() if digest}


def in_order(log: Log | None, current: Iterable[str], *, tag: str) -> Sequence[str]:
    """All ids in the order in which the log names them first, also those of withdrawn posts.

    `current` are those of the posts that there are now, of which the new ones come last.
    """
    known = log.items if log and log.tag == tag else ()
    return tuple(dict.fromkeys((*(change.id for change in known), *current)))


def relation(log: Log, other: Log) -> Relation:
    """How `log` stands to `other`."""
    if log.tag != other.tag:
        return Relation.FOREIGN
    ours, theirs = len(log.items), len(other.items)
    common = min(ours, theirs)
    # Each mark stands for all changes before it, and for the epoch and the tag.
    if log.mark_at(common) != other.mark_at(common):
        return Relation.FORKED
    if ours == theirs:
        return Relation.SAME
    return Relation.EXTENDS if ours > theirs else Relation.IS_EXTENDED


def carried_on(own: Log | None, published: Log | None) -> Log | None:
    """The log to go on with: the one that customers know, unless ours goes on from it.

    `published` is what they have now, `own` what was written here last.
    """
    if own is None or published is None:
        return own or published
    is_ahead = relation(own, published) in {Relation.SAME, Relation.EXTENDS}
    return own if is_ahead else published


def following(mark: str, modified: int, id_: str, digest: str) -> str:
    """The mark of a change behind the one that has `mark`."""
    return _mark(mark, str(modified), id_, digest)


def _appended(log: Log, changes: Iterable[tuple[str, str]]) -> Log:
    items, mark = list(log.items), log.mark
    for id_, digest in changes:
        modified = len(items) + 1
        mark = following(mark, modified, id_, digest)
        items.append(Change(modified, id_, digest, mark))
    return Log(epoch=log.epoch, tag=log.tag, items=tuple(items))


def _epoch(current: Mapping[str, str], tag: str, now: datetime) -> str:
    """A name that no other beginning has: when it was, and with which posts."""
    posts = (f"{id_} {digest}" for id_, digest in current.items())
    name = sha256("\n".join((tag, *posts)).encode()).hexdigest()[:_NAME]
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{name}"


def _mark(*parts: str) -> str:
    # No part holds a line break: numbers, ids, digests, a tag.
    return sha256("\n".join(parts).encode()).hexdigest()[:_MARK]
