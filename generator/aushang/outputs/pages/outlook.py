"""What there is to book, in one sentence: “Bis So., 13. Dezember ausgebucht, nächster …”."""

from datetime import datetime

from aushang.model import Availability, Slot
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.press import Press


def outlook(press: Press, one: Availability) -> Phrase:
    """Until when all is taken, and when the next place is free, as far as the dates go."""
    now, words = press.publication.now, press.words
    ahead = one.ahead(now)
    if not ahead:
        return Phrase(words.say("Zurzeit ist kein Termin bekannt."), {})
    free = one.next_free(now)
    if free is None:
        last = _day(press, ahead[-1].start)
        return Phrase(words.say("Alle Termine bis {last} sind ausgebucht."), {"last": last})
    at = _moment(press, free)
    taken = [slot for slot in ahead if slot.start < free.start]
    if not taken:
        return Phrase(words.say("Nächster freier Platz: {at}"), {"at": at})
    last = _day(press, taken[-1].start)
    if press.almanac.local_day(taken[-1].start) == press.almanac.local_day(free.start):
        # A day on which both is true is no day up to which all is taken.
        count = words.count(
            "{number} Termin davor ist ausgebucht",
            "{number} Termine davor sind ausgebucht",
            len(taken),
        )
        message = words.say("Nächster freier Platz: {at}; {count}", at="{at}", count=count)
        return Phrase(message, {"at": at})
    return Phrase(
        words.say("Bis {last} ausgebucht, nächster freier Platz: {at}"), {"last": last, "at": at}
    )


def behind_full(press: Press, one: Availability) -> Phrase:
    """The same where it is said already that all is taken: what follows the word “ausgebucht”."""
    words, free = press.words, one.next_free(press.publication.now)
    if free:
        return Phrase(words.say("nächster freier Platz: {at}"), {"at": _moment(press, free)})
    ahead = one.ahead(press.publication.now)
    if not ahead:
        return Phrase("", {})
    return Phrase(words.say("alle Termine bis {last}"), {"last": _day(press, ahead[-1].start)})


def staleness(press: Press, one: Availability) -> Phrase | None:
    """That booking data is older than was promised; None while it is not."""
    if press.publication.now < one.stale_from:
        return None
    message = press.words.say("Diese Angaben sind älter als zugesagt; im Zweifel bitte nachfragen.")
    return Phrase(message, {})


def left(press: Press, slot: Slot) -> str:
    """The places left of one date, in words."""
    words = press.words
    if slot.remaining is None:
        return words.say("auf Anfrage")
    if not slot.remaining:
        return words.say("ausgebucht")
    if slot.maximum is None:
        return words.count("{number} Platz frei", "{number} Plätze frei", slot.remaining)
    return words.count(
        "{left} von {number} Platz frei",
        "{left} von {number} Plätzen frei",
        slot.maximum,
        left=slot.remaining,
    )


def _moment(press: Press, slot: Slot) -> Moment:
    """“Di., 15. Dezember, 18:00 Uhr, Rückenfit”."""
    at = press.short_almanac.moment(slot.start)
    return Moment(f"{at.text}, {slot.name}", at.iso) if slot.name else at


def _day(press: Press, at: datetime) -> Moment:
    return press.short_almanac.on(press.almanac.local_day(at))
