"""“Now”, where a person gives it: on the command line or in the environment."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aushang.content.schema.moments import Fault, read_moment
from aushang.model import AushangError


def clock(text: str | None, zone: ZoneInfo) -> datetime:
    """The time that a person gives (see `moment`), else the real one, to the second."""
    if text is not None:
        return moment(text, zone)
    return datetime.now(UTC).replace(microsecond=0)


def moment(text: str, zone: ZoneInfo) -> datetime:
    """The aware time that `text` says in ISO 8601; without an offset it is a time in `zone`.

    Raises AushangError for what is no time, and for one that a clock change skips or repeats.
    """
    expected = "write a time such as 2026-11-21T20:00 or 2026-11-21T20:00+01:00"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        meant = read_moment(text, zone)
        guess = meant.hint if isinstance(meant, Fault) else ""
        raise AushangError(f"“{text}” is not a time", guess or expected) from None
    if found.tzinfo is not None:
        return found
    earlier, later = found.replace(tzinfo=zone), found.replace(tzinfo=zone, fold=1)
    if earlier.utcoffset() != later.utcoffset():
        is_skipped = earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != found
        raise AushangError(
            f"“{text}” {'never comes' if is_skipped else 'comes twice'} in {zone.key}, "
            "because of the clock change",
            f"add the offset: {earlier.isoformat()} or {later.isoformat()}",
        )
    return earlier
