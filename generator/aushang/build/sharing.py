"""Equal parts of many units become one object: what comes out of a packet shares nothing.

A post of ten thousand takes 6.6 KB as it is unpacked and half of that when its path stands once,
and the words and places that it has in common with others stand once for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from aushang.build.made import Made
from aushang.content.load import Pressed
from aushang.model import Body, Post, PostText, Source

_REMEMBERED = 4_096  # texts and sets of places: whoever has more of them shares less
_NO_BODY = Body()
_NOTHING: frozenset[str] = frozenset()  # 216 bytes, each time that one is unpacked or made
_NEVER: Mapping[str, datetime] = {}
"""As the empty set; nobody writes into what is frozen."""
_set = object.__setattr__
"""Frozen values are changed here, before anybody has seen them: copies would take 10 µs a post."""


@dataclass(slots=True)
class Sharing:
    """What was seen so far."""

    _texts: dict[str, str] = field(default_factory=dict)
    _marks: dict[tuple[tuple[str, tuple[int, int]], ...], Mapping[str, tuple[int, int]]] = field(
        default_factory=dict
    )

    def settled(self, made: Made) -> Made:
        """The unit itself, which must have come out of a packet just now; equal to what it was."""
        own = made.sources[0][0] if made.sources else ""
        if not made.pressed or not own:
            return made
        post = made.pressed.post
        _set(made, "reads", tuple(map(self._text, made.reads)))
        for written in made.files:
            if written.file.sources == (own,):
                _set(written.file, "sources", (own,))
            _set(written.file, "media_type", self._text(written.file.media_type))
        self.post(post, own)
        self._settle_empty(made.pressed)
        return made

    def post(self, post: Post, own: str) -> Post:
        """A post itself, which must have come out of a packet; `own` is the path of its file."""
        _set(post, "source", self._source(post.source, own))
        _set(post, "services", tuple(map(self._text, post.services)))
        _set(post, "locations", tuple(map(self._text, post.locations)))
        for text in post.texts.values():
            self._settle_text(text, post)
        return post

    def _settle_text(self, text: PostText, post: Post) -> None:
        _set(text, "language", self._text(text.language))
        if text.source == post.source:
            _set(text, "source", post.source)
        else:
            _set(text, "source", self._source(text.source, text.source.path))
        if text.slug == post.id:
            _set(text, "slug", post.id)
        if text.body == _NO_BODY:
            _set(text, "body", _NO_BODY)

    def _settle_empty(self, pressed: Pressed) -> None:
        if not pressed.shown:
            _set(pressed, "shown", _NEVER)
        if not pressed.asked:
            _set(pressed, "asked", _NOTHING)

    def _source(self, source: Source, own: str) -> Source:
        key = tuple(source.marks.items())
        marks = self._marks.get(key)
        if marks is None:
            marks = source.marks
            if len(self._marks) < _REMEMBERED:
                self._marks[key] = marks
        return Source(own if source.path == own else source.path, marks)

    def _text(self, text: str) -> str:
        known = self._texts.get(text)
        if known is None:
            if len(self._texts) < _REMEMBERED:
                self._texts[text] = text
            return text
        return known
