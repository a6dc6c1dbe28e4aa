"""The whole move: a Hugo site's folder becomes the files of a publication, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from aushang.content.hugo.entries import Entry, read_entries
from aushang.content.hugo.findings import NotCarried
from aushang.content.hugo.front import link_list, page_front, post_front, service_data
from aushang.content.hugo.groups import Group, Role, grouped, index_of
from aushang.content.hugo.guesses import Guess, guess
from aushang.content.hugo.permalinks import aliases, permalink
from aushang.content.hugo.references import Former, References
from aushang.content.hugo.site import HugoSite
from aushang.content.hugo.texts import TextMover
from aushang.content.writing import document, yaml_text
from aushang.model import Diagnostic, Site, addresses


@dataclass(frozen=True, slots=True)
class Moved:
    """What the move makes: texts and copies by their path below the new folder, and findings.

    `redirects` map old addresses to new ones for pages that the program makes itself. `posts`,
    `translations`, `services`, `pages` and `guessed` count for the report.
    """

    files: Mapping[str, str]
    copies: Mapping[str, Path]
    redirects: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    counts: Mapping[str, int]


@dataclass(slots=True)
class _Plan:
    """Where everything goes, known before the first text moves."""

    site: Site
    hugo: HugoSite
    groups: list[Group]
    places: dict[str, str] = field(default_factory=dict)
    old: dict[str, Entry] = field(default_factory=dict)
    redirects: dict[str, list[str]] = field(default_factory=dict)
    site_redirects: dict[str, str] = field(default_factory=dict)


def move(hugo: HugoSite, site: Site) -> Moved:
    """Convert all of `hugo` for the publication `site`. Reads files, writes none."""
    findings = NotCarried()
    read = list(read_entries(hugo))
    entries = [entry for entry in read if isinstance(entry, Entry)]
    plan = _planned(hugo, site, list(grouped(entries, site.languages)))
    homes = {tag: f"/{addresses.home(site, tag)}" for tag in site.languages}
    static = hugo.root / "static"
    former = Former(old=plan.old, static=static, hosts=_hosts(hugo, site))
    references = References(entries, plan.places, former, homes)
    texts = TextMover(references, findings)
    files: dict[str, str] = {}
    for group in plan.groups:
        files.update(_files(group, plan, texts, findings))
    copies = {
        f"static/{file.relative_to(static).as_posix()}": file
        for file in sorted(static.rglob("*"))
        if file.is_file() and file.resolve().is_relative_to(static.resolve())
    }
    unreadable = tuple(item for item in read if isinstance(item, Diagnostic))
    return Moved(
        files=files,
        copies=copies,
        redirects=plan.site_redirects,
        diagnostics=(*unreadable, *findings.diagnostics),
        counts=_counts(plan.groups, files),
    )


def _hosts(hugo: HugoSite, site: Site) -> frozenset[str]:
    """The hosts under which the old site was linked to, with and without www."""
    hosts = {urlsplit(url).netloc.removeprefix("www.") for url in (hugo.base_url, site.url)}
    return frozenset(f"{www}{host}" for host in hosts if host for www in ("", "www."))


def _planned(hugo: HugoSite, site: Site, groups: list[Group]) -> _Plan:
    plan = _Plan(site, hugo, groups)
    prefixes = {language.tag: language.prefix for language in hugo.languages}
    for group in groups:
        for entry in group.entries:
            prefix = prefixes[entry.language]
            former = [permalink(entry, prefix, hugo.permalinks), *aliases(entry, prefix)]
            plan.old.update(dict.fromkeys(reversed(former), entry) | plan.old)
            if group.role is Role.INDEX:
                new = _index_address(site, entry)
                plan.places[entry.path] = new
                plan.site_redirects |= {old: new for old in former if old != new}
            else:
                plan.places[entry.path] = group.file(entry)
                new = _address(site, group, entry)
                plan.redirects[entry.path] = [old for old in former if old != new]
    return plan


def _index_address(site: Site, entry: Entry) -> str:
    name = index_of(entry)
    path = addresses.of_overview(site, name, entry.language) if name else ""
    return "/" + (path or addresses.home(site, entry.language))


def _address(site: Site, group: Group, entry: Entry) -> str:
    """The new address of a hand-written page: the only kind that may keep its old one."""
    if group.role is not Role.PAGE:
        return ""
    slug = group.id if entry is group.base else entry.slug
    return "/" + addresses.of_page(site, slug, entry.language)


def _files(group: Group, plan: _Plan, texts: TextMover, findings: NotCarried) -> dict[str, str]:
    redirects = {entry.language: plan.redirects.get(entry.path, []) for entry in group.entries}
    match group.role:
        case Role.POST:
            fronts = post_front(group, _guess(group, plan), redirects, findings)
        case Role.PAGE:
            fronts = page_front(group, redirects, findings)
        case Role.SERVICE:
            data = service_data(group, redirects, findings)
            about = {group.file(entry): _body(entry, texts) for entry in group.entries}
            return {f"services/{group.id}.yml": yaml_text(data), **about}
        case _:
            return {}
    return {
        group.file(entry): document(fronts[entry.language], _body(entry, texts))
        for entry in group.entries
    }


def _guess(group: Group, plan: _Plan) -> Guess:
    names = {
        entry.title: service.id
        for service in plan.groups
        if service.role is Role.SERVICE
        for entry in service.entries
    }
    return guess([entry.title for entry in group.entries], group.base.date, names)


def _body(entry: Entry, texts: TextMover) -> str:
    picture = str(entry.front.get("postimage") or "")
    lead = texts.picture(entry, picture) if picture else ""
    links = link_list(entry)
    tail = f"\n## Links\n\n{links}\n" if links else ""
    return lead + texts.move(entry) + tail


def _counts(groups: list[Group], files: Mapping[str, str]) -> dict[str, int]:
    posts = [group for group in groups if group.role is Role.POST]
    return {
        "posts": len(posts),
        "translations": sum(len(group.entries) - 1 for group in posts),
        "services": sum(group.role is Role.SERVICE for group in groups),
        "pages": sum(group.role is Role.PAGE for group in groups),
        "guessed": sum("\nguessed:" in text for text in files.values()),
    }
