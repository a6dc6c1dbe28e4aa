"""AU405 contradicting-posts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from aushang.checks.rules import check
from aushang.checks.staleness import AT_LAST
from aushang.model import Diagnostic, Effect, Post, Publication, Severity, begins, finishes
from aushang.model.standing import is_all_clear

_FORM = "%Y-%m-%dT%H:%M"


@check("AU405", stage="source", since="0.1", severity=Severity.WARNING)
def contradicting_posts(publication: Publication) -> Iterator[Diagnostic]:
    """Two posts of which one keeps customers out of what the other opens.

    What it finds: a post that closes, restricts or says that all is taken, and goes on to hold
        behind the beginning of a reopening, or of a post with `effect: open`, for the same service
        at the same place. The later word wins: customers are told that it is open. Of two that
        begin at the same time the graver one wins.
    Why it matters: both stand on the page as what holds now, and nobody knows which of them to
        believe.
    Bad: a closure without `ends`, and a reopening with `starts: 2026-12-14T06:30`
    Good: the same with `ends: 2026-12-14T06:30` in the closure, or with an update of it whose
        status is `resolved`
    """
    about = _by_service(post for post in publication.all_posts if _matters(post, publication.now))
    told: set[str] = set()
    for posts in about.values():
        clears = sorted((one for one in posts if is_all_clear(one)), key=_beginning)
        for post in posts:
            clear = _that_ends(post, clears) if post.effect is not Effect.OPEN else None
            if clear and post.id not in told:
                told.add(post.id)
                yield _found(publication, post, clear)


def _matters(post: Post, now: datetime) -> bool:
    """Whether it has an effect, and is not over."""
    return post.effect is not None and (finishes(post, AT_LAST) or AT_LAST) > now


def _beginning(post: Post) -> tuple[datetime, str]:
    return begins(post), post.id


def _by_service(posts: Iterable[Post]) -> Mapping[str, Sequence[Post]]:
    """By the services that they name; whoever names none is about each, and stands with all."""
    found: dict[str, list[Post]] = {"": []}
    every = list(posts)
    for post in every:
        for service in post.services:
            found.setdefault(service, [])
    for post in every:
        for service in post.services or found:
            found[service].append(post)
    return found


def _that_ends(post: Post, clears: Iterable[Post]) -> Post | None:
    """The first all-clear that begins with a post, or while it holds, at one of its places."""
    over = finishes(post, AT_LAST) or AT_LAST
    for clear in clears:
        is_near = not (post.locations and clear.locations) or not set(post.locations).isdisjoint(
            clear.locations
        )
        is_later = begins(post) < begins(clear) < over
        # Two all-clears that begin together say the same, each with what it asks of customers.
        is_at_once = begins(post) == begins(clear) and not is_all_clear(post)
        if is_near and (is_later or is_at_once):
            return clear
    return None


def _found(publication: Publication, post: Post, clear: Post) -> Diagnostic:
    over, zone = finishes(post, AT_LAST), publication.site.zone
    is_at_once = begins(clear) == begins(post)
    wins = f"the graver word, “{post.effect}”, wins" if is_at_once else "the later word wins"
    begun = f"{begins(clear).astimezone(zone):{_FORM}}"
    lasts = f"until {over.astimezone(zone):{_FORM}}" if over else "without an end"
    return Diagnostic(
        code="AU405",
        message=(
            f"post says “{post.effect}” {lasts}, but {clear.source.path} says “{clear.effect}” from"
            f" {begun} on; {wins}"
        ),
        location=post.source.at("ends") if post.ends else post.source.at("type"),
        hint="correct the `starts` of one of them, or which `services` and `locations` it is about"
        if is_at_once
        else f"set `ends: {begun}` here, or write an update with `status: resolved`",
        until=over,
    )
