"""`mkdocs build` and `mkdocs serve`: the same site through the same pipeline, written by MkDocs.

Our run comes before MkDocs empties its output folder, so a refused site leaves the old one alone.
What MkDocs then writes are our finished files and nothing of its own. Its switch is not atomic;
that is what `aushang build` is for.
"""

import logging
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from mkdocs.config.base import BaseConfigOption, PlainConfigSchema
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from aushang.build.moment import moment
from aushang.build.preparation import prepare
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.published_log import read_folder
from aushang.build.staging import open_staging
from aushang.mkdocs.configuration import Configuration, load_configuration
from aushang.mkdocs.host import project, publisher
from aushang.mkdocs.options import Options
from aushang.mkdocs.published import nothing_there, published_log
from aushang.model import AushangError, Diagnostic, Site
from aushang.reports.sentences import sentence
from aushang.reports.text import count, report

NOW = "AUSHANG_NOW"
"""The variable that stands for `--now`, which MkDocs' command line does not have."""

log = logging.getLogger("mkdocs.plugins.aushang")


class AushangPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """The plugin `aushang`. The options are read and judged with the rest of mkdocs.yml by us."""

    config_scheme: PlainConfigSchema = tuple(
        (name, BaseConfigOption()) for name in Options.model_fields
    )

    def __init__(self) -> None:
        self._is_preview = False
        self._room: TemporaryDirectory[str] | None = None
        self._paths: tuple[str, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 – MkDocs' signature
        """Called once. Because it is there, MkDocs keeps this object from one build to the next."""
        self._is_preview = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Load, check, render and check again, before MkDocs touches its output folder.

        In a preview that already shows a site, findings are told and that site stays.
        """
        try:
            configuration = load_configuration(Path(config.config_file_path))
            for notice in configuration.notices:
                log.warning("%s", notice)
            self._prepare(configuration, Path(config.site_dir), is_strict=config.strict)
        except AushangError as error:
            raise PluginError(sentence(error.message, error.hint)) from error
        config.theme.static_templates = set()
        config.extra_templates = []

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 – MkDocs' signature
        """Exactly our files: neither the sources nor what belongs to the theme."""
        if self._room is None:
            raise PluginError("on_files was called before on_pre_build")
        return Files([_Finished(path, self._room.name, config) for path in self._paths])

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002 – MkDocs' signature
        """Everything is written; a preview keeps the files in case the next build is refused."""
        if not self._is_preview:
            self.on_shutdown()

    def on_shutdown(self) -> None:
        """Remove the temporary files."""
        if self._room is not None:
            self._room.cleanup()
            self._room = None

    def _prepare(self, configuration: Configuration, output: Path, *, is_strict: bool) -> None:
        what, where, tag = project(configuration), configuration.published, configuration.site.tag
        if where and not self._is_preview:
            found = published_log(where, tag, output)
            what = replace(what, published=found)
            if found.nothing_at:
                log.info("%s", nothing_there(found))
        room = TemporaryDirectory(prefix="aushang_")
        folder = Path(room.name)
        prepared = prepare(
            what,
            publisher(configuration),
            now=_now(configuration.site),
            staging=open_staging(folder / "staging", folder / "nothing"),
            watch=Stopwatch(Unwatched()),
            log=read_folder(output, tag),
        )
        for finding in prepared.diagnostics:
            _tell(finding)
        if not prepared.is_refused(strict=is_strict):
            self.on_shutdown()
            self._room, self._paths = room, tuple(sorted(prepared.files))
            return
        room.cleanup()
        if not self._is_preview or self._room is None:
            raise PluginError(f"{count(prepared.diagnostics)} Nothing was published.")


class _Finished(File):
    """A file that is copied as it is, whatever its name looks like to MkDocs."""

    def __init__(self, path: str, room: str, config: MkDocsConfig) -> None:
        super().__init__(
            path,
            src_dir=str(Path(room, "staging")),
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=path,
            inclusion=InclusionLevel.INCLUDED,  # the file `.aushang` too
        )

    def is_documentation_page(self) -> bool:
        """Never: there is nothing left to render."""
        return False


def _now(site: Site) -> datetime:
    text = os.environ.get(NOW)
    return moment(text, site.zone) if text else datetime.now(UTC).replace(microsecond=0)


def _tell(finding: Diagnostic) -> None:
    level = logging.ERROR if finding.is_error else logging.WARNING
    lines, _, _ = report([finding]).rpartition("\n")  # without the count
    log.log(level, "%s", lines)
