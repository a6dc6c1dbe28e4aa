"""The Jinja environment of the page bodies: our own, because the host's does not escape.

Autoescape is on, an unknown name is an error, and no template sees the clock, a file or the
model's functions: what a page shows comes in as views. The words of the language are filters
(`"Das gilt jetzt" | say`), which Jinja works out once, when it compiles the template; a value of
theirs that is markup stays markup, all others are escaped.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

import aushang_theme
from aushang.outputs.compiled import CompiledTemplates
from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.pages.passages import (
    address_markup,
    badge_markup,
    link_markup,
    links_markup,
    words_markup,
)
from aushang.outputs.wording import Wording, wording

Macro = Callable[..., Markup]

_HERE = Path(__file__)
_WORKED_OUT_WITH = (
    _HERE,
    _HERE.with_name("passages.py"),
    _HERE.parents[1] / "wording.py",
    _HERE.parents[1] / "catalogue.py",
    *Path(aushang_theme.__path__[0]).glob("locales/*/LC_MESSAGES/*.po"),
)
"""Filters of constant words are worked out while templates are compiled; this is what decides."""

_REMEMBERED = 10_000  # moments; a list and the pages behind it tell the same ones


@lru_cache(_REMEMBERED)
def time_element(moment: Moment) -> Markup:
    """`<time datetime="2026-11-23T06:00:00+01:00">Mo., 23. November 2026, 6:00 Uhr</time>`."""
    html = f'<time datetime="{moment.iso}">{escape(moment.text)}</time>'
    return Markup(html)  # noqa: S704  # both are escaped or of digits


def phrase_markup(phrase: Phrase) -> Markup:
    """The phrase with each of its moments as a `<time>`."""
    moments = {name: str(time_element(each)) for name, each in phrase.moments.items()}
    return Markup(str(escape(phrase.message)).format(**moments))  # noqa: S704  # both are escaped


class _Words:
    """The words of a language as filters."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def say(self, message: str, **values: object) -> Markup:
        """The words for a German message, its places filled."""
        said = escape(self._words.say(message))
        return said.format(**values) if values else said

    def counted(self, number: int, one: str, many: str) -> str:
        """The words for a counted thing, from those for one and for many."""
        return self._words.count(one, many, number)


@cache
def template(language: str, name: str) -> Template:
    """A template with the words of a language; compiled once per process, when it is needed."""
    return _environment(language).get_template(name)


@cache
def macros(language: str, name: str) -> Mapping[str, Macro]:
    """The macros of a template by their names. A call costs a third of a template's rendering."""
    return vars(template(language, name).module)


@cache
def _environment(language: str) -> Environment:
    made = Environment(
        loader=PackageLoader("aushang_theme", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(f"pages-{language}", _WORKED_OUT_WITH),
    )
    words = _Words(wording(language))
    made.filters.update(
        say=words.say,
        counted=words.counted,
        time=time_element,
        phrase=phrase_markup,
        words=words_markup,
        link=link_markup,
        links=links_markup,
        badge=badge_markup,
        address=address_markup,
    )
    return made
