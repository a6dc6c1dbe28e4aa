"""The title that a text gives itself: its first heading, if nothing stands above it."""

import re

from aushang.content.markdown.renderer import Markup, Renderer

_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_ATX = re.compile(r" {0,3}#(?!#)[ \t]*\S")
_UNDERLINE = re.compile(r"=+[ \t]*")
_DEFINITION = re.compile(r"^ {0,3}\[(?![\^*])[^\]\n]+\]:[^\n]*(?:\n[ \t]+\S+)?", re.MULTILINE)


class Nowhere:
    """The `Surroundings` of a text that is rendered for its words alone."""

    def address(self, target: str) -> str | None:  # noqa: ARG002  # the protocol's argument
        """Nothing is known."""
        return None

    def size(self, target: str) -> tuple[int, int] | None:  # noqa: ARG002  # the protocol's argument
        """Nothing is measured."""
        return None


def heading(markup: Markup, markdown: Renderer) -> str:
    """The words of the leading heading of level 1, without markup and icons; empty if none.

    The heading is rendered by itself, with the addresses that the text defines, because the address
    of every text has to be known before any text is rendered as a whole.
    """
    line = _leading(markup.text)
    if not line:
        return ""
    definitions = "\n".join(match[0] for match in _DEFINITION.finditer(markup.text))
    alone = Markup(f"{line}\n\n{definitions}\n", markup.path, language=markup.language)
    return markdown.render(alone, Nowhere()).title


def is_only_heading(text: str) -> bool:
    """Whether nothing but a title stands there."""
    below = _without_comments(text).removeprefix(_leading(text))
    return not _without_comments(below)


def _without_comments(text: str) -> str:
    """The text from its first word that is not in a comment."""
    start = 0
    while comment := _COMMENT.match(text, start):
        start = comment.end()
    return text[start:].lstrip()


def _leading(text: str) -> str:
    """The first line that is no comment, with the line of `=` below it, if it is a heading."""
    first, _, rest = _without_comments(text).partition("\n")
    below = rest.partition("\n")[0]
    if _UNDERLINE.fullmatch(below):
        return f"{first}\n{below}"
    return first if _ATX.match(first) else ""
