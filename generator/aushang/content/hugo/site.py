"""What Hugo's configuration says about languages, folders and addresses.

Read are `hugo.*` or the older `config.*` beside the content, or the same names with `languages.*`,
`params.*` and `menu*.*` below `config/_default/`
(https://gohugo.io/configuration/introduction/).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from aushang.model import AushangError

_NAMES = ("hugo", "config")
_SUFFIXES = (".toml", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class HugoLanguage:
    """A language of the site: its tag, its content folder, the prefix of its addresses."""

    tag: str
    content: Path
    prefix: str


@dataclass(frozen=True, slots=True)
class HugoSite:
    """A Hugo site's folder and its configuration; `languages` has the default one first."""

    root: Path
    title: str
    description: str
    base_url: str
    languages: tuple[HugoLanguage, ...]
    permalinks: Mapping[str, str]


def read_site(root: Path) -> HugoSite:
    """Read the configuration of the Hugo site in `root`.

    Raises AushangError if there is none or it cannot be read.
    """
    settings = _settings(root)
    params = _mapping(settings.get("params"))
    return HugoSite(
        root=root,
        title=str(settings.get("title") or params.get("title") or root.name),
        description=str(params.get("description") or ""),
        base_url=str(settings.get("baseurl") or ""),
        languages=_languages(root, settings),
        permalinks=_permalinks(settings),
    )


def _settings(root: Path) -> dict[str, Any]:
    """All settings, with names in lower case as Hugo compares them."""
    for folder in (root, root / "config" / "_default"):
        for name in _NAMES:
            for suffix in _SUFFIXES:
                file = folder / f"{name}{suffix}"
                if file.is_file():
                    return _parts(folder, _parse(file))
    raise AushangError(
        f"{root} holds no Hugo site: there is neither hugo.yaml nor hugo.toml nor config/_default",
        "name the folder in which `hugo` is run",
    )


def _parts(folder: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """The main file's settings and those of the files beside it that hold one section each."""
    for section in ("languages", "params", "permalinks"):
        for suffix in _SUFFIXES:
            file = folder / f"{section}{suffix}"
            if file.is_file():
                settings[section] = {**_mapping(settings.get(section)), **_parse(file)}
    return settings


def _parse(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        data = tomllib.loads(text) if file.suffix == ".toml" else yaml.safe_load(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise AushangError(f"{file} cannot be read: {error}") from error
    return {str(key).lower(): value for key, value in _mapping(data).items()}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _languages(root: Path, settings: Mapping[str, Any]) -> tuple[HugoLanguage, ...]:
    default = str(settings.get("defaultcontentlanguage") or "en").lower()
    in_subfolder = bool(settings.get("defaultcontentlanguageinsubdir"))
    content = str(settings.get("contentdir") or "content")
    found = []
    for tag, raw in _mapping(settings.get("languages")).items():
        options = {str(key).lower(): value for key, value in _mapping(raw).items()}
        folder = root / str(options.get("contentdir") or content)
        prefix = f"/{tag}" if tag != default or in_subfolder else ""
        found.append(HugoLanguage(str(tag).lower(), folder, prefix))
    if not found:
        found.append(HugoLanguage(default, root / content, ""))
    return tuple(sorted(found, key=lambda language: language.tag != default))


def _permalinks(settings: Mapping[str, Any]) -> dict[str, str]:
    patterns = _mapping(settings.get("permalinks"))
    pages = _mapping(patterns.get("page"))
    plain = {name: value for name, value in patterns.items() if isinstance(value, str)}
    return {**plain, **{name: str(value) for name, value in pages.items()}}
