"""Which of many paths a wrong one was surely meant to be."""

import posixpath
import unicodedata
from collections.abc import Collection
from functools import cached_property

from aushang.model.similar import Vocabulary


class Paths:
    """Paths that there are. What a guess needs is made once, at the first wrong path."""

    def __init__(self, paths: Collection[str]) -> None:
        self._paths = paths
        self._vocabularies: dict[str, Vocabulary] = {}

    def composed_otherwise(self, wanted: str) -> str:
        """The path that looks equal and has its letters composed in another way, or nothing."""
        found = self._by_form.get(_form(wanted), "")
        return found if found != wanted else ""

    def twin(self, wanted: str) -> str:
        """The one path that differs from `wanted` in nothing but capitals or composition."""
        composed = self.composed_otherwise(wanted)
        if composed:
            return composed
        same_letters = self._by_case.get(wanted.casefold(), ())
        return same_letters[0] if len(same_letters) == 1 else ""

    def nearest(self, wanted: str) -> str:
        """The one path that is close: in case, by its name in the same folder, or by its folder.

        Names are compared and not whole paths: in one folder all paths are alike for the most part.
        """
        same_letters = self._by_case.get(wanted.casefold(), ())
        if len(same_letters) == 1:
            return same_letters[0]
        folder, name = posixpath.split(wanted.rstrip("/"))
        beside = self._by_folder.get(folder, {})
        if folder not in self._vocabularies:
            self._vocabularies[folder] = Vocabulary(beside)
        found = self._vocabularies[folder].nearest(name)
        if found:
            return beside[found]
        elsewhere = self._by_name.get(name, ())
        return elsewhere[0] if len(elsewhere) == 1 else ""

    @cached_property
    def _by_form(self) -> dict[str, str]:
        return {_form(path): path for path in sorted(self._paths)}

    @cached_property
    def _by_case(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            found.setdefault(path.casefold(), []).append(path)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for path in sorted(self._paths):
            folder, name = posixpath.split(path.rstrip("/"))
            # `kontakt.html` is as near to `kontakt/` as a name can be.
            found.setdefault(folder, {}).setdefault(posixpath.splitext(name)[0], path)
            found[folder][name] = path
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            found.setdefault(posixpath.basename(path.rstrip("/")), []).append(path)
        return found


def _form(path: str) -> str:
    return unicodedata.normalize("NFC", path)
