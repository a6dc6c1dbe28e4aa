"""Our reader of catalogues reads what Babel reads."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from aushang.outputs.catalogue import EMPTY, catalogue

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "themes/aushang_theme/locales").glob("*/LC_MESSAGES/aushang.po"))
POLISH = r"""
# Words with all that a file may hold.
msgid ""
msgstr ""
"Language: pl\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : "
"2);\n"

#: pages/post.html:3
msgid "Ein „Wort“ \"hier\"\n"
"und \\ dort"
msgstr "Jedno „słowo“ \"tu\"\n"
"i \\ tam"

msgid "{number} Meldung"
msgid_plural "{number} Meldungen"
msgstr[0] "{number} komunikat"
msgstr[1] "{number} komunikaty"
msgstr[2] "{number} komunikatów"

#, fuzzy
msgid "Unsicher"
msgstr "Może"

msgid "Ohne Worte"
msgstr ""

#~ msgid "Früher"
#~ msgstr "Dawniej"
"""


@pytest.mark.parametrize("text", [*(file.read_text() for file in CATALOGUES), POLISH])
def test_each_word_is_what_babel_reads(text: str) -> None:
    """Every message of a file, with its plurals, and no other."""
    found = catalogue(text)
    expected = {}
    for message in read_po(BytesIO(text.encode()), abort_invalid=True):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        words = message.string if isinstance(message.string, tuple) else (message.string,)
        if ids[0] and all(words) and not message.fuzzy:
            expected[ids[0]] = words
    assert found.forms == expected


def test_plurals_follow_the_rule_of_the_language() -> None:
    """Polish has three forms."""
    words = catalogue(POLISH)
    told = [words.count("{number} Meldung", "{number} Meldungen", n) for n in (1, 3, 5, 22)]
    assert told == [
        "{number} komunikat",
        "{number} komunikaty",
        "{number} komunikatów",
        "{number} komunikaty",
    ]


def test_what_has_no_words_stays_as_it_is() -> None:
    """A message without words, or with unsure ones, is said in German."""
    for words in (EMPTY, catalogue(POLISH)):
        assert words.say("Ohne Worte") == "Ohne Worte"
        assert words.say("Unsicher") == "Unsicher"
        assert words.count("ein Tag", "Tage", 1) == "ein Tag"
        assert words.count("ein Tag", "Tage", 2) == "Tage"
