"""The timetable for people and for programs."""

import json
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from aushang.model import Publication, Where
from aushang.model.timetable import Change, Turn

_SAID = {
    Turn.POST_APPEARS: "post {post} appears",
    Turn.UPDATE_APPEARS: "an update of {post} appears",
    Turn.POST_BEGINS: "{post} begins to hold",
    Turn.POST_ENDS: "{post} is over",
    Turn.PROMISE_ENDS: "{post} promised a word by now",
    Turn.BOOKING_DATA_ENDS: "booking data of {where} is too old",
    Turn.ANSWER_CHANGES: "{where}: {effect}{why}",
}
_BY_BUILD = "build"


def lines(changes: Iterable[Change], publication: Publication) -> Iterator[str]:
    """A line for each change: the time on the site's clock, whether it needs a build, and what."""
    zone = publication.site.zone
    for change in changes:
        mark = _BY_BUILD if change.needs_build else ""
        at = f"{change.at.astimezone(zone):%a %Y-%m-%d %H:%M}"
        yield f"{at}  {mark:<{len(_BY_BUILD)}}  {_said(change, publication)}"


def as_json(changes: Iterable[Change], publication: Publication) -> str:
    """A list of objects; times are RFC 3339 with the offset of the site's zone."""
    told = [_object(change, publication.site.zone) for change in changes]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _object(change: Change, zone: ZoneInfo) -> dict[str, object]:
    where = change.where or Where("")
    return {
        "at": change.at.astimezone(zone).isoformat(),
        "change": change.turn,
        "needs_build": change.needs_build,
        "post": change.post or None,
        "location": where.location or None,
        "service": where.service or None,
        "effect": change.effect,
        "by_hours": change.is_by_hours,
    }


def _said(change: Change, publication: Publication) -> str:
    return _SAID[change.turn].format(
        post=change.post,
        where=_name(change.where, publication) if change.where else "",
        effect=change.effect or "nothing is known",
        why=f" ({change.post})" if change.post else "",
    )


def _name(where: Where, publication: Publication) -> str:
    language = publication.site.language
    known = (
        publication.locations.get(where.location),
        publication.services.get(where.service),
    )
    return ", ".join(one.name.to(language) for one in known if one)
