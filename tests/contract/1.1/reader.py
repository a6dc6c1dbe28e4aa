"""An app of the time of API 1.1, frozen: what it needs, it needs for ever.

It knows the fields that 1.1 promised and no others, raises `Broken` where one of them is missing or
of another type, lets be what it does not know, and reads unknown words as the reference said.
`read(get)` asks for a file by its address and returns what the app would show. Never edit it.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

TYPES = ("reopening", "closure", "disruption", "maintenance", "availability", "price", "news")
EFFECTS = ("open", "restricted", "full", "closed")
STATUSES = ("investigating", "identified", "monitoring", "resolved", "withdrawn")
PHASES = ("upcoming", "current", "over")


class Broken(Exception):  # noqa: N818  # it is the promise that is broken
    """A file that is not what 1.1 promised."""


def read(get: Callable[[str], bytes], index_address: str) -> dict:
    """Everything that the site says: from the index to each of the newest posts."""
    index, links = document(get(index_address))
    posts, _ = document(get(text(links, "posts")), list)
    seen = {}
    for line in posts:
        summary_ = summary(line)
        whole = post(document(get(text(line, "file")))[0])
        same = ("id", "type", "published", "current_from", "current_until")
        if any(summary_[key] != whole[key] for key in same):
            raise Broken(f"{summary_['id']} is one thing in the list and another in its file")
        seen[whole["id"]] = whole
    return {
        "site": site(index),
        "posts": seen,
        "services": [service(one) for one in items(get, links, "services")],
        "locations": [location(one) for one in items(get, links, "locations")],
        "contacts": [contact(one) for one in items(get, links, "contacts")],
        "schemas": {
            name: text(one, name) for one in [value(links, "schemas", dict)] for name in one
        },
    }


def document(data: bytes, kind: type = dict) -> tuple:
    """The data and the links of a file; its envelope has to be whole."""
    envelope = json.loads(data)
    if not isinstance(envelope, dict):
        raise Broken("a file that is no object")
    major = text(envelope, "api_version").partition(".")[0]
    if major != "1":
        raise Broken(f"another major version: {major}")
    text(envelope, "revision")
    origin = value(envelope, "generated_from", dict)
    value(origin, "files", int)
    moment_or_none(origin, "newest")
    links = value(envelope, "links", dict)
    for name in ("self", "describedby", "index"):
        url(links, name)
    return value(envelope, "data", kind), links


def items(get: Callable[[str], bytes], links: dict, name: str) -> list:
    """The list behind a link."""
    return document(get(text(links, name)), list)[0]


def site(found: dict) -> dict:
    """What the app says of the site."""
    return {
        "name": texts(found, "name"),
        "description": texts(found, "description"),
        "languages": strings(found, "languages"),
        "time_zone": text(found, "time_zone"),
        "home": urls(found, "home"),
        "posts": value(found, "posts", int),
        "services": strings(found, "services"),
        "locations": strings(found, "locations"),
        "feeds": [feed(one) for one in value(found, "feeds", list)],
    }


def head(found: dict) -> dict:
    """What a post is, in a list and in its file."""
    return {
        "id": text(found, "id"),
        "guid": text(found, "guid"),
        "type": known(text(found, "type"), TYPES, "news"),
        "effect": known(text_or_none(found, "effect"), EFFECTS, "restricted"),
        "phase": known(text(found, "phase"), PHASES, "current"),
        "is_pinned": value(found, "is_pinned", bool),
        "published": moment(found, "published"),
        "updated": moment_or_none(found, "updated"),
        "modified": moment(found, "modified"),
        "starts": moment_or_none(found, "starts"),
        "ends": moment_or_none(found, "ends"),
        "next_update": moment_or_none(found, "next_update"),
        "current_from": moment(found, "current_from"),
        "current_until": moment_or_none(found, "current_until"),
    }


def summary(found: dict) -> dict:
    """A line of the list of posts."""
    url(found, "file")
    return head(found) | {
        "services": strings(found, "services"),
        "locations": strings(found, "locations"),
        "texts": {language: headline(one) for language, one in value(found, "texts", dict).items()},
    }


def post(found: dict) -> dict:
    """A whole post."""
    person = found.get("contact", Broken)
    if person is Broken:
        raise Broken("no `contact`")
    return head(found) | {
        "services": [reference(one) for one in value(found, "services", list)],
        "locations": [reference(one) for one in value(found, "locations", list)],
        "contact": None if person is None else contact(person),
        "tags": strings(found, "tags"),
        "texts": {
            language: headline(one) | prose(one)
            for language, one in value(found, "texts", dict).items()
        },
        "updates": [update(one) for one in value(found, "updates", list)],
        "prices": [price(one) for one in value(found, "prices", list)],
        "related": [(text(one, "title"), url(one, "url")) for one in value(found, "related", list)],
    }


def update(found: dict) -> dict:
    """A later word on a post."""
    return {
        "id": text(found, "id"),
        "guid": text(found, "guid"),
        "at": moment(found, "at"),
        "status": known(text_or_none(found, "status"), STATUSES, None),
        "texts": {
            language: prose(one) | {"url": url(one, "url")}
            for language, one in value(found, "texts", dict).items()
        },
    }


def price(found: dict) -> dict:
    """What something costs."""
    term = found.get("minimum_term", Broken)
    return {
        "label": texts(found, "label"),
        "old": amount_or_none(found, "old"),
        "new": amount(found, "new"),
        "currency": text(found, "currency"),
        "per": text(found, "per"),
        "since": date.fromisoformat(text(found, "since")),
        "fees": [
            (texts(one, "name"), amount(one, "amount"), text(one, "per"))
            for one in value(found, "fees", list)
        ],
        "minimum_term": None if term is None else value(found, "minimum_term", int),
        "total": amount_or_none(found, "total"),
        "monthly": amount_or_none(found, "monthly"),
    }


def service(found: dict) -> dict:
    """Something that customers use."""
    return {
        "id": text(found, "id"),
        "name": texts(found, "name"),
        "summary": texts(found, "summary"),
        "about": {name: prose(one) for name, one in value(found, "about", dict).items()},
        "contact": text_or_none(found, "contact"),
        "urls": urls(found, "urls"),
        "feeds": [feed(one) for one in value(found, "feeds", list)],
    }


def location(found: dict) -> dict:
    """A place."""
    address = found.get("address", Broken)
    if address is Broken:
        raise Broken("no `address`")
    parts = ("street", "postcode", "city", "country")
    return service(found) | {
        "address": None if address is None else [text(address, part) for part in parts],
        "phone": text_or_none(found, "phone"),
        "email": text_or_none(found, "email"),
        "hours": [(value(one, "weekday", int), *span(one)) for one in value(found, "hours", list)],
        "special_hours": [special_day(one) for one in value(found, "special_hours", list)],
        "services": strings(found, "services"),
    }


def special_day(found: dict) -> tuple:
    """A day that differs."""
    intervals = [span(one) for one in value(found, "intervals", list)]
    return date.fromisoformat(text(found, "date")), intervals, texts(found, "reason")


def span(found: dict) -> tuple:
    """When it opens and closes."""
    return clock(found, "opens"), clock(found, "closes")


def contact(found: dict) -> dict:
    """A person who answers."""
    return {
        "id": text(found, "id"),
        "name": text(found, "name"),
        "role": texts(found, "role"),
        "phone": text_or_none(found, "phone"),
        "email": text_or_none(found, "email"),
        "url": text_or_none(found, "url"),
        "hours": texts(found, "hours"),
        "answers_within": texts(found, "answers_within"),
    }


def reference(found: dict) -> tuple:
    """A service or a place by its id."""
    return text(found, "id"), texts(found, "name")


def feed(found: dict) -> tuple:
    """A feed in both formats."""
    head_ = (text(found, "title"), text(found, "language"), text(found, "stream"))
    return *head_, url(found, "rss"), url(found, "atom")


def headline(found: dict) -> dict:
    """A post in one language."""
    return {"title": text(found, "title"), "summary": text(found, "summary")} | {
        "url": url(found, "url")
    }


def prose(found: dict) -> dict:
    """A longer text."""
    return {"html": text(found, "html"), "text": text(found, "text")}


def known(word: str | None, words: tuple, otherwise: str | None) -> str | None:
    """A word of an open list."""
    return word if word is None or word in words else otherwise


def value(found: object, key: str, kind: type) -> object:
    """A field that has to be there, of that type. A boolean is no number."""
    if not isinstance(found, dict):
        raise Broken(f"no object around `{key}`")
    if key not in found:
        raise Broken(f"no `{key}`")
    one = found[key]
    if not isinstance(one, kind) or (isinstance(one, bool) and kind is not bool):
        raise Broken(f"`{key}` is {one!r}, which is no {kind.__name__}")
    return one


def text(found: object, key: str) -> str:
    """A text."""
    return value(found, key, str)


def text_or_none(found: dict, key: str) -> str | None:
    """A text that may be null, but not missing."""
    return None if key in found and found[key] is None else text(found, key)


def url(found: dict, key: str) -> str:
    """A whole address."""
    address = text(found, key)
    if not address.startswith(("http://", "https://", "mailto:", "tel:")):
        raise Broken(f"`{key}` is no address: {address}")
    return address


def moment(found: dict, key: str) -> datetime:
    """A time with its offset."""
    at = datetime.fromisoformat(text(found, key))
    if at.tzinfo is None:
        raise Broken(f"`{key}` has no offset")
    return at


def moment_or_none(found: dict, key: str) -> datetime | None:
    """A time that may be null, but not missing."""
    return None if key in found and found[key] is None else moment(found, key)


def amount(found: dict, key: str) -> Decimal:
    """A sum of money, which is written as a text."""
    return Decimal(text(found, key))


def amount_or_none(found: dict, key: str) -> Decimal | None:
    """The same where it may be null."""
    return None if key in found and found[key] is None else amount(found, key)


def clock(found: dict, key: str) -> str:
    """A time of day."""
    said = text(found, key)
    datetime.strptime(said, "%H:%M")  # noqa: DTZ007  # of a day, not of a moment
    return said


def texts(found: dict, key: str) -> dict:
    """A text by language."""
    inside = value(found, key, dict)
    return {language: text(inside, language) for language in inside}


def urls(found: dict, key: str) -> dict:
    """An address by language."""
    inside = value(found, key, dict)
    return {language: url(inside, language) for language in inside}


def strings(found: dict, key: str) -> list:
    """A list of texts."""
    inside = value(found, key, list)
    if not all(isinstance(one, str) for one in inside):
        raise Broken(f"`{key}` holds what is no text")
    return inside
