"""Digests of what the edge puts into a build, so that the engine sees when it has changed.

Files of the theme are told by time and size, as those of the program are (`build.program`).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import mkdocs

from aushang.build.head import Premises
from aushang.build.target import Target
from aushang.checks.outgrown_baseline import FILE as BASELINE
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.premises import theme_digest
from aushang.model import Source

# Found by name: MkDocs' own search for themes reads what all packages announce, which takes 5 ms.
_MATERIAL = find_spec("material")
_PLACES = (_MATERIAL.submodule_search_locations if _MATERIAL else None) or ()
_HOSTS = tuple(map(Path, (*mkdocs.__path__, *_PLACES)))
"""Their files number ten thousand; they change with a version, which the program's digest has."""

_OBJECTS = frozenset({"theme", "plugins"})

_ADDRESS = re.compile(r" at 0x[0-9a-f]+(?=>)")
"""What functions in the settings of extensions say of themselves; other in each process."""


def host_inputs(configuration: Configuration) -> Mapping[str, str]:
    """`configuration`, `theme` and `exceptions`: see `build.outdated`.

    What is let pass changes no page, so no unit reads `exceptions`.
    """
    site = configuration.site
    exceptions = (site.ignore, site.gone, site.severities, site.source, configuration.baseline)
    settings = (
        replace(site, ignore={}, gone={}, severities={}, source=Source("")),
        configuration.dialect,
        configuration.extensions,
        configuration.extension_configs,
        configuration.contact,
        sorted(dict(configuration.host.theme).items()),
        # A template may say anything that MkDocs' settings hold, such as `config.extra`.
        sorted((name, value) for name, value in configuration.host.items() if name not in _OBJECTS),
    )
    said = _ADDRESS.sub("", repr(settings))
    return {
        "configuration": _digest(said),
        "theme": theme_digest(_own_folders(configuration)),
        "exceptions": _digest(repr(exceptions)),
    }


def premises_of(configuration: Configuration) -> Premises | None:
    """What a later build compares before it loads anything; None where that would not be all.

    Python-Markdown's extensions may read whatever they want, and what a baseline lets pass is for
    a build to tell. What customers have may be another site by now.
    """
    if configuration.dialect == "material" or not configuration.digest or configuration.baseline:
        return None
    if configuration.published:
        return None
    folders = _own_folders(configuration)
    return Premises(
        files={
            str(configuration.file): configuration.digest,
            str(configuration.root / BASELINE): "",
            str(ledger_of(configuration)): _digest_of(ledger_of(configuration)),
        },
        root=str(configuration.root),
        content=str(configuration.content),
        output=str(Path(configuration.host.site_dir)),
        time_zone=configuration.site.time_zone,
        folders=folders,
        theme=theme_digest(folders),
        notices=configuration.notices,
    )


def ledger_of(configuration: Configuration) -> Path:
    """Where it is kept what became of links to other sites.

    It belongs to the publication: a preview and a build into another folder know of it, too.
    """
    return Target(Path(configuration.host.site_dir)).ledger


def _digest_of(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _own_folders(configuration: Configuration) -> tuple[str, ...]:
    """Where the theme's templates lie, without those of the host."""
    folders = map(Path, configuration.host.theme.dirs)
    return tuple(
        str(folder) for folder in folders if not any(folder.is_relative_to(host) for host in _HOSTS)
    )


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
