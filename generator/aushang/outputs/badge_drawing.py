"""A badge as SVG: a name, and beside it a shape and words on the colour of an effect.

It asks nobody for anything: no font, no script, no style. Whatever font draws it, the words take
the room that was reckoned for them (`textLength`). It is one scheme for both: the name stands on
paper, the words on the effect's dark colour, so that it can be read on a light page and a dark one.
The names, colours and shapes of effects are those of the theme; a test compares them.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from markupsafe import escape

from aushang.model import Effect
from aushang.outputs.characters import clean

COLOURS: Final = {
    Effect.OPEN: "#1c5c34",
    Effect.RESTRICTED: "#774400",
    Effect.FULL: "#563a85",
    Effect.CLOSED: "#93231b",
    None: "#5f5548",
}
SHAPES: Final = {
    Effect.OPEN: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm4.3 5.7-5.4 6-3.2-3 1.4-1.4 1.7 1.6 4-4.5Z",
    Effect.RESTRICTED: "M8 .6 16 15H0L8 .6ZM7 5.5l.3 5h1.4l.3-5ZM7 12h2v1.8H7Z",
    Effect.FULL: "M0 1h16v14H0Zm3 3v2h10V4Zm0 3.5v2h10v-2ZM3 11v2h10v-2Z",
    Effect.CLOSED: "M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7ZM3 7v2.2h10V7Z",
}
PAPER: Final = "#fffdf8"
INK: Final = "#241f19"

_SIZE = 12  # of the letters, in pixels
_ROOM = 8  # at each side of words
_SHAPE = 17  # with the room behind it
_FONT = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Liberation Sans,sans-serif"
_REMEMBERED = 10_000  # words on badges: mostly the same few

# Widths of letters in thousandths of their size, as Helvetica and its likes have them.
_WIDTHS: Final = {
    letter: width
    for width, letters in {
        222: "ijl'|",
        278: " .,:;/!fI[]t\u00a0",
        333: "r()-",
        500: "ckszJvxy",
        556: "abdeghnopqu0123456789?+–",
        611: "LTFZß",
        667: "ABEKPSVXY&",
        722: "CDHNRUw",
        778: "GOQ",
        833: "mM",
        944: "W",
    }.items()
    for letter in letters
}
_OTHER = 600
_WIDE = 1000


def drawn(name: str, words: str, effect: Effect | None, language: str) -> bytes:
    """The picture, 24 pixels high; `name` and `words` are plain text in `language`."""
    name, words = clean(name), clean(words)
    left, right = width(name), width(words)
    edge = left + 2 * _ROOM
    begins = edge + _ROOM + (_SHAPE if effect else 0)
    whole = begins + right + _ROOM
    said = escape(f"{name}: {words}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="24"'
        f' viewBox="0 0 {whole} 24" role="img" aria-label="{said}" xml:lang="{escape(language)}">'
        f"<title>{said}</title>"
        f'<rect width="{whole}" height="24" rx="4" fill="{COLOURS[effect]}"/>'
        f'<path d="M4 1h{edge - 4}v22H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3Z" fill="{PAPER}"/>'
        f"{_shape(effect, edge + _ROOM)}"
        f'<g font-family="{_FONT}" font-size="{_SIZE}">'
        f"{_text(name, _ROOM, left, INK)}{_text(words, begins, right, PAPER)}</g></svg>\n"
    ).encode()


@lru_cache(_REMEMBERED)
def width(text: str) -> int:
    """About how many pixels a text takes."""
    return -(-sum(map(_width, text)) * _SIZE // 1000)


def _width(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _WIDE
    return _WIDTHS.get(unicodedata.normalize("NFD", letter)[0], _OTHER)


def _shape(effect: Effect | None, x: int) -> str:
    if effect is None:
        return ""
    path = f'd="{SHAPES[effect]}" fill="{PAPER}" fill-rule="evenodd"'
    return f'<path transform="translate({x} 6)scale(.75)" {path}/>'


def _text(text: str, x: int, room: int, colour: str) -> str:
    fitted = f'textLength="{room}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{x}" y="16" fill="{colour}" {fitted}>{escape(text)}</text>'
