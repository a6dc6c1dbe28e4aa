"""Short texts, links and badges: what pages are made of, and their HTML.

They stand on every page, mostly the same few. So their HTML is a function of the value that is
remembered; as a macro of Jinja each would cost 15 µs wherever it stands.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

_REMEMBERED = 10_000  # values, mostly names of services, places and feeds
_BEHIND_SLASHES = re.compile(r"""(?<=[^<]/)(?=[^/"])""")


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text and its language; the language is empty where it is the page's own."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RichPassage:
    """HTML that is safe as it is, and its language as in `Passage`."""

    html: Markup
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link: its words and its address. Without an address it is words alone."""

    label: Passage
    address: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """What can be followed, and the name of its format."""

    link: Reference
    form: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a shape: `kind` is an effect, `upcoming` or `over`; `plain` has no shape."""

    kind: str
    words: str


@lru_cache(_REMEMBERED)
def words_markup(passage: Passage) -> Markup:
    """The text; in a `<span lang>` where it is in another language than the page."""
    text = escape(passage.text)
    if not passage.language:
        return text
    return Markup(f'<span lang="{escape(passage.language)}">{text}</span>')  # noqa: S704  # escaped


@lru_cache(_REMEMBERED)
def link_markup(reference: Reference) -> Markup:
    """`<a href="…">Sauna</a>`."""
    label = reference.label
    if not reference.address:
        return words_markup(label)
    lang = f' lang="{escape(label.language)}"' if label.language else ""
    html = f'<a href="{escape(reference.address)}"{lang}>{escape(label.text)}</a>'
    return Markup(html)  # noqa: S704  # all parts are escaped


def links_markup(references: Iterable[Reference]) -> Markup:
    """Links with commas between them."""
    return Markup(", ".join(map(link_markup, references)))  # noqa: S704  # each is markup


@lru_cache(_REMEMBERED)
def badge_markup(badge: Badge) -> Markup:
    """`<span class="au-badge au-badge--closed">Geschlossen</span>`."""
    html = f'<span class="au-badge au-badge--{escape(badge.kind)}">{escape(badge.words)}</span>'
    return Markup(html)  # noqa: S704  # both are escaped


def address_markup(text: str) -> Markup:
    """An address, or code that holds some: a line may end behind a slash, and not in “calen-dar”.

    What is copied is the text alone.
    """
    return Markup("<wbr>").join(_BEHIND_SLASHES.split(text))
