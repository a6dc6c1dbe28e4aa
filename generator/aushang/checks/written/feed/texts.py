"""What can be wrong with a text inside a feed, whatever the feed's grammar is."""

import re
from collections.abc import Iterator

from aushang.checks.written.facts import Flaw
from aushang.checks.written.strings import references_in

_ENTITY = r"(?:amp|lt|gt|quot|apos|nbsp|szlig|[aouAOU]uml|[mn]dash|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
_IN_PLAIN = re.compile(rf"&{_ENTITY}")
_IN_HTML = re.compile(rf"&amp;{_ENTITY}")
_ALL_ESCAPED = re.compile(r"\s*+&lt;(?:p|div|h[1-6]|ul|ol|img|table)\b")
# UTF-8 that was read as Windows-1252: umlauts, accents, dashes, quotation marks, spaces.
_MOJIBAKE = re.compile(
    r"\w*(?:Ã[¤¶¼Ÿ„–œ©¨ª§¡³±\x84\x96\x9c\x9f]|â€[žœ“”™¦\x9d\x93\x94]|Â[»«§°\xa0])\w*"
)
_CODE = re.compile(r"(?s)<(code|pre|samp|kbd)\b.*?</\1\s*>")
_ELEMENT = re.compile(
    r"(?is)<(a|b|i|u|em|strong|span|small|p|div|h[1-6]|code|sub|sup|font)(?:\s[^<>]*)?>.*?</\1\s*>"
    r"|<(?:br|img|hr)\b[^<>]*>"
)
_SHOWN = 60  # characters of a value that a finding quotes
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


def title_flaws(title: str, line: int = 0) -> Iterator[Flaw]:
    """Flaws of a title that is plain text."""
    if "&" in title and (entity := _IN_PLAIN.search(title)):
        yield _encoded_twice(entity[0], title, line)
    elif "<" in title and (markup := _ELEMENT.search(title)):
        yield Flaw(
            "AU313", short(title), f"title “{short(title)}” holds HTML: {short(markup[0])}", line
        )
    if _may_be_misread(title):
        yield from _misread(title, line)


def html_flaws(html: str, line: int = 0) -> Iterator[Flaw]:
    """Flaws of a text that is HTML, after XML or JSON was decoded. Code may show anything."""
    if "&amp;" in html or html[:40].lstrip().startswith("&lt;"):
        text = _CODE.sub("", html)
        entity = _IN_HTML.search(text)
        if entity:
            yield _encoded_twice(entity[0].replace("&amp;", "&", 1), text, line, entity.start())
        elif "<" not in text and _ALL_ESCAPED.match(text) and "&lt;/" in text:
            yield _encoded_twice("&lt;", text, line)
    if _may_be_misread(html):
        yield from _misread(_CODE.sub("", html), line)


def relative_flaws(html: str, place: str, site_url: str, line: int = 0) -> Iterator[Flaw]:
    """Addresses in HTML that mean nothing away from the site."""
    if "<" in html:
        for url in dict.fromkeys(one.url for one in references_in(html, place, site_url)):
            if url and not is_absolute(url):
                yield Flaw("AU312", url, line=line)


def is_absolute(url: str) -> bool:
    """Whether an address means the same wherever it stands, or only a place on its own page."""
    return url.startswith("https://") or _ABSOLUTE.match(url.strip()) is not None


def short(text: str) -> str:
    """A value as a finding quotes it: on one line, and not all of a long one."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def _encoded_twice(sign: str, text: str, line: int, at: int = 0) -> Flaw:
    start = max(0, at - _SHOWN // 3)
    return Flaw("AU309", sign, f"“{sign}” is encoded twice in “{short(text[start:])}”", line)


def _may_be_misread(text: str) -> bool:
    return "Ã" in text or "Â" in text or "â€" in text


def _misread(text: str, line: int) -> Iterator[Flaw]:
    word = _MOJIBAKE.search(text)
    if word:
        yield Flaw(
            "AU309", word[0], f"“{short(word[0])}” is UTF-8 that was read as another encoding", line
        )
