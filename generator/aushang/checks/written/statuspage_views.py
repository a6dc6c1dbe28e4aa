"""What a file for programs that read Statuspage says of posts."""

from collections.abc import Iterator, Mapping

from aushang.checks.written.views import Said, moment
from aushang.model.statuspage import is_word, record_id

_RECORDS = ("incidents", "scheduled_maintenances")


def said_for_statuspage(content: Mapping[str, object]) -> Iterator[Said]:
    """Of each incident and each planned work. What a record says of itself last is not a word.

    That something began or ended by itself has a time, too, and the post knows nothing of it.
    """
    if not isinstance(content.get("page"), dict):
        return
    for key in _RECORDS:
        records = content.get(key)
        for record in records if isinstance(records, list) else ():
            if isinstance(record, dict):
                id_ = record_id(_text(record, "id"))
                url, name = _text(record, "shortlink"), _text(record, "name")
                yield Said(id_, url, name, moment(_text(record, "created_at")), _last_word(record))


def _last_word(record: Mapping[str, object]) -> int | None:
    updates = record.get("incident_updates")
    said = [
        moment(_text(update, "updated_at"))
        for update in (updates if isinstance(updates, list) else ())
        if isinstance(update, dict) and is_word(_text(update, "id"))
    ]
    return max((at for at in said if at is not None), default=None)


def _text(holder: Mapping[str, object], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""
