"""The live preview: something wakes it, the site is built, the browsers and the terminal are told.

What builds is one callable that comes in. Whatever is wrong, with the content, the configuration or
the disk, is told, and the preview goes on with the last good site.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from time import perf_counter
from typing import NoReturn, Protocol

from aushang.build.result import Outcome, Result
from aushang.model import AushangError
from aushang.model.addresses import encoded
from aushang.serve.board import Board
from aushang.serve.changes import Changes, Places
from aushang.serve.notices import of_error, of_result
from aushang.serve.requests import Shown, answer

_TICK = 10.0  # seconds; in shorter ones the wall clock is looked at, since a computer may sleep
_PERIOD = timedelta(minutes=5)
"""How often a site is built because time passes: as often as a scheduler would publish it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is previewed, as the configuration says it.

    `settings` are the files and folders of which the subject itself is made: the configuration and
    templates. `rebuild` builds the site as of a time into `shown.folder`. `first` gives pages of it
    that can be shown before, if something has happened at these paths and nowhere else since the
    last time (see `Shown.first`). `rest` is for what has time until everybody has been told.
    `page_of` is the site path of the page that a content file makes, or None. With `is_timeless`
    the clock stands still.
    """

    places: Places
    settings: tuple[Path, ...]
    shown: Shown
    now: Callable[[], datetime]
    rebuild: Callable[[datetime], Result]
    first: Callable[[datetime, frozenset[Path]], Mapping[str, bytes]]
    rest: Callable[[], None]
    page_of: Callable[[Path], str | None]
    is_timeless: bool = False

    def is_made_of(self, touched: frozenset[Path]) -> bool:
        """Whether one of the paths is a setting, or lies in a folder of them."""
        return any(path.is_relative_to(each) for path in touched for each in self.settings)


class Teller(Protocol):
    """Who tells the person at the terminal."""

    def changed(self, paths: frozenset[Path]) -> None:
        """These were touched, and a build begins; nothing where time alone has passed."""

    def built(self, result: Result, seconds: float) -> None:
        """A build is over, with the site shown or with findings that kept it back."""

    def failed(self, error: AushangError) -> None:
        """No build could be made."""

    def moved(self, base: str) -> None:
        """The site lives under another path now."""

    def edited(self, address: str) -> None:
        """The page that was edited is at this address, the part of a URL after the host."""


class Preview:
    """Builds when something changes. `show` tells the server what to show.

    Who writes looks at one page, and lists take longer than it. So where it is sure to be what the
    whole build makes of it, the edited page is shown first.
    """

    def __init__(
        self,
        open_subject: Callable[[], Subject],
        *,
        board: Board,
        teller: Teller,
    ) -> None:
        """Raises AushangError if the configuration is wrong: then there is nothing to preview."""
        self._open = open_subject
        self._board = board
        self._teller = teller
        self._is_stale = False
        self._is_good = False
        self._built_at: datetime | None = None
        self._fault = ""
        self.subject = open_subject()

    def run(self, changes: Changes, show: Callable[[Shown], None]) -> NoReturn:
        """Wait and build for ever."""
        while True:
            try:
                touched = changes.wait(_TICK)
                if touched or self.is_due():
                    self.build(touched, changes, show)
            except AushangError as error:  # the system does not let us watch
                self._fail(error)

    def build(
        self, touched: frozenset[Path], changes: Changes, show: Callable[[Shown], None]
    ) -> None:
        """Build once, and tell."""
        self._teller.changed(touched)
        try:
            if self._is_stale or self.subject.is_made_of(touched):
                self._reopen(changes, show)
            began = perf_counter()
            self._built_at = self.subject.now()
            is_shown = self._show_first(self._built_at, touched, show)
            try:
                result = self.subject.rebuild(self._built_at)
            finally:
                if is_shown:
                    show(self.subject.shown)
            self._tell(result, touched, perf_counter() - began, is_shown=is_shown)
        except AushangError as error:
            self._fail(error)
        except OSError as fault:
            # A file or folder went while it was read; more will be heard of it.
            why = f"“{fault.filename}” cannot be read: {fault.strerror or fault}"
            self._fail(AushangError(why, "it is tried again in a moment"))

    def _reopen(self, changes: Changes, show: Callable[[Shown], None]) -> None:
        self._is_stale = True
        before = self.subject
        self.subject = self._open()
        self._is_stale = False
        if self.subject.places != before.places:
            changes.watch(self.subject.places)
        show(self.subject.shown)
        if self.subject.shown.base != before.shown.base:
            self._teller.moved(self.subject.shown.base)

    def _show_first(
        self, at: datetime, touched: frozenset[Path], show: Callable[[Shown], None]
    ) -> bool:
        """Show what can be shown before the whole site is built, and tell; whether there is any.

        It is of the generation that the whole site will have.
        """
        # While something is wrong, only the whole build knows whether it is mended.
        first = self.subject.first(at, touched) if self._is_good and touched else {}
        if not first:
            self._board.post(is_building=True)
            return False
        show(replace(self.subject.shown, first=first))
        news = self._board.news
        generation = news.generation + 1
        edited = self._edited(touched)
        self._board.post(
            is_building=True,
            generation=generation,
            edited=edited or news.edited,
            edited_in=generation if edited else news.edited_in,
        )
        if edited:
            self._teller.edited(edited)
        return True

    def _tell(
        self, result: Result, touched: frozenset[Path], seconds: float, *, is_shown: bool
    ) -> None:
        """Tell of the whole site; `is_shown` says that the edited page was told already."""
        news = self._board.news
        generation = news.generation + (result.outcome is Outcome.PUBLISHED and not is_shown)
        edited = "" if result.is_refused or is_shown else self._edited(touched)
        self._is_good = not result.is_refused
        self._board.post(
            is_building=False,
            generation=generation,
            edited=edited or news.edited,
            edited_in=generation if edited else news.edited_in,
            **of_result(result),
        )
        self._fault = ""
        self._teller.built(result, seconds)
        if edited:
            self._teller.edited(edited)
        self.subject.rest()

    def _edited(self, touched: frozenset[Path]) -> str:
        """The address of the one page that was edited; empty for none and for several."""
        subject = self.subject
        paths = {path for file in touched if (path := subject.page_of(file)) is not None}
        if len(paths) != 1:
            return ""
        address = subject.shown.base + encoded(paths.pop())
        return address if answer(address, subject.shown).status is HTTPStatus.OK else ""

    def _fail(self, error: AushangError) -> None:
        self._is_good = False
        self._board.post(is_building=False, **of_error(error))
        if self._fault != error.message:  # it is tried again and again, and told once
            self._teller.failed(error)
        self._fault = error.message

    def is_due(self) -> bool:
        """Whether the last try failed, or somebody looks at a site that time has passed by."""
        if self._fault:
            return True
        if self.subject.is_timeless or self._built_at is None or not self._board.readers:
            return False
        return _period(self.subject.now()) != _period(self._built_at)


def _period(at: datetime) -> int:
    return int(at.timestamp() // _PERIOD.total_seconds())
