"""What one written file defines and refers to: small, and a function of its bytes alone.

Nothing here knows the rest of the site, so facts can be kept by a file's digest and made anywhere.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """How a file is read; `OTHER` is not read at all."""

    HTML = "html"
    XML = "xml"
    JSON = "json"
    CALENDAR = "calendar"
    CSS = "css"
    SVG = "svg"
    OTHER = "other"


class Reference(NamedTuple):
    """A URL as it stands in the file. `element` is the tag, or the feed's or JSON's own word.

    Some tags refer in several ways: `elements` says which words stand for them.

    A tuple and no dataclass: there are fifty on every page, and tuples are made and compared in C.
    """

    url: str
    element: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be read as what it claims to be. `line` and `column` count from 1, or 0."""

    reason: str
    line: int = 0
    column: int = 0


class Flaw(NamedTuple):
    """A fault that shows in the file alone, whatever the rest of the site is like.

    `code` is that of the check that tells it, `value` what the check quotes, as it stands in the
    file. Where a check tells many kinds of faults, `reason` is what it says. `line` counts from 1;
    0 where only the value can be looked for.
    """

    code: str
    value: str = ""
    reason: str = ""
    line: int = 0


class View(NamedTuple):
    """What a feed, a file of the API or a page says of a post: digests of a `views.Said`.

    `id` is the permanent id of the post, empty where the file is the post's own page. `told` is the
    digest of address and times, `title` that of the title.
    """

    id: str
    told: int
    title: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file says about itself.

    `anchors` are the ids and names of a page, `base` is its `<base href>`, raw, and `is_blank`
    whether its main part shows a reader nothing. `flaws` are in the order of the file. `views` are
    what it says of posts, `address` is where a feed says that it is, and `is_unlisted` is whether
    a page asks search engines not to list it.
    """

    form: Form = Form.OTHER
    anchors: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    base: str = ""
    is_blank: bool = False
    fault: Fault | None = None
    flaws: tuple[Flaw, ...] = ()
    views: tuple[View, ...] = ()
    address: str = ""
    is_unlisted: bool = False


NOTHING = Facts()
