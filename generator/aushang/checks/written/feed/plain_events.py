"""Events that are so plain that one pattern shows that they lack nothing.

Every property is one that calendars know, stands where ours stand and there alone, and no line can
hold a control character. What does not fit may be as good; who reads line by line has to find out.
"""

import re

from aushang.checks.written.facts import Facts, Form
from aushang.checks.written.feed.calendar import references_of, said_of
from aushang.checks.written.feed.content_lines import ContentLine
from aushang.checks.written.feed.dates import is_calendar
from aushang.checks.written.views import view_of

_FOLD = "\r\n "
_VALUE = r"[^\x00-\x08\x0a-\x1f\x7f]*"
_UTC = r"[0-9]{8}T[0-9]{6}Z"
_DAY = r"[0-9]{8}"
_EVENT = re.compile(
    r"BEGIN:VEVENT\r\n"
    rf"UID:(?P<uid>{_VALUE})\r\n"
    rf"DTSTAMP:(?P<stamp>{_UTC})\r\n"
    rf"CREATED:(?P<created>{_UTC})\r\n"
    rf"LAST-MODIFIED:(?P<modified>{_UTC})\r\n"
    rf"SEQUENCE:{_VALUE}\r\n"
    rf"(?:DTSTART:(?P<start>{_UTC})\r\n(?:DTEND:(?P<end>{_UTC})\r\n)?"
    rf"|DTSTART;VALUE=DATE:(?P<first>{_DAY})\r\n(?:DTEND;VALUE=DATE:(?P<last>{_DAY})\r\n)?)"
    rf"STATUS:{_VALUE}\r\n"
    rf"TRANSP:{_VALUE}\r\n"
    rf"SUMMARY:(?P<summary>{_VALUE})\r\n"
    rf"DESCRIPTION:(?P<description>{_VALUE})\r\n"
    rf"(?:LOCATION:{_VALUE}\r\n)?"
    rf"(?:CONTACT:{_VALUE}\r\n)?"
    rf"CATEGORIES:{_VALUE}\r\n"
    rf"URL:(?P<url>{_VALUE})\r\n"
    r"END:VEVENT\r\n"
)


def plain_event(event: bytes, site_url: str) -> Facts | None:
    """The facts of an event, which is all of its lines with their breaks.

    None where it is not certain that nothing is wrong with it, or where our own site is named by
    anything but the description and the address.
    """
    try:
        text = event.decode().replace(_FOLD, "")
    except UnicodeDecodeError:
        return None
    found = _EVENT.fullmatch(text)
    if found is None or not found["uid"].strip():
        return None
    said = found.groupdict(default="")
    begins, ends = said["start"] or said["first"], said["end"] or said["last"]
    dates = (said["stamp"], said["created"], said["modified"], begins, ends or begins)
    if (ends and begins > ends) or not all(map(is_calendar, dates)):
        return None
    told = [
        ContentLine(0, "DESCRIPTION", "", said["description"]),
        ContentLine(0, "URL", "", said["url"]),
    ]
    if text.count(site_url) > sum(line.value.count(site_url) for line in told):
        return None
    view = view_of(
        said_of(
            {
                "UID": said["uid"],
                "URL": said["url"],
                "SUMMARY": said["summary"],
                "CREATED": said["created"],
                "LAST-MODIFIED": said["modified"],
            }
        )
    )
    references = tuple(dict.fromkeys(references_of(told, site_url)))
    return Facts(form=Form.CALENDAR, references=references, views=(view,))
