"""Badges: what holds at a place, and of each service there, as pictures for other websites.

A picture has no clock, and the site is not always built when something changes. So each says until
when it is so, with the day: “Geöffnet bis Sa, 23:00 Uhr” is true on Sunday too.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

from aushang.model import Answer, Artifact, Cause, Effect, Kind, Where
from aushang.model.addresses import Scope, of_badge
from aushang.model.phase import holds_until_further_word
from aushang.model.standing import DAYS_AHEAD
from aushang.outputs.badge_drawing import drawn
from aushang.outputs.pages.places_left import booking_data
from aushang.outputs.pages.press import Press
from aushang.outputs.pages.validity import announced_end
from aushang.outputs.unit import Unit

_MEDIA_TYPE = "image/svg+xml"
_A_WEEK = timedelta(days=6)
"""So far ahead the name of a weekday says which day it is."""
_KNOWN = timedelta(days=DAYS_AHEAD - 30)
"""Hours are worked out for a year: what is open up to its end has no end that anybody knows."""
_AN_INSTANT = timedelta(microseconds=1)


def units(press: Press) -> Iterator[Unit[Artifact]]:
    """The badges of each place in one language, then those of services that no place has."""
    wheres = tuple(press.publication.timelines)
    for id_, location in press.publication.locations.items():
        own = [where for where in wheres if where.location == id_]
        yield _unit(press, Scope("location", id_), own, location.source.path)
    for where in wheres:
        if not where.location:
            service = press.publication.services[where.service]
            yield _unit(press, Scope("service", service.id), [where], service.source.path)


def _unit(press: Press, scope: Scope, wheres: Sequence[Where], source: str) -> Unit[Artifact]:
    return Unit(
        name=f"badges:{scope.kind}:{scope.id}:{press.language}",
        topic=scope,
        posts=press.publication.about(scope),
        make=partial(_badges, press, wheres, source),
        bookings=press.publication.booked_about(scope),
        is_of_now=True,
    )


def _badges(press: Press, wheres: Sequence[Where], source: str) -> Iterator[Artifact]:
    told: dict[int, tuple[str, Effect | None]] = {}
    for where in wheres:
        timeline = press.publication.timelines[where]
        # Services that nobody said anything about have the very spans of their place.
        key = id(timeline.spans)
        if key not in told:
            found = timeline.at(press.publication.now)
            told[key] = said(press, where, found), found.effect
        yield Artifact(
            path=of_badge(press.site, where.location, where.service, press.language),
            media_type=_MEDIA_TYPE,
            data=drawn(_name(press, where), *told[key], press.language),
            kind=Kind.ASSET,
            sources=(source,),
        )


def _name(press: Press, where: Where) -> str:
    """“Sauna, Mitte”."""
    publication = press.publication
    named = (publication.services.get(where.service), publication.locations.get(where.location))
    return ", ".join(one.name.to(press.language) for one in named if one)


def said(press: Press, where: Where, found: Answer) -> str:
    """“Geöffnet bis Sa, 23:00 Uhr”, “Geschlossen, öffnet Mo, 6:00 Uhr” and so on."""
    words = press.words
    if found.effect is None:
        return words.say("keine Einschränkung bekannt")
    effect = words.effect_name(found.effect)
    then = found.then
    if then is None or then.begins >= press.publication.now + _KNOWN:
        return f"{effect}{_period(press, found.post)}"
    match found.effect, then.effect:
        case Effect.CLOSED, Effect():
            opens = words.say("öffnet {moment}", moment=_moment(press, then.begins))
            return f"{effect}, {opens}"
        case Effect.RESTRICTED, Effect.CLOSED if then.cause is Cause.HOURS:
            is_open = words.say("offen {until}", until=_until(press, then.begins))
            return f"{effect}, {is_open}"
        case Effect.FULL, _ if found.cause is Cause.BOOKING or then.cause is Cause.HOURS:
            free = _next_free(press, where)
            period = f", {free}" if free else _period(press, found.post)
            return f"{effect}{period}"
    return f"{effect} {_until(press, then.begins)}"


def _period(press: Press, id_: str) -> str:
    """How long it is so because of a post, with a space before it; perhaps nothing."""
    post = press.posts.get(id_)
    ends = announced_end(press, post) if post else None
    if ends:
        return f" {_until(press, ends)}"
    if post and holds_until_further_word(post.type):
        return f" {press.words.say('bis auf Weiteres')}"
    return ""


def _next_free(press: Press, where: Where) -> str:
    data = booking_data(press, where)
    free = data.next_free(press.publication.now) if data else None
    if free is None:
        return ""
    return press.words.say("wieder frei {moment}", moment=_moment(press, free.start))


def _moment(press: Press, at: datetime) -> str:
    """“Mo, 6:00 Uhr”; with the date where a weekday is not enough."""
    almanac = press.short_almanac
    if at >= press.publication.now + _A_WEEK:
        return almanac.moment(at).text
    return _on_weekday(press, at, almanac.time_of(at).text)


def _until(press: Press, at: datetime) -> str:
    """“bis Sa, 23:00 Uhr”; midnight belongs to the day that it ends."""
    almanac = press.short_almanac
    if at >= press.publication.now + _A_WEEK:
        return str(almanac.until(at))
    ends = _on_weekday(press, at - _AN_INSTANT, almanac.clock(at).text)
    return press.words.say("bis {ends}", ends=ends)


def _on_weekday(press: Press, at: datetime, clock: str) -> str:
    almanac = press.short_almanac
    day = almanac.short_weekday(almanac.local_day(at).weekday())
    return press.words.say("{day}, {time}", day=day, time=clock)
