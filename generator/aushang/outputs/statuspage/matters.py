"""Which posts are told, from when to when each of them held, and what ended it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain

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
        self._known = frozenset(wheres(publication.locations, publication.services))
        # In the order of the site, and in the end what is offered nowhere.
        self._places = (*publication.locations, "")
        self._offers = ("", *publication.services)

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
            # Asked first: with the newest found it is true of nearly all others.
            if len(found) >= NEWEST and publication.phases[post.id] is Phase.OVER:
                continue
            if is_told(post):
                one = self._matter(post)
                if counts(one) and (one.ending is None or len(found) < NEWEST):
                    found.append(one)
        return found

    def _matter(self, post: Post) -> Matter:
        begun = _begins(post)
        about = tuple(self.about(post))
        return Matter(post, begun, about, self._ending(post, begun, about))

    def about(self, post: Post) -> Iterator[Where]:
        """The places as a whole and the services there that a post concerns.

        Without a place it is about all of them, without a service about all of them and the place
        as a whole.
        """
        places = post.locations and frozenset(post.locations)
        offers = post.services and frozenset(post.services)
        for place in self._places:
            if not places or place in places:
                for offer in self._offers:
                    where = Where(place, offer)
                    if (not offers or offer in offers) and where in self._known:
                        yield where

    def _ending(self, post: Post, begun: datetime, about: Iterable[Where]) -> Ending | None:
        """By its own word or its time, else when all that it is about was declared open again."""
        now = self._publication.now.astimezone(UTC)
        finish = finishes(post, now)
        own = finish.astimezone(UTC) if finish and finish <= now else None
        cleared = self._cleared(begun, about) if post.effect else None
        if cleared and (own is None or cleared.at < own):
            return cleared
        return Ending(own) if own else None

    def _cleared(self, begun: datetime, about: Iterable[Where]) -> Ending | None:
        """What declared the last of it open again; nothing as long as a part of it is not."""
        last: Ending | None = None
        for where in about:
            clears = self._clears.get(where, ())
            place = bisect_right(clears, begun, key=_at)
            if place == len(clears):
                return None
            if last is None or clears[place].at > last.at:
                last = clears[place]
        return last

    @cached_property
    def _clears(self) -> Mapping[Where, Sequence[Ending]]:
        """What declared something open again, in order (`model.answers`, rule 2)."""
        now = self._publication.now
        found: dict[Where, list[Ending]] = {}
        for post in self._publication.posts:
            if post.effect and is_all_clear(post) and not post.withdrawn and begins(post) <= now:
                one = Ending(_begins(post), post)
                for where in self.about(post):
                    found.setdefault(where, []).append(one)
        for endings in found.values():
            endings.sort(key=_at)
        return found


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


def _at(ending: Ending) -> datetime:
    return ending.at
