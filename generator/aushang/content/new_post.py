"""A post in the making: what staff answered becomes a file, or a list of what cannot be."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from aushang.content.schema.moments import Fault, read_moment
from aushang.content.writing import document, filled
from aushang.model import AushangError, Effect, PostType, Publication
from aushang.model.addresses import slugify
from aushang.model.similar import did_you_mean

_PRICE = ("for", "old", "new", "per", "from")
_MOMENTS = ("published", "starts", "ends", "next_update")
_PRICES = """\
# prices:
# - for: Tageskarte
#   old: 15
#   new: 17
#   per: visit
#   from: 2027-02-01
"""
_LEFT = "Take the # away before `prices` and the lines below it, and write what costs how much"


QUESTION = "question"
"""What `type` of a wish is for a question; everything else is a type of posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The answers as they were typed. Empty ones are left out of the post.

    Times are as in content (`2026-11-23T06:00`); `services` and `locations` are ids, none is all.
    Each of `prices` is what for, the old and the new amount, per what, and from which day. `type`
    is one of a post or `QUESTION`; then `title` is the question, `text` the answer.
    """

    type: str
    title: str
    text: str = ""
    contact: str = ""
    summary: str = ""
    published: str = ""
    starts: str = ""
    ends: str = ""
    next_update: str = ""
    effect: str = ""
    services: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    prices: tuple[tuple[str, str, str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """A file's name below the content folder, its text, and what is left for staff to fill in.

    Where something is left it is a draft.
    """

    name: str
    text: str
    left: str = ""


def compose(wish: Wish, publication: Publication, taken: Collection[str]) -> Composed:
    """The new post. One about prices that names none is a draft with an example of them.

    `taken` are the ids that cannot be used again. Raises AushangError with all that is wrong.
    """
    wish = with_contact(wish, publication)
    refuse(_wrong(wish, publication))
    lacks_prices = wish.type == PostType.PRICE and not wish.prices
    published = wish.published or f"{publication.now:%Y-%m-%dT%H:%M}"
    name = f"{published[:10]}-{slugify(wish.title) or wish.type}"[:80].rstrip("-")
    identity = _unused(name, taken)
    front = {
        "id": identity,
        "type": wish.type,
        "title": " ".join(wish.title.split()),
        "summary": " ".join(wish.summary.split()),
        "published": published,
        "starts": wish.starts,
        "ends": wish.ends,
        "next_update": wish.next_update,
        "services": list(wish.services),
        "locations": list(wish.locations),
        "effect": wish.effect,
        "prices": [dict(zip(_PRICE, price, strict=True)) for price in wish.prices],
        "contact": wish.contact,
        "draft": lacks_prices,
    }
    return Composed(
        name=f"posts/{published[:4]}/{identity}.md",
        text=document(filled(front), wish.text, remark=_PRICES if lacks_prices else ""),
        left=_LEFT if lacks_prices else "",
    )


def with_contact(wish: Wish, publication: Publication) -> Wish:
    """The only person there is answers where nobody was named."""
    if wish.contact or len(publication.contacts) != 1:
        return wish
    return replace(wish, contact=next(iter(publication.contacts)))


def refuse(wrong: Iterable[str]) -> None:
    """Raise AushangError with all that is wrong, if anything is."""
    sentences = "; ".join(wrong)
    if sentences:
        raise AushangError(sentences, "answer again; nothing was written")


def wrong_names(wish: Wish, publication: Publication) -> Iterator[str]:
    """One sentence for each service, place and person that there is not, and for nobody to ask."""
    people = publication.contacts
    yield from _unknown("service", wish.services, publication.services)
    yield from _unknown("place", wish.locations, publication.locations)
    yield from _unknown("contact", [wish.contact] if wish.contact else [], people)
    if not wish.contact and publication.site.contact not in people:
        yield f"nobody to ask is named; there are {', '.join(people) or 'no contacts yet'}"


def _wrong(wish: Wish, publication: Publication) -> Iterator[str]:
    """One sentence for each answer that cannot be."""
    if not wish.title.strip():
        yield "the title is empty"
    if not wish.text.strip():
        yield "the text is empty"
    yield from _unknown("type", [wish.type], [kind.value for kind in PostType])
    yield from _unknown("effect", [wish.effect] if wish.effect else [], [e.value for e in Effect])
    yield from wrong_names(wish, publication)
    yield from _wrong_moments(wish, publication)


def _wrong_moments(wish: Wish, publication: Publication) -> Iterator[str]:
    moments: dict[str, datetime] = {}
    for name in _MOMENTS:
        raw = getattr(wish, name)
        found = read_moment(raw, publication.site.zone) if raw else None
        if isinstance(found, Fault):
            yield f"`{name}` {found.what}" + (f" ({found.hint})" if found.hint else "")
        elif found:
            moments[name] = found
    begins = moments.get("starts") or moments.get("published")
    if begins and "ends" in moments and moments["ends"] <= begins:
        yield f"`ends` is “{wish.ends}”, which is not after the beginning"


def _unknown(word: str, values: Collection[str], known: Collection[str]) -> Iterator[str]:
    for value in values:
        if value not in known:
            guess = did_you_mean(value, known)
            there = f"there are {', '.join(known)}" if known else "there are none yet"
            yield f"there is no {word} “{value}”; {guess or there}"


def _unused(name: str, taken: Collection[str]) -> str:
    number, identity = 1, name
    while identity in taken:
        number += 1
        identity = f"{name}-{number}"
    return identity
