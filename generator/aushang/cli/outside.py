"""Questions to other sites as the commands put them: a bar, and one sentence at the end."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from aushang import __version__
from aushang.audit.site import NOWHERE
from aushang.cli.asking import Asking
from aushang.cli.watchers import counter
from aushang.model import AushangError, Diagnostic
from aushang.outside.answer import Standing
from aushang.outside.findings import Place, findings
from aushang.outside.known import Known, Ledger

_NAMES = {Standing.OK: "there", Standing.DEAD: "not there", Standing.UNKNOWN: "unknown"}


def ask(  # noqa: PLR0913  each is a thing of its own
    places: Mapping[str, Sequence[Place]],
    asking: Asking,
    *,
    ledger: Path,
    site_url: str,
    is_strict: bool,
    is_shown: bool,
) -> tuple[tuple[Diagnostic, ...], str]:
    """What is found of these addresses, and how many there are of each kind, in a sentence.

    Raises AushangError if what it takes is not installed, or nothing can be kept.
    """
    try:
        # Only this command talks to anybody, and few installations need it.
        from aushang.outside.asking import asked  # noqa: PLC0415
        from aushang.outside.client import Manners  # noqa: PLC0415
    except ImportError as error:
        raise AushangError(
            "aiohttp, which asks other sites, is not installed",
            "run `pip install 'aushang[external]'`",
        ) from error
    about = "" if site_url == NOWHERE else f" for {site_url}"
    manners = Manners(
        agent=f"aushang/{__version__} (link check{about})",
        may_ask_private=asking.may_ask_private,
    )
    try:
        with counter("asking other sites", is_shown=is_shown) as (count, _):
            known = asked(places, Ledger(ledger), manners, now=datetime.now(UTC), told=count)
    except (OSError, sqlite3.Error) as error:
        raise AushangError(
            f"what is learned of other sites cannot be kept in “{ledger}”: {error}",
            "allow writing there",
        ) from error
    return tuple(findings(places, known, is_strict=is_strict)), _sentence(known)


def _sentence(known: Mapping[str, Known]) -> str:
    counted = Counter(one.answer.standing for one in known.values())
    kinds = ", ".join(f"{counted[kind]:,} {name}" for kind, name in _NAMES.items() if counted[kind])
    number = f"{len(known):,} {'link' if len(known) == 1 else 'links'} to other sites"
    return f"{number}: {kinds}" if kinds else "no links to other sites"
