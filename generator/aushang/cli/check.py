"""`aushang check`."""

from pathlib import Path

import click

from aushang.cli.asking import Asking
from aushang.cli.options import configuration_option, now_option
from aushang.cli.reporting import Wanted, reporting_options


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@configuration_option
@now_option("Check")
@click.option("--site-url", metavar="URL", default="", help="Where the site in FOLDER will live.")
@click.option("--strict", "is_strict", is_flag=True, help="Take warnings for errors.")
@click.option("--no-cache", "is_forgetful", is_flag=True, help="Read every file of FOLDER again.")
@click.option("--fix", "is_fixing", is_flag=True, help="Mend what is certain; shows it first.")
@click.option("--yes", "is_sure", is_flag=True, help="Let --fix change files without asking.")
@click.option(
    "--external", "is_external", is_flag=True, help="Ask other sites whether links to them hold."
)
@click.option(
    "--allow-private",
    "may_ask_private",
    is_flag=True,
    help="With --external: ask machines near this one as well.",
)
@reporting_options
def check(  # noqa: PLR0913  one for each option
    *,
    folder: Path | None,
    file: Path,
    now: str | None,
    site_url: str,
    is_strict: bool,
    is_forgetful: bool,
    is_fixing: bool,
    is_sure: bool,
    is_external: bool,
    may_ask_private: bool,
    form: str,
    files: tuple[tuple[str, Path], ...],
) -> int:
    """Check a built site, or this publication without publishing.

    FOLDER is what a server would serve, whoever built it; nothing is written to it. Without it the
    publication is made as for a publish and judged, and the published folder stays as it is.
    """
    wanted = Wanted(form, files)
    if is_fixing and not wanted.is_text:
        raise click.UsageError("--fix talks to people; use it with --format text")
    asking = Asking(is_wanted=is_external, may_ask_private=may_ask_private)
    if folder is None:
        if site_url:
            raise click.UsageError("--site-url needs a FOLDER; a publication has its own site_url")
        from aushang.cli.trying import Fixing, tried  # noqa: PLC0415  a folder needs no configuration

        fixing = Fixing(is_wanted=is_fixing, is_sure=is_sure)
        return tried(file, now, is_strict=is_strict, wanted=wanted, fixing=fixing, asking=asking)
    if is_fixing:
        raise click.UsageError("--fix mends a publication; a FOLDER is mended where it is made")
    from aushang.cli.auditing import audited  # noqa: PLC0415  see above

    return audited(
        folder,
        now,
        site_url=site_url,
        is_strict=is_strict,
        is_forgetful=is_forgetful,
        wanted=wanted,
        asking=asking,
    )
