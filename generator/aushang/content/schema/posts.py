"""The front matter of posts and pages. The descriptions are what editors show while staff type."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Discriminator, Field, Tag

from aushang.content.schema.forms import (
    MANY,
    ONE,
    Code,
    Day,
    Fields,
    Flag,
    Id,
    Line,
    LinkTarget,
    Markdown,
    Moment,
    PageSlug,
    Redirect,
    Whole,
    one_or_many,
)
from aushang.content.schema.prices import PriceFields
from aushang.model import Effect, Menu, PostType, UpdateStatus

Title = Annotated[Line, Field(description="The title: one line without markup.")]
Summary = Annotated[
    Line | None,
    Field(description="One or two sentences without markup. Without it: the first paragraph."),
]
Redirects = Annotated[
    tuple[Redirect, ...],
    Field(min_length=1, description="Old addresses that lead here, such as /alt/pfad.html."),
]
Draft = Annotated[Flag, Field(description="true: not published.")]


class IgnoredFields(Fields):
    """A reason to let findings of a code pass, and until when."""

    reason: Line = Field(description="Why they are let pass.")
    until: Day | None = Field(default=None, description="The last day: 2027-03-01.")


Ignore = Annotated[
    dict[
        Code,
        Annotated[
            Annotated[Line, Tag(ONE)] | Annotated[IgnoredFields, Tag(MANY)],
            Discriminator(one_or_many),
        ],
    ],
    Field(
        min_length=1,
        description="Findings to let pass, each with the reason: AU101: photo follows.",
    ),
]
Guessed = Annotated[
    tuple[Line, ...],
    Field(
        min_length=1,
        description="Keys that an import guessed. Remove the line when you have looked.",
    ),
]
Link = Annotated[
    Annotated[LinkTarget, Tag(ONE)]
    | Annotated[dict[Line, LinkTarget], Field(min_length=1, max_length=1), Tag(MANY)],
    Discriminator(one_or_many),
]


class UpdateFields(Fields):
    """A later word on the same matter."""

    at: Moment = Field(description="When it is said, such as 2026-11-21T15:00.")
    text: Markdown = Field(description="What is said, in Markdown.")
    status: UpdateStatus | None = Field(
        default=None,
        description="How far the matter has come: investigating, identified, monitoring, "
        "resolved; or withdrawn, if it does not take place.",
    )


class UpdateTranslationFields(Fields):
    """A later word in another language."""

    at: Moment = Field(description="Which update it translates: the same time as in the post.")
    text: Markdown = Field(description="What is said, in Markdown.")


class PostFields(Fields):
    """The front matter of a post."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {
        "updates": UpdateFields,
        "prices": PriceFields,
        "ignore": IgnoredFields,
    }

    title: Title
    type: PostType = Field(description="What kind of change it is.")
    published: Moment = Field(description="When we say it, such as 2026-11-20T09:00.")
    id: Id | None = Field(
        default=None, description="The name for ever: a-z, 0-9 and -. Without it: the file's name."
    )
    slug: Id | None = Field(
        default=None, description="The last part of the address. Without it: the id."
    )
    summary: Summary = None
    updated: Moment | None = Field(default=None, description="When a mistake was corrected.")
    starts: Moment | None = Field(
        default=None, description="When it begins to hold. Without it: published."
    )
    ends: Moment | None = Field(
        default=None, description="When it stops to hold. Without it: until further word."
    )
    next_update: Moment | None = Field(
        default=None, description="When customers hear from us next."
    )
    services: tuple[Line, ...] = Field(
        default=(), min_length=1, description="Ids of the services concerned. Without it: all."
    )
    locations: tuple[Line, ...] = Field(
        default=(), min_length=1, description="Ids of the places concerned. Without it: all."
    )
    effect: Effect | None = Field(
        default=None,
        description="What customers can do there: open, restricted, full, closed. "
        "Without it: what the type implies.",
    )
    contact: Line | None = Field(default=None, description="Id of the person to ask.")
    updates: tuple[UpdateFields, ...] = Field(
        default=(), min_length=1, description="Later words on the same matter."
    )
    prices: tuple[PriceFields, ...] = Field(
        default=(), min_length=1, description="What costs how much, before and then."
    )
    tags: tuple[Line, ...] = Field(default=(), min_length=1, description="Words to find it by.")
    links: tuple[Link, ...] = Field(
        default=(),
        min_length=1,
        description="Further reading: addresses, or entries of the form title: address.",
    )
    pin: Flag = Field(default=False, description="true: first among the current ones.")
    draft: Draft = False
    redirects: Redirects = ()
    ignore: Ignore = Field(default_factory=dict)
    guessed: Guessed = ()


class PostTranslationFields(Fields):
    """The front matter of a post's text in another language. All else stands in the post itself."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {"updates": UpdateTranslationFields}

    title: Title
    summary: Summary = None
    slug: Id | None = Field(
        default=None, description="The last part of the address. Without it: the post's id."
    )
    updates: tuple[UpdateTranslationFields, ...] = Field(
        default=(), min_length=1, description="The post's updates in this language."
    )
    draft: Draft = False
    redirects: Redirects = ()
    guessed: Guessed = ()


class PageFields(Fields):
    """The front matter of a hand-written page."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {"ignore": IgnoredFields}

    title: Title
    summary: Summary = None
    slug: PageSlug | None = Field(
        default=None, description="The address. Without it: the path below pages/."
    )
    menu: Menu = Field(default=Menu.NONE, description="Where it is linked from on every page.")
    order: Whole = Field(default=0, description="Its place within the menu: small numbers first.")
    draft: Draft = False
    redirects: Redirects = ()
    ignore: Ignore = Field(default_factory=dict)
    guessed: Guessed = ()


class PageTranslationFields(Fields):
    """The front matter of a page's text in another language."""

    title: Title
    summary: Summary = None
    slug: PageSlug | None = Field(
        default=None, description="The address. Without it: the path below pages/."
    )
    draft: Draft = False
    redirects: Redirects = ()
    guessed: Guessed = ()
