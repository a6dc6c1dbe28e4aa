"""Which posts are told, from when to when each of them held, and what ended it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain, islice

from aushang.model import Phase, Post, Publication, Where, begins, finishes
from aushang.model.standing import is_all_clear, wheres
from aushang.outputs.statuspage.values import is_incident, is_maintenance

NEWEST = 50
"""How many incidents, and how much planned work, the files about all of it show."""


@dataclass(frozen=True, slots=True)
class Ending:
    """When a matter ended, and the other post that ended it, if one did."""

    at: datetime
    by: Post | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A post that is told here, the places and services that it is about, and how it ended.

    Times are in UTC: those of one zone compare by their wall clocks, which is wrong in the hour
    that repeats.
    """

    post: Post
    begins: datetime
    wheres: tuple[Where, ...]
    ending: Ending | None

    @property
    def changed(self) -> datetime:
        """When it last became something else, whatever was said of it."""
        return self.ending.at if self.ending else self.begins


class Matters:
    """What is told of a publication, the newest first.

    An incident is told from its beginning on, never before: what is only announced is no trouble
    yet. Planned work is told from its announcement on.
    """

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._wheres = wheres(publication.locations, publication.services)

    @cached_property
    def incidents(self) -> Sequence[Matter]:
        """The newest, and all that last."""
        return self._told(is_incident, lambda one: _has_been(one, self._publication.now))

    @cached_property
    def maintenances(self) -> Sequence[Matter]:
        """The newest, and all that are to come or last."""
        return self._told(is_maintenance, lambda _: True)

    @property
    def posts(self) -> tuple[Post, ...]:
        """Every post that says something here, in the order of the publication."""
        both = (*self.incidents, *self.maintenances)
        ids = {one.post.id for one in both}
        ids |= {one.ending.by.id for one in both if one.ending and one.ending.by}
        return tuple(post for post in self._publication.posts if post.id in ids)

    def _told(
        self, is_told: Callable[[Post], bool], counts: Callable[[Matter], bool]
    ) -> Sequence[Matter]:
        publication = self._publication
        found: list[Matter] = []
        for post in publication.posts:
            is_over = publication.phases[post.id] is Phase.OVER
            if is_told(post) and not (is_over and len(found) >= NEWEST):
                one = self._matter(post)
                if counts(one) and (one.ending is None or len(found) < NEWEST):
                    found.append(one)
        return found

    def _matter(self, post: Post) -> Matter:
        begun = _begins(post)
        about = self.about(post)
        return Matter(post, begun, about, self._ending(post, begun, about))

    def about(self, post: Post) -> tuple[Where, ...]:
        """The places as a whole and the services there that a post concerns."""
        return tuple(where for where in self._wheres if _concerns(post, where))

    def _ending(self, post: Post, begun: datetime, about: Iterable[Where]) -> Ending | None:
        """By its own word or its time, else when all that it is about was declared open again."""
        now = self._publication.now.astimezone(UTC)
        finish = finishes(post, now)
        own = finish.astimezone(UTC) if finish else None
        if own and own > now:
            own = None
        left = set(about) if post.effect else set()
        clears = self._clears
        for one in islice(clears, bisect_right(clears, begun, key=_begins), None):
            at = _begins(one)
            if not left or (own and at >= own):
                break
            left -= {where for where in left if _concerns(one, where)}
            if not left:
                return Ending(at, one)
        return Ending(own) if own else None

    @cached_property
    def _clears(self) -> Sequence[Post]:
        """What declared something open again, by its beginning (`model.answers`, rule 2)."""
        now = self._publication.now.astimezone(UTC)
        found = (
            post
            for post in self._publication.posts
            if post.effect and is_all_clear(post) and not post.withdrawn and _begins(post) <= now
        )
        return sorted(found, key=_begins)


def shown(publication: Publication) -> frozenset[str]:
    """The ids of the posts whose texts are told here; none for a site without these files."""
    if publication.site.statuspage is None:
        return frozenset()
    told = Matters(publication)
    return frozenset(one.post.id for one in chain(told.incidents, told.maintenances))


def _has_been(one: Matter, now: datetime) -> bool:
    """Whether it has begun, and was not over before it could."""
    return one.begins <= now and (one.ending is None or one.ending.at > one.begins)


def _begins(post: Post) -> datetime:
    return begins(post).astimezone(UTC)


def _concerns(post: Post, where: Where) -> bool:
    """Without a place all of them, without a service all of them and the place as a whole."""
    return (not post.locations or where.location in post.locations) and (
        not post.services or where.service in post.services
    )
