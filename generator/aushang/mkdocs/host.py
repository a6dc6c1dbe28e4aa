"""What the host puts into a build: Material's shell, and the dialect that mkdocs.yml names.

The dialect decides how a text is rendered and how the content folder is read.
"""

from aushang.build.pipeline import Host, Project
from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.material.load import load as load_blog
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
        contact=configuration.contact,
    )


def host(configuration: Configuration) -> Host:
    """Theme, dialect and reader for one build; the shell remembers that build's menus."""
    shell = MaterialShell(configuration)
    if configuration.dialect == "material":
        configs = {name: dict(values) for name, values in configuration.extension_configs.items()}
        markdown = PythonMarkdownRenderer(configuration.extensions, configs)
        return Host(shell=shell, markdown=markdown, load=load_blog)
    return Host(shell=shell, markdown=GfmRenderer())
