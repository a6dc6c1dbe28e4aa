"""Where links, pictures and headings stand in a Markdown source, found by reading it.

Python-Markdown forgets where things came from: what it makes is matched with what stands in the
source by kind and address, in order. comrak is wrong in few places, and there it is set right.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from aushang.model.addresses import slugify

_CODE = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)?(?P=indent)(?P=fence)[`~]*[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
_DEFINITION = re.compile(
    r"^[ \t]*\[(?P<label>[^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?(?P<target>[^\s>]+)", re.MULTILINE
)
_INLINE = re.compile(r"\(\s*(?:<([^>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))")
_LABEL = re.compile(r"[ ]?\n?[ \t]*\[([^\[\]]*)\]")
_BRACKET = re.compile(r"\\.|!?\[|\]", re.DOTALL)
_ADDRESS = re.compile(
    r"<((?:https?|ftp|mailto|tel):[^\s>]+|[^\s<>@]+@[^\s<>]+)>|(?:https?://|www\.)[^\s<>\"']+"
    r"|(?<![\w.+:/<-])[\w.+-]+@[\w-]+\.[\w.-]+"
)
_HEADING = re.compile(
    r"^[ \t]*(?P<signs>#{1,6})(?P<words>[^#\n][^\n]*)|^(?P<line>[^\n]+)\n(?P<rule>=+|-+)[ \t]*$",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(r"\{[^}\n]*\}\s*$|:[a-z0-9-]+:")


@dataclass(slots=True)
class Sightings:
    """Offsets into a text, waiting to be claimed; each is given out once."""

    links: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    headings: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))

    def link(self, kind: str, target: str) -> int | None:
        """The next place where `target` is linked to (`a`) or shown (`img`), if there is one."""
        waiting = self.links.get((kind, normal_address(target)))
        return waiting.pop(0) if waiting else None

    def nearest(self, kind: str, target: str, offset: int) -> int | None:
        """The place nearest to `offset` where `target` is linked to or shown."""
        places = self.links.get((kind, normal_address(target)), ())
        after = bisect_left(places, offset)
        around = places[max(after - 1, 0) : after + 1]
        return min(around, key=lambda place: abs(place - offset), default=None)

    def heading(self, level: int, words: str) -> int | None:
        """The next heading of that level with these words, else the next one of that level."""
        waiting = self.headings.get(level)
        if not waiting:
            return None
        wanted = slugify(words)
        fitting = (place for place in waiting if place[1] == wanted)
        found = next(fitting, waiting[0])
        del waiting[: waiting.index(found) + 1]
        return found[0]


def prose(text: str) -> str:
    """The text with its code and comments blanked out; everything else keeps its offset."""
    return _CODE.sub(_blank, text)


def normal_address(target: str) -> str:
    """One spelling for an address, whatever a renderer did to it."""
    return unquote(unescape(target))


def sightings(text: str) -> Sightings:
    """Everything in `text` that looks like a link, a picture or a heading and is not code."""
    found = Sightings()
    words = prose(text)
    targets = {_normal(match["label"]): match["target"] for match in _DEFINITION.finditer(words)}
    seen = [*_bracketed(words, targets), *_addresses(words)]
    for offset, kind, target in sorted(seen):
        found.links[kind, normal_address(target)].append(offset)
    for match in _HEADING.finditer(words):
        level = len(match["signs"]) if match["signs"] else 1 + (match["rule"][0] == "-")
        offset = match.start() + _indentation(match[0])
        said = text[offset : match.end()].partition("\n")[0].strip("# ")
        found.headings[level].append((offset, slugify(_ATTRIBUTES.sub("", said))))
    return found


def _bracketed(prose: str, targets: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """`[words](address)`, `[words][label]`, `[label]`, and the same with `!`."""
    open_: list[tuple[int, int]] = []
    definitions = {match.start("label") for match in _DEFINITION.finditer(prose)}
    read = 0
    for sign in _BRACKET.finditer(prose):
        if sign.start() < read:
            continue
        if sign[0].endswith("["):
            open_.append((sign.start(), sign.end()))
        elif sign[0] == "]" and open_:
            start, inside = open_.pop()
            if inside in definitions:
                continue
            words = prose[inside : sign.start()]
            target, read = _target(prose, sign.end(), words, targets)
            if target is not None:
                yield start, "img" if prose[start] == "!" else "a", target


def _target(prose: str, after: int, words: str, targets: dict[str, str]) -> tuple[str | None, int]:
    """Where `[words]` leads by what stands `after` it, and the end of what was read for that."""
    inline = _INLINE.match(prose, after)
    if inline:
        address = inline[1] if inline[1] is not None else inline[2]
        return re.sub(r"\\(.)", r"\1", address), inline.end()
    label = _LABEL.match(prose, after)
    named = targets.get(_normal(label[1] or words)) if label else None
    if label and named is not None:
        return named, label.end()
    return targets.get(_normal(words)), after


def _addresses(prose: str) -> Iterator[tuple[int, str, str]]:
    """Addresses that stand for themselves, bare or in angle brackets."""
    for match in _ADDRESS.finditer(prose):
        before = prose[max(match.start() - 3, 0) : match.start()]
        if match[1]:
            is_mail = ":" not in match[1]
            yield match.start(), "a", f"mailto:{match[1]}" if is_mail else match[1]
        elif not before.endswith(("(", "(<", "[")) and not before.rstrip(" ").endswith(":"):
            bare = match[0].rstrip(".,;:!?)_*")
            begins = {"h": "", "w": "http://"}.get(bare[0]) if "@" not in bare else "mailto:"
            yield match.start(), "a", f"{begins or ''}{bare}"


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\x00", match[0])


def _normal(label: str) -> str:
    return " ".join(label.lower().split())


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
