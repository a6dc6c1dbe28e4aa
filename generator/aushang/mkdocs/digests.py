"""Digests of what the edge puts into a build, so that the engine sees when it has changed.

Files of the theme are told by time and size, as those of the program are (`build.program`).
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import mkdocs

from aushang.mkdocs.configuration import Configuration
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
    exceptions = (site.ignore, site.severities, site.source, configuration.baseline)
    settings = (
        replace(site, ignore={}, severities={}, source=Source("")),
        configuration.dialect,
        configuration.extensions,
        configuration.extension_configs,
        configuration.contact,
        sorted(dict(configuration.host.theme).items()),
        # A template may say anything that MkDocs' settings hold, such as `config.extra`.
        sorted((name, value) for name, value in configuration.host.items() if name not in _OBJECTS),
    )
    files = (line for folder in configuration.host.theme.dirs for line in _files(Path(folder)))
    said = _ADDRESS.sub("", repr(settings))
    return {
        "configuration": _digest(said),
        "theme": _digest("\n".join(files)),
        "exceptions": _digest(repr(exceptions)),
    }


def _files(folder: Path) -> Iterator[str]:
    if any(folder.is_relative_to(host) for host in _HOSTS):
        return
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = Path(place, name).stat()
            yield f"{place}/{name} {status.st_mtime_ns} {status.st_size}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
