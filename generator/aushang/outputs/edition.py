"""The publication in one language: what every entry of that language's feeds is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from aushang.model import Location, Post, Publication, Service, Site
from aushang.outputs.times import local
from aushang.outputs.words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """A publication, a language of its site, and the interface's words in it."""

    publication: Publication
    language: str
    words: Words

    @property
    def site(self) -> Site:
        """What holds for the whole site."""
        return self.publication.site

    def local(self, at: datetime) -> datetime:
        """`at` on the wall clocks of the site."""
        return local(self.site, at)

    def services_of(self, post: Post) -> dict[str, str]:
        """The names of the services that the post is about, by id; empty means all of them."""
        return self._names(post.services, self.publication.services)

    def locations_of(self, post: Post) -> dict[str, str]:
        """The names of the places that the post is about, by id; empty means all of them."""
        return self._names(post.locations, self.publication.locations)

    def _names(
        self, ids: tuple[str, ...], known: Mapping[str, Service] | Mapping[str, Location]
    ) -> dict[str, str]:
        return {id_: known[id_].name.to(self.language) for id_ in ids if id_ in known}
