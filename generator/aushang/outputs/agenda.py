"""Which posts stand in which calendar: everything, each service, each place."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from aushang.model import Post, Publication, begins
from aushang.model.addresses import EVERYTHING, Scope
from aushang.model.grouped import Grouped
from aushang.outputs.events import is_event, is_open_ended, known_end

KEEPS: Final = timedelta(days=366)
"""How long an event stays when it is over. The file of a single post stays for good."""
MOST: Final = 300
"""Events of one calendar; of more, those that begin last."""


def calendar_scopes(publication: Publication) -> Iterator[Scope]:
    """All that there is a calendar about, in the order of the site."""
    yield EVERYTHING
    yield from (Scope("service", service) for service in publication.services)
    yield from (Scope("location", location) for location in publication.locations)


class Agenda:
    """The events of a publication in one language."""

    def __init__(self, publication: Publication, language: str) -> None:
        self._publication = publication
        self._language = language

    def shown(self, scope: Scope) -> Sequence[Post]:
        """The posts of a calendar, by when they begin."""
        found = self._kept.about(scope)
        return sorted(found, key=lambda post: (begins(post).timestamp(), post.id))[-MOST:]

    @cached_property
    def _kept(self) -> Grouped:
        """All events that are to come, that last, or that were over of late."""
        publication = self._publication
        floor = publication.now - KEEPS
        kept = [
            post
            for post in publication.posts
            if self._language in post.texts
            and is_event(post)
            and (is_open_ended(post) or _last_day(post) >= floor)
        ]
        return Grouped(kept, publication.services, publication.locations)


def _last_day(post: Post) -> datetime:
    """When it was over, or taken back: who has it in a calendar must come to know that."""
    begun = begins(post)
    return max(begun, known_end(post) or begun, post.withdrawn or begun)
