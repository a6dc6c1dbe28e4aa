"""One build as the commands run it: progress, findings and account go to the console."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from aushang.build import moment
from aushang.build.memory import Memory
from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch
from aushang.build.project import Host
from aushang.build.published_log import NO_LOG, FoundLog
from aushang.build.result import Result
from aushang.build.workers import collect_seldom
from aushang.cli.reporting import Wanted
from aushang.cli.telling import tell_account, tell_findings, tell_notices
from aushang.cli.watchers import watcher
from aushang.mkdocs.configuration import Configuration, load_configuration
from aushang.mkdocs.host import project, publisher
from aushang.mkdocs.published import nothing_there, placed, published_log
from aushang.model import Site

TOLD_AS_TEXT = Wanted()


def opened(file: Path) -> Configuration:
    """The configuration; what has no effect in it is told. Raises AushangError."""
    configuration = load_configuration(file)
    tell_notices(configuration.notices)
    return configuration


def built(  # noqa: PLR0913  each is a thing of its own
    file: Path,
    now: str | None,
    *,
    output: Path | None,
    published: str | None,
    look: str,
    is_strict: bool,
    is_quiet: bool,
    wanted: Wanted,
) -> Result:
    """Build what a configuration says and tell; `output` if it is not the configured one.

    So is `published`. Findings are always shown; `look` is the command to look at the site.
    """
    configuration = opened(file)
    if output:
        configuration = replace(configuration, output=output.absolute())
    if published is not None:
        configuration = replace(configuration, published=placed(published, Path.cwd()))
    found = _published(configuration)
    result = judged(
        configuration,
        published=found,
        now=clock(now, configuration.site),
        is_strict=is_strict,
        is_quiet=is_quiet,
        wanted=wanted,
    )
    if not is_quiet:
        tell_account(result, output=configuration.output, look=look, also=nothing_there(found))
    return result


def judged(  # noqa: PLR0913  each is a thing of its own
    configuration: Configuration,
    *,
    now: datetime,
    is_strict: bool = False,
    is_quiet: bool = False,
    furnished: Host | None = None,
    memory: Memory | None = None,
    published: FoundLog = NO_LOG,
    wanted: Wanted = TOLD_AS_TEXT,
    is_trial: bool = False,
    also: Callable[[Result], Result] | None = None,
) -> Result:
    """Build and tell what was found; without `is_quiet` also how far it is.

    `also` may find more before anything is told.

    `furnished` and `memory` are for a process that builds the same folder often: the host of a
    build before, whose templates are compiled, and what is known of the folder. `published` is the
    log of changes of the site that customers have.
    """
    collect_seldom()
    what = replace(project(configuration), published=published)
    with watcher(is_quiet=is_quiet) as (progress, colour):
        watch = Stopwatch(progress)
        result = build(
            what,
            furnished or publisher(configuration),
            now=now,
            watch=watch,
            strict=is_strict,
            is_trial=is_trial,
            memory=memory,
        )
    if also:
        result = also(result)
    tell_findings(result, wanted, root=what.root, is_strict=is_strict, colour=colour)
    return result


def _published(configuration: Configuration) -> FoundLog:
    """What customers have, if the configuration says where."""
    where = configuration.published
    return published_log(where, configuration.site.tag, configuration.output) if where else NO_LOG


def clock(text: str | None, site: Site) -> datetime:
    """The time that `--now` gives, else the real one, to the second."""
    return moment.clock(text, site.zone)
