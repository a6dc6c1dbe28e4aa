"""Faults as people make them, one at a time: in what staff write, and in a site that was built.

Each kind looks for the places where it could be made and takes one of them by chance, so that 200
faults are 200 places and not twenty.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from random import Random

Files = Mapping[str, bytes]
"""What a folder holds, by path."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is done, as files that change (None: they go), and what has to be told.

    One finding of `codes` has to stand at `path`, in a line that holds `said` (0: at the file as a
    whole); `said` is looked for in the file as it is after the edit.
    """

    kind: str
    edits: Mapping[str, bytes | None]
    codes: tuple[str, ...]
    path: str
    said: str = ""


Kind = Callable[[Files, Random], Fault | None]

LAST_DAY = "2026-11-21"
"""The day as of which the sample is built; what comes out later is not on the site."""
_OF_PAGES = frozenset({"AU204", "AU206", "AU214", "AU703", "AU704", "AU705"})
"""What a check finds where it shows, on the written page."""

_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]+)\]\((?P<target>[^)\s#]+\.md)\)")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^(?P<marks>#{2,3}) (?P<title>.+)$", re.MULTILINE)


def _posts(files: Files) -> dict[str, str]:
    return {
        path: data.decode()
        for path, data in sorted(files.items())
        if path.startswith("content/posts/") and path.endswith(".md")
    }


def _shown(files: Files, codes: tuple[str, ...]) -> dict[str, str]:
    """The posts in which a fault shows: what only a page shows, not before its day."""
    posts = _posts(files)
    if not set(codes) & _OF_PAGES:
        return posts
    # A translation comes out with its original.
    days = {path: _day(posts[path.replace(".en.md", ".md")]) for path in posts}
    return {path: text for path, text in posts.items() if days[path] <= LAST_DAY}


def _day(text: str) -> str:
    found = re.search(r"^published: (\S{10})", text, re.MULTILINE)
    return found[1] if found else ""


def _pages(files: Files) -> dict[str, str]:
    return {
        path: data.decode()
        for path, data in sorted(files.items())
        if path.startswith(("meldungen/", "en/notices/")) and path.endswith("index.html")
    }


def _replaced(
    kind: str,
    codes: tuple[str, ...],
    found: tuple[str, str, re.Match[str]] | None,
    new: str,
    said: str = "",
) -> Fault | None:
    """A fault that is made by putting `new` in the place of a match."""
    if found is None:
        return None
    path, text, match = found
    edited = text[: match.start()] + match.expand(new) + text[match.end() :]
    return Fault(kind, {path: edited.encode()}, codes, path, said or match.expand(new))


def _somewhere(
    texts: Mapping[str, str], pattern: str | re.Pattern[str], random: Random
) -> tuple[str, str, re.Match[str]] | None:
    """One of the places at which a pattern matches."""
    compiled = re.compile(pattern, re.MULTILINE) if isinstance(pattern, str) else pattern
    found = [
        (path, text, match) for path, text in texts.items() for match in compiled.finditer(text)
    ]
    return random.choice(found) if found else None


def _added(kind: str, codes: tuple[str, ...], paragraph: str) -> Kind:
    """A fault that is made by a paragraph at the end of a post."""

    def fault(files: Files, random: Random) -> Fault | None:
        path, text = random.choice(list(_shown(files, codes).items()))
        said = paragraph.splitlines()[-1]
        return Fault(kind, {path: f"{text}\n{paragraph}\n".encode()}, codes, path, said)

    return fault


def _changed(kind: str, codes: tuple[str, ...], pattern: str | re.Pattern[str], new: str) -> Kind:
    """A fault that is made by another text in the place of a pattern in a post."""

    def fault(files: Files, random: Random) -> Fault | None:
        return _replaced(kind, codes, _somewhere(_shown(files, codes), pattern, random), new)

    return fault


def _marred(kind: str, codes: tuple[str, ...], pattern: str, new: str, said: str = "") -> Kind:
    """A fault that is made by another text in the place of a pattern in a built page."""

    def fault(files: Files, random: Random) -> Fault | None:
        return _replaced(kind, codes, _somewhere(_pages(files), pattern, random), new, said)

    return fault


def _emptied_section(files: Files, random: Random) -> Fault | None:
    """All that stands between a heading and the next of its level goes."""
    places = []
    for path, text in _posts(files).items():
        headings = list(_HEADING.finditer(text))
        for one, after in zip(headings, [*headings[1:], None], strict=False):
            if after is None or len(after["marks"]) <= len(one["marks"]):
                places.append((path, text, one, after.start() if after else len(text)))
    if not places:
        return None
    path, text, heading, end = random.choice(places)
    edited = f"{text[: heading.end()]}\n\n{text[end:]}"
    return Fault("section emptied", {path: edited.encode()}, ("AU101",), path, heading[0])


def _lost_picture(files: Files, random: Random) -> Fault | None:
    """A picture that a post shows is deleted."""
    found = _somewhere(_posts(files), _PICTURE, random)
    if found is None:
        return None
    path, _, match = found
    picture = normpath(join(dirname(path), match["target"]))
    return Fault("picture deleted", {picture: None}, ("AU201", "AU231"), path, match["target"])


def _broken_promise(files: Files, random: Random) -> Fault | None:
    """The day by which the next word was promised is over, and none came."""
    promising = {path: text for path, text in _posts(files).items() if "\nupdates:" not in text}
    found = _somewhere(promising, r"^next_update: .*$", random)
    return _replaced("promise broken", ("AU401",), found, "next_update: 2026-11-20T18:00")


def _lost_page(files: Files, random: Random) -> Fault | None:
    """A page that others link to is deleted; each link to it is dead."""
    path = random.choice([path for path in _pages(files) if "/" in path])
    address = path.removesuffix("index.html")
    others = [other for other, data in files.items() if address.encode() in data]
    if not any(other.endswith(".html") and other != path for other in others):
        return None
    name = address.rstrip("/").rpartition("/")[2]
    return Fault("page deleted", {path: None}, ("AU201",), "", name)


def _cut_off(
    kind: str, codes: tuple[str, ...], suffixes: tuple[str, ...], prefix: str = ""
) -> Kind:
    """A file ends in its middle."""

    def fault(files: Files, random: Random) -> Fault | None:
        path = random.choice(
            [path for path in sorted(files) if path.endswith(suffixes) and path.startswith(prefix)]
        )
        return Fault(kind, {path: files[path][: len(files[path]) // 2]}, codes, path)

    return fault


def _wrong_date_in_api(files: Files, random: Random) -> Fault | None:
    """A post's file for apps says something else than a date."""
    texts = {
        path: data.decode()
        for path, data in sorted(files.items())
        if path.startswith("api/v1/posts/") and not path.endswith("index.json")
    }
    found = _somewhere(texts, r'"published": ?"[^"]+"', random)
    return _replaced("date in the API", ("AU317",), found, '"published": "gestern"')


def _dead_in_map(files: Files, random: Random) -> Fault | None:
    """The site map names a page that is not there."""
    found = _somewhere(
        {"sitemap.xml": files["sitemap.xml"].decode()}, r"<loc>([^<]+)/</loc>", random
    )
    return _replaced("address in the site map", ("AU201",), found, r"<loc>\1-fort/</loc>")


IN_CONTENT: tuple[Kind, ...] = (
    _changed("link broken", ("AU201", "AU231"), _LINK, r"[\g<text>](fort-\g<target>)"),
    _changed("anchor broken", ("AU202", "AU233"), _LINK, r"[\g<text>](\g<target>#nirgends)"),
    _changed("picture misspelt", ("AU201", "AU231"), _PICTURE, r"![Ein Plan](\g<target>.bak)"),
    _lost_picture,
    _emptied_section,
    _changed("link says nothing", ("AU703",), _LINK, r"[hier](\g<target>)"),
    _changed("picture without words", ("AU704",), _PICTURE, r'<img src="\g<target>">'),
    _changed("level skipped", ("AU705",), r"^## (?P<title>.+)$", r"#### \g<title>"),
    _added("placeholder", ("AU108",), "TODO: hier fehlt noch der neue Preis."),
    _added("address misspelt", ("AU204",), "[Schreibt uns](mailto:studio@@kraftraum)"),
    _added("link without encryption", ("AU206",), "[Die Stadt](http://stadt.example/)"),
    _added("link without scheme", ("AU214",), "[Die Stadt](//stadt.example/)"),
    _added("section without text", ("AU101",), "## Was noch kommt"),
    _broken_promise,
    _changed(
        "service unknown", ("AU050",), r"^services: \[(?P<first>\w+)", r"services: [\g<first>x"
    ),
    _changed("key misspelt", ("AU002",), r"^summary:", "sumary:"),
    _changed("title empty", ("AU004",), r"^title: .*$", "title:"),
    _changed(
        "month 13", ("AU001",), r"^published: (?P<year>\d{4})-\d\d", r"published: \g<year>-13"
    ),
)
"""Kinds of faults that staff make; the sample publication is the folder."""

_END = r"</article>"

IN_SITE: tuple[Kind, ...] = (
    _lost_page,
    _marred("link broken", ("AU201",), r'<a href="\.\./([^"#]+)"', r'<a href="../fort-\1"'),
    _marred("anchor broken", ("AU202",), r'<a href="(\.\./[^"#]+/)">', r'<a href="\1#weg">'),
    _marred("picture broken", ("AU201",), _END, '<img src="weg.png" alt="Weg"></article>'),
    _marred("id twice", ("AU205",), _END, '<p id="eins">1</p><p id="eins">2</p></article>'),
    _marred("language lost", ("AU706",), r'<html lang="\w+"', "<html"),
    _marred("title lost", ("AU707",), r"<title>[^<]*</title>", "<title></title>"),
    _marred(
        "foreign script",
        ("AU208",),
        r"</head>",
        '<script src="https://a.example/"></script></head>',
    ),
    _marred("picture without words", ("AU704",), _END, '<img src="data:,"></article>'),
    _marred("link says nothing", ("AU703",), _END, '<p><a href="/">mehr</a></p></article>'),
    _marred("section emptied", ("AU104",), _END, "<h2>Nichts</h2></article>"),
    _marred("telephone misspelt", ("AU204",), _END, '<a href="tel:anrufen">Ruft an</a></article>'),
    _cut_off("feed cut off", ("AU301",), (".rss", ".atom")),
    _cut_off("map cut off", ("AU301",), ("sitemap.xml",)),
    _cut_off("file of the API cut off", ("AU302",), (".json",), "api/"),
    _dead_in_map,
    _wrong_date_in_api,
)
"""Kinds of faults of themes, plugins and hands in a built site."""


def faults(kinds: tuple[Kind, ...], files: Files, *, count: int, seed: int) -> Iterator[Fault]:
    """So many faults, the kinds in turn, at places that only the seed decides."""
    random = Random(seed)
    made = 0
    while made < count:
        for kind in kinds:
            fault = kind(files, random)
            if fault is not None and made < count:
                made += 1
                yield fault


def line_of(text: str, said: str) -> set[int]:
    """The lines, from 1, in which `said` stands."""
    return {number for number, line in enumerate(text.splitlines(), 1) if said in line}
