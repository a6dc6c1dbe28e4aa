"""One Markdown text moves: links lead to the new places, shortcodes become what they mean."""

import re
from urllib.parse import quote, unquote, urlsplit

from aushang.content.hugo.definitions import without_definitions
from aushang.content.hugo.entries import Entry
from aushang.content.hugo.findings import NotCarried
from aushang.content.hugo.links import Target, rewrite_targets
from aushang.content.hugo.meanings import Meanings
from aushang.content.hugo.references import References
from aushang.content.hugo.shortcodes import Shortcode, replace_shortcodes, show_quoted
from aushang.model import Position

# Targets pass through these schemes between two steps; none of them is left in what is written.
_REF = "hugo-ref:"
_DEAD = "hugo-dead:"
_OUTSIDE = "hugo-outside:"

_REFERENCES = frozenset({"ref", "relref"})
_FRAME = re.compile(r"<iframe\b[^>]*?\bsrc\s*=\s*[\"']([^\"']*)[\"'][^>]*>.*?</iframe>", re.DOTALL)
_DEAD_LINK = re.compile(rf"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\({_DEAD}[^)]*\)")
_DEAD_ELEMENT = re.compile(rf"<a\b[^>]*\bhref=\"{_DEAD}[^\"]*\"[^>]*>(.*?)</a>", re.DOTALL)
_DEAD_DEFINITION = re.compile(rf"(?m)^ {{0,3}}\[[^\]\n]+\]:\s*{_DEAD}.*\n?")
_OUTSIDE_PICTURE = re.compile(rf"!\[([^\]]*)\]\({_OUTSIDE}([^\s)]+)[^)]*\)")
_OUTSIDE_ELEMENT = re.compile(rf"<img\b[^>]*\bsrc=\"{_OUTSIDE}([^\"]*)\"[^>]*>")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_YOUTUBE = re.compile(r"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)")


class TextMover:
    """Moves texts of entries; what could not follow goes to `findings`."""

    def __init__(self, references: References, findings: NotCarried) -> None:
        self._references = references
        self._findings = findings
        self._meanings = Meanings(references, findings)

    def move(self, entry: Entry) -> str:
        """The text of `entry` as it stands in its new file.

        Lines are neither added nor taken away before the last step, so that findings name the line
        of the old file.
        """
        text = _FRAME.sub(lambda match: self._frame(entry, match), entry.body)
        text = replace_shortcodes(text, _as_target, _REFERENCES)
        with_refs = text
        text = rewrite_targets(text, lambda target: self._target(entry, with_refs, target))
        text = _DEAD_DEFINITION.sub("\n", _DEAD_ELEMENT.sub(r"\1", _DEAD_LINK.sub(_unlinked, text)))
        text = _OUTSIDE_PICTURE.sub(lambda match: f"[{match[1] or match[2]}]({match[2]})", text)
        text = _OUTSIDE_ELEMENT.sub(r'<a href="\1">\1</a>', text)
        lines = text
        text = replace_shortcodes(
            text, lambda code: self._meanings.of(code, entry, lines, _place(entry, lines, code))
        )
        text = without_definitions(show_quoted(text))
        return re.sub(r"\n{4,}", "\n\n\n", text).strip() + "\n"

    def picture(self, entry: Entry, address: str) -> str:
        """A picture that front matter names, as the text's first paragraph."""
        static = self._references.static_file(address)
        if static:
            return f"![{entry.title}]({quote(self._references.static_link(entry, static))})\n\n"
        self._findings.add(
            entry.at("postimage"),
            f"the picture “{address}” is no file of the old site",
            "bring the file to content/static/ and show it at the top of the text",
        )
        return ""

    def _target(self, entry: Entry, text: str, target: Target) -> str:
        where = position(entry, text, target.offset)
        if target.value.startswith(_REF):
            return self._reference(entry, unquote(target.value.removeprefix(_REF)), where)
        path = self._references.own_path(target.value)
        if path:
            return self._own(entry, path, where)
        if _MAIL.fullmatch(target.value):
            return f"mailto:{target.value}"
        if target.is_picture and urlsplit(target.value).scheme in {"http", "https"}:
            self._findings.add(
                where,
                f"the picture “{target.value}” lies on another host and became a link",
                "download it to the content folder and show it from there",
            )
            return _OUTSIDE + target.value
        return target.value

    def _reference(self, entry: Entry, reference: str, where: Position) -> str:
        name, _, anchor = reference.partition("#")
        found = self._references.by_name(name, entry.language) if name else entry
        if found:
            return self._references.link(entry, found, anchor)
        home = self._references.home(name, entry.language)
        if home:
            return home
        self._findings.add(
            where,
            f"ref “{name}” names no page; its text stays without a link",
            "link to the page that is meant",
        )
        return _DEAD + quote(name)

    def _own(self, entry: Entry, path: str, where: Position) -> str:
        parts = urlsplit(path)
        found = self._references.by_address(parts.path)
        if found:
            return self._references.link(entry, found, parts.fragment)
        home = self._references.home(parts.path, entry.language)
        if home:
            return home
        static = self._references.static_file(path)
        if static:
            return self._references.static_link(entry, static)
        self._findings.add(
            where,
            f"“{path}” is no page or file of the old site; its text stays without a link",
            "bring the file to content/static/, or link elsewhere",
        )
        return _DEAD + quote(parts.path)

    def _frame(self, entry: Entry, match: re.Match[str]) -> str:
        video = _YOUTUBE.match(match[1])
        target = f"https://www.youtube.com/watch?v={video[1]}" if video else match[1]
        self._findings.add(
            position(entry, entry.body, match.start()),
            f"the frame “{match[1]}” loads a page from another host and became a link",
            "say in a sentence what can be seen there",
        )
        return f"[{target}]({target})" + "\n" * match[0].count("\n")


def _unlinked(match: re.Match[str]) -> str:
    """The words of a dead link; in code where they would become a link again by themselves."""
    words = match[1]
    return f"`{words}`" if words.startswith(("www.", "http://", "https://")) else words


def position(entry: Entry, text: str, offset: int) -> Position:
    """The line of an entry's file in which a character of its text stands.

    The column is left out: earlier steps may have moved it.
    """
    return Position(entry.path, entry.body_line + text.count("\n", 0, offset))


def _place(entry: Entry, text: str, code: Shortcode) -> Position:
    return position(entry, text, code.offset)


def _as_target(code: Shortcode) -> str:
    return _REF + quote(code.get("0", "path"), safe="/#.")
