"""What the host puts into a build: Material's shell, and the dialect that mkdocs.yml names."""

from aushang.build.pipeline import Host, Project
from aushang.build.workers import worker_count
from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.markdown.renderer import Renderer
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.dialect import PythonMarkdownRenderer
from aushang.mkdocs.shell import MaterialShell


def project(configuration: Configuration) -> Project:
    """Where the publication stands."""
    return Project(
        root=configuration.root,
        content=configuration.content,
        output=configuration.output,
        site=configuration.site,
    )


def host(configuration: Configuration) -> Host:
    """Theme and dialect for one build; the shell remembers that build's menus."""
    return Host(
        shell=MaterialShell(configuration),
        markdown=_dialect(configuration),
        workers=worker_count(),
    )


def _dialect(configuration: Configuration) -> Renderer:
    if configuration.dialect == "material":
        configs = {name: dict(values) for name, values in configuration.extension_configs.items()}
        return PythonMarkdownRenderer(configuration.extensions, configs)
    return GfmRenderer()
