"""What Aushang expects of MkDocs' own settings, and which of them it does not use.

Pure functions of what mkdocs.yml says, as MkDocs' loader has read it.
"""

import os
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit

from aushang.content.quoting import as_yaml
from aushang.content.source import described, first_forbidden
from aushang.mkdocs.marks import Way
from aushang.mkdocs.option_problems import Problem
from aushang.mkdocs.options import Dialect
from aushang.model.similar import did_you_mean

THEME = "aushang"
PLUGIN = "aushang"
Settings = Mapping[str, Any]

USED = frozenset(
    {"site_name", "site_url", "site_description", "docs_dir", "site_dir", "theme", "plugins",
     "markdown_extensions", "extra", "dev_addr", "strict", "watch"}
)  # fmt: skip

_UNUSED = {
    "nav": "menus are made of each page's `menu` and `order`",
    "extra_css": "put style sheets into a theme of your own",
    "extra_javascript": "pages work without scripts, and their security policy lets none in",
    "hooks": "they belong to MkDocs' own build",
    "use_directory_urls": "every page is a folder of its own",
}


UNDECIDED = Problem(
    (),
    "mkdocs.yml does not say whether readers can search the site",
    "write search: true or search: false among the options of the plugin aushang",
)
"""Nobody should be without a search only because nobody thought of it."""


_PLAIN = "/%:@!$&'()*+,;=~"
"""What may stand in the path of an address besides letters and digits (RFC 3986, section 3.3)."""

_UNSEEN = frozenset({"ignore", "gone"})
"""Options with reasons, which are for those who publish."""


def own_options(settings: Settings) -> tuple[object, Way] | None:
    """The options of the plugin as written, and the way to them; None if it is not named."""
    plugins = settings.get("plugins")
    if isinstance(plugins, Mapping):
        return (plugins[PLUGIN], ("plugins", PLUGIN)) if PLUGIN in plugins else None
    for index, entry in enumerate(plugins if isinstance(plugins, list) else ()):
        if entry == PLUGIN:
            return None, ("plugins", index)
        if isinstance(entry, Mapping) and PLUGIN in entry:
            return entry[PLUGIN], ("plugins", index, PLUGIN)
    return None


def problems_of(settings: Settings, root: Path) -> Iterator[Problem]:
    """What is wrong with the settings that Aushang reads itself. `root` is the file's folder."""
    yield from _problems_of_characters({name: settings[name] for name in USED & settings.keys()})
    yield from _problem_of_name(settings.get("site_name"))
    yield from _problem_of_url(settings.get("site_url"))
    yield from _problem_of_theme(settings.get("theme"))
    if own_options(settings) is None:
        yield Problem(
            (),
            "mkdocs.yml does not name the plugin aushang",
            "add plugins: and below it - aushang:",
        )
    content = root / str(settings.get("docs_dir", "docs"))
    output = root / str(settings.get("site_dir", "site"))
    yield from _problem_of_folders(content, output, root)
    yield from _problem_of_logo(settings.get("theme"), content)


def _problems_of_characters(value: object, way: Way = ()) -> Iterator[Problem]:
    """Names and texts that no page can hold; in content they are a finding (AU011)."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _problems_of_characters(str(key), (*way, str(key)))
            yield from _problems_of_characters(inner, (*way, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _problems_of_characters(inner, (*way, index))
    elif isinstance(value, str) and (character := _wrong_character(value, way)):
        name = next(key for key in reversed(way) if isinstance(key, str))
        message = f"`{name}` holds {described(character)}"
        yield Problem(way, message, "delete the escape that stands for it")


def _wrong_character(text: str, way: Way) -> str:
    if _UNSEEN.isdisjoint(way):
        return first_forbidden(text)
    # What stands on no page is told legibly whatever it holds, but half a character is no text.
    return next((one for one in text if "\ud800" <= one <= "\udfff"), "")


def _problem_of_name(name: object) -> Iterator[Problem]:
    if not name:
        hint = "add site_name: the name of your place"
        yield Problem((), "mkdocs.yml has no `site_name`", hint)
    elif not isinstance(name, str):
        wrong = f"`site_name` is “{as_yaml(name)}”; expected text"
        yield Problem(("site_name",), wrong, "put it in quotes")


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
            f"`site_url` is “{as_yaml(url)}”, which is no address of a website",
            "write it with https:// and the host, such as https://aktuell.kraftraum.example/",
        )
    elif parts.query or parts.fragment:
        yield Problem(
            ("site_url",),
            f"`site_url` is “{url}”; pages cannot stand below a `?` or `#`",
            "remove what follows the path",
        )
    elif not parts.netloc.isascii():
        yield Problem(
            ("site_url",),
            f"`site_url` is “{url}”, whose host feeds and apps cannot read",
            "write it as who sold you the name does, with xn--",
        )
    elif (path := quote(parts.path, safe=_PLAIN)) != parts.path:
        yield Problem(
            ("site_url",),
            f"`site_url` is “{url}”, whose path feeds and apps cannot read",
            f"write {parts._replace(path=path).geturl()}",
        )


def _problem_of_theme(theme: object) -> Iterator[Problem]:
    name = theme.get("name") if isinstance(theme, Mapping) else theme
    if name is None:
        yield Problem((), "mkdocs.yml names no theme", f"add theme: {THEME}")
    elif name != THEME:
        yield Problem(
            ("theme",),
            f"`theme` is “{as_yaml(name)}”; Aushang brings the look itself, through Material",
            f"write theme: {THEME}",
        )


def _problem_of_folders(content: Path, output: Path, root: Path) -> Iterator[Problem]:
    name = os.path.relpath(content, root)
    if not content.is_dir():
        hint = "create it, or name the right one with docs_dir: content"
        yield Problem(("docs_dir",), f"there is no folder “{name}” for the content", hint)
        return
    inner, outer = content.resolve(), output.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        yield Problem(
            ("site_dir",),
            f"the folders of content “{name}” and output “{os.path.relpath(output, root)}” overlap",
            "let them lie side by side: docs_dir: content and site_dir: site",
        )


def _problem_of_logo(theme: object, content: Path) -> Iterator[Problem]:
    logo = theme.get("logo") if isinstance(theme, Mapping) else None
    if logo is None:
        return
    parts = PurePosixPath(str(logo)).parts
    if parts[:1] != ("media",) or ".." in parts or not (content / str(logo)).is_file():
        yield Problem(
            ("theme", "logo"),
            f"`logo` is “{as_yaml(logo)}”, which is no picture below media/ of the content",
            "put the picture there and write logo: media/logo.svg",
        )


def notices_of(settings: Settings, known: AbstractSet[str], dialect: Dialect) -> Iterator[Problem]:
    """Settings without effect, each with what holds instead. `known` are MkDocs' own settings."""
    if "markdown_extensions" in settings and dialect != "material":
        yield Problem(
            ("markdown_extensions",),
            f"`markdown_extensions` has no effect with the dialect {dialect}",
            "remove it, or write dialect: material among the options of the plugin aushang",
        )
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
