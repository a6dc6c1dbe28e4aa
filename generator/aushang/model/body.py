"""A rendered text: HTML and plain text, and what checks and lists need to know about it.

Addresses inside the publication stand in `html` as `ROOT` + site path (`ROOT + "standorte/mitte/"`)
because a page wants them relative, a feed absolute. Each output puts its own prefix in with
`html.replace(ROOT, prefix)`. `ROOT` holds a control character that no source may contain, so no
author can write one.
"""

from dataclasses import dataclass

from aushang.model.diagnostic import Position

ROOT = "\x02/"


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of the list of contents: level 2 to 6, id on the page, text without markup."""

    level: int
    id: str
    text: str
    position: Position


@dataclass(frozen=True, slots=True)
class Section:
    """From a heading to the next of its level or above."""

    title: str
    level: int
    is_empty: bool
    position: Position


@dataclass(frozen=True, slots=True)
class Link:
    """A reference that the author made.

    `target` is what was written, `address` what stands in the HTML: `ROOT` + site path, an absolute
    URL, `#anchor`, or the target itself where it leads nowhere known. `kind` is `a` or `img`.
    """

    target: str
    address: str
    kind: str
    position: Position


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text after rendering and sanitising.

    `html` is safe to put into a page as it is. `text` is the same without markup, blocks parted by
    a blank line. `excerpt` is the HTML up to `<!-- more -->`, else the first paragraph.
    """

    html: str = ""
    text: str = ""
    excerpt: str = ""
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether a reader would see nothing: no text, picture, table or form."""
        return not self.text and "<img" not in self.html
