"""What a list shows of a post: the view behind cards, rows and lines."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from aushang.model import Effect, Phase, Post, PostText, begins, finishes
from aushang.model.addresses import of_post
from aushang.model.phase import holds_until_further_word
from aushang.outputs.moments import Almanac, Moment, Phrase
from aushang.outputs.pages.press import Passage, Press, address_of
from aushang.outputs.wording import Wording


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a shape: `kind` is an effect, `upcoming` or `over`."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A post as it stands on a list. `language` is empty where it is the page's own."""

    address: str
    title: str
    summary: str
    language: str
    tongue: str
    type_name: str
    badge: Badge | None
    effect_name: str
    is_upcoming: bool
    about: tuple[Passage, ...]
    begins: Moment
    period: Phrase | None
    next_word: Phrase | None
    published: Moment


def notice(press: Press, post: Post, at: str) -> Notice:
    """The view of `post` on a list about the place `at`, whose name it then need not say."""
    almanac = press.short_almanac
    text = post.text(press.language)
    is_upcoming = press.publication.phases[post.id] is Phase.UPCOMING
    return Notice(
        address=address_of(of_post(press.site, post, press.language)),
        title=text.title,
        summary=text.summary,
        language=press.foreign(text.language),
        tongue=tongue(press, text),
        type_name=press.words.type_name(post.type),
        badge=badge(press, post),
        effect_name=press.words.effect_name(post.effect) if post.effect else "",
        is_upcoming=is_upcoming,
        about=tuple(_about(press, post, at)),
        begins=almanac.on(almanac.local_day(begins(post))),
        period=(period if is_upcoming else remainder)(press, post, almanac),
        next_word=next_word(press, post, almanac),
        published=press.almanac.day(post.published),
    )


# What keeps a customer out comes before what only tells something.
_SEVERITY = (Effect.CLOSED, Effect.FULL, Effect.RESTRICTED, Effect.OPEN)


def by_severity(posts: Iterable[Post]) -> list[Post]:
    """Pinned ones first, then closed, full, restricted, open, and what has no effect."""
    ranks = {effect: rank for rank, effect in enumerate(_SEVERITY)}

    def rank(post: Post) -> tuple[bool, int]:
        return not post.is_pinned, ranks[post.effect] if post.effect else len(ranks)

    return sorted(posts, key=rank)


def cards(press: Press, posts: Iterable[Post], at: str = "") -> list[Markup]:
    """The posts as cards; `at` is the place that the list is about."""
    return [_drawn(press, post, "card", at) for post in posts]


def rows(press: Press, posts: Iterable[Post], at: str = "") -> list[Markup]:
    """The posts as rows; they say nothing that time changes, so old lists stay as they are."""
    return [_drawn(press, post, "row", at) for post in posts]


def lines(press: Press, posts: Iterable[Post]) -> list[Markup]:
    """The posts as single lines: a badge and the title."""
    return [_drawn(press, post, "line") for post in posts]


def dates(press: Press, posts: Iterable[Post]) -> list[Markup]:
    """Announced posts as short lines: the day it begins, and the title."""
    return [_drawn(press, post, "date") for post in posts]


def agenda(press: Press, posts: Iterable[Post], at: str = "") -> list[Markup]:
    """Announced posts as rows: the day it begins, the title, what it does, where and how long."""
    return [_drawn(press, post, "agenda", at) for post in posts]


def _drawn(press: Press, post: Post, form: str, at: str = "") -> Markup:
    key = (form, at, post.id)
    if key not in press.remembered:
        template = press.templates.get_template("notice.html")
        html = template.render(form=form, notice=notice(press, post, at))
        press.remembered[key] = Markup(html)  # noqa: S704  # rendered with autoescape
    return press.remembered[key]


def badge(press: Press, post: Post) -> Badge | None:
    """What a customer can do there now; what is announced or over must not look current."""
    phase = press.publication.phases[post.id]
    if phase is not Phase.CURRENT:
        return Badge(phase, press.words.phase_name(phase))
    return Badge(post.effect, press.words.effect_name(post.effect)) if post.effect else None


def tongue(press: Press, text: PostText) -> str:
    """“in German”, where a text is not in the language of the page."""
    if text.language == press.language:
        return ""
    return in_language(press.words, text.language)


def in_language(words: Wording, language: str) -> str:
    """“auf Deutsch”, “in German”."""
    return words.say("auf {language}", language=language_name(words, language))


def language_name(words: Wording, language: str) -> str:
    """“Englisch” for `en`; the tag itself where Babel has no name."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(words.locale)
    except (UnknownLocaleError, ValueError):
        return language
    return name or language


def announced_end(press: Press, post: Post) -> datetime | None:
    """When the matter ends as far as anybody said so; unlike `finishes`, without our own guess."""
    if post.ends or holds_until_further_word(post.type):
        return finishes(post, press.publication.now)
    return None


def period(press: Press, post: Post, almanac: Almanac) -> Phrase | None:
    """From when to when it holds; None where the post says nothing about it."""
    ends = announced_end(press, post)
    if post.starts and ends:
        return almanac.span(post.starts, ends)
    if ends:
        return almanac.until(ends)
    if not holds_until_further_word(post.type):
        return almanac.onwards(post.starts) if post.starts else None
    if post.starts is None:
        return Phrase(press.words.say("bis auf Weiteres"), {})
    if press.publication.phases[post.id] is Phase.UPCOMING:
        return almanac.onwards(post.starts)
    return almanac.since(post.starts)


def remainder(press: Press, post: Post, almanac: Almanac) -> Phrase | None:
    """How long it still holds, for what holds already."""
    ends = announced_end(press, post)
    if ends:
        return almanac.until(ends)
    if holds_until_further_word(post.type):
        return Phrase(press.words.say("bis auf Weiteres"), {})
    return None


def next_word(press: Press, post: Post, almanac: Almanac) -> Phrase | None:
    """When customers hear next; nothing once it is over or the promised word has been said.

    A promise that was not kept stays visible as one.
    """
    is_over = press.publication.phases[post.id] is Phase.OVER
    if post.next_update is None or post.next_update <= post.modified or is_over:
        return None
    is_broken = post.next_update <= press.publication.now
    message = (
        press.words.say("war bis {ends} zugesagt")
        if is_broken
        else press.words.say("spätestens {ends}")
    )
    return Phrase(message, {"ends": almanac.moment(post.next_update)})


EVERYWHERE = "*"


def _about(press: Press, post: Post, at: str) -> Iterable[Passage]:
    """Names of services and places; of the place `at` only where the post is about others too."""
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
