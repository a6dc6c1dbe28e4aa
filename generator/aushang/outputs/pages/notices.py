"""What a list shows of a post: the view behind cards, rows and lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from aushang.model import Phase, Post, PostText, finishes
from aushang.model.addresses import of_post
from aushang.model.phase import holds_until_further_word
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.edition import Edition, Passage, address_of


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
    period: Phrase | None
    next_word: Phrase | None
    published: Moment


def notice(edition: Edition, post: Post) -> Notice:
    """The view of `post` for readers of the edition."""
    text = post.text(edition.language)
    is_upcoming = edition.publication.phases[post.id] is Phase.UPCOMING
    return Notice(
        address=address_of(of_post(edition.site, post, edition.language)),
        title=text.title,
        summary=text.summary,
        language=edition.foreign(text.language),
        tongue=tongue(edition, text),
        type_name=edition.words.type_name(post.type),
        badge=badge(edition, post),
        effect_name=edition.words.effect_name(post.effect) if post.effect else "",
        is_upcoming=is_upcoming,
        about=tuple(_about(edition, post)),
        period=period(edition, post) if is_upcoming else remainder(edition, post),
        next_word=next_word(edition, post),
        published=edition.almanac.day(post.published),
    )


def cards(edition: Edition, posts: Iterable[Post], level: int) -> list[Markup]:
    """The posts as cards whose headings have the given level."""
    return [_drawn(edition, post, "card", level) for post in posts]


def rows(edition: Edition, posts: Iterable[Post]) -> list[Markup]:
    """The posts as rows that say nothing which changes with time, so that old lists stay as they are."""
    return [_drawn(edition, post, "row", 0) for post in posts]


def lines(edition: Edition, posts: Iterable[Post]) -> list[Markup]:
    """The posts as single lines: a badge or a date, and the title."""
    return [_drawn(edition, post, "line", 0) for post in posts]


def _drawn(edition: Edition, post: Post, form: str, level: int) -> Markup:
    key = (f"{form}{level}", post.id)
    if key not in edition.remembered:
        template = edition.templates.get_template("notice.html")
        html = template.render(form=form, notice=notice(edition, post), level=level)
        edition.remembered[key] = Markup(html)  # noqa: S704  # rendered with autoescape
    return edition.remembered[key]


def badge(edition: Edition, post: Post) -> Badge | None:
    """What a customer can do there now; what is announced or over must not look like it held now."""
    phase = edition.publication.phases[post.id]
    if phase is not Phase.CURRENT:
        return Badge(phase, edition.words.phase_name(phase))
    return Badge(post.effect, edition.words.effect_name(post.effect)) if post.effect else None


def tongue(edition: Edition, text: PostText) -> str:
    """“in German”, where a text is not in the language of the page."""
    if text.language == edition.language:
        return ""
    return edition.words.say("auf {language}", language=language_name(edition, text.language))


def language_name(edition: Edition, language: str) -> str:
    """“Englisch” for `en`, in the words of the edition; the tag itself where Babel has no name."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(edition.words.locale)
    except (UnknownLocaleError, ValueError):
        return language
    return name or language


def announced_end(edition: Edition, post: Post) -> datetime | None:
    """When the matter ends as far as anybody said so; unlike `finishes`, without our own guess."""
    if post.ends or holds_until_further_word(post.type):
        return finishes(post, edition.publication.now)
    return None


def period(edition: Edition, post: Post) -> Phrase | None:
    """From when to when it holds; None where the post says nothing about it."""
    ends = announced_end(edition, post)
    almanac = edition.almanac
    if post.starts and ends:
        return almanac.span(post.starts, ends)
    if ends:
        return almanac.until(ends)
    if not holds_until_further_word(post.type):
        return almanac.onwards(post.starts) if post.starts else None
    if post.starts is None:
        return Phrase(edition.words.say("bis auf Weiteres"), {})
    if edition.publication.phases[post.id] is Phase.UPCOMING:
        return almanac.onwards(post.starts)
    return almanac.since(post.starts)


def remainder(edition: Edition, post: Post) -> Phrase | None:
    """How long it still holds, for what holds already."""
    ends = announced_end(edition, post)
    if ends:
        return edition.almanac.until(ends)
    if holds_until_further_word(post.type):
        return Phrase(edition.words.say("bis auf Weiteres"), {})
    return None


def next_word(edition: Edition, post: Post) -> Phrase | None:
    """When customers hear next; nothing once the matter is over or the promise has passed."""
    phase = edition.publication.phases[post.id]
    if post.next_update is None or phase is Phase.OVER:
        return None
    if post.next_update <= edition.publication.now:
        return None
    moment = edition.almanac.moment(post.next_update)
    return Phrase(edition.words.say("bis {ends}"), {"ends": moment})


def _about(edition: Edition, post: Post) -> Iterable[Passage]:
    """Names of services and places, as plain text for a list."""
    publication = edition.publication
    for service in post.services:
        if service in publication.services:
            yield edition.passage(publication.services[service].name)
    for location in post.locations:
        if location in publication.locations:
            yield edition.passage(publication.locations[location].name)
    if not post.locations and len(publication.locations) > 1:
        yield Passage(edition.words.say("alle Standorte"))
