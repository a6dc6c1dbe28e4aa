"""What has to fit together within one file: the order of times, the ways to reach a person.

The rules look at what was written, not at validated fields: one wrong value must not hide what is
wrong with the others.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from aushang.content.schema.hours_rules import (
    Found,
    Written,
    days_stand_once,
    holidays_are_known,
    hours_are_apart,
    special_days_say_one_thing,
)
from aushang.content.schema.moments import Fault, read_moment
from aushang.content.schema.places import ContactFields, LocationFields
from aushang.content.schema.posts import (
    PageFields,
    PageTranslationFields,
    PostFields,
    PostTranslationFields,
)
from aushang.model.similar import did_you_mean


def broken_rules(model: type[BaseModel], values: Written, zone: ZoneInfo) -> Found:
    """The places and faults of the rules that `values` break, as a file of the kind `model`."""
    for rule in _RULES.get(model, ()):
        yield from rule(values, zone)


def _moment(value: object, zone: ZoneInfo) -> datetime | None:
    found = read_moment(value, zone) if isinstance(value, str) else None
    return found if isinstance(found, datetime) else None


def _ends_after_start(values: Written, zone: ZoneInfo) -> Found:
    first = "starts" if "starts" in values else "published"
    end = _moment(values.get("ends"), zone)
    start = _moment(values.get(first), zone) if end else None
    if start and end and end <= start:
        what = f"is “{values['ends']}”, which is not after `{first}` (“{values[first]}”)"
        hint = "correct one of the two" if first == "starts" else "add `starts`, or correct it"
        yield ("ends",), Fault("AU021", what, hint)


def _updates_differ(values: Written, zone: ZoneInfo) -> Found:
    """Two updates at one time would have one id in feeds."""
    seen: dict[datetime, int] = {}
    updates = values.get("updates")
    for index, update in enumerate(updates if isinstance(updates, list) else ()):
        written = update.get("at") if isinstance(update, dict) else None
        at = _moment(written, zone)
        if at in seen:
            what = f"is “{written}”, the same time as in entry {seen[at] + 1}"
            yield ("updates", index, "at"), Fault("AU022", what, "change one of them by a minute")
        elif at:
            seen[at] = index


def _guessed_are_keys(values: Written, _zone: ZoneInfo) -> Found:
    guessed = values.get("guessed")
    for index, key in enumerate(guessed if isinstance(guessed, list) else ()):
        if isinstance(key, str) and key and key not in values:
            what = f"is “{key}”, which is no key of this file"
            yield ("guessed", index), Fault("AU001", what, did_you_mean(key, values))


def _is_reachable(values: Written, _zone: ZoneInfo) -> Found:
    if not {"phone", "email", "url"} & values.keys():
        hint = "add `phone`, `email` or `url`"
        yield ("name",), Fault("AU003", "has no way to be reached", hint)


_RULES: Mapping[type[BaseModel], tuple[Callable[[Written, ZoneInfo], Found], ...]] = {
    PostFields: (_ends_after_start, _updates_differ, _guessed_are_keys),
    PostTranslationFields: (_updates_differ, _guessed_are_keys),
    PageFields: (_guessed_are_keys,),
    PageTranslationFields: (_guessed_are_keys,),
    LocationFields: (
        days_stand_once,
        hours_are_apart,
        special_days_say_one_thing,
        holidays_are_known,
    ),
    ContactFields: (_is_reachable,),
}
