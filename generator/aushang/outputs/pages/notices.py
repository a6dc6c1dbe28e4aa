"""What lists show of a post: cards, rows and lines.

Each form is a macro of `notices.html` and a view of its own, with no more than it shows. A post
stands on many lists; what it shows there is drawn once and remembered by the press.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from aushang.model import Phase, Post, begins
from aushang.model.addresses import of_post
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.passages import Badge, Passage
from aushang.outputs.pages.press import Press, address_of
from aushang.outputs.pages.spells import Timed
from aushang.outputs.pages.templates import time_element
from aushang.outputs.pages.tongues import tongue
from aushang.outputs.pages.validity import badge, next_words, period, remainder

EVERYWHERE = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A post that holds. `title` is its link; `language` is empty where it is the page's own."""

    title: Markup
    about: Markup
    summary: str
    language: str
    type_name: str
    badge: Badge | None
    period: Phrase | None
    next_words: list[Timed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A post in a single line: what one can do there, or else its type, and the title."""

    title: Markup
    type_name: str
    badge: Badge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """An announced post: the day it begins, the title, what it does, where and how long."""

    title: Markup
    about: Markup
    type_name: str
    effect_name: str
    begins: Moment
    period: Phrase | None


def cards(press: Press, posts: Iterable[Post], at: str = "") -> list[Markup]:
    """The posts as cards; `at` is the place that the list is about, whose name it need not say.

    What has not begun is shown as it will be then.
    """
    return _drawn(press, posts, "card", at, _card)


def rows(press: Press, posts: Iterable[Post], at: str = "") -> Markup:
    """The posts as rows, as the items of a list.

    They say nothing that time changes, so old lists stay as they are. A post stands in a row on
    four pages or more: as a macro of Jinja a row took 30 µs, joined of what is remembered it takes
    one.
    """
    told = ["".join((_beginning(press, post), _about(press, post, at))) for post in posts]
    items = "</span></li>\n<li>".join(told)
    return Markup(f"<li>{items}</span></li>" if told else "")  # noqa: S704  # all is markup


def lines(press: Press, posts: Iterable[Post]) -> list[Markup]:
    """The posts as single lines: a badge and the title, as `cards`."""
    return _drawn(press, posts, "line", "", _line)


def dates(press: Press, posts: Iterable[Post]) -> list[Markup]:
    """Announced posts as short lines: the day it begins, and the title."""
    return _drawn(press, posts, "date", "", _appointment)


def agenda(press: Press, posts: Iterable[Post], at: str = "") -> list[Markup]:
    """Announced posts as rows: the day it begins, the title, what it does, where and how long."""
    return _drawn(press, posts, "agenda", at, _appointment)


def _drawn(
    press: Press,
    posts: Iterable[Post],
    form: str,
    at: str,
    view: Callable[[Press, Post, str], object],
) -> list[Markup]:
    remembered, draw = press.remembered, press.macros("notices.html")[form]
    found = []
    for post in posts:
        key = (form, at, post.id)
        if key not in remembered:
            remembered[key] = draw(view(press, post, at))
        found.append(remembered[key])
    return found


def _card(press: Press, post: Post, at: str) -> Card:
    text = post.text(press.language)
    then = _when_it_holds(press, post)
    return Card(
        title=title_link(press, post),
        about=_about(press, post, at),
        summary=text.summary,
        language=press.foreign(text.language),
        type_name=press.words.type_name(post.type),
        badge=badge(then, post),
        period=remainder(then, post, then.short_almanac),
        next_words=next_words(then, post, then.short_almanac),
    )


def _when_it_holds(press: Press, post: Post) -> Press:
    """The press, at the beginning of what is still to come."""
    is_upcoming = press.publication.phases[post.id] is Phase.UPCOMING
    return press.as_of(begins(post), post) if is_upcoming else press


def _line(press: Press, post: Post, _: str) -> Line:
    return Line(
        title=title_link(press, post),
        type_name=press.words.type_name(post.type),
        badge=badge(_when_it_holds(press, post), post),
    )


def _appointment(press: Press, post: Post, at: str) -> Appointment:
    almanac = press.short_almanac
    return Appointment(
        title=title_link(press, post),
        about=_about(press, post, at),
        type_name=press.words.type_name(post.type),
        effect_name=press.words.effect_name(post.effect) if post.effect else "",
        begins=almanac.on(almanac.local_day(begins(post))),
        period=period(press, post, almanac),
    )


def _beginning(press: Press, post: Post) -> Markup:
    """A row up to its type, which is the same on all lists."""
    key = ("row", "", post.id)
    found = press.remembered.get(key)
    if found is None:
        parts = (
            '<span class="au-rows__date">',
            time_element(press.almanac.day(post.published)),
            '</span> <span class="au-rows__title">',
            title_link(press, post),
            '</span> <span class="au-rows__about">',
            escape(press.words.type_name(post.type)),
        )
        found = press.remembered[key] = Markup("".join(parts))  # noqa: S704  # all is markup
    return found


def title_link(press: Press, post: Post) -> Markup:
    """The title as a link; where it is in another language, with a word on that."""
    text = post.text(press.language)
    address = escape(address_of(of_post(press.site, post, press.language)))
    words, language = escape(text.title), escape(press.foreign(text.language))
    parts = ['<a href="', address, '">', words, "</a>"]
    if language:
        told = escape(tongue(press, text))
        parts[2:3] = ['" lang="', language, '" hreflang="', language, '">']
        parts += [' <span class="au-tongue">(', told, ")</span>"]
    return Markup("".join(parts))  # noqa: S704  # all parts are escaped


def _about(press: Press, post: Post, at: str) -> Markup:
    """Names of services and places, each after a dot."""
    key = ("about", at, post.services, post.locations)
    if key not in press.remembered:
        names = list(_names(press, post, at))
        press.remembered[key] = press.macros("notices.html")["about"](names)
    return press.remembered[key]


def _names(press: Press, post: Post, at: str) -> Iterator[Passage]:
    """What the post is about; of the place `at` only where the post is about others too."""
    publication = press.publication
    for service in post.services:
        if service in publication.services:
            yield press.passage(publication.services[service].name)
    for location in post.locations:
        if location in publication.locations and location != at:
            name = press.passage(publication.locations[location].name)
            yield (
                replace(name, text=press.words.say("auch {place}", place=name.text)) if at else name
            )
    if not post.locations and not at and len(publication.locations) > 1:
        yield Passage(press.words.say("alle Standorte"))
