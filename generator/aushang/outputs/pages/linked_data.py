"""Structured data for search engines: JSON-LD with the words of schema.org."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from pydantic_core import to_json

from aushang.model import Location, Post, PostText, Question
from aushang.model.addresses import Scope, absolute, home, of_question, of_scope
from aushang.model.opening import Span
from aushang.model.permanent_ids import question_id
from aushang.outputs.pages.hours import exceptions
from aushang.outputs.pages.press import Press
from aushang.outputs.times import rfc3339

_CONTEXT: Final = "https://schema.org"
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOURS: Final = "OpeningHoursSpecification"
_HEADLINE: Final = 110  # characters that search engines show of a headline


def news_article(press: Press, post: Post, text: PostText, *, path: str, published: str) -> str:
    """A post as `NewsArticle`; `path` is its page, `published` when it was said in the zone."""
    url = absolute(press.site, path)
    organisation = _organisation(press)
    modified = post.modified
    is_untouched = modified is post.published  # most posts are; telling a time takes 3 µs
    return _json(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "headline": text.title[:_HEADLINE],
            "description": text.summary,
            "inLanguage": text.language,
            "datePublished": published,
            "dateModified": (
                published if is_untouched else modified.astimezone(press.almanac.zone).isoformat()
            ),
            "author": organisation,
            "publisher": organisation,
        }
    )


def local_business(press: Press, location: Location) -> str:
    """A place as `LocalBusiness`, with its hours."""
    site = press.site
    url = absolute(site, of_scope(site, Scope("location", location.id), press.language))
    data: dict[str, object] = {
        "@type": "LocalBusiness",
        "@id": url,
        "url": url,
        "name": location.name.to(press.language),
        "description": location.summary.to(press.language),
        "telephone": location.phone,
        "email": location.email,
        "parentOrganization": _organisation(press),
        "openingHoursSpecification": _week(location) if location.hours else [],
        "specialOpeningHoursSpecification": _special(press, location),
    }
    if location.address:
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": location.address.street,
            "postalCode": location.address.postcode,
            "addressLocality": location.address.city,
            "addressCountry": location.address.country,
        }
    return _json(data)


def faq_page(press: Press, questions: Iterable[Question]) -> str:
    """The questions of a page with their answers as `FAQPage`, in the words that stand there."""
    return _json(
        {
            "@type": "FAQPage",
            "inLanguage": press.language,
            "mainEntity": [_question(press, question) for question in questions],
        }
    )


def _question(press: Press, question: Question) -> dict[str, object]:
    text, site = question.text(press.language), press.site
    url = absolute(site, of_question(site, question.id, press.language))
    return {
        "@type": "Question",
        "@id": url,
        "identifier": question_id(site, question.id),
        "url": url,
        "name": text.question,
        "inLanguage": text.language,
        "acceptedAnswer": {
            "@type": "Answer",
            "text": text.answer.text,
            "dateModified": rfc3339(site, question.answered),
        },
    }


def _week(location: Location) -> list[dict[str, str]]:
    """Each day, the closed ones too."""
    found = []
    for number, name in enumerate(_DAYS):
        day = f"{_CONTEXT}/{name}"
        spans = [(one.opens, one.closes) for one in location.hours if one.weekday == number]
        found += [{"@type": _HOURS, "dayOfWeek": day} | one for one in _times(spans)]
    return found


def _special(press: Press, location: Location) -> list[dict[str, str]]:
    """What the page says of days ahead, no more: search engines want both to agree."""
    found = []
    for one in exceptions(location, press.almanac.local_day(press.publication.now)):
        first, last = one.first.isoformat(), one.last.isoformat()
        base = {"@type": _HOURS, "validFrom": first, "validThrough": last}
        found += [base | times for times in _times(one.intervals)]
    return found


def _times(spans: Sequence[Span]) -> list[dict[str, str]]:
    """Closed is from midnight to midnight, so a whole day ends a minute before it is over.

    Both as Google reads it; to schema.org a closing time before the opening time is one of the next
    day.
    """
    return [
        {"opens": f"{opens:%H:%M}", "closes": f"{_minute_before(closes):%H:%M}"}
        if opens == closes
        else {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
        for opens, closes in spans
    ] or [{"opens": "00:00", "closes": "00:00"}]


def _minute_before(at: time) -> time:
    return (datetime.combine(date.min + timedelta(days=1), at) - timedelta(minutes=1)).time()


def _organisation(press: Press) -> dict[str, str]:
    site = press.site
    return {
        "@type": "Organization",
        "name": site.name.to(press.language),
        "url": absolute(site, home(site, press.language)),
    }


def _json(data: Mapping[str, object]) -> str:
    """Without empty values; keys in the order given, so that no byte changes by itself."""
    filled = {key: value for key, value in data.items() if value}
    # pydantic's writer does it in a third of the time of `json` (5 µs).
    return str(to_json({"@context": _CONTEXT} | filled), "utf-8")
