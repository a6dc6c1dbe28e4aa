"""Why each part of the site was made: what `aushang build --explain` prints."""

from collections.abc import Mapping

_NAMED = 12
"""Parts of one reason that are named; a new theme makes thousands."""


def explained(reasons: Mapping[str, str]) -> str:
    """One block for each reason, with the parts that were made for it."""
    if not reasons:
        return "nothing was out of date"
    parts: dict[str, list[str]] = {}
    for part, reason in reasons.items():
        parts.setdefault(reason, []).append(part)
    return "\n".join(
        f"{reason}:\n{_listed(sorted(names))}" for reason, names in sorted(parts.items())
    )


def _listed(names: list[str]) -> str:
    lines = [f"  {name}" for name in names[:_NAMED]]
    more = len(names) - _NAMED
    if more > 0:
        lines.append(f"  and {more:,} more")
    return "\n".join(lines)
