"""AU108 placeholder."""

from collections.abc import Iterator, Sequence
from itertools import chain

from selectolax.lexbor import LexborHTMLParser

from aushang.checks.placeholders import may_hold_any, placeholders
from aushang.checks.prose import Prose, prose, prose_of_site
from aushang.checks.rules import check
from aushang.model import Diagnostic, Publication

_CODE = "code, pre, kbd, samp"
_TOGETHER = 16
"""Titles, summaries, texts: of a few posts, so that one in doubt does not cast it on all."""


@check("AU108", stage="text", since="0.1")
def placeholder(publication: Publication) -> Iterator[Diagnostic]:
    """Words that hold a place for others which were never written.

    What it finds: “Lorem ipsum”, notes to oneself (TODO, FIXME, TBD, XXX), “folgt in Kürze” and
        “coming soon”, times and amounts that were to be filled in (“xx.xx.”, “XX Uhr”), and marks
        of templates (`{{ name }}`, `[Datum]`, `<Platzhalter>`, `$VAR`), in titles, texts and data
        files. Code is let be, and so is a word in quotes.
    Why it matters: the reader came for what should stand there, and sees that nobody looked.
    Bad: “Das Becken öffnet am xx.xx. wieder, weitere Infos folgen in Kürze.”
    Good: “Wann das Becken wieder öffnet, schreiben wir hier am Freitag bis 12 Uhr.”
    """
    for words in chain(_doubtful(prose(publication)), prose_of_site(publication.site)):
        for found in dict.fromkeys(placeholders(words.text)):
            if not words.html or found in _outside_code(words):
                yield Diagnostic(
                    code="AU108",
                    message=f"{words.part} holds a placeholder, “{found}”",
                    location=words.position,
                    hint="write what belongs there, or leave it out",
                    quote=found,
                )


def _doubtful(every: Sequence[Prose]) -> Iterator[Prose]:
    """Those that may hold one. Many texts are cleared in one go, in half of the time."""
    for start in range(0, len(every), _TOGETHER):
        some = every[start : start + _TOGETHER]
        if may_hold_any("\n".join([words.text for words in some])):
            yield from some


def _outside_code(words: Prose) -> frozenset[str]:
    tree = LexborHTMLParser(words.html)
    for node in tree.css(_CODE):
        node.replace_with(" “ ")
    return frozenset(placeholders(tree.text(deep=True)))
