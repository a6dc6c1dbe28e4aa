"""The Jinja environment of the page bodies: our own, because the host's does not escape.

Autoescape is on, an unknown name is an error, and no template sees the clock, a file or the
model's functions: what a page shows comes in as views. The words of the language are the globals
`say` and `count`; a value of theirs that is markup stays markup, all others are escaped.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from aushang.outputs.moments import Moment, Phrase
from aushang.outputs.wording import Wording, wording


def time_element(moment: Moment) -> Markup:
    """`<time datetime="2026-11-23T06:00:00+01:00">Mo., 23. November 2026, 6:00 Uhr</time>`."""
    return Markup('<time datetime="{}">{}</time>').format(moment.iso, moment.text)


def phrase_markup(phrase: Phrase) -> Markup:
    """The phrase with each of its moments as a `<time>`."""
    moments = {name: time_element(each) for name, each in phrase.moments.items()}
    return escape(phrase.message).format(**moments)


def opened(phrase: Phrase) -> Phrase:
    """The phrase as the beginning of a sentence: “Bis …” for “bis …”."""
    return Phrase(phrase.message[:1].upper() + phrase.message[1:], phrase.moments)


class _Words:
    """`say` and `count` as templates use them."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def say(self, message: str, **values: object) -> Markup:
        said = escape(self._words.say(message))
        return said.format(**values) if values else said

    def count(self, one: str, many: str, number: int) -> str:
        return self._words.count(one, many, number)


@cache
def environment(language: str) -> Environment:
    """The templates with the words of one language; compiled once per process."""
    made = Environment(
        loader=PackageLoader("aushang_theme", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words = _Words(wording(language))
    made.globals.update(say=words.say, count=words.count)
    made.filters.update(time=time_element, phrase=phrase_markup, opened=opened)
    return made
