"""What a dialect of Markdown is to the rest of the program."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from aushang.model import Body, Diagnostic


class Fold(NamedTuple):
    """A piece of a folded text: its offset in the text, and its line and column in YAML, from 0."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Markup:
    """A Markdown text and where it stands.

    `path` is the file, relative to the publication's folder; `first_line` and `first_column` the
    place of the text's first character in it, both from 1 (a text inside YAML does not begin at
    column 1). `folds` are the pieces of a text that YAML has folded, with their lines counted from
    that of the first one. `title` is the heading of level 1 that the page already shows, if any.
    `language` (BCP 47) is that of the words which the program adds. `id_prefix` begins every id of
    the text, so that a page can show several texts (a post and its updates) without clashes.
    """

    text: str
    path: str
    first_line: int = 1
    first_column: int = 1
    title: str = ""
    language: str = "de"
    id_prefix: str = ""
    folds: tuple[Fold, ...] = ()


class Surroundings(Protocol):
    """What a text may refer to, as seen from its own file."""

    def address(self, target: str) -> str | None:
        """The address for a link or picture target as the author wrote it.

        `ROOT` + site path for files and pages of the publication, with the author's `#anchor` and
        query kept; None where it leads nowhere known, or where it is not ours to resolve (an
        absolute URL, `#anchor`, `mailto:`); then the target stays as it is.
        """

    def size(self, target: str) -> tuple[int, int] | None:
        """Width and height in CSS pixels of a picture that is a file here; None if unknown."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body, what was wrong with it, and the text of a leading heading of level 1.

    Such a heading is taken out of the body: the page shows its title itself. Where `Markup.title`
    says something else, the heading stays as one of level 2, so that no words are lost.
    """

    body: Body
    diagnostics: tuple[Diagnostic, ...] = ()
    title: str = ""


class Renderer(Protocol):
    """A dialect. One object renders any number of texts; nothing carries over between them."""

    def render(self, markup: Markup, surroundings: Surroundings) -> Rendered:
        """Render, sanitise and analyse one text. Never raises for what the text holds."""
