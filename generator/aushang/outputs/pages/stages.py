"""What time changes about the page of a post: its state, its facts and what it offers.

The page holds all of it, however far ahead it is, since the moments of one post are few. So nothing
of it depends on the day on which it was made, and the page is made again when one of them passes.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup, escape

from aushang.model import Phase, Post, begins, finishes
from aushang.outputs.moments import Almanac, Phrase
from aushang.outputs.pages.passages import badge_markup
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.spells import Spell, Timed, attributes, runs, spells
from aushang.outputs.pages.templates import phrase_markup
from aushang.outputs.pages.validity import badge, next_word, period

Presses = Mapping[datetime, Press]
"""The press now, and as of each moment ahead, in order."""


class Stages(NamedTuple):
    """Values for the template; lists are empty where there is nothing to say at any time.

    `effects` stand there where the badge does not say it. `over` are the attributes of what says
    that the post no longer holds, None for never; `offered` those of what is there until then.
    """

    effects: list[Timed]
    periods: list[Timed]
    next_words: list[Timed]
    over: Markup | None
    offered: Markup
    is_timed: bool


def presses_of(press: Press, post: Post) -> Presses:
    """The press at all moments from now on at which something about the post changes."""
    found = {press.publication.now: press}
    for at in _ahead(press, post):
        found[at] = press.as_of(at, post)
    return found


def stages(presses: Presses, post: Post, almanac: Almanac) -> Stages:
    """What the page says of the post, and when; times are told by `almanac`."""
    return Stages(
        effects=_timed(presses, lambda then: _effect(then, post)),
        periods=_timed(presses, lambda then: _phrase(period(then, post, almanac))),
        next_words=_timed(presses, lambda then: _phrase(next_word(then, post, almanac))),
        over=_when(presses, lambda then: _is_over(then, post)),
        offered=_when(presses, lambda then: not _is_over(then, post)) or Markup(),
        is_timed=len(presses) > 1,
    )


def badges(presses: Presses, post: Post) -> list[Timed]:
    """What a customer can do there, and when."""
    return _timed(presses, lambda then: _badge(then, post))


def _ahead(press: Press, post: Post) -> list[datetime]:
    """The moments to come that change something, in order; none behind its end."""
    if _is_over(press, post):
        return []
    now = press.publication.now
    ends = finishes(post, now)
    turns = {begins(post), ends, post.next_update}
    return sorted(at for at in turns if at and now < at and (ends is None or at <= ends))


def _is_over(press: Press, post: Post) -> bool:
    return press.publication.phases[post.id] is Phase.OVER


def _badge(press: Press, post: Post) -> Markup | None:
    found = badge(press, post)
    return badge_markup(found) if found else None


def _effect(press: Press, post: Post) -> Markup | None:
    """What it does to customers, while the badge says another thing."""
    is_current = press.publication.phases[post.id] is Phase.CURRENT
    if post.effect is None or is_current or post.withdrawn:
        return None
    return escape(press.words.effect_name(post.effect))


def _phrase(phrase: Phrase | None) -> Markup | None:
    return phrase_markup(phrase) if phrase else None


def _timed(presses: Presses, told: Callable[[Press], Markup | None]) -> list[Timed]:
    """What is told, each once with all the times at which it is."""
    if len(presses) == 1:  # most posts are over
        return [Timed(html) for press in presses.values() if (html := told(press))]
    found: dict[Markup, list[Spell]] = {}
    for spell, html in runs([*presses], lambda at: told(presses[at])):
        if html:
            found.setdefault(html, []).append(spell)
    return [Timed(html, tuple(when)) for html, when in found.items()]


def _when(presses: Presses, holds: Callable[[Press], bool]) -> Markup | None:
    if len(presses) == 1:
        return Markup() if all(map(holds, presses.values())) else None
    found = spells([*presses], lambda at: holds(presses[at]))
    return attributes(found) if found else None
