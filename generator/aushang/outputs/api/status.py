"""`status.json`: what holds now and what changes next, in the one small file that apps poll.

It holds the state of each place and service, the changes to come, and what is told about them. It
is written without spaces: a phone asks for it each minute, and they are a third of its bytes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from pydantic_core import to_json

from aushang import model
from aushang.model import Publication, Span, Timeline, Where, begins, finishes
from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs.api import documents, posts, status_shape
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.envelope import JSON, api_file, around, sources_of, ways
from aushang.outputs.unit import Unit

POLL_SECONDS: Final = 60
MOST_NOTICES: Final = 40
NAME: Final = "status"


def status_unit(directory: Directory) -> Unit[model.Artifact]:
    """The file as a unit: it reads all posts, booking data and the clock."""
    publication = directory.publication
    return Unit(
        name=f"api:{NAME}",
        topic=EVERYTHING,
        posts=publication.posts,
        make=lambda: (_status(directory),),
        bookings=publication.availability,
        is_of_now=True,
    )


def next_change(publication: Publication) -> datetime | None:
    """The first moment ahead at which one of the answers, or whether a post holds, is different.

    Nothing that is to be said later counts: it must not show before.
    """
    now = publication.now
    turns = (spans[0].begins for spans in _courses(publication) if spans)
    posts_ahead = (*publication.current, *publication.upcoming)
    bounds = (at for post in posts_ahead for at in (begins(post), finishes(post, now)) if at)
    return min((at for at in (*turns, *bounds) if at > now), default=None)


def _courses(publication: Publication) -> Iterator[Sequence[Span]]:
    return (one.after(publication.now) for one in publication.timelines.values())


def _status(directory: Directory) -> model.Artifact:
    publication = directory.publication
    notices = publication.foreseen[:MOST_NOTICES]
    data = status_shape.Status(
        time_zone=publication.site.time_zone,
        poll_seconds=POLL_SECONDS,
        next_change=directory.at_most(next_change(publication)),
        foreseen_until=directory.at(publication.foreseen_until),
        services=[_service(directory, service) for service in publication.services.values()],
        locations=[_location(directory, location) for location in publication.locations.values()],
        notices=[_notice(directory, post) for post in notices],
        more_notices=len(publication.foreseen) - len(notices),
    )
    sources = _sources(publication, notices)
    envelope = documents.StatusDocument(
        **around(directory, sources, notices, [data]),
        data=data,
        links=ways(directory, NAME, NAME),
    )
    return api_file(NAME, JSON, to_json(envelope), sources)


def _sources(publication: Publication, notices: Sequence[model.Post]) -> tuple[str, ...]:
    found = [
        *(one.source.path for one in publication.services.values()),
        *(one.source.path for one in publication.locations.values()),
        *(one.source.path for one in publication.availability),
    ]
    return (*sources_of(notices), *dict.fromkeys(found))


def _service(directory: Directory, service: model.Service) -> status_shape.StatusService:
    own = directory.publication.timelines.get(Where("", service.id))
    return status_shape.StatusService(
        id=service.id,
        name=directory.texts(service.name),
        urls=directory.urls(Scope("service", service.id)),
        state=_state(directory, own) if own else None,
        transitions=_transitions(directory, own) if own else None,
    )


def _location(directory: Directory, location: model.Location) -> status_shape.StatusLocation:
    timelines = directory.publication.timelines
    place = timelines[Where(location.id)]
    return status_shape.StatusLocation(
        id=location.id,
        name=directory.texts(location.name),
        urls=directory.urls(Scope("location", location.id)),
        state=_state(directory, place),
        transitions=_transitions(directory, place),
        services=[
            _offer(directory, service, timelines[Where(location.id, service)], place)
            for service in location.services
        ],
    )


def _offer(
    directory: Directory, service: str, own: Timeline, place: Timeline
) -> status_shape.ServiceState:
    is_same = _ahead(directory, own) == _ahead(directory, place)
    return status_shape.ServiceState(
        id=service,
        state=_state(directory, own),
        transitions=None if is_same else _transitions(directory, own),
    )


def _ahead(directory: Directory, timeline: Timeline) -> Sequence[Span]:
    """The changes before the end of what is foreseen."""
    spans = timeline.after(directory.publication.now)
    end = directory.publication.foreseen_until
    return spans[: bisect_left(spans, end, key=lambda span: span.begins)]


def _state(directory: Directory, timeline: Timeline) -> status_shape.State:
    answer = timeline.at(directory.publication.now)
    return status_shape.State(
        effect=answer.effect.value if answer.effect else None,
        cause=answer.cause.value,
        post=answer.post or None,
        since=directory.at_most(answer.since),
        until=directory.at_most(answer.until),
    )


def _transitions(directory: Directory, timeline: Timeline) -> list[status_shape.Transition]:
    return [
        status_shape.Transition(
            at=directory.at(span.begins),
            effect=span.effect.value if span.effect else None,
            cause=span.cause.value,
            post=span.post or None,
        )
        for span in _ahead(directory, timeline)
    ]


def _notice(directory: Directory, post: model.Post) -> status_shape.Notice:
    return status_shape.Notice(
        id=post.id,
        type=post.type.value,
        effect=post.effect.value if post.effect else None,
        published=directory.at(post.published),
        modified=directory.at(post.modified),
        current_from=directory.at(begins(post)),
        current_until=directory.at_most(finishes(post, directory.publication.now)),
        next_update=directory.at_most(post.next_update),
        services=list(post.services),
        locations=list(post.locations),
        texts=posts.titles(directory, post),
        file=directory.file(f"posts/{post.id}"),
    )
