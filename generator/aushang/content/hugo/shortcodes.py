"""Hugo's shortcodes, found and taken apart (https://gohugo.io/content-management/shortcodes/)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TAG = re.compile(
    r"\{\{([<%])(?!/\*)\s*(/?)\s*([\w./-]+)\s*"
    r"((?:[^\"`]|\"[^\"]*\"|`[^`]*`)*?)(/?)\s*[>%]\}\}"
)
_ARGUMENT = re.compile(r"(?:([\w-]+)\s*=\s*)?(?:\"((?:[^\"\\]|\\.)*)\"|`([^`]*)`|([^\s\"`]+))")
_COMMENTED = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One use: its name, its arguments by name or by position (`0`, `1` …), and what it encloses.

    `offset` is where it begins in the text, in characters.
    """

    name: str
    arguments: Mapping[str, str]
    inner: str
    offset: int

    def get(self, *names: str) -> str:
        """The first argument that is there under one of `names`, or nothing."""
        return next((self.arguments[name] for name in names if name in self.arguments), "")


def replace_shortcodes(
    text: str, replacement: Callable[[Shortcode], str], names: frozenset[str] = frozenset()
) -> str:
    """`text` with its shortcodes replaced, all of them or those called one of `names`."""
    parts = []
    position = 0
    for match in _TAG.finditer(text):
        name = match[3]
        if match.start() < position or match[2] or (names and name not in names):
            continue
        parts.append(text[position : match.start()])
        inner, position = _inner(text, name, match)
        parts.append(
            replacement(Shortcode(name, _arguments(match[4]), inner, offset=match.start()))
        )
    parts.append(text[position:])
    return "".join(parts)


def show_quoted(text: str) -> str:
    """`text` with shortcodes that are only talked about (`{{</* … */>}}`) as a reader saw them."""
    return _COMMENTED.sub(r"{{\1\2\3}}", text)


def _inner(text: str, name: str, opening: re.Match[str]) -> tuple[str, int]:
    """What the shortcode encloses, and where it ends; nothing if it has no closing tag."""
    if opening[5]:
        return "", opening.end()
    closing = re.compile(r"\{\{[<%]\s*/\s*" + re.escape(name) + r"\s*[>%]\}\}")
    match = closing.search(text, opening.end())
    if match is None:
        return "", opening.end()
    return text[opening.end() : match.start()], match.end()


def _arguments(raw: str) -> dict[str, str]:
    found = {}
    for number, match in enumerate(_ARGUMENT.finditer(raw)):
        value = next((match[group] for group in (2, 3, 4) if match[group] is not None), "")
        found[match[1] or str(number)] = value.replace('\\"', '"')
    return found
