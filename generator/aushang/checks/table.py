"""Every check there is: one explicit tuple, and those that other packages bring.

A package of its own offers a check as an entry point of the group `aushang.checks` that names an
object made by `aushang.checks.rules.check`.
"""

from functools import cache
from importlib.metadata import entry_points

from aushang.checks.broken_feed import broken_feed
from aushang.checks.broken_json import broken_json
from aushang.checks.dead_anchor import dead_anchor
from aushang.checks.dead_link import dead_link
from aushang.checks.empty_main import empty_main
from aushang.checks.empty_page import empty_page
from aushang.checks.empty_section import empty_section
from aushang.checks.ended_ignore import ended_ignore
from aushang.checks.foreign_words import foreign_words
from aushang.checks.mailbox_contact import mailbox_contact
from aushang.checks.missing_contact import missing_contact
from aushang.checks.missing_slash import missing_slash
from aushang.checks.outgrown_baseline import outgrown_baseline
from aushang.checks.over_but_shown import over_but_shown
from aushang.checks.overdue_promise import overdue_promise
from aushang.checks.past_future import past_future
from aushang.checks.placeholder import placeholder
from aushang.checks.rules import Rule, Stage
from aushang.checks.unknown_reference import unknown_reference
from aushang.checks.unmentioned import unmentioned
from aushang.checks.unused_ignore import unused_ignore
from aushang.model import AushangError

GROUP = "aushang.checks"

TABLE: tuple[Rule[...], ...] = (
    unknown_reference,
    empty_section,
    empty_page,
    empty_main,
    unmentioned,
    placeholder,
    dead_link,
    dead_anchor,
    missing_slash,
    broken_feed,
    broken_json,
    overdue_promise,
    over_but_shown,
    past_future,
    unused_ignore,
    outgrown_baseline,
    ended_ignore,
    missing_contact,
    mailbox_contact,
    foreign_words,
)


def rules(stage: Stage) -> tuple[Rule[...], ...]:
    """The checks of one stage, by code."""
    return tuple(rule for rule in every_rule() if rule.stage is stage)


@cache
def every_rule() -> tuple[Rule[...], ...]:
    """All checks, ours and those of other packages, by code.

    Raises AushangError for an entry point that is not a check or takes a code that is in use.
    """
    return tuple(sorted((*TABLE, *_of_others()), key=lambda rule: rule.code))


def _of_others() -> list[Rule[...]]:
    found: list[Rule[...]] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        remedy = f"mend or uninstall the package that offers “{entry.name}” as {GROUP}"
        try:
            rule = entry.load()
        except (ImportError, AttributeError, ValueError) as error:
            raise AushangError(
                f"the check “{entry.name}” cannot be loaded: {error}", remedy
            ) from error
        if not isinstance(rule, Rule):
            raise AushangError(f"“{entry.value}” is not a check", remedy)
        found.append(rule)
    return found
