"""What each shortcode means in plain Markdown."""

import html
import re
from urllib.parse import quote

from aushang.content.hugo.entries import Entry
from aushang.content.hugo.findings import NotCarried
from aushang.content.hugo.references import References
from aushang.content.hugo.shortcodes import Shortcode
from aushang.model import Position
from aushang.model.addresses import slugify

_IN_SHORT = {"de": "Kurz gesagt", "en": "In short"}
_HEADING = re.compile(r"(?m)^#{2,6}[ \t]+(.+?)[ \t]*#*$")
# From as many headings on, a page shows its list of contents without being asked.
_SHOWS_CONTENTS_FROM = 3


class Meanings:
    """Turns shortcodes into Markdown; those without a meaning here are noted in `findings`."""

    def __init__(self, references: References, findings: NotCarried) -> None:
        self._references = references
        self._findings = findings

    def of(self, code: Shortcode, entry: Entry, text: str, where: Position) -> str:
        """What `code`, which stands at `where` in the `text` of `entry`, means."""
        match code.name:
            case "figure":
                return self._figure(code, entry, where)
            case "tldr":
                return _summary(code, entry)
            case "toc":
                return _contents(text)
            case "highlight":
                code_text = code.inner.strip("\n")
                return f"```{code.get('0')}\n{code_text}\n```"
            case "youtube":
                return self._video(code, where)
        self._findings.add(
            where,
            f"the shortcode “{code.name}” is not known; what it encloses stays",
            "write in Markdown what it stood for",
        )
        return code.inner.strip()

    def _figure(self, code: Shortcode, entry: Entry, where: Position) -> str:
        source = code.get("src", "0")
        caption = code.get("caption", "title")
        static = self._references.static_file(self._references.own_path(source) or source)
        if not static:
            self._findings.add(
                where,
                f"the picture “{source}” is no file of the old site; its caption stays",
                "bring the file to content/static/ and show it again",
            )
            return caption
        address = quote(self._references.static_link(entry, static))
        picture = f'<img src="{address}" alt="{html.escape(code.get("alt") or caption)}">'
        if code.get("link"):
            picture = f'<a href="{html.escape(code.get("link"))}">{picture}</a>'
        if not caption:
            return picture
        words = html.escape(caption, quote=False)
        return f"<figure>\n{picture}\n<figcaption>{words}</figcaption>\n</figure>"

    def _video(self, code: Shortcode, where: Position) -> str:
        target = f"https://www.youtube.com/watch?v={code.get('0', 'id')}"
        self._findings.add(
            where,
            f"the video “{target}” was embedded from another host and became a link",
            "say in a sentence what can be seen there",
        )
        return f"[{target}]({target})"


def _summary(code: Shortcode, entry: Entry) -> str:
    label = _IN_SHORT.get(entry.language, _IN_SHORT["en"])
    lines = f"**{label}:** {code.inner.strip()}".split("\n")
    return "\n".join(["> [!NOTE]", *(f"> {line}".rstrip() for line in lines)])


def _contents(text: str) -> str:
    headings = _HEADING.findall(text)
    if len(headings) >= _SHOWS_CONTENTS_FROM:
        return ""
    return "\n".join(f"- [{heading}](#{slugify(heading)})" for heading in headings)
