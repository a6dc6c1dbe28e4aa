"""What many posts have in common, as objects of the API: services, places, feeds, the person.

It is made once for all posts that name the same (20 µs a post), and its objects stand in the
documents of all of them, so nobody may change them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from aushang import model
from aushang.outputs.api import models, places
from aushang.outputs.api.directory import Directory

_REMEMBERED: Final = 1_000  # some 4 kB each; posts may name services and places in any mixture


@dataclass(frozen=True, slots=True)
class Concern:
    """The services and places that a post names, and the feeds in which it stands."""

    services: list[models.Reference]
    locations: list[models.Reference]
    feeds: list[models.Feed]


class Shared:
    """Of a publication: its own posts do not matter, so it serves all that differ in nothing else.

    `describedby` and `index` are the links that the files of all posts have.
    """

    def __init__(self, directory: Directory) -> None:
        self.describedby = directory.file("schema/post")
        self.index = directory.file("index")
        self._directory = directory
        self._concerns: dict[tuple[tuple[str, ...], ...], Concern] = {}
        self._contacts: dict[str, models.Contact] = {}

    def concern(self, post: model.Post) -> Concern:
        """What follows from the services and places of the post, and from its languages."""
        key = (post.services, post.locations, tuple(post.texts))
        found = self._concerns.get(key)
        if found is None:
            if len(self._concerns) >= _REMEMBERED:
                self._concerns.clear()
            publication = self._directory.publication
            found = self._concerns[key] = Concern(
                services=self._references(post.services, publication.services),
                locations=self._references(post.locations, publication.locations),
                feeds=self._directory.feeds_of(post),
            )
        return found

    def contact(self, post: model.Post) -> models.Contact | None:
        """The person to ask."""
        contact = self._directory.publication.contact_of(post)
        if contact is None:
            return None
        if contact.id not in self._contacts:
            self._contacts[contact.id] = places.contact(self._directory, contact)
        return self._contacts[contact.id]

    def _references(
        self,
        ids: tuple[str, ...],
        known: Mapping[str, model.Service] | Mapping[str, model.Location],
    ) -> list[models.Reference]:
        return [
            models.Reference(id=id_, name=self._directory.texts(known[id_].name))
            for id_ in ids
            if id_ in known
        ]
