"""What Aushang expects of MkDocs' own settings, and which of them it does not use.

Pure functions of what mkdocs.yml says, as MkDocs' loader has read it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aushang.mkdocs.marks import Way
from aushang.mkdocs.options import Problem
from aushang.model.similar import did_you_mean

THEME = "aushang"
PLUGIN = "aushang"
Settings = Mapping[str, Any]

USED = frozenset(
    {"site_name", "site_url", "site_description", "docs_dir", "site_dir", "theme", "plugins",
     "markdown_extensions", "extra", "dev_addr", "strict", "watch"}
)  # fmt: skip
JUDGED_HERE = frozenset({"site_name", "site_url", "docs_dir", "theme", "plugins"})

_UNUSED = {
    "nav": "menus are made of each page's `menu` and `order`",
    "extra_css": "put style sheets into a theme of your own",
    "extra_javascript": "pages work without scripts, and their security policy lets none in",
    "hooks": "they belong to MkDocs' own build",
    "use_directory_urls": "every page is a folder of its own",
}


def own_options(settings: Settings) -> tuple[object, Way]:
    """The options of the plugin as written, and the way to them."""
    plugins = settings.get("plugins")
    if isinstance(plugins, Mapping):
        return plugins.get(PLUGIN), ("plugins", PLUGIN)
    for index, entry in enumerate(plugins if isinstance(plugins, list) else ()):
        if entry == PLUGIN:
            return None, ("plugins", index)
        if isinstance(entry, Mapping) and PLUGIN in entry:
            return entry[PLUGIN], ("plugins", index, PLUGIN)
    return None, ("plugins",)


def problems_of(settings: Settings, root: Path) -> Iterator[Problem]:
    """What is wrong with the settings that Aushang reads itself. `root` is the file's folder."""
    if not isinstance(settings.get("site_name"), str) or not settings["site_name"].strip():
        yield Problem(
            ("site_name",), "mkdocs.yml has no `site_name`", "add site_name: the name of your place"
        )
    yield from _problem_of_url(settings.get("site_url"))
    yield from _problem_of_theme(settings.get("theme"))
    if PLUGIN not in _plugin_names(settings):
        yield Problem(
            ("plugins",),
            "mkdocs.yml does not name the plugin aushang",
            "add plugins: and below it - aushang:",
        )
    yield from _problem_of_folder(settings.get("docs_dir", "docs"), root)


def _problem_of_url(url: object) -> Iterator[Problem]:
    if not url:
        yield Problem(
            (),
            "mkdocs.yml has no `site_url`, so feeds would carry relative links",
            "add site_url: https://…",
        )
        return
    parts = urlsplit(str(url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield Problem(
            ("site_url",),
            f"`site_url` is “{url}”, which is no address of a website",
            "write it with https:// and the host, such as https://aktuell.kraftraum.example/",
        )
    elif parts.query or parts.fragment:
        yield Problem(
            ("site_url",),
            f"`site_url` is “{url}”; pages cannot stand below a `?` or `#`",
            "remove what follows the path",
        )


def _problem_of_theme(theme: object) -> Iterator[Problem]:
    name = theme.get("name") if isinstance(theme, Mapping) else theme
    if name is None:
        yield Problem(("theme",), "mkdocs.yml names no theme", f"add theme: {THEME}")
    elif name != THEME:
        yield Problem(
            ("theme",),
            f"`theme` is “{name}”; Aushang brings the look itself, through Material",
            f"write theme: {THEME}",
        )


def _problem_of_folder(folder: object, root: Path) -> Iterator[Problem]:
    if not (root / str(folder)).is_dir():
        yield Problem(
            ("docs_dir",),
            f"there is no folder “{folder}” for the content",
            "create it, or name the right one with docs_dir: content",
        )


def notices_of(settings: Settings, known: Iterator[str] | frozenset[str]) -> Iterator[Problem]:
    """Settings without effect, each with what holds instead. `known` are MkDocs' own settings."""
    for name in settings:
        if name in USED:
            continue
        if name in known:
            hint = _UNUSED.get(name, "remove it, or keep it for other programs")
            yield Problem((name,), f"`{name}` is not used", hint)
        else:
            guess = did_you_mean(name, known)
            yield Problem(
                (name,),
                f"`{name}` is no setting of MkDocs",
                guess or "remove it, or correct its name",
            )
    others = [name for name in _plugin_names(settings) if name != PLUGIN]
    if others:
        names = ", ".join(f"“{name}”" for name in others)
        yield Problem(("plugins",), f"other plugins are not run: {names}", "remove them")


def _plugin_names(settings: Settings) -> list[str]:
    entries = settings.get("plugins") or ()
    if not isinstance(entries, (list, Mapping)):
        return []
    return [
        next(iter(entry), "") if isinstance(entry, Mapping) else str(entry) for entry in entries
    ]
