"""What languages are called, for readers of a page that is not in theirs."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from aushang.model import PostText
from aushang.outputs.pages.press import Press
from aushang.outputs.wording import Wording

_REMEMBERED = 100  # pairs of languages; asking Babel takes 50 µs


def tongue(press: Press, text: PostText) -> str:
    """“in German”, where a text is not in the language of the page."""
    if text.language == press.language:
        return ""
    return in_language(press.words, text.language)


def in_language(words: Wording, language: str) -> str:
    """“auf Deutsch”, “in German”."""
    return words.say("auf {language}", language=language_name(words, language))


@lru_cache(_REMEMBERED)
def language_name(words: Wording, language: str) -> str:
    """“Englisch” for `en`; the tag itself where Babel has no name."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(words.locale)
    except (UnknownLocaleError, ValueError):
        return language
    return name or language
