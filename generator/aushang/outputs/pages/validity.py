"""From when to when a post holds, and when the next word comes, in words."""

from datetime import datetime

from aushang.model import Phase, Post, UpdateStatus, finishes
from aushang.model.phase import holds_until_further_word
from aushang.outputs.moments import Almanac, Phrase
from aushang.outputs.pages.passages import Badge
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import ALWAYS, Timed
from aushang.outputs.pages.templates import phrase_markup


def badge(press: Press, post: Post) -> Badge | None:
    """What a customer can do there now; what is announced or over must not look current."""
    phase = press.publication.phases[post.id]
    if post.withdrawn:
        return Badge(phase, press.words.status_name(UpdateStatus.WITHDRAWN))
    if phase is not Phase.CURRENT:
        return Badge(phase, press.words.phase_name(phase))
    return Badge(post.effect, press.words.effect_name(post.effect)) if post.effect else None


def announced_end(press: Press, post: Post) -> datetime | None:
    """When the matter ends as far as anybody said so; unlike `finishes`, without our own guess."""
    if post.ends or holds_until_further_word(post.type):
        return finishes(post, press.publication.now)
    return None


def period(press: Press, post: Post, almanac: Almanac) -> Phrase | None:
    """From when to when it holds; None where the post says nothing about it, or was taken back."""
    if post.withdrawn:
        return None
    ends = announced_end(press, post)
    if post.starts and ends:
        return almanac.span(post.starts, ends)
    if ends:
        return almanac.until(ends)
    if not holds_until_further_word(post.type):
        return almanac.onwards(post.starts) if post.starts else None
    if post.starts is None:
        return Phrase(press.words.say("bis auf Weiteres"), {})
    is_upcoming = press.publication.phases[post.id] is Phase.UPCOMING
    return (almanac.onwards if is_upcoming else almanac.since)(post.starts)


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
    return _promise(press, post.next_update, almanac, is_broken=is_broken)


def next_words(press: Press, post: Post, almanac: Almanac) -> list[Timed]:
    """The same as it is told now, and from the moment on at which the promise runs out."""
    told, promised = next_word(press, post, almanac), post.next_update
    if told is None or promised is None:
        return []
    if not press.publication.now < promised < press.publication.foreseen_until:
        return [Timed(phrase_markup(told), ALWAYS)]
    broken = _promise(press, promised, almanac, is_broken=True)
    return [
        Timed(phrase_markup(told), ((None, promised),)),
        Timed(phrase_markup(broken), ((promised, None),)),
    ]


def _promise(press: Press, promised: datetime, almanac: Almanac, *, is_broken: bool) -> Phrase:
    message = (
        press.words.say("war bis {ends} zugesagt")
        if is_broken
        else press.words.say("spätestens {ends}")
    )
    return Phrase(message, {"ends": almanac.moment(promised)})
