"""What is out of date, and why: a pure function of what was read then and what is there now.

A unit is what is made in one go: a post with its pages and its JSON, or one list. It names the
inputs that it reads; an input is a name and a digest. Names begin with what they are:

    post:ID         the files of a post                clock:ID      which of its moments are over
    service:ID      the files of a service             location:ID, contact:ID     likewise
    target:NAME     what a link to a file leads to     posts:UNIT    the posts that a list shows
    clock:UNIT      which of their moments are over    clock:minute, clock:year    the time itself
    services, locations, contacts, pages, media        all files of a kind
    booking:SERVICE@PLACE    what can be booked there    bookings:UNIT    that which a list shows
    question:ID     a question with its answer         questions:UNIT    those that a list shows
    links           what the links of all texts but those of posts lead to
    count:UNIT      how many archives there are
    documents:UNIT  what stands in a block of the search      files:UNIT    a list of files
    changes:PAGE    what stands on a page of the log of changes
    frame           menu and footer                    configuration, theme, program
"""

from collections.abc import Iterable, Mapping

Inputs = Mapping[str, str]
"""Names and digests. A name that is missing means that there is nothing of that name."""

NEW = "it is new"

_CHANGED = {
    "post": "post changed",
    "posts": "a post changed",
    "service": "service {name} changed",
    "location": "location {name} changed",
    "contact": "contact {name} changed",
    "booking": "booking data of {name} changed",
    "bookings": "booking data changed",
    "question": "question {name} changed",
    "questions": "a question changed",
    "target": "what links to {name} lead to changed",
    "pages": "a page changed",
    "links": "what a page links to changed",
    "media": "a file of media changed",
    "frame": "the menu changed",
    "configuration": "configuration changed",
    "defaults": "settings of the blog changed",
    "theme": "template changed",
    "program": "aushang changed",
    "services": "a service changed",
    "locations": "a location changed",
    "contacts": "a contact changed",
    "files": "the list of files changed",
    "count": "an archive was added or taken away",
    "documents": "what can be found changed",
    "changes": "the log of changes has grown",
}


def outdated(
    units: Iterable[tuple[str, Iterable[str]]],
    built: Iterable[str],
    before: Inputs,
    after: Inputs,
) -> dict[str, str]:
    """The names of the units that have to be made, each with why, in the order of `units`.

    `units` are the names of all that there must be, with the inputs that each reads; `built` the
    names of those that were made from `before`. A unit reads the same as then unless an input that
    it reads has changed, so what it reads now need not be known before it is made.
    """
    known = frozenset(built)
    # Of thirty thousand inputs a handful has changed: units that read none of them are soon told.
    changed = {name for name, _ in before.items() ^ after.items()}
    found = {}
    for unit, reads in units:
        if unit not in known:
            found[unit] = NEW
        elif not changed.isdisjoint(reads):
            name = next(one for one in reads if one in changed)
            found[unit] = _why(name, after.get(name))
    return found


def _why(name: str, now: str | None) -> str:
    kind, _, rest = name.partition(":")
    if kind == "clock":
        return f"time passed {now.partition('#')[0]}" if now else "time went back"
    return _CHANGED[kind].format(name=rest)
