"""The files below `<base>/api/v2/`, all of them made in one go of what they have in common."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from pydantic_core import to_json

from aushang.model import Artifact, Kind, Post, Publication, Site
from aushang.model.addresses import EVERYTHING, absolute, home, of_statuspage
from aushang.outputs.statuspage import models
from aushang.outputs.statuspage.components import Components
from aushang.outputs.statuspage.incidents import incident, is_unresolved
from aushang.outputs.statuspage.maintenances import (
    has_begun,
    is_active,
    is_lasting,
    is_upcoming,
    maintenance,
)
from aushang.outputs.statuspage.matters import NEWEST, Matters
from aushang.outputs.statuspage.updates import Scribe
from aushang.outputs.statuspage.values import at, page_id, text
from aushang.outputs.unit import Unit
from aushang.outputs.words import Words

MEDIA_TYPE = "application/json"

Body = Mapping[str, object]

_Shown = TypeVar("_Shown", models.Component, models.Incident, models.Maintenance)


def render(publication: Publication, words: Mapping[str, Words]) -> Iterator[Artifact]:
    """Every file; none if the site does not want them."""
    for unit in units(publication, words):
        yield from unit.make()


def units(publication: Publication, words: Mapping[str, Words]) -> Iterator[Unit[Artifact]]:
    """All of them as one unit, which is of now: its readers have no clock of their own."""
    base = publication.site.statuspage
    if base is None:
        return
    matters = Matters(publication)
    components = Components(publication, matters)
    ids = components.posts | {post.id for post in matters.posts}
    scribe = Scribe(publication, components, words[publication.site.language])
    yield Unit(
        name="statuspage",
        topic=EVERYTHING,
        posts=tuple(post for post in publication.posts if post.id in ids),
        make=partial(_files, scribe, matters, base),
        bookings=publication.availability,
        is_of_now=True,
    )


def _files(scribe: Scribe, matters: Matters, base: str) -> Iterator[Artifact]:
    site = scribe.publication.site
    sources = _sources(post for post in matters.posts)
    for name, (body, newest) in _bodies(scribe, matters).items():
        document = {"page": _page(site, newest), **body}
        yield Artifact(
            path=of_statuspage(base, name),
            media_type=MEDIA_TYPE,
            data=to_json(document, indent=2) + b"\n",
            kind=Kind.API,
            sources=sources or (__name__,),
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands under a key of a file, and the times of what it shows or has shown."""

    key: str
    shows: object
    times: tuple[str, ...]


def _listed(
    key: str, every: Iterable[_Shown], is_shown: Callable[[_Shown], bool] | None = None
) -> _Part:
    """A list of those for which `is_shown`. When the newest leaves it, it must not get older."""
    known = list(every)
    shown = [one for one in known if is_shown is None or is_shown(one)]
    return _Part(key, shown, tuple(one["updated_at"] for one in known))


def _bodies(scribe: Scribe, matters: Matters) -> Mapping[str, tuple[Body, str]]:
    """What each file says, and its newest time; what never showed any is as old as the site."""
    parts = _parts(scribe, matters)
    first = at(scribe.publication.site.ours_since)
    return {
        name: (
            {part.key: part.shows for part in shown},
            max((time for part in shown for time in part.times), default=first),
        )
        for name, shown in parts.items()
    }


def _parts(scribe: Scribe, matters: Matters) -> Mapping[str, tuple[_Part, ...]]:
    incidents = [incident(scribe, one) for one in matters.incidents]
    works = [maintenance(scribe, one) for one in matters.maintenances]
    components = _listed("components", scribe.components.all)
    status = _Part("status", scribe.components.status, components.times)
    unresolved = _listed("incidents", incidents, is_unresolved)
    key = "scheduled_maintenances"
    begun = (one for one in works if has_begun(one))
    return {
        "summary": (status, components, unresolved, _listed(key, works, is_lasting)),
        "status": (status,),
        "components": (components,),
        "incidents": (_listed("incidents", incidents[:NEWEST]),),
        "incidents/unresolved": (unresolved,),
        "scheduled-maintenances": (_listed(key, works[:NEWEST]),),
        "scheduled-maintenances/upcoming": (_listed(key, works, is_upcoming),),
        "scheduled-maintenances/active": (_listed(key, begun, is_active),),
    }


def _page(site: Site, newest: str) -> models.Page:
    return models.Page(
        id=page_id(site),
        name=text(site.name.to(site.language)),
        url=absolute(site, home(site, site.language)),
        time_zone=site.time_zone,
        updated_at=newest,
    )


def _sources(posts: Iterable[Post]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.source.path for post in posts))
