"""Places as groups, their services as members, and in which state each of them is now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from aushang.model import Answer, Effect, Localised, Phase, Post, Publication, Where, begins
from aushang.model.standing import is_all_clear, timelines, wheres
from aushang.outputs.statuspage import models
from aushang.outputs.statuspage.matters import Matter, Matters
from aushang.outputs.statuspage.values import (
    OPERATIONAL,
    Description,
    Indicator,
    State,
    Text,
    at,
    page_id,
    state_of,
    text,
    text_or_null,
)

# From bad to worse, and what it is called where it is the worst of all, but does not hold for all.
_OVERALL: Mapping[State, tuple[Indicator, Description]] = {
    "operational": ("none", "All Systems Operational"),
    "under_maintenance": ("minor", "Service Under Maintenance"),
    "degraded_performance": ("minor", "Partially Degraded Service"),
    "partial_outage": ("minor", "Minor Service Outage"),
    "major_outage": ("major", "Partial System Outage"),
}
_ORDER = tuple(_OVERALL)
# Of effects, the graver one wins; open is as good as none.
_GRAVITY: Mapping[Effect | None, int] = {Effect.RESTRICTED: 1, Effect.FULL: 2, Effect.CLOSED: 3}


class Components:
    """The components of a publication, and their states by the rule of `model.answers`.

    Hours do not count: that it is night is no outage, and what is broken is broken at night, too.
    """

    def __init__(self, publication: Publication, matters: Matters) -> None:
        self._publication = publication
        self._matters = matters
        self._language = publication.site.language
        self._wheres = wheres(publication.locations, publication.services)

    @cached_property
    def all(self) -> Sequence[models.Component]:
        """Each place with its services behind it, then the services of no place."""
        return [self._by_where[where] for where in self._wheres]

    @cached_property
    def posts(self) -> frozenset[str]:
        """The ids of the posts that decide about a state."""
        return frozenset(one.post for one in self._answers.values() if one.post)

    def of(self, matter: Matter) -> list[models.Component]:
        """What a post is about; of a place with services these alone, as they are the place."""
        found = (self._by_where[where] for where in matter.wheres)
        return [one for one in found if not one["group"]]

    def full_name(self, component: models.Component) -> Text:
        """“Group - Member”, or the name of what is in no group."""
        group = component["group_id"]
        name = component["name"]
        return text(f"{self._group_names[group]} - {name}") if group else name

    @property
    def times(self) -> tuple[str, ...]:
        """Since when each state is as it is."""
        return tuple(one["updated_at"] for one in self.all)

    @property
    def status(self) -> models.Status:
        """The worst state there is; that nothing at all is to be had is told apart."""
        states = [one["status"] for one in self.all if not one["group"]]
        worst = max(states, key=_ORDER.index, default=OPERATIONAL)
        if worst == "major_outage" and all(state == worst for state in states):
            return models.Status(indicator="critical", description="Major Service Outage")
        indicator, description = _OVERALL[worst]
        return models.Status(indicator=indicator, description=description)

    @cached_property
    def _answers(self) -> Mapping[Where, Answer]:
        publication = self._publication
        found = timelines(
            self._deciding(),
            services=publication.services,
            locations={
                id_: replace(one, hours=(), special_hours=())
                for id_, one in publication.locations.items()
            },
            availability=publication.availability,
            zone=publication.site.zone,
            now=publication.now,
        )
        return {where: one.at(publication.now) for where, one in found.items()}

    def _deciding(self) -> Iterable[Post]:
        """What holds now, and what ends it: no other post says anything of this moment."""
        phases = self._publication.phases
        return (
            post
            for post in self._publication.posts
            if phases[post.id] is Phase.CURRENT or is_all_clear(post)
        )

    @cached_property
    def _by_where(self) -> Mapping[Where, models.Component]:
        return {where: self._component(where) for where in self._wheres}

    @cached_property
    def _group_names(self) -> Mapping[str, str]:
        names = self._publication.locations.items()
        return {id_: location.name.to(self._language) for id_, location in names}

    @cached_property
    def _known_posts(self) -> Mapping[str, Post]:
        deciding = self.posts
        return {post.id: post for post in self._publication.posts if post.id in deciding}

    @cached_property
    def _positions(self) -> Mapping[Where, int]:
        """Groups and what is in none are counted together, members within their group."""
        found: dict[Where, int] = {}
        counts: dict[str, int] = {}
        for where in self._wheres:
            group = where.location if where.service else ""
            found[where] = counts[group] = counts.get(group, 0) + 1
        return found

    def _component(self, where: Where) -> models.Component:
        publication, location = self._publication, self._publication.locations.get(where.location)
        is_group = not where.service and location is not None and bool(location.services)
        answer = self._answers[where]
        state = state_of(answer.effect, answer.cause, self._known_posts.get(answer.post))
        name, description = self._told(where)
        component = models.Component(
            id=self._id(where),
            name=text(name.to(self._language)),
            status=state,
            created_at=at(publication.site.ours_since),
            updated_at=at(self._since(where, answer, state)),
            position=self._positions[where],
            description=text_or_null(description.to(self._language)),
            showcase=False,
            start_date=None,
            group_id=where.location if where.service and location else None,
            page_id=page_id(publication.site),
            group=is_group,
            only_show_if_degraded=False,
        )
        if is_group and location:
            members = (Where(where.location, service) for service in location.services)
            component["components"] = [self._id(one) for one in members]
        return component

    def _told(self, where: Where) -> tuple[Localised, Localised]:
        """Name and summary; of a service that a place offers and nobody wrote down, its id."""
        known = self._publication
        one = (
            known.services.get(where.service)
            if where.service
            else known.locations.get(where.location)
        )
        return (one.name, one.summary) if one else (Localised({"": where.service}), Localised({}))

    def _id(self, where: Where) -> str:
        """`mitte`, `mitte.sauna`; a service of no place has its own id, if no place has that."""
        if where.location and where.service:
            return f"{where.location}.{where.service}"
        if where.service in self._publication.locations:
            return f"{where.service}.{where.service}"
        return where.location or where.service

    def _since(self, where: Where, answer: Answer, state: State) -> datetime:
        """Since when it is so: since it began, or since what was graver was over."""
        first = self._publication.site.ours_since
        begun = first
        if state != OPERATIONAL:
            post = self._known_posts.get(answer.post)
            begun = (begins(post) if post else answer.since) or first
        gravity = _GRAVITY.get(answer.effect, 0)
        over = [ended for ended, grave in self._ended.get(where, ()) if grave > gravity]
        return max([begun, first, *over], key=datetime.timestamp)

    @cached_property
    def _ended(self) -> Mapping[Where, list[tuple[datetime, int]]]:
        """When something was over and how grave it was, by what it was about."""
        found: dict[Where, list[tuple[datetime, int]]] = {}
        for one in (*self._matters.incidents, *self._matters.maintenances):
            if one.ending and one.ending.at > one.begins:
                over = (one.ending.at, _GRAVITY.get(one.post.effect, 0))
                for where in one.wheres:
                    found.setdefault(where, []).append(over)
        return found
