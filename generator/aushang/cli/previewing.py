"""What `aushang serve` previews, and how it tells at the terminal what happens."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from aushang.build.first import Pages as FirstPages
from aushang.build.first import first_pages
from aushang.build.live import Live
from aushang.build.memory import Memory
from aushang.build.project import Host
from aushang.build.result import Outcome, Result
from aushang.build.target import target
from aushang.cli.building import clock, judged, opened
from aushang.cli.summary import volume
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.host import host, project
from aushang.model import AushangError
from aushang.reports.legible import harmless
from aushang.reports.sentences import sentence
from aushang.serve.changes import Places
from aushang.serve.edited import Pages
from aushang.serve.preview import Subject
from aushang.serve.requests import Shown
from aushang.serve.searching import Searching, Stoppable

_NAMED = 3  # changed files


@dataclass(slots=True)
class Terminal:
    """Tells what happens. Paths are shown below `root`, addresses after `origin`."""

    root: Path = Path()
    origin: str = ""

    def begin(self, origin: str, base: str) -> None:
        """The first build is over: say where the site is."""
        self.origin = origin
        self.moved(base)

    def moved(self, base: str) -> None:
        """Say where the site is, whenever that changes."""
        click.echo(f"Showing the site at {self.origin}{base} (Ctrl-C ends it)")

    def changed(self, paths: frozenset[Path]) -> None:
        """Name some of the files; the first build and one by the clock have none."""
        if paths:
            click.echo(f"\nchanged: {_names(paths, self.root)}")

    def built(self, result: Result, seconds: float) -> None:
        """Say what came of it; findings have been told."""
        if not self.origin and not result.is_refused:
            click.echo(f"{volume(result)} ({seconds:.1f} s)")
        elif result.is_refused:
            click.echo(f"The last good site stays ({seconds:.2f} s).")
        elif result.outcome is Outcome.UNCHANGED:
            click.echo(f"the site is as it was ({seconds:.2f} s)")
        else:
            click.echo(f"rebuilt ({seconds:.2f} s)")

    def failed(self, error: AushangError) -> None:
        """Say the sentence; the preview goes on."""
        click.echo(f"aushang: error: {sentence(error.message, error.hint)}", err=True)

    def searched(self, seconds: float) -> None:
        """Say that the search finds what the site says now."""
        click.echo(f"the search is up to date ({seconds:.1f} s)")

    def edited(self, address: str) -> None:
        """Say where the page is that was edited."""
        if self.origin:
            click.echo(f"edited: {self.origin}{address}")


@dataclass(frozen=True, slots=True)
class _Works:
    """What builds one subject, again and again. `search` is the folder of its index, if any."""

    configuration: Configuration
    host: Host
    memory: Memory
    searching: Searching
    terminal: Terminal
    search: Path | None

    def rebuild(self, at: datetime) -> Result:
        """The whole site as of a time."""
        self.searching.stop()
        return judged(
            self.configuration,
            now=at,
            is_quiet=bool(self.terminal.origin),
            furnished=self.host,
            memory=self.memory,
        )

    def first(self, at: datetime, touched: frozenset[Path]) -> FirstPages:
        """The pages that can be shown before."""
        self.searching.stop()
        what = project(self.configuration)
        return first_pages(what, self.host, self.memory, touched, now=at)

    def rest(self) -> None:
        """What has time."""
        self.memory.write()
        found = self.memory.searchable()
        if self.search and found:
            self.searching.begin(self.search, found)


def subject_of(file: Path, now: str | None, terminal: Terminal, searching: Searching) -> Subject:
    """What mkdocs.yml says is to be previewed, as of `now`. Raises AushangError."""
    searching.stop()
    opening = opened(file)
    configuration = replace(opening, output=preview_folder(opening.output))
    clock(now, configuration.site)  # what is no time is told at once
    terminal.root = configuration.root
    place = target(configuration.output, root=configuration.root, content=configuration.content)
    search = _search_folder(configuration.output) if configuration.site.has_search else None
    memory = Memory(place, is_ours_alone=True, live=Live())
    works = _Works(configuration, host(configuration), memory, searching, terminal, search)
    pages = Pages(configuration.content, configuration.site, works.host.markdown)
    return Subject(
        places=_places(configuration),
        settings=(configuration.file, *_own_theme(configuration)),
        shown=Shown(configuration.output.resolve(), configuration.site.base_path, search),
        now=partial(clock, now, configuration.site),
        rebuild=works.rebuild,
        first=works.first,
        rest=works.rest,
        page_of=pages.of if configuration.dialect == "gfm" else _no_page,
        is_timeless=now is not None,
    )


def open_indexer() -> Stoppable:
    """What makes the index. Raises AushangError if it is not installed."""
    from aushang.search.index import installed  # noqa: PLC0415  only who has a search needs it

    return installed()


def preview_folder(output: Path) -> Path:
    """Where the preview of `site` is written: `.site.preview/site`, so that it is never published.

    What the engine keeps lies beside it, so a second start is quick.
    """
    return output.with_name(f".{output.name}.preview") / output.name


def _search_folder(output: Path) -> Path:
    """Where the index of the preview's search is, beside the site that it shows."""
    return output.with_name(f".{output.name}.search")


def _places(configuration: Configuration) -> Places:
    """The content, templates of one's own, mkdocs.yml, and what its setting `watch` names."""
    others = [*_own_theme(configuration), *map(Path, configuration.host.watch)]
    files = [each for each in others if each.is_file()]
    folders = [each for each in others if each not in files]
    return Places((configuration.content, *folders), (configuration.file, *files))


def _own_theme(configuration: Configuration) -> list[Path]:
    own = configuration.host.theme.custom_dir
    return [Path(own)] if own else []


def _no_page(_: Path) -> None:
    """A blog of Material's make: its addresses follow from all its files together."""


def _names(changed: frozenset[Path], root: Path) -> str:
    names = []
    for path in sorted(changed):
        with suppress(ValueError):
            names.append(harmless(str(path.relative_to(root))))
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
