"""Where Hugo served a page, so that every old address can lead to the new one.

The rules were compared with Hugo 0.168 itself over a real site (https://gohugo.io/content-management/urls/).
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from aushang.content.hugo.entries import Entry

_KEPT = frozenset("./\\_#+~-@")


def urlize(text: str) -> str:
    """A part of an address as Hugo makes it: lower case, hyphens for blanks, letters kept."""
    spelt = unicodedata.normalize("NFC", text.strip()).lower()
    kept = "".join(
        "-" if char.isspace() else char
        for char in spelt
        if char.isspace()
        or char in _KEPT
        or char.isalnum()
        or unicodedata.category(char).startswith("M")
    )
    return re.sub(r"-{2,}", "-", kept).strip("-")


def permalink(entry: Entry, prefix: str, patterns: Mapping[str, str]) -> str:
    """The site path, with slashes at both ends, under which Hugo served `entry`."""
    own = str(entry.front.get("url") or "")
    if own:
        return f"{prefix}{own}" if own.startswith("/") else f"{prefix}/{own}"
    pattern = patterns.get(entry.section)
    if pattern and not entry.is_index:
        return f"{prefix}{_filled(pattern, entry).rstrip('/')}/"
    folder = PurePosixPath(entry.name).parent
    if entry.is_index:
        parts = [urlize(part) for part in folder.parts]
    else:
        parent = folder.parent if PurePosixPath(entry.name).name == "index" else folder
        parts = [*(urlize(part) for part in parent.parts), _slug(entry)]
    return "/".join([prefix, *(part for part in parts if part and part != "."), ""])


def aliases(entry: Entry, prefix: str) -> list[str]:
    """The further addresses that the author promised, as Hugo serves them and as they were written.

    Hugo puts the language's prefix before an alias even where the author wrote it already, so
    `/en/kontakt.html` of an English page is served as `/en/en/kontakt.html`; links out there may
    hold either. One without a slash at the start counts from the folder of the page.
    """
    raw = entry.front.get("aliases")
    given = [str(alias) for alias in raw] if isinstance(raw, list) else [str(raw)] if raw else []
    folder = PurePosixPath(entry.name).parent.as_posix()
    base = f"/{folder}/" if folder != "." else "/"
    rooted = [alias if alias.startswith("/") else base + alias for alias in given]
    served = [prefix + alias for alias in rooted]
    return list(dict.fromkeys([*rooted, *served]))


def _slug(entry: Entry) -> str:
    return urlize(str(entry.front.get("slug") or "")) or urlize(entry.stem)


def _filled(pattern: str, entry: Entry) -> str:
    date = entry.date
    title = urlize(entry.title.replace("/", "-")) or urlize(entry.stem)
    values = {
        "title": title,
        "slug": urlize(str(entry.front.get("slug") or "")) or title,
        "contentbasename": urlize(entry.stem),
        "slugorcontentbasename": _slug(entry),
        "filename": urlize(entry.stem),
        "slugorfilename": _slug(entry),
        "section": urlize(entry.section),
        "sections": "/".join(urlize(part) for part in PurePosixPath(entry.name).parent.parts),
    }
    if date:
        values |= {
            "year": f"{date:%Y}",
            "month": f"{date:%m}",
            "day": f"{date:%d}",
            "yearday": str(date.timetuple().tm_yday),
            "monthname": f"{date:%B}".lower(),
            "weekdayname": f"{date:%A}".lower(),
            "weekday": str(date.isoweekday() % 7),
        }
    return re.sub(r":([a-z]+)", lambda match: values.get(match[1], match[0]), pattern)
