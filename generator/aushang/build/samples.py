"""Whether pages that are joined are those that the theme's template makes, checked on samples.

A page is joined from pieces that all pages of its kind share. That is right as long as no template
does anything with a page's own parts but show them; a template of the publication's own may.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aushang.model import AushangError
from aushang.outputs.shell import Frame, Sheet, Shell

_SAMPLES = 20
"""Pages of different kinds in each process: 0.8 ms each."""

_SHOWN = 40  # characters of each page from where they differ


@dataclass(slots=True)
class Sampled:
    """Implements `outputs.shell.Shell` with another one's pages.

    The first page of each kind, up to a number, is made in full as well. Raises AushangError where
    the two differ.
    """

    shell: Shell
    _kinds: set[tuple[object, ...]] = field(default_factory=set)

    def page(self, sheet: Sheet, frame: Frame) -> bytes:
        """The other shell's page. Raises AushangError where a sample differs from it in full."""
        joined = self.shell.page(sheet, frame)
        kind = (sheet.language, sheet.section, sheet.path.count("/"), bool(sheet.headings))
        if kind not in self._kinds and len(self._kinds) < _SAMPLES:
            self._kinds.add(kind)
            whole = self.shell.page_in_full(sheet, frame)
            if joined != whole:
                raise _difference(sheet.path, joined, whole)
        return joined

    def page_in_full(self, sheet: Sheet, frame: Frame) -> bytes:
        """The other shell's page in full."""
        return self.shell.page_in_full(sheet, frame)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The other shell's files."""
        return self.shell.assets()


def _difference(path: str, joined: bytes, whole: bytes) -> AushangError:
    one, other = joined.decode("utf-8", "replace"), whole.decode("utf-8", "replace")
    both = zip(one, other, strict=False)
    place = next((at for at, (a, b) in enumerate(both) if a != b), min(len(one), len(other)))
    here, there = (text[place : place + _SHOWN] for text in (one, other))
    return AushangError(
        f"the page “/{path}” has “{here}” where the theme's template has “{there}”",
        "in templates of your own, show each of the `slots` as it is; if you have none, this is a "
        "fault of aushang: report it",
    )
