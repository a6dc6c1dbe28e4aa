"""The keys that Material's blog plugin documents, as forms, and those that do nothing here."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from aushang.content.schema.forms import (
    LINK_TARGET,
    MANY,
    ONE,
    Email,
    Fields,
    Flag,
    Id,
    Line,
    Moment,
    Phone,
    Whole,
    one_or_many,
)
from aushang.content.schema.moments import Fault
from aushang.content.schema.posts import Ignore, IgnoredFields, Redirects
from aushang.model import Menu

WITHOUT_EFFECT = frozenset(
    {"comments", "hide", "icon", "readtime", "search", "social", "status", "subtitle", "template"}
)
"""Keys of Material's theme and plugins that change nothing here."""

Place = tuple[str | int, ...]


class _Open(Fields):
    """MkDocs' front matter is free: a key that nobody knows is somebody else's."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True, frozen=True)


def _in_one_line(value: Any) -> Any:
    """A text folded over several lines is one line."""
    return " ".join(value.split()) if isinstance(value, str) else value


Words = Annotated[Line, BeforeValidator(_in_one_line)]


class Dates(_Open):
    """When a post was written and when it was corrected."""

    created: Moment
    updated: Moment | None = None


class FrontMatter(_Open):
    """The keys of posts, pages and `.meta.yml` files. What has to be there is judged later.

    `id`, `ignore`, `redirects`, `menu` and `order` are Aushang's own.
    """

    parts: ClassVar[dict[str, type[BaseModel]]] = {"date": Dates, "ignore": IgnoredFields}

    title: Words | None = None
    description: Words | None = None
    date: (
        Annotated[
            Annotated[Moment, Tag(ONE)] | Annotated[Dates, Tag(MANY)], Discriminator(one_or_many)
        ]
        | None
    ) = None
    authors: tuple[Line, ...] = ()
    categories: tuple[Line, ...] = ()
    tags: tuple[Line, ...] = ()
    links: tuple[Any, ...] = ()
    slug: Line | None = None
    draft: Flag = False
    pin: Flag = False
    id: Id | None = None
    ignore: Ignore = Field(default_factory=dict)
    redirects: Redirects = ()
    menu: Menu | None = None
    order: Whole = 0


class Author(_Open):
    """A person who writes."""

    name: Words
    description: Words | None = None
    email: Email | None = None
    phone: Phone | None = None
    url: Line | None = None
    avatar: Line | None = None
    slug: Line | None = None


class Authors(_Open):
    """The file `.authors.yml`."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {"authors": Author}

    authors: dict[Line, Author] = Field(default_factory=dict)


def related(links: object, place: Place = ("links",)) -> Iterator[tuple[Place, str, str | Fault]]:
    """The place, title and address of each link, however deep it is nested; or what is wrong.

    An entry is an address, `title: address`, or `section: [entries]`, as in MkDocs' navigation.
    """
    for index, entry in enumerate(links if isinstance(links, list) else ()):
        here = (*place, index)
        if isinstance(entry, dict) and len(entry) == 1:
            title, value = next(iter(entry.items()))
            if isinstance(value, list):
                yield from related(value, (*here, title))
            else:
                yield (*here, title), title, _target(value)
        else:
            yield here, "", _target(entry)


def _target(value: object) -> str | Fault:
    if isinstance(value, str):
        return LINK_TARGET.fault_of(value.strip()) or value.strip()
    shown = "a group of keys" if isinstance(value, dict) else f"“{value}”"
    hint = "begin a list entry for each" if isinstance(value, dict) else "put it in quotes"
    return Fault("AU001", f"is {shown}; expected an address, or `title: address`", hint)
