"""Words of links that do not say where these lead."""

import re
from functools import lru_cache

_GERMAN = """
hier|da|dort|hier klicken|klick hier|klicke hier|klickt hier|klicken sie hier|bitte hier klicken
hier entlang|hier geht es weiter|hier gehts weiter|hier geht's weiter|hier lesen|hier ansehen
siehe hier
mehr|mehr lesen|mehr erfahren|mehr dazu|mehr infos|mehr informationen|mehr info|lies mehr
lesen sie mehr|erfahren sie mehr|erfahre mehr|erfahrt mehr|weitere infos|weitere informationen
weiterlesen|weiter lesen|jetzt lesen|details|infos|link|dieser link|diesen link|diesem link
diese seite|dieser seite
"""
_ENGLISH = """
here|click here|please click here|click|click this|this|this link|this page|link|more|read more
read this|learn more|find out more|see more|see here|more info|more information|more details
further information|info|details|go here
"""
PHRASES = frozenset((_GERMAN + "|" + _ENGLISH).replace("\n", "|").split("|")) - {""}

_BETWEEN = re.compile(r"[\s\u00ad\u200b]+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_URL = re.compile(r"https?://\S+|www\.[^\s/]+/\S+", re.IGNORECASE)
_SURE = 2
_LONGEST = max(map(len, PHRASES))


def _either_case(text: str) -> str:
    return "".join(f"(?:{re.escape(one.lower())}|{re.escape(one.upper())})" for one in text)


_HEADS = sorted({phrase[:3] for phrase in PHRASES} | {"htt", "www"})
SURELY_TELLING = (
    rf"(?!{'|'.join(map(_either_case, _HEADS))})(?:[A-Za-z0-9]|Ä|Ö|Ü|ä|ö|ü){{3}}"
).encode()
"""What words of a link may begin with so that `surely_tells`, as a pattern of bytes in UTF-8.

Three letters as no phrase begins, or shorter than these.
"""


def is_url(text: str) -> bool:
    """Whether a link's words are an address, which nobody reads and a screen reader spells out."""
    return _URL.fullmatch(text) is not None


@lru_cache(1024)
def is_vague(text: str) -> bool:
    """Whether a link's words tell nothing: a phrase as above, or no letter and no digit at all."""
    said = _bare(text)
    return not said or said in PHRASES or is_url(text.strip())


@lru_cache(4096)
def surely_tells(beginning: str) -> bool:
    """Whether a link whose words begin like this is not vague, however they go on."""
    said = _bare(beginning)
    if len(said) < _SURE or "http".startswith(said[:4]) or "www".startswith(said[:3]):
        return False
    return len(said) > _LONGEST or not any(phrase.startswith(said) for phrase in PHRASES)


def _bare(text: str) -> str:
    return _BETWEEN.sub(" ", _EDGES.sub("", text.casefold())).replace("’", "'")
