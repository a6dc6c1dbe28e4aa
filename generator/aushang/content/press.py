"""The second pass: texts are rendered where every address is known."""

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from aushang.content import pages, posts, questions
from aushang.content.markdown.renderer import Markup, Renderer
from aushang.content.targets import Neighbourhood, Targets
from aushang.model import Body, Diagnostic, Page, Post, Question, RelatedLink

_Key = TypeVar("_Key")


class Press:
    """Renders texts. `diagnostics`, `shown`, `later` and `asked` grow with each of them.

    `shown` are the sources of media, `later` those that updates show, by when they are said, and
    `asked` the names below the content folder that links and pictures asked for.
    """

    def __init__(self, markdown: Renderer, targets: Targets) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.shown: set[str] = set()
        self.later: dict[datetime, set[str]] = {}
        self.asked: set[str] = set()
        self._markdown = markdown
        self._targets = targets

    def body(self, markup: Markup, inside: str) -> Body:
        """One text of the file `inside`."""
        return self._body(markup, self._around(inside, markup.language))

    def _body(self, markup: Markup, around: Neighbourhood) -> Body:
        rendered = self._markdown.render(markup, around)
        self.diagnostics += rendered.diagnostics
        return rendered.body

    def post(self, draft: posts.PostDraft) -> Post:
        """The post with its texts, its updates' texts and its resolved links."""
        return posts.filled(
            draft,
            self._bodies(draft.bodies, draft.inside),
            {key: self._later(key[0], one, draft) for key, one in draft.updates.items()},
            [self._link(link, draft) for link in draft.post.links],
        )

    def page(self, draft: pages.PageDraft) -> Page:
        """The page with its texts."""
        return pages.filled(draft, self._bodies(draft.bodies, draft.inside))

    def question(self, draft: questions.QuestionDraft) -> Question:
        """The question with its answers."""
        return questions.filled(draft, self._bodies(draft.bodies, draft.inside))

    def _bodies(self, markups: Mapping[_Key, Markup], inside: str) -> dict[_Key, Body]:
        return {key: self.body(markup, inside) for key, markup in markups.items()}

    def _later(self, at: datetime, markup: Markup, draft: posts.PostDraft) -> Body:
        around = self._around(draft.inside, markup.language)
        return self._body(markup, replace(around, shown=self.later.setdefault(at, set())))

    def _link(self, link: RelatedLink, draft: posts.PostDraft) -> RelatedLink:
        """A link without a title carries that of the page it leads to, else its address."""
        around = self._around(draft.inside, next(iter(draft.post.texts)))
        address = around.address(link.address) or link.target
        title = link.title or around.title(link.address) or link.target
        return RelatedLink(title, link.target, address)

    def _around(self, inside: str, language: str) -> Neighbourhood:
        folder = posixpath.dirname(inside)
        return Neighbourhood(self._targets, folder, language, self.shown, self.asked)
