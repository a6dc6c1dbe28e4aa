"""The one module that builds addresses. What it returns was promised to customers for ever.

A *site path* is relative to the site's root, without a slash at the start and percent-encoded
nowhere (`meldungen/sauna-offen/`). Pages end with a slash. The first language has no prefix.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from aushang.model.post import Post, PostType
from aushang.model.site import Site

SEGMENTS = {
    "de": {
        "posts": "meldungen",
        "services": "angebote",
        "locations": "standorte",
        "types": "themen",
        "archive": "archiv",
        "subscribe": "abonnieren",
        "search": "suche",
        "page": "seite",
        "booking": "freie-plaetze",
        "questions": "fragen",
        PostType.REOPENING: "wiedereroeffnung",
        PostType.CLOSURE: "schliessung",
        PostType.DISRUPTION: "stoerung",
        PostType.MAINTENANCE: "wartung",
        PostType.AVAILABILITY: "verfuegbarkeit",
        PostType.PRICE: "preise",
        PostType.NEWS: "neuigkeiten",
    },
    "en": {
        "posts": "posts",
        "services": "services",
        "locations": "locations",
        "types": "topics",
        "archive": "archive",
        "subscribe": "subscribe",
        "search": "search",
        "page": "page",
        "booking": "free-places",
        "questions": "questions",
        PostType.REOPENING: "reopening",
        PostType.CLOSURE: "closure",
        PostType.DISRUPTION: "disruption",
        PostType.MAINTENANCE: "maintenance",
        PostType.AVAILABILITY: "availability",
        PostType.PRICE: "prices",
        PostType.NEWS: "news",
    },
}

FEEDS = "feeds"
CALENDAR = "calendar"
API = "api/v1"
DEVELOPERS = "api/"
MEDIA = "media"
SEARCH = "pagefind"
EMBED = "embed/aushang.js"
BADGES = "badges"
NOT_FOUND = "404.html"

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:]")
_REMEMBERED = 8_192  # encoded paths: menus, feeds and pictures are named on page after page
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "ł": "l"})


def slugify(text: str) -> str:
    """Letters, digits and hyphens in ASCII: “Öffnung am 1. Mai” becomes `oeffnung-am-1-mai`.

    Empty if nothing of the text can be written so.
    """
    spelt = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    ascii_only = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a list or a feed is about: `kind` is `all`, `service`, `location` or `type`."""

    kind: str = "all"
    id: str = ""


EVERYTHING = Scope()


def segment(language: str, name: str) -> str:
    """The word for a part of an address in `language`; English where there is no word."""
    return SEGMENTS.get(language, SEGMENTS["en"])[name]


def home(site: Site, language: str) -> str:
    """The start page in `language`: empty for the first language, `en/` for English."""
    return "" if language == site.language else f"{language}/"


def of_post(site: Site, post: Post, language: str) -> str:
    """The page of a post. A post without a text in `language` has the page of its own language."""
    text = post.text(language)
    return f"{home(site, text.language)}{segment(text.language, 'posts')}/{text.slug}/"


def of_update(site: Site, post: Post, language: str, key: str) -> str:
    """The place on the post's page where an update stands."""
    return f"{of_post(site, post, language)}#{key}"


def of_page(site: Site, slug: str, language: str) -> str:
    """A hand-written page."""
    return f"{home(site, language)}{slug}/"


def of_scope(site: Site, scope: Scope, language: str) -> str:
    """The page of a service, place or type; the start page for everything."""
    start = home(site, language)
    match scope.kind:
        case "service":
            return f"{start}{segment(language, 'services')}/{scope.id}/"
        case "location":
            return f"{start}{segment(language, 'locations')}/{scope.id}/"
        case "type":
            name = segment(language, PostType(scope.id))
            return f"{start}{segment(language, 'types')}/{name}/"
        case _:
            return start


def of_older(site: Site, scope: Scope, language: str, number: int) -> str:
    """A page of older posts of a scope, numbered from the oldest, from 1."""
    return f"{of_scope(site, scope, language)}{segment(language, 'page')}/{number}/"


def of_overview(site: Site, name: str, language: str) -> str:
    """A page that the program makes: `services`, `archive`, `search` and so on."""
    return f"{home(site, language)}{segment(language, name)}/"


def of_booking(site: Site, location: str, service: str, language: str) -> str:
    """What can be booked of a service at a place; either may be empty."""
    parts = "/".join(part for part in (location, service) if part)
    return f"{of_overview(site, 'booking', language)}{parts}/"


def of_question(site: Site, id_: str, language: str) -> str:
    """The place on the page of all questions where one stands, for ever."""
    return f"{of_overview(site, 'questions', language)}#{id_}"


def of_answers(site: Site, number: int, language: str) -> str:
    """A page of answers where they are too many for one, numbered from 1."""
    return f"{of_overview(site, 'questions', language)}{segment(language, 'page')}/{number}/"


def of_month(site: Site, month: date, language: str) -> str:
    """The archive of one month."""
    return f"{of_overview(site, 'archive', language)}{month:%Y/%m}/"


def of_search(language: str) -> str:
    """The folder of what the search in a language loads; blocks stand in `1/`, `2/` and so on."""
    return f"{SEARCH}/{language}/"


def of_block(language: str, number: int) -> str:
    """The folder of one block of the search, numbered from the oldest, from 1."""
    return f"{of_search(language)}{number}/"


def of_older_in_month(site: Site, month: date, number: int, language: str) -> str:
    """A page of older posts of one month, numbered from the oldest, from 1."""
    return f"{of_month(site, month, language)}{segment(language, 'page')}/{number}/"


def of_feed(site: Site, scope: Scope, stream: str, suffix: str, language: str) -> str:
    """A feed: `stream` is `posts` or `updates`, `suffix` is `rss`, `atom` or `json`."""
    start = f"{home(site, language)}{FEEDS}/"
    if scope.kind == "all":
        return f"{start}{stream}.{suffix}"
    folder = {"service": "services", "location": "locations", "type": "types"}[scope.kind]
    return f"{start}{folder}/{scope.id}/{stream}.{suffix}"


def of_feed_archive(feed: str, number: int) -> str:
    """What has left a feed, numbered from the oldest, from 1: `feeds/posts/0001.rss`."""
    start, _, suffix = feed.rpartition(".")
    return f"{start}/{number:04}.{suffix}"


def of_calendar(site: Site, scope: Scope, language: str) -> str:
    """The calendar of everything, of a service or of a place."""
    return of_feed(site, scope, CALENDAR, "ics", language)


def of_event(site: Site, post: Post, language: str) -> str:
    """The file with which a customer notes down one post; it lies beside the post's page."""
    return f"{of_post(site, post, language)}{post.text(language).slug}.ics"


def of_api(name: str) -> str:
    """A file of the JSON API, such as `index`, `posts/index`, `posts/<id>` or `services`."""
    return f"{API}/{name}.json"


def of_statuspage(base: str, name: str) -> str:
    """A file for programs that read Statuspage, such as `summary`; without a base at the root."""
    return f"{base}/api/v2/{name}.json".removeprefix("/")


def of_badge(site: Site, location: str, service: str, language: str) -> str:
    """The badge of a place, or of a service there; one of no place has `services` instead."""
    parts = "/".join(part for part in (location or "services", service) if part)
    return f"{home(site, language)}{BADGES}/{parts}.svg"


def file_of(path: str) -> str:
    """The file behind a site path: `a/` is written as `a/index.html`."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def absolute(site: Site, path: str) -> str:
    """The full URL, percent-encoded to ASCII (RFC 3986)."""
    return site.url + encoded(path)


def relative_root(path: str) -> str:
    """The way from a page back to the site's root: `../../` for `a/b/`, `./` for the root."""
    depth = path.count("/")
    return "../" * depth or "./"


@lru_cache(_REMEMBERED)
def encoded(path: str) -> str:
    """A site path as it stands in a URL; `#` and `?` keep their meaning.

    A file name that is not UTF-8 keeps its bytes.
    """
    return quote(path, safe="/#?&=:@!$'()*+,;~-._", errors="surrogateescape")


def of_redirect(address: str) -> str:
    """The site path behind an old address: `/alt/` is `alt/`, `/alt/pfad.html` a file.

    Hosts answer for a folder's `index.html` whatever its name, so any other ending becomes a
    folder (`/index.php` is `index.php/`). Empty if the address is the root, has a query, belongs to
    another host or leads out of the site.
    """
    if not address.startswith("/") or address.startswith("//"):
        return ""
    parts = urlsplit(address)
    path = unquote(parts.path)
    segments = [part for part in path.split("/") if part]
    is_safe = not any(part in {".", ".."} or _UNSAFE.search(part) for part in segments)
    if parts.query or not segments or not is_safe:
        return ""
    joined = "/".join(segments)
    return joined if joined.endswith((".html", ".htm")) and not path.endswith("/") else f"{joined}/"


def telephone(phone: str) -> str:
    """A number as people write it, as a link (RFC 3966): `+49 30 555` becomes `tel:+4930555`."""
    return "tel:" + re.sub(r"[^+0-9]", "", phone)


def mail(email: str) -> str:
    """A mail address as a link (RFC 6068)."""
    return "mailto:" + quote(email, safe="@+")
