"""A page of the log of changes, as it is written: no envelope, because what is full never changes.

Names are those of OpenActive's RPDE (Realtime Paged Data Exchange 1.0) where it has some.
"""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from aushang.outputs.api.values import Says, Url

Number = Annotated[int, Says("Counts all changes of the epoch from 1, without a gap.")]
Mark = Annotated[
    str,
    Says("Stands for this change and all before it.", pattern=r"^[0-9a-f]{16}$"),
]


class ChangedItem(TypedDict):
    """A post that was written or withdrawn."""

    modified: Number
    id: str
    kind: Annotated[str, Says("What it is. Pass over a value that you do not know: it is no post.")]
    state: Annotated[
        str,
        Says(
            "Whether its file is there. Treat a value that you do not know as `updated`.",
            examples=("updated", "deleted"),
        ),
    ]
    url: Annotated[Url, Says("Its file, if it has not been deleted here or further on.")]
    mark: Mark
    digest: NotRequired[
        Annotated[
            str, Says("SHA-256 of the file; missing when deleted.", pattern=r"^[0-9a-f]{64}$")
        ]
    ]


class Moved(TypedDict):
    """The last change of a page whose items have moved, and what comes behind them."""

    modified: Number
    mark: Mark
    after: Annotated[Url, Says("Where to go on if this is the last change that you know.")]


class ChangesLinks(TypedDict):
    """Where to go from a page."""

    self: Url
    describedby: Annotated[Url, Says("The JSON Schema of this file.")]
    index: Url
    prev: NotRequired[Annotated[Url, Says("The full page before this one; missing on the first.")]]


class ChangesDocument(TypedDict):
    """`changes/0001.json` and so on: what became of which post, the oldest change first."""

    epoch: Annotated[str, Says("Another one: forget what you know and start over.")]
    tag: Annotated[str, Says("Whose posts these are (RFC 4151), wherever the site lives.")]
    next: Annotated[Url, Says("The page to read next. On the last one it is the page itself.")]
    items: list[ChangedItem]
    moved: NotRequired[
        Annotated[Moved, Says("Only there if the page is full and its items stand at `next`.")]
    ]
    links: ChangesLinks
