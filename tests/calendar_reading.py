"""Calendars in memory, and what other people's programs read in them."""

from icalendar import Calendar, Event
from tests.factories import by_path

from aushang.model import Publication
from aushang.outputs import calendar
from aushang.outputs.feed_words import feed_words


def calendars(publication: Publication) -> dict[str, bytes]:
    """Every calendar of a publication, with the words that customers read."""
    return by_path(calendar.render(publication, feed_words(publication.site)))


def events(data: bytes) -> list[Event]:
    """The events of a calendar, by the library `icalendar`."""
    return list(Calendar.from_ical(data).walk("VEVENT"))
