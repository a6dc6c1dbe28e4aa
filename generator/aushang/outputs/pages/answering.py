"""One answer in words: a badge with the effect, and behind it until when, why, and what then.

“Geöffnet” bis 23:00 Uhr. “Geschlossen” öffnet Mo., 23. November, 6:00 Uhr. “Eingeschränkt” offen
bis 23:00 Uhr, mit Einschränkungen bis einschließlich So., 20. Dezember: and the post's title.
The first words are strong: a reader in a hurry needs no more.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup, escape

from aushang.model import Answer, Cause, Effect, Post, Span, Where
from aushang.model.phase import holds_until_further_word
from aushang.model.standing import DAYS_AHEAD
from aushang.outputs.moments import Almanac
from aushang.outputs.pages.notices import title_link
from aushang.outputs.pages.outlook import behind_full
from aushang.outputs.pages.passages import Badge, badge_markup
from aushang.outputs.pages.places_left import booking_data
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.sentences import filled
from aushang.outputs.pages.templates import phrase_markup, time_element
from aushang.outputs.pages.validity import announced_end, next_word

_KNOWN = timedelta(days=DAYS_AHEAD - 30)
"""Hours are worked out for a year: what is open up to its end has no end that anybody knows."""
_AN_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _View:
    """The answer at a moment, the press as of then, and what holds from when on.

    `since` begins the span that holds, `spans` are those behind it. `post` tells why, and `next`
    why it is otherwise then.
    """

    press: Press
    where: Where
    at: datetime
    found: Answer
    since: datetime
    spans: Sequence[Span]
    post: Post | None
    next: Post | None

    @property
    def almanac(self) -> Almanac:
        """Days without the year of that time."""
        return self.press.short_almanac

    @property
    def then(self) -> Span | None:
        """What comes next, if anybody knows."""
        then = self.found.then
        return then if then and then.begins < self.at + _KNOWN else None


def answer(press: Press, where: Where, at: datetime) -> Markup:
    """The badge and the sentence behind it; nothing where nobody knows."""
    timeline = press.publication.timelines[where]
    found = timeline.at(at)
    if found.effect is None:
        return Markup()
    place = bisect_right(timeline.spans, at, key=_begins)
    spans = timeline.spans[place:]
    post = press.posts.get(_why(found, spans))
    then = press.as_of(at, *((post,) if post else ()))
    since = timeline.spans[place - 1].begins
    behind = press.posts.get(found.then.post) if found.then else None
    view = _View(then, where, at, found, since, spans, post, behind)
    said = _SENTENCES[found.effect](view)
    badge = badge_markup(Badge(found.effect, press.words.effect_name(found.effect)))
    return Markup(" ").join(part for part in (badge, said) if part)


def _why(found: Answer, spans: Sequence[Span]) -> str:
    """The deciding post. At night it is the one that keeps closed in the morning."""
    if found.effect is not Effect.CLOSED:
        return found.post
    until = found.until
    closed = (span.post for span in spans if until is None or span.begins < until)
    return found.post or next(filter(None, closed), "")


def _open(view: _View) -> Markup:
    then, words = view.then, view.press.words
    if then is None:
        return Markup()
    until = _strong(_until(view, then.begins))
    if then.cause is Cause.HOURS:
        return until
    match then.effect:
        case Effect.CLOSED:
            message = words.say("{state}, dann geschlossen")
        case Effect.FULL:
            message = words.say("{state}, dann ausgebucht")
        case Effect.RESTRICTED:
            message = words.say("{state}, dann eingeschränkt")
        case _:
            return until
    return _because(view, filled(message, state=until), view.next)


def _closed(view: _View) -> Markup:
    then, words = view.then, view.press.words
    if then is None or then.effect is None:
        return _because(view, _as_long_as_it_lasts(view), view.post)
    match then.effect:
        case Effect.RESTRICTED:
            message = words.say("öffnet {moment}, mit Einschränkungen")
        case Effect.FULL:
            message = words.say("öffnet {moment}, dann ausgebucht")
        case _:
            message = words.say("öffnet {moment}")
    opens = time_element(view.almanac.moment(then.begins))
    return _because(view, _strong(filled(message, moment=opens)), view.post)


def _restricted(view: _View) -> Markup:
    then, words = view.then, view.press.words
    if then and then.effect is Effect.CLOSED and then.cause is Cause.HOURS:
        until = _until(view, then.begins)
        is_open = _strong(filled(words.say("offen {until}"), until=until))
        message = words.say("{state}, mit Einschränkungen {period}")
        lasts = _as_long_as_it_lasts(view, is_first=False)
        state = filled(message, state=is_open, period=lasts) if lasts else is_open
        return _because(view, state, view.post)
    return _because(view, _as_long_as_it_lasts(view), view.post)


def _full(view: _View) -> Markup:
    if view.post:
        return _because(view, _as_long_as_it_lasts(view), view.post)
    data = booking_data(view.press, view.where)
    return phrase_markup(behind_full(view.press, data)) if data else Markup()


_SENTENCES = {
    Effect.OPEN: _open,
    Effect.CLOSED: _closed,
    Effect.RESTRICTED: _restricted,
    Effect.FULL: _full,
}


def _until(view: _View, ends: datetime) -> Markup:
    """“bis 23:00 Uhr” on the day on which it began, else with the day."""
    day = view.almanac.local_day
    if day(ends - _AN_INSTANT) != day(view.since):
        return phrase_markup(view.almanac.until(ends))
    clock = time_element(view.almanac.clock(ends))
    return filled(view.press.words.say("bis {ends}"), ends=clock)


def _as_long_as_it_lasts(view: _View, *, is_first: bool = True) -> Markup:
    """“bis einschließlich So., 20. Dezember”, or when customers hear more; perhaps nothing.

    `is_first` says that these are the first words of the sentence.
    """
    post, words = view.post, view.press.words
    dressed = _strong if is_first else Markup
    if post is None:
        return Markup()
    ends = _ends(view, post)
    if ends:
        return dressed(phrase_markup(view.almanac.until(ends)))
    if not holds_until_further_word(post.type):
        return Markup()
    told = dressed(escape(words.say("bis auf Weiteres")))
    promise = next_word(view.press, post, view.almanac)
    if promise is None:
        return told
    message = words.say("{state}; nächste Nachricht {promise}")
    return filled(message, state=told, promise=phrase_markup(promise))


def _ends(view: _View, post: Post) -> datetime | None:
    """When the post ends, or sooner what follows from it, hours left aside."""
    own = [number for number, span in enumerate(view.spans) if span.post == post.id]
    behind = view.spans[own[-1] + 1 :] if own else view.spans
    others = (
        span.begins
        for span in behind
        if (span.cause is Cause.POST or span.effect is not Effect.CLOSED)
        and span.begins < view.at + _KNOWN
    )
    known = (announced_end(view.press, post), next(others, None))
    return min((at for at in known if at), default=None)


def _because(view: _View, state: Markup, post: Post | None) -> Markup:
    """The sentence with the post that tells why."""
    if post is None:
        return state
    title = title_link(view.press, post)
    if not state:
        return title
    return filled(view.press.words.say("{state}: {title}"), state=state, title=title)


def _strong(words: Markup) -> Markup:
    return Markup("<strong>{}</strong>").format(words)


def _begins(span: Span) -> datetime:
    return span.begins
