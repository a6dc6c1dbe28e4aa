"""GitHub-flavoured Markdown through comrak: what GitHub, GitLab and editors show.

comrak tells where in the source each element stands, so that every finding has line and column.
"""

import re
from dataclasses import replace

import comrak

from aushang.content.markdown import treeless
from aushang.content.markdown.analysis import analysed
from aushang.content.markdown.excerpt import with_mark
from aushang.content.markdown.limits import excess, tidied
from aushang.content.markdown.places import POSITION, Places, Shifts, mark_tags, unmark
from aushang.content.markdown.policy import GFM
from aushang.content.markdown.renderer import Markup, Rendered, Surroundings
from aushang.content.markdown.sanitise import sanitised, sanitiser

# What can begin HTML (CommonMark 0.31.2, 4.6 and 6.6); an address in angle brackets cannot.
_HTML = re.compile(r"<(?!https?://|!--\s*more\s*-->)[A-Za-z/!?]")
_POSITIONS = re.compile(rf' {POSITION}="[^"]*"')


def _rendering(*, has_places: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.unsafe_ = True
    options.sourcepos = has_places
    options.tasklist_classes = True
    options.gfm_quirks = True
    return options


class GfmRenderer:
    """The dialect `github`. One object renders any number of texts."""

    def __init__(self) -> None:
        self._sanitiser = sanitiser(GFM)
        self._extensions = comrak.ExtensionOptions()
        for name in ("table", "strikethrough", "tasklist", "autolink", "footnotes", "alerts"):
            setattr(self._extensions, name, True)
        self._parsing = comrak.ParseOptions()
        self._parsing.sourcepos_chars = True
        self._rendering = _rendering(has_places=True)
        self._placeless = _rendering(has_places=False)

    def render(self, markup: Markup, surroundings: Surroundings) -> Rendered:
        """Render, sanitise and analyse one text. Never raises for what the text holds."""
        text = tidied(markup.text)
        if text != markup.text:
            markup = replace(markup, text=text)
        refused = excess(Places(markup))
        if refused:
            return refused
        if not self.has_html(text):
            html, places = self._html(text), Places(markup)
            rendered = treeless.read(html, places, surroundings)
            return rendered or self._judged(html, places, surroundings, has_html=False)
        html, shifts = self._marked_html(text)
        rendered = self._judged(html, Places(markup, shifts), surroundings, has_html=True)
        if POSITION not in rendered.body.html:
            return rendered
        # A tag of the author that never ends has swallowed comrak's own: without places, then.
        html = comrak.render_markdown(text, self._extensions, self._parsing, self._placeless)
        return self._judged(html, Places(markup), surroundings, has_html=True)

    def has_html(self, text: str) -> bool:
        """Whether the author of a text may have written HTML."""
        return _HTML.search(text) is not None

    def _judged(
        self, html: str, places: Places, surroundings: Surroundings, *, has_html: bool
    ) -> Rendered:
        tree, found = sanitised(
            with_mark(html), has_author_html=has_html, using=self._sanitiser, places=places
        )
        return analysed(tree, places, surroundings, found)

    def _html(self, text: str) -> str:
        return comrak.render_markdown(text, self._extensions, self._parsing, self._rendering)

    def _marked_html(self, text: str) -> tuple[str, Shifts]:
        """With a mark in each tag of the author, unless the marks change what the text means."""
        plain = self._html(text)
        marked, shifts = mark_tags(text)
        html = self._html(marked)
        if _POSITIONS.sub("", unmark(html)) == _POSITIONS.sub("", plain):
            return html, shifts
        return plain, {}
