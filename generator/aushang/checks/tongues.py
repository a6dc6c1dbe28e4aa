"""Whether a text is in German or in English: small words of one language fill a third of any text.

Only words that the other language does not have are counted (“die”, “in”, “war” are left out).
"""

from collections.abc import Mapping

FEWEST_WORDS = 40
"""Shorter texts are names, quotations and lists, and tell nothing for sure."""

_GERMAN = """
    ab als auch auf aus bei bis dass das dem den der des dich du durch ein eine einem einen
    einer eines er es euch euer eure für gibt haben ich ihr im ist kann kein keine können mit
    nach nicht noch nur oder ohne sein seine seit sich sie sind sowie uns und unser unsere vom
    von vor wenn werden wie wieder wir wird zu zum zur zwei über
"""
_ENGLISH = """
    a about and are as at be been but by can could do does for from had has have if into is it
    its more my no not of on or other our than that the their there these they this to until
    up we were what when which will with would you your
"""
_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "de": frozenset(_GERMAN.split()),
    "en": frozenset(_ENGLISH.split()),
}
_ENOUGH = 1000
"""Characters: a hundred and fifty words tell as surely as a thousand."""
_MUCH = 0.15
_TIMES = 6


def tongue(text: str, said: str) -> str:
    """The other language, if the text is surely in it and not in the one that it is `said` to be.

    Languages are `de` and `en`; nothing is known of others. Empty if all is as it is said.
    """
    own = _SMALL_WORDS.get(said)
    words = text[:_ENOUGH].split()
    if own is None or len(words) < FEWEST_WORDS:
        return ""
    # Even if all the others were foreign; so it is nearly always.
    if len(words) < (_TIMES + 1) * sum(map(own.__contains__, words)):
        return ""
    words = [word.lower() for word in words]
    fitting = sum(map(own.__contains__, words))
    other = "en" if said == "de" else "de"
    foreign = sum(map(_SMALL_WORDS[other].__contains__, words))
    return other if foreign >= _MUCH * len(words) and foreign >= _TIMES * fitting else ""
