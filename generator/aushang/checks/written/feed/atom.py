"""Atom (RFC 4287)."""

from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element, tostring

from aushang.checks.written.facts import Flaw
from aushang.checks.written.feed.dates import is_rfc3339
from aushang.checks.written.feed.elements import (
    Entry,
    Fields,
    entries_of,
    fields_of,
    line_of,
    text_of,
)
from aushang.checks.written.feed.texts import html_flaws, relative_flaws, short, title_flaws
from aushang.checks.written.views import Said, moment

ATOM = "{http://www.w3.org/2005/Atom}"
_DATE = "2026-11-20T09:00:00+01:00"


def atom_self(root: _Element) -> str:
    """The feed's own address as it says it; empty if it says none."""
    links = root.iterfind(f"{ATOM}link")
    return next((link.get("href", "") for link in links if link.get("rel") == "self"), "")


def atom_entries(root: _Element) -> Sequence[Entry]:
    """The entries of a feed whose root is `<feed>`."""
    return entries_of(root.iterfind(f"{ATOM}entry"), ATOM)


def atom_said(entries: Iterable[Entry]) -> Iterator[Said]:
    """What the entries say of posts."""
    for entry, fields in entries:
        yield Said(
            text_of(fields, "id"),
            _page(entry, fields),
            text_of(fields, "title"),
            moment(text_of(fields, "published")),
            moment(text_of(fields, "updated")),
        )


def atom_flaws(
    root: _Element, entries: Sequence[Entry], site_url: str, *, has_base: bool
) -> Iterator[Flaw]:
    """Flaws of a feed with these entries; `has_base` if it says what relative URLs mean."""
    line, fields = line_of(root), fields_of(root, ATOM)
    yield from _required(root, fields, "the feed")
    yield from _date_flaws(fields, ("updated",), "the feed")
    yield from _title_flaws(fields)
    if not atom_self(root):
        yield Flaw("AU308", line=line)
    if not entries:
        yield Flaw("AU311", text_of(fields, "subtitle") or text_of(fields, "title"), line=line)
    has_author = "author" in fields
    yield from atom_entry_flaws(entries, site_url, has_base=has_base, has_author=has_author)


def atom_entry_flaws(
    entries: Iterable[Entry], site_url: str, *, has_base: bool, has_author: bool
) -> Iterator[Flaw]:
    """Flaws of the entries of one feed; `has_author` if the feed names somebody for all of them."""
    seen: set[str] = set()
    for entry, fields in entries:
        yield from _entry_flaws(entry, fields, seen, has_author=has_author)
        if not has_base:
            yield from _relative(entry, fields, site_url)


def _entry_flaws(
    entry: _Element, fields: Fields, seen: set[str], *, has_author: bool
) -> Iterator[Flaw]:
    line, id_ = line_of(entry), text_of(fields, "id")
    what = f"entry “{short(text_of(fields, 'title') or id_)}”"
    yield from _required(entry, fields, what)
    yield from _date_flaws(fields, ("updated", "published"), what)
    yield from _title_flaws(fields)
    # Section 4.1.1: the author of the source stands for that of the entry.
    if (
        not has_author
        and "author" not in fields
        and entry.find(f"{ATOM}source/{ATOM}author") is None
    ):
        yield Flaw("AU303", id_, f"neither the feed nor {what} has an `author`", line)
    if "content" not in fields and not _page(entry, fields):
        yield Flaw("AU303", id_, f"{what} has neither `content` nor a link to its page", line)
    if id_ and id_ in seen:
        yield Flaw("AU305", id_, line=line)
    seen.add(id_)
    for name in ("content", "summary"):
        if name in fields and fields[name].get("type") == "html":
            yield from html_flaws(fields[name].text or "", line)


def _required(owner: _Element, fields: Fields, what: str) -> Iterator[Flaw]:
    # Sections 4.1.1 and 4.1.2. A title may be empty, but it must be there.
    for name in ("id", "title", "updated"):
        if name not in fields or (name == "id" and not text_of(fields, name)):
            yield Flaw("AU303", name, f"{what} has no `{name}`", line_of(owner))


def _title_flaws(fields: Fields) -> Iterator[Flaw]:
    title = fields.get("title")
    if title is not None:
        form, text, line = title.get("type", "text"), title.text or "", line_of(title)
        if form == "text":
            yield from title_flaws(text, line)
        elif form == "html":
            yield from html_flaws(text, line)


def _relative(entry: _Element, fields: Fields, site_url: str) -> Iterator[Flaw]:
    for name in ("content", "summary"):
        element = fields.get(name)
        if element is None:
            continue
        match element.get("type", "text"):
            case "html":
                text = element.text or ""
            case "xhtml":
                text = tostring(element, encoding="unicode", with_tail=False)
            case _:
                continue
        yield from relative_flaws(text, name, site_url, line_of(entry))


def _date_flaws(fields: Fields, names: tuple[str, ...], what: str) -> Iterator[Flaw]:
    for name in names:
        if name in fields:
            date = fields[name].text or ""
            if not is_rfc3339(date):
                reason = f"`{name}` of {what} is “{short(date)}”; expected a date such as {_DATE}"
                yield Flaw("AU304", date, reason, line_of(fields[name]))


def _page(entry: _Element, fields: Fields) -> str:
    """The address of the entry's page; empty if it has none."""
    first = fields.get("link")
    if first is None or first.get("rel", "alternate") == "alternate":
        return first.get("href", "") if first is not None else ""
    links = entry.iterfind(f"{ATOM}link")
    pages = (one.get("href", "") for one in links if one.get("rel", "alternate") == "alternate")
    return next(pages, "")
