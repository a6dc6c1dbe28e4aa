"""mkdocs.yml as a value: folders, site, dialect, and MkDocs' own configuration for the theme.

Everything wrong in the file is collected and told in one `AushangError`. MkDocs' `load_config`
would stop at the first wrong setting and write to its log, so its object is filled here.
Other plugins and hooks of the file are neither loaded nor run: they belong to MkDocs' own build.
"""

import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from aushang.mkdocs.marks import Places, marks, nearest
from aushang.mkdocs.options import Dialect, Options, Problem, read_options
from aushang.mkdocs.settings import JUDGED_HERE, THEME, notices_of, own_options, problems_of
from aushang.model import AushangError, Localised, Position, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the file says.

    `root` is the file's folder; `content` and `output` are absolute. `extensions` and
    `extension_configs` are Python-Markdown's, for the dialect `material`. `notices` are sentences
    about settings that have no effect. `host` is MkDocs' configuration, validated.
    """

    file: Path
    root: Path
    content: Path
    output: Path
    site: Site
    dialect: Dialect
    extensions: tuple[str, ...]
    extension_configs: Mapping[str, Mapping[str, Any]]
    host: MkDocsConfig
    notices: tuple[str, ...] = ()


def load_configuration(file: Path) -> Configuration:
    """Read mkdocs.yml. Raises `AushangError` with all that is wrong in it."""
    # Material prints a notice about MkDocs 2 on import; MkDocs logs to stderr where nobody listens.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    file = file.resolve()
    places = _places(file)
    host = MkDocsConfig(config_file_path=str(file))
    settings = _settings(file, host)
    options, problems = read_options(*own_options(settings))
    problems = [*problems_of(settings, file.parent), *problems]
    problems += _host_problems(host, settings)
    if options is None or problems:
        raise _refusal(file.name, problems, places)
    notices = notices_of(settings, frozenset(MkDocsConfig()))
    return Configuration(
        file=file,
        root=file.parent,
        content=Path(host.docs_dir),
        output=Path(host.site_dir),
        site=_site(host, options),
        dialect=options.dialect,
        extensions=tuple(host.markdown_extensions),
        extension_configs=host.mdx_configs,
        host=host,
        notices=tuple(_told(file.name, notice, places) for notice in notices),
    )


def _places(file: Path) -> Places:
    """Where each setting stands. Raises `AushangError` if the file cannot be read."""
    try:
        return marks(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise AushangError(
            f"there is no {file.name} in {file.parent}",
            "go to the folder that holds it, or begin with `aushang init FOLDER`",
        ) from error
    except UnicodeDecodeError as error:
        raise AushangError(f"{file.name} is not written in UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise AushangError(
            f"{file.name} cannot be read: {error.strerror}", "look at its type and permissions"
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Position(file.name, mark.line + 1, mark.column + 1) if mark else file.name
        raise AushangError(
            f"{place}: the YAML does not parse: {error.problem}",
            "put quotes around a value that holds a colon, and indent with spaces",
        ) from error
    except yaml.YAMLError as error:
        raise AushangError(
            f"{file.name}: the YAML does not parse: {error}", "remove the control character"
        ) from error


def _settings(file: Path, host: MkDocsConfig) -> dict[str, Any]:
    """What the file says, tags resolved as MkDocs does: the file is as trusted as a program."""
    try:
        with file.open("rb") as stream:
            settings: object = yaml_load(stream, get_yaml_loader(config=host))
    except (ConfigurationError, TypeError, yaml.YAMLError) as error:
        raise AushangError(
            f"{file.name} cannot be loaded: {str(error).strip()}", "correct the place it names"
        ) from error
    if not isinstance(settings, dict):
        raise AushangError(
            f"{file.name} holds no settings", "write each as `name: value` on a line of its own"
        )
    return settings


def _host_problems(host: MkDocsConfig, settings: Mapping[str, Any]) -> list[Problem]:
    """Validate MkDocs' own part, without plugins, hooks and navigation; return what it refuses.

    What Aushang judges itself is replaced by something harmless if it is wrong, so that MkDocs,
    which stops at its first refusal, gets to the rest.
    """
    theme = settings.get("theme")
    look = dict(theme) if isinstance(theme, Mapping) else {}
    unused: dict[str, Any] = {"plugins": [], "hooks": [], "nav": None}
    try:
        host.load_dict({**settings, **unused, "theme": {**look, "name": THEME}})
        failures, _ = host.validate()
    except ValidationError as error:
        return [Problem((), str(error))]
    return [
        Problem((name,), f"`{name}` is “{settings.get(name)}”: {_as_sentence(error)}")
        for name, error in failures
        if name not in JUDGED_HERE
    ]


def _as_sentence(error: Exception) -> str:
    return str(error).strip().rstrip(".")


def _refusal(name: str, problems: Iterable[Problem], places: Places) -> AushangError:
    """One error for all problems; a single one keeps its hint apart."""
    found = list(problems)
    if len(found) == 1:
        return AushangError(_placed(name, found[0], places), found[0].hint)
    lines = "\n".join(f"  {_told(name, problem, places)}" for problem in found)
    return AushangError(f"{len(found)} settings in {name} are wrong\n{lines}")


def _told(name: str, problem: Problem, places: Places) -> str:
    words = _placed(name, problem, places)
    return f"{words}; {problem.hint}" if problem.hint else words


def _placed(name: str, problem: Problem, places: Places) -> str:
    line, column = nearest(places, problem.keys)
    return f"{Position(name, line, column)}: {problem.message}" if line else problem.message


def _site(host: MkDocsConfig, options: Options) -> Site:
    first = options.languages[0]
    description = options.description
    if isinstance(description, str):
        description = {first: description}
    elif not description and host.site_description:
        description = {first: host.site_description}
    return Site(
        name=Localised({first: host.site_name, **options.site_name}),
        url=host.site_url or "",
        tag=options.tag,
        description=Localised(description),
        languages=options.languages,
        time_zone=options.time_zone,
        contact=options.contact,
        ignore=options.ignore,
    )
