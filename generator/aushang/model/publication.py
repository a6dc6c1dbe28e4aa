"""Everything loaded, as one immutable value. Outputs and checks are functions of it.

What is visible is decided here, once: `posts` holds only what may be shown at `now`, with only the
updates that had been said by then, newest first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from functools import cached_property

from aushang.model.addresses import Scope
from aushang.model.answers import Timeline, Where
from aushang.model.availability import Availability
from aushang.model.grouped import Grouped
from aushang.model.page import MediaFile, Page
from aushang.model.phase import Phase, begins, phase
from aushang.model.place import Contact, Location, Service
from aushang.model.post import Effect, Post
from aushang.model.question import Question
from aushang.model.site import Site
from aushang.model.standing import timelines

FORESEEN = timedelta(days=14)
"""How far ahead pages carry what will change by itself, counted from the end of the day."""
_SEVERITY = (Effect.CLOSED, Effect.FULL, Effect.RESTRICTED, Effect.OPEN, None)


def visible(posts: tuple[Post, ...], now: datetime) -> tuple[Post, ...]:
    """What may be shown at `now`, newest first, without the updates that are still to come."""
    shown = [_as_of(now, post) for post in posts if post.published <= now]
    # Times of different offsets compare slowly: three times as slow as their timestamps.
    return tuple(
        sorted(shown, key=lambda post: (post.published.timestamp(), post.id), reverse=True)
    )


def _as_of(now: datetime, post: Post) -> Post:
    # Hardly a post has an update that is still to come, and a copy takes 10 µs.
    if all(update.at <= now for update in post.updates):
        return post
    return replace(post, updates=tuple(update for update in post.updates if update.at <= now))


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What the folder says, as of `now`.

    `all_posts` are the readable posts without drafts, in any order; `posts` the visible ones.
    Mappings are by id, in the order in which the site shows them. `unread` are the files that are
    there and could not be read; findings about them exist already. `dead_outside` are addresses of
    other sites that were found dead for sure, and why. `availability` is what can be booked, one
    for each service at a place.
    """

    site: Site
    now: datetime
    all_posts: tuple[Post, ...] = ()
    services: Mapping[str, Service] = field(default_factory=dict)
    locations: Mapping[str, Location] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    media: tuple[MediaFile, ...] = ()
    unread: frozenset[str] = frozenset()
    dead_outside: Mapping[str, str] = field(default_factory=dict)
    availability: tuple[Availability, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts that may be shown, newest first."""
        return visible(self.all_posts, self.now)

    @property
    def is_empty(self) -> bool:
        """Whether no post may be shown."""
        return not any(post.published <= self.now for post in self.all_posts)

    @cached_property
    def phases(self) -> Mapping[str, Phase]:
        """Where each visible post stands in time, by its id."""
        return {post.id: phase(post, self.now) for post in self.posts}

    @cached_property
    def current(self) -> tuple[Post, ...]:
        """What holds now: pinned ones, then what keeps customers out, then what only tells them."""
        return tuple(sorted(self._in_phase(Phase.CURRENT), key=_severity))

    @cached_property
    def upcoming(self) -> tuple[Post, ...]:
        """What is announced and has not begun: the nearest first."""
        coming = self._in_phase(Phase.UPCOMING)
        return tuple(sorted(coming, key=lambda post: (post.starts or post.published, post.id)))

    @cached_property
    def foreseen_until(self) -> datetime:
        """Up to when pages know what will change; the same all day, whatever the second is."""
        zone = self.site.zone
        tomorrow = self.now.astimezone(zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, time(), zone) + FORESEEN

    @cached_property
    def foreseen(self) -> tuple[Post, ...]:
        """What holds now or begins to before `foreseen_until`, in the order of `current`."""
        end, phases = self.foreseen_until, self.phases
        soon = (
            post
            for post in self.posts
            if phases[post.id] is Phase.CURRENT
            or (phases[post.id] is Phase.UPCOMING and begins(post) < end)
        )
        return tuple(sorted(soon, key=_severity))

    def _in_phase(self, wanted: Phase) -> Iterable[Post]:
        phases = self.phases
        return (post for post in self.posts if phases[post.id] is wanted)

    def about(self, scope: Scope) -> Sequence[Post]:
        """The visible posts of a scope, newest first."""
        return self._posts_grouped.about(scope)

    def upcoming_about(self, scope: Scope) -> Sequence[Post]:
        """What is to come of a scope, in the order of `upcoming`."""
        return self._upcoming_grouped.about(scope)

    def foreseen_about(self, scope: Scope) -> Sequence[Post]:
        """What holds of a scope or begins soon, in the order of `current`."""
        return self._foreseen_grouped.about(scope)

    def booked_about(self, scope: Scope) -> tuple[Availability, ...]:
        """The booking data of a service, of a place, or all there is."""
        if scope.kind == "all":
            return self.availability
        return tuple(
            one
            for one in self.availability
            if {"service": one.service, "location": one.location}.get(scope.kind) == scope.id
        )

    def questions_about(self, scope: Scope) -> tuple[Question, ...]:
        """The questions that name a service or a place, or all there are, in their order."""
        every = self.questions.values()
        match scope.kind:
            case "all":
                return tuple(every)
            case "service":
                return tuple(one for one in every if scope.id in one.services)
            case "location":
                return tuple(one for one in every if scope.id in one.locations)
            case _:
                return ()

    @cached_property
    def _posts_grouped(self) -> Grouped:
        return Grouped(self.posts, self.services, self.locations)

    @cached_property
    def _upcoming_grouped(self) -> Grouped:
        return Grouped(self.upcoming, self.services, self.locations)

    @cached_property
    def _foreseen_grouped(self) -> Grouped:
        return Grouped(self.foreseen, self.services, self.locations)

    @cached_property
    def timelines(self) -> Mapping[Where, Timeline]:
        """What customers can do at each place and with each service there, from now on."""
        return timelines(
            self.posts,
            services=self.services,
            locations=self.locations,
            availability=self.availability,
            zone=self.site.zone,
            now=self.now,
        )

    def contact_of(self, post: Post) -> Contact | None:
        """The person to ask about `post`; None only where a check has already complained."""
        return self.contacts.get(post.contact or self.site.contact)


def _severity(post: Post) -> tuple[bool, int]:
    return not post.is_pinned, _SEVERITY.index(post.effect)
