"""A publish tried out, as the commands run it: everything but the switch."""

from dataclasses import dataclass, replace
from pathlib import Path

import click

from aushang.build.result import Outcome, Result
from aushang.checks.dead_outside_link import CODE as DEAD
from aushang.checks.outside_links import authored_outside_links
from aushang.cli.asking import NOBODY, Asking
from aushang.cli.building import clock, judged, opened
from aushang.cli.fixing import fixed
from aushang.cli.outside import ask
from aushang.cli.reporting import Wanted
from aushang.cli.summary import near, passed
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.digests import ledger_of
from aushang.model import Diagnostic
from aushang.outside.findings import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixing:
    """What `--fix` and `--yes` ask for."""

    is_wanted: bool = False
    is_sure: bool = False


NOTHING = Fixing()


def tried(  # noqa: PLR0913  each is a thing of its own
    file: Path,
    now: str | None,
    *,
    is_strict: bool,
    wanted: Wanted,
    fixing: Fixing = NOTHING,
    asking: Asking = NOBODY,
) -> int:
    """Make the site, judge it, and tell; the exit code."""
    configuration = opened(file)
    questions = _Questions(configuration, asking, is_strict=is_strict, is_shown=wanted.is_text)
    result = judged(
        configuration,
        now=clock(now, configuration.site),
        is_strict=is_strict,
        is_quiet=not wanted.is_text,
        wanted=wanted,
        is_trial=True,
        also=questions.asked if asking.is_wanted else None,
    )
    if wanted.is_text and questions.sentence:
        click.echo(questions.sentence)
    if wanted.is_text and not result.is_refused:
        click.echo(passed(result, output=near(configuration.output)))
    if fixing.is_wanted:
        root, is_sure = configuration.root, fixing.is_sure
        return fixed(result.diagnostics, root, is_sure=is_sure, is_strict=is_strict)
    return int(result.is_refused)


@dataclass(slots=True)
class _Questions:
    """Other sites are asked when the publication is known; `sentence` tells how that went."""

    configuration: Configuration
    asking: Asking
    is_strict: bool
    is_shown: bool
    sentence: str = ""

    def asked(self, result: Result) -> Result:
        """The result with what other sites said."""
        answers, self.sentence = ask(
            _places(result),
            self.asking,
            ledger=ledger_of(self.configuration),
            site_url=self.configuration.site.url,
            is_strict=self.is_strict,
            is_shown=self.is_shown,
        )
        return _with(result, answers)


def _places(result: Result) -> dict[str, list[Place]]:
    """Where authors wrote each address of another site."""
    if result.publication is None:
        return {}
    return {
        url: [Place(position) for position in positions]
        for url, positions in authored_outside_links(result.publication).items()
    }


def _with(result: Result, answers: tuple[Diagnostic, ...]) -> Result:
    """The result with these findings in the place of those that were known before."""
    known = (one for one in result.diagnostics if one.code != DEAD)
    found = tuple(sorted((*known, *answers), key=lambda one: one.order))
    is_refused = result.is_refused or any(one.is_error for one in answers)
    outcome = Outcome.REFUSED if is_refused else result.outcome
    return replace(result, diagnostics=found, outcome=outcome)
