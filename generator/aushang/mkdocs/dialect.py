"""Markdown as Material for MkDocs reads it: Python-Markdown with the extensions of mkdocs.yml.

For people who come from MkDocs. The HTML goes through the same sanitiser and analysis as that of
GitHub-flavoured texts, with a longer list of what a theme needs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from aushang.content.markdown.analysis import analysed
from aushang.content.markdown.excerpt import with_mark
from aushang.content.markdown.limits import excess, tidied
from aushang.content.markdown.places import Places, mark_tags, unmark
from aushang.content.markdown.renderer import Markup, Rendered, Surroundings
from aushang.content.markdown.sanitise import sanitised, sanitiser
from aushang.content.markdown.sightings import prose
from aushang.content.markdown.urls import shortened
from aushang.mkdocs.dialect_policy import MATERIAL
from aushang.mkdocs.placing import Placing
from aushang.model import Body, Diagnostic

# Python-Markdown is slower by far than comrak, and slows down with each bracket left open.
_MOST_SIGNS = 2_000

# It copies files from anywhere, and nothing would know that a post depends on them.
_SNIPPETS = frozenset({"pymdownx.snippets", "snippets"})
_SNIPPET = re.compile(r"^[ \t]*-+8<-+[ \t]*(.*)$", re.MULTILINE)


class PythonMarkdownRenderer:
    """The dialect `material`. One object renders any number of texts, one after the other.

    `extensions` and `configs` are `markdown_extensions` and `mdx_configs` of a loaded MkDocs
    configuration.
    """

    def __init__(
        self,
        extensions: Sequence[str | Extension],
        configs: Mapping[str, dict[str, Any]],
    ) -> None:
        self._placing = Placing()
        self._sanitiser = sanitiser(MATERIAL)
        self._has_snippets = any(name in _SNIPPETS for name in extensions)
        self._extensions = [name for name in extensions if name not in _SNIPPETS]
        self._configs = {name: dict(values) for name, values in configs.items()}
        for name in ("toc", "markdown.extensions.toc"):
            # The page brings its own list of contents; a paragraph sign would be read out.
            self._configs.setdefault(name, {})["permalink"] = False
        self._markdown = self._fresh()

    def _fresh(self) -> Markdown:
        return Markdown(
            extensions=[*self._extensions, self._placing],
            extension_configs=self._configs,
            output_format="html",
        )

    def render(self, markup: Markup, surroundings: Surroundings) -> Rendered:
        """Render, sanitise and analyse one text. Never raises for what the text holds."""
        markup = replace(markup, text=tidied(markup.text))
        text = markup.text
        places = Places(markup)
        refused = excess(places, _MOST_SIGNS)
        if refused:
            return refused
        try:
            html = self._marked_html(text)
        except Exception as error:  # noqa: BLE001  # extensions are other people's code
            # What broke off in the middle leaves a state behind that `reset()` does not reach.
            self._markdown = self._fresh()
            return _unrenderable(error, places)
        tree, found = sanitised(
            with_mark(html), has_author_html=True, using=self._sanitiser, places=places
        )
        snippets = tuple(_snippets(text, places)) if self._has_snippets else ()
        return analysed(tree, places, surroundings, (*snippets, *found))

    def _marked_html(self, text: str) -> str:
        """With a mark in each tag of the author, unless the marks change what the text means."""
        self._placing.look_in(text)
        plain = self._html(text)
        marked, _ = mark_tags(text, prose(text))
        if marked == text:
            return plain
        self._placing.look_in(text)
        html = self._html(marked)
        return html if unmark(html) == plain else plain

    def _html(self, text: str) -> str:
        return self._markdown.reset().convert(text)


def _snippets(text: str, places: Places) -> Iterator[Diagnostic]:
    """AU115: a file that the author wanted to have put in."""
    for match in _SNIPPET.finditer(prose(text)):
        line = text.count("\n", 0, match.start()) + 1
        yield Diagnostic(
            code="AU115",
            message=f"`{match[0].strip()}` is not replaced; texts cannot include other files",
            hint="write the text here, or link to the file",
            location=places.at(line, 1),
        )


def _unrenderable(error: Exception, places: Places) -> Rendered:
    """AU116: an extension gave up. The other posts are none the worse for it."""
    name = type(error).__name__
    finding = Diagnostic(
        code="AU116",
        message=f"an extension of Python-Markdown stops with {name}: {shortened(str(error))}",
        hint="simplify the text, or leave out the extension in mkdocs.yml",
        location=places.start,
    )
    return Rendered(Body(), (finding,))
