"""Pages that lead on by themselves, and references that end on one."""

from collections.abc import Callable, Mapping

from aushang.checks.written.facts import Facts, Form, Reference
from aushang.checks.written.problems import Problem
from aushang.checks.written.resolution import Resolver, Target, page_of
from aushang.model.addresses import file_of

_LINKS = frozenset({"a", "area"})
REFRESH = "refresh"
"""The word of a reference that a browser follows by itself."""


class Redirects:
    """The redirect pages of a site, as far as they are asked for.

    `leads_on` tells whether a file is one without its facts being asked for.
    """

    def __init__(
        self, facts: Mapping[str, Facts], resolver: Resolver, leads_on: Callable[[str], bool]
    ) -> None:
        self._facts = facts
        self._resolver = resolver
        self._leads_on = leads_on

    def is_one(self, file: str) -> bool:
        """Whether a file of the site is a redirect page."""
        return self._leads_on(file)

    def problem_of(self, file: str, reference: Reference, target: str) -> Problem | None:
        """What is wrong with a reference of `file` to the file `target`, which is there."""
        if not target or not self.next_of(target):
            return None
        if reference.element == REFRESH:
            return Problem.LOOP if self._is_in_circle(file) else Problem.CHAIN
        # Who is kept on a redirect page has a link to where it leads: that is the same fault.
        is_link = self._facts[file].form is Form.HTML and reference.element in _LINKS
        return Problem.MOVED if is_link and not self._leads_on(file) else None

    def next_of(self, file: str) -> str:
        """The file of ours to which a redirect page leads; empty if it is none or leads away."""
        target = self.target_of(file)
        found = file_of(target.path) if target else ""
        return found if found in self._facts else ""

    def target_of(self, file: str) -> Target | None:
        """Where on our site a redirect page leads."""
        if file not in self._facts or not self._leads_on(file):
            return None
        facts = self._facts[file]
        url = next((one.url for one in facts.references if one.element == REFRESH), None)
        if url is None:
            return None
        return self._resolver.target(url, self._resolver.base_of(page_of(file), facts.base))

    def end_of(self, file: str) -> str:
        """The file where a reader ends who is led on from `file`; empty in a circle."""
        seen = set[str]()
        while file not in seen:
            seen.add(file)
            following = self.next_of(file)
            if not following:
                return file
            file = following
        return ""

    def _is_in_circle(self, file: str) -> bool:
        seen = set[str]()
        at = self.next_of(file)
        while at and at not in seen:
            if at == file:
                return True
            seen.add(at)
            at = self.next_of(at)
        return False
