"""mkdocs.yml as a value: folders, site, dialect, and MkDocs' own configuration for the theme.

Everything wrong in the file is collected and told in one `AushangError`. MkDocs' `load_config`
would stop at the first wrong setting and write to its log, so its object is filled here.
Other plugins and hooks of the file are neither loaded nor run: they belong to MkDocs' own build.
"""

import json
import logging
import os
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.config_options import MarkdownExtensions
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from aushang.checks.baseline import Known
from aushang.content.source import decode
from aushang.content.yaml_advice import syntax_advice
from aushang.mkdocs.exceptions import baseline_beside, ignored, severities, source_of
from aushang.mkdocs.marks import Places, Way, marks, nearest
from aushang.mkdocs.option_problems import Problem
from aushang.mkdocs.options import Dialect, Options, read_options
from aushang.mkdocs.person import Person, contact_of
from aushang.mkdocs.premises import digest_of
from aushang.mkdocs.published import placed
from aushang.mkdocs.settings import (
    PLUGIN,
    THEME,
    UNDECIDED,
    USED,
    notices_of,
    own_options,
    problems_of,
)
from aushang.model import AushangError, Contact, Localised, Position, Site, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the file says.

    `digest` is the file's SHA-256, empty where what it says hangs on more than its own bytes.
    `root` is the file's folder; `content` and `output` are absolute. `extensions` and
    `extension_configs` are Python-Markdown's, for the dialect `material`. `notices` are sentences
    about settings that have no effect. `host` is MkDocs' configuration, validated. `contact` is the
    person to ask where the file describes them; `site.contact` is the id either way. `baseline` are
    the findings of old that a file beside this one lets pass. `published` is the address or the
    folder, absolute, of the site that customers have; empty if nothing says so.
    """

    file: Path
    digest: str
    root: Path
    content: Path
    output: Path
    site: Site
    dialect: Dialect
    extensions: tuple[str, ...]
    extension_configs: Mapping[str, Mapping[str, Any]]
    host: MkDocsConfig
    contact: Contact | None = None
    notices: tuple[str, ...] = ()
    baseline: tuple[Known, ...] = ()
    published: str = ""


class _Untried(MarkdownExtensions):
    """No extensions of Python-Markdown: MkDocs would import and try its own ones, 10 ms."""

    def run_validation(self, value: object) -> list[str]:  # noqa: ARG002  the base's signature
        self.configdata = {}
        return []


class _WithoutMarkdown(MkDocsConfig):  # type: ignore[no-untyped-call] # MkDocs says nothing
    """MkDocs' configuration where no Python-Markdown is asked for."""

    markdown_extensions = _Untried()


def load_configuration(file: Path) -> Configuration:
    """Read mkdocs.yml. Raises `AushangError` with all that is wrong in it."""
    _hush()
    file = file.resolve()
    data = _data(file)
    places = _places(data, file)
    settings = _settings(file)
    problems = list(problems_of(settings, file.parent))
    options = _options(settings, problems)
    has_markdown = options is not None and options.dialect == "material"
    host = _validated(file, settings, problems, has_markdown=has_markdown)
    if options is None or problems:
        raise _refusal(file.name, problems, places)
    notices = list(notices_of(settings, frozenset(MkDocsConfig()), options.dialect))
    if options.search is None:
        notices.append(UNDECIDED)
    contact = _contact(options, file.name)
    return Configuration(
        file=file,
        digest=digest_of(data),
        root=file.parent,
        content=Path(host.docs_dir),
        output=Path(host.site_dir),
        site=_site(
            host,
            options,
            contact.id if contact else str(options.contact),
            source_of(file.name, _way(settings), places),
        ),
        dialect=options.dialect,
        extensions=tuple(host.markdown_extensions),
        extension_configs=host.mdx_configs,
        host=host,
        contact=contact,
        baseline=baseline_beside(file.parent),
        published=placed(options.published, file.parent),
        notices=tuple(_told(file.name, notice, places) for notice in notices),
    )


def _hush() -> None:
    """Material prints a notice about MkDocs 2 on import; MkDocs logs where nobody listens."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _places(data: bytes, file: Path) -> Places:
    """Where each setting stands. Raises `AushangError` if the file is no YAML."""
    text = _text(data, file)
    try:
        return marks(text)
    except yaml.YAMLError as fault:
        advice = syntax_advice(fault, text.splitlines() or [""])
        place = Position(file.name, advice.line + 1, advice.column + 1)
        raise AushangError(f"{place}: {advice.message}", advice.hint) from fault


def _data(file: Path) -> bytes:
    """The file. Raises `AushangError` if it cannot be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise AushangError(f"there is no {file.name} in {file.parent}", _elsewhere(file)) from error
    except IsADirectoryError as error:
        within = file / "mkdocs.yml"
        raise AushangError(
            f"{file} is a folder, and the configuration is a file",
            f"name {within}" if within.is_file() else "name a file such as mkdocs.yml",
        ) from error
    except OSError as error:
        raise AushangError(
            f"{file.name} cannot be read: {error.strerror}", "look at its type and permissions"
        ) from error


def _elsewhere(file: Path) -> str:
    """What to do where there is no such file; most often it stands in a folder above."""
    above = next((one for one in file.parents[1:] if (one / file.name).is_file()), None)
    if above:
        return f"go to {above}, which holds one"
    return "go to the folder that holds it, or begin with `aushang init FOLDER`"


def _text(data: bytes, file: Path) -> str:
    text, faults = decode(data, file.name)
    if text is None:
        found = faults[0]
        raise AushangError(f"{found.location}: {found.message}", found.hint)
    return text


def _settings(file: Path) -> dict[str, Any]:
    """What the file says, tags resolved as MkDocs does: the file is as trusted as a program."""
    try:
        with file.open("rb") as stream:
            loader = get_yaml_loader(config=MkDocsConfig(config_file_path=str(file)))
            settings: object = yaml_load(stream, loader)
    except (ConfigurationError, TypeError, yaml.YAMLError) as error:
        raise AushangError(
            f"{file.name} cannot be loaded: {str(error).strip()}", "correct the place it names"
        ) from error
    if not isinstance(settings, dict):
        raise AushangError(
            f"{file.name} holds no settings", "write each as `name: value` on a line of its own"
        )
    return settings


def _is_utf_8(value: object) -> bool:
    """Whether pydantic can take it: of half a character it knows nothing but an error."""
    try:
        json.dumps(value, ensure_ascii=False, default=str, skipkeys=True).encode()
    except UnicodeEncodeError:
        return False
    return True


def _options(settings: Mapping[str, Any], problems: list[Problem]) -> Options | None:
    """Aushang's own options; what is wrong with them is added to `problems`."""
    written = own_options(settings)
    if written is None or not _is_utf_8(written[0]):
        return None
    options, wrong = read_options(*written)
    problems += wrong
    return options


def _validated(
    file: Path, settings: Mapping[str, Any], problems: list[Problem], *, has_markdown: bool
) -> MkDocsConfig:
    """MkDocs' own configuration, without plugins, hooks and navigation.

    MkDocs stops at the first setting it refuses. So that setting is told, left out, and the rest
    validated again. What is in `problems` already is left out from the start.
    """
    theme = settings.get("theme")
    look = dict(theme) if isinstance(theme, Mapping) else {}
    told = {problem.keys[0] for problem in problems if problem.keys}
    kind = MkDocsConfig if has_markdown or "markdown_extensions" in settings else _WithoutMarkdown
    instead = {"site_name": PLUGIN}
    if "docs_dir" in told:
        # Any folder lets MkDocs go on; what it says about its place and the output's is of no use.
        instead["docs_dir"] = str(file.parent)
        told.add("site_dir")
    while True:
        # MkDocs takes its lists of extensions apart while it reads them.
        kept = {name: deepcopy(settings[name]) for name in USED - told if name in settings}
        host = kind(config_file_path=str(file))
        host.load_dict({**instead, **kept, "plugins": [], "theme": {**look, "name": THEME}})
        failures, _ = host.validate()
        fresh = [(name, error) for name, error in failures if name not in told]
        if not fresh:
            return host
        for name, error in fresh:
            told.add(name)
            words = " ".join(str(error).split()).rstrip(".")
            problems.append(Problem((name,), f"MkDocs refuses `{name}`: {words}"))


def _refusal(name: str, problems: Iterable[Problem], places: Places) -> AushangError:
    """One error for all problems; a single one keeps its hint apart."""
    found = sorted(problems, key=lambda problem: nearest(places, problem.keys))
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


def _contact(options: Options, path: str) -> Contact | None:
    person = options.contact
    return contact_of(person, options.languages[0], path) if isinstance(person, Person) else None


def _way(settings: Mapping[str, Any]) -> Way:
    """The way to Aushang's own options."""
    written = own_options(settings)
    return written[1] if written else ()


def _site(host: MkDocsConfig, options: Options, contact: str, source: Source) -> Site:
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
        contact=contact,
        ignore=ignored(
            options.ignore, os.path.relpath(host.docs_dir, Path(host.config_file_path).parent)
        ),
        severities=severities(options.checks),
        source=source,
        redirects=options.redirects,
        gone=options.gone,
        has_search=bool(options.search),
        booking_good_for=options.booking_good_for,
        law=options.legal.get("country", ""),
        statuspage=options.statuspage,
    )
