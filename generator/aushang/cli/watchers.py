"""How far a build is: a line for each step. On a terminal it is a bar, see `bar`."""

from dataclasses import dataclass

import click

from aushang.build.progress import Step

DOING = {
    Step.LOAD: "reading the content",
    Step.CHECK_SOURCES: "checking the content",
    Step.RENDER: "writing the site",
    Step.CHECK_ARTIFACTS: "checking the site",
    Step.SWITCH: "publishing",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """One line for each step, for log files and pipes."""

    def begin(self, step: Step) -> None:
        """Say what is being done."""
        click.echo(f"{DOING[step]} …")

    def written(self, files: int) -> None:
        """Nothing: a log needs no counter."""
