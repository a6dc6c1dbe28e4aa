"""A unit: the smallest part of lists, feeds and API that is made by itself, and what it reads.

Whoever builds again after an edit makes only the units that read something that changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, Self, TypeVar

from aushang.model import Availability, Post, Question, Site
from aushang.model.addresses import Scope

Made_co = TypeVar("Made_co", covariant=True)

NOTHING: Final = Scope("none")
"""The topic of units that read no post."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A page as the site map lists it, before it is made: see the fields of `Sheet`."""

    path: str
    alternates: Mapping[str, str] = field(default_factory=dict)
    is_indexed: bool = True

    @classmethod
    def of(cls, site: Site, language: str, address: Callable[[str], str]) -> Self:
        """A page that there is in every language, each at its `address`."""
        return cls(address(language), {each: address(each) for each in site.languages})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Generic[Made_co]):
    """One part, and everything of which its bytes are a function.

    These are: `posts` in their order, as `Publication.posts` holds them, with their phases; the
    booking data `bookings` and the `questions` in their order (None: of none, ever); `count`, how
    many archives there are if that can be seen of them; the site, services, places, persons,
    hand-written pages and the theme; and, if `is_of_now`, the time of the build. So a unit is out
    of date when one of these changed, or when `posts` or `questions` are others or in another order
    than before. Nothing else may reach it; a property test holds that.

    `name` is unique and stays for good (`page:service:sauna:de`). `topic` says what it is about,
    for the reason that people are told. `page` is the page that it makes, if it makes one. Units of
    one `group` have parts in common and are best made together.
    """

    name: str
    topic: Scope
    posts: Sequence[Post]
    make: Callable[[], Iterable[Made_co]]
    bookings: Sequence[Availability] | None = None
    questions: Sequence[Question] | None = None
    is_of_now: bool = False
    page: Mark | None = None
    count: int | None = None
    group: str = ""
