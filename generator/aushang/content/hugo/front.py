"""Front matter moves: what has a counterpart gets it, the rest is noted with its line."""

import html
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aushang.content.hugo.entries import Entry
from aushang.content.hugo.findings import NotCarried
from aushang.content.hugo.groups import Group
from aushang.content.hugo.guesses import Guess
from aushang.content.writing import filled

# Read elsewhere, or the frame of the old site rather than content.
_UNDERSTOOD = frozenset(
    {
        "title", "date", "publishdate", "lastmod", "expirydate", "aliases", "url", "slug", "draft",
        "translationkey", "layout", "type", "description", "summary", "tags", "categories",
        "weight", "menu", "menu_group", "postimage", "links",
    }
)  # fmt: skip


def post_front(
    group: Group, guess: Guess, redirects: Mapping[str, list[str]], findings: NotCarried
) -> dict[str, dict[str, Any]]:
    """The front matter of a post's files by language: the post itself and its translations."""
    base = group.base
    published = base.date
    own: dict[str, Any] = {
        "id": group.id,
        "type": guess.type.value,
        **_texts(base),
        "published": _time(published),
        "updated": str(base.front.get("lastmod") or ""),
        "starts": _time(guess.starts),
        "ends": str(base.front.get("expirydate") or "") or _time(guess.ends),
        "services": list(guess.services),
        "tags": _words(base, "tags") + _words(base, "categories"),
        "draft": _is_draft(base),
        "redirects": redirects[base.language],
        "guessed": guess.keys,
    }
    fronts = {base.language: filled(own)}
    for entry in group.entries[1:]:
        fronts[entry.language] = _translation(entry, redirects[entry.language])
    _complain(group, findings)
    return fronts


def page_front(
    group: Group, redirects: Mapping[str, list[str]], findings: NotCarried
) -> dict[str, dict[str, Any]]:
    """The front matter of a page's files by language."""
    base = group.base
    menu = base.front.get("menu") or base.front.get("menus")
    own = {
        **_texts(base),
        "menu": "main" if menu else "",
        "order": _number(base.front.get("weight")),
        "draft": _is_draft(base),
        "redirects": redirects[base.language],
    }
    fronts = {base.language: filled(own)}
    for entry in group.entries[1:]:
        fronts[entry.language] = _translation(entry, redirects[entry.language])
    _complain(group, findings)
    return fronts


def service_data(
    group: Group, redirects: Mapping[str, list[str]], findings: NotCarried
) -> dict[str, Any]:
    """What a service's YAML file holds."""
    texts = {entry.language: _texts(entry) for entry in group.entries}
    _complain(group, findings)
    return filled(
        {
            "name": {tag: text["title"] for tag, text in texts.items()},
            "summary": {tag: text["summary"] for tag, text in texts.items() if text["summary"]},
            "order": _number(group.base.front.get("weight")),
            "redirects": {tag: paths for tag, paths in redirects.items() if paths},
        }
    )


def link_list(entry: Entry) -> str:
    """The `links` of a page (name → `url`, `text`) as a Markdown list, or nothing."""
    links = entry.front.get("links")
    if not isinstance(links, dict):
        return ""
    lines = [
        f"- [{link.get('text') or link['url']}]({link['url']})"
        for link in links.values()
        if isinstance(link, dict) and link.get("url")
    ]
    return "\n".join(lines)


def _translation(entry: Entry, redirects: list[str]) -> dict[str, Any]:
    texts = _texts(entry)
    return filled({**texts, "slug": entry.slug, "draft": _is_draft(entry), "redirects": redirects})


def _texts(entry: Entry) -> dict[str, str]:
    """Title and summary as plain text: Hugo lets HTML entities stand in both."""
    summary = str(entry.front.get("description") or entry.front.get("summary") or "")
    return {
        "title": " ".join(html.unescape(entry.title).split()),
        "summary": " ".join(html.unescape(summary).split()),
    }


def _complain(group: Group, findings: NotCarried) -> None:
    for entry in group.entries:
        for key, value in entry.front.items():
            if key not in _UNDERSTOOD:
                findings.add(
                    entry.at(key),
                    f"`{key}: {value}` has no counterpart here and was left out",
                    "say it in the text where it matters to customers",
                )


def _words(entry: Entry, key: str) -> list[str]:
    value = entry.front.get(key)
    return [str(word) for word in value] if isinstance(value, list) else []


def _is_draft(entry: Entry) -> bool:
    return str(entry.front.get("draft", "")).lower() == "true"


def _number(value: object) -> int:
    return int(str(value)) if str(value or "").lstrip("-").isdigit() else 0


def _time(value: datetime | None) -> str:
    if value is None:
        return ""
    return value.isoformat(timespec="seconds" if value.second else "minutes")
