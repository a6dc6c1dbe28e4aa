"""Which addresses a text may hold, judged as a browser reads them."""

import re
from urllib.parse import quote

from aushang.model import ROOT

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# WHATWG URL, 4.4: C0 controls and spaces at the ends, tabs and line ends anywhere, are dropped.
_ENDS = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PLAIN = re.compile(
    r"(?:https?://(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{1,4})?(?:[/?#][!-~]*)?|(?:mailto|tel):[!-~]*|[^:]*)"
)
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)((?:(?<!,)[ \t\n\f\r]+[^\s,]+)?)\s*(?:,|$)?")


def scheme(url: str) -> str:
    """The scheme in lower case, or nothing for a relative address."""
    found = _SCHEME.match(_DROPPED.sub("", url).lstrip(_ENDS))
    return found[1].lower() if found else ""


def is_allowed(url: str) -> bool:
    """Whether a link may lead there: the four schemes, or relative."""
    return ":" not in url or scheme(url) in {"", *SCHEMES}


def is_plain(url: str) -> bool:
    """Whether every URL parser takes it as it is; if not, the sanitiser shall judge it."""
    return _PLAIN.fullmatch(url) is not None and "xn--" not in url


def is_foreign(url: str) -> bool:
    """Whether loading it asks another host: a scheme, or `//host` with slashes of any kind."""
    if url.startswith(ROOT):
        return False
    lead = _DROPPED.sub("", url).lstrip(_ENDS)
    return bool(_SCHEME.match(lead)) or lead[:2].replace("\\", "/") == "//"


def candidates(srcset: str) -> list[tuple[str, str]]:
    """The addresses of a `srcset` attribute, each with its descriptor (` 2x`) or nothing.

    HTML, 4.8.4.2.1: an address ends at white space, so a comma inside of it belongs to it.
    """
    return [(url.rstrip(","), rest) for url, rest in _CANDIDATE.findall(srcset)]


def in_html(address: str) -> str:
    """An address of the publication as an attribute holds it: percent-encoded but for `ROOT`."""
    if not address.startswith(ROOT):
        return address
    return ROOT + quote(address.removeprefix(ROOT), safe="/#?&=:@!$'()*+,;~-._%")


def shortened(text: str, length: int = 80) -> str:
    """For quoting in a message: one line, at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
