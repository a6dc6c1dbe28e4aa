"""The theme: Material's template with our blocks, rendered once per variant, sheets joined in.

Between two pages of one variant only the slots differ. The template is rendered with a marker in
each slot and cut there; a page is then a join of bytes. `page_in_full` renders the template with
the real values, and a test holds both to be equal to the byte.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from secrets import token_hex
from types import SimpleNamespace
from typing import Final

from jinja2 import Environment, TemplateNotFound

import aushang_theme
from aushang.mkdocs import assets, fragments
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.frames import Files, Variant, own_name, variant_of, view_of
from aushang.mkdocs.overridden import OverriddenLoader
from aushang.model import ROOT
from aushang.outputs.compiled import CompiledTemplates
from aushang.outputs.shell import Frame, Sheet

SLOTS: Final = ("title", "description", "links", "linked_data", "switch", "contents", "body")

_MAIN: Final = "main.html"
_BASE: Final = "base.html"
_CATALOGUES: Final = "partials/languages/"

# Material's drawer and search are checkboxes outside every block of its template. They come before
# any text of ours, which holds no raw `<`, so the first matches are never an author's.
_CHECKBOXES = re.compile(
    r'\s*<input class="md-toggle"[^>]*>|\s*<label class="md-overlay"[^>]*></label>'
)
_CHECKBOX_COUNT = 3


class MaterialShell:
    """Implements `outputs.shell.Shell`. It keeps the pieces of each variant, so one for a build."""

    def __init__(self, configuration: Configuration, token: Callable[[], str] = token_hex) -> None:
        self._site = configuration.site
        self._host = configuration.host
        theme = Path(aushang_theme.__path__[0])
        self._assets = dict(assets.theme_files(theme, configuration.dialect))
        if self._site.has_search:
            self._assets |= assets.search_files(theme)
        self._files = Files(
            icon=assets.ICON,
            style_sheet=self._dated(assets.STYLE_SHEET),
            clock_script=self._dated(assets.CLOCK_SCRIPT),
            places_script=self._dated(assets.PLACES_SCRIPT),
            search_script=self._dated(assets.SEARCH_SCRIPT) if self._site.has_search else "",
            logo=str(self._host.theme.get("logo") or ""),
        )
        self._environment = _environment(configuration)
        self._names = {language: own_name(language) for language in self._site.languages}
        self._token = token()
        self._variants: dict[Variant, tuple[tuple[bytes, str], ...]] = {}

    def page(self, sheet: Sheet, frame: Frame) -> bytes:
        """The whole page, joined from the variant's pieces; UTF-8."""
        variant = variant_of(sheet, frame, self._site)
        pieces = self._variants.get(variant)
        if pieces is None:
            pieces = self._variants[variant] = self._cut(variant)
        values = self._values(sheet, variant)
        parts = []
        for text, slot in pieces:
            parts.append(text)
            parts.append(values[slot])
        return b"".join(parts)

    def page_in_full(self, sheet: Sheet, frame: Frame) -> bytes:
        """The same through the theme's template as a whole: slow, the truth `page` must meet."""
        variant = variant_of(sheet, frame, self._site)
        values = self._values(sheet, variant)
        return self._render(
            variant, {slot: value.decode() for slot, value in values.items()}
        ).encode()

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The style sheet, the icon and the scripts: site path and bytes."""
        yield from self._assets.items()

    def _dated(self, path: str) -> str:
        """The address of a file that changes with its bytes."""
        return f"{path}?v={assets.digest(self._assets[path])}"

    def _values(self, sheet: Sheet, variant: Variant) -> dict[str, bytes]:
        site, base = self._site, variant.base
        return {
            "title": fragments.title(sheet, variant.frame.site_name).encode(),
            "description": fragments.description(sheet).encode(),
            "links": fragments.links(sheet, site, base).encode(),
            "linked_data": fragments.linked_data(sheet.linked_data).encode(),
            "switch": fragments.switch(sheet, site, base, self._names).encode(),
            "contents": fragments.contents(sheet.headings).encode(),
            # The same as `replace`, in two thirds of its time (2 µs).
            "body": base.join(sheet.body.split(ROOT)).encode(),
            "": b"",
        }

    def _cut(self, variant: Variant) -> tuple[tuple[bytes, str], ...]:
        """The variant's text in front of each slot, with the slot's name; the last one has none."""
        marker = f"{self._token}:"
        rendered = self._render(variant, {slot: f"{marker}{slot};" for slot in SLOTS})
        first, *rest = rendered.split(marker)
        pieces = []
        before = first
        for piece in rest:
            slot, _, after = piece.partition(";")
            pieces.append((before.encode(), slot))
            before = after
        return (*pieces, (before.encode(), ""))

    def _render(self, variant: Variant, slots: Mapping[str, str]) -> str:
        catalogue = _catalogue(self._environment, variant.frame.language)
        template = self._environment.get_template(_MAIN)
        rendered = template.render(
            # What Material's base template asks for; all of it is answered by our blocks.
            config=self._host,
            nav=None,
            page=SimpleNamespace(toc=(), meta={}, url=""),
            base_url=variant.base,
            frame=view_of(variant, self._site, self._files, catalogue),
            slots=SimpleNamespace(**slots),
        )
        return _CHECKBOXES.sub("", rendered, count=_CHECKBOX_COUNT)


def _environment(configuration: Configuration) -> Environment:
    """The theme's templates through MkDocs, without the blank lines that tags leave behind."""
    environment = configuration.host.theme.get_env()
    if environment.loader:
        environment.loader = OverriddenLoader(environment.loader, base=_BASE, child=_MAIN)
    environment.bytecode_cache = CompiledTemplates("shell", ())
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    return environment


def _catalogue(environment: Environment, language: str) -> str:
    """The tag of Material's words for a language: its own, its parent's or English.

    The template is looked for and not loaded, because our own words mostly do (5 ms).
    """
    tags = (language, language.partition("-")[0])
    return next((tag for tag in tags if _is_there(environment, f"{_CATALOGUES}{tag}.html")), "en")


def _is_there(environment: Environment, template: str) -> bool:
    if environment.loader is None:
        return False
    try:
        environment.loader.get_source(environment, template)
    except TemplateNotFound:
        return False
    return True
