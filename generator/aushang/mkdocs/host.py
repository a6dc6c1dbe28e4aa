"""What the host puts into a build: Material's shell, and the dialect that mkdocs.yml names.

The dialect decides how a text is rendered and how the content folder is read. Python-Markdown and
what goes with it are imported only where they are used: they take a tenth of a second. So is the
search, which needs a package that is not always there.
"""

from dataclasses import replace

from aushang.build.project import Host, Project
from aushang.build.workers import worker_count
from aushang.content.markdown.gfm import GfmRenderer
from aushang.mkdocs.configuration import Configuration
from aushang.mkdocs.digests import host_inputs, ledger_of, premises_of
from aushang.mkdocs.shell import MaterialShell
from aushang.outside.known import read_known, surely_dead


def project(configuration: Configuration) -> Project:
    """Where the publication stands."""
    return Project(
        root=configuration.root,
        content=configuration.content,
        output=configuration.output,
        site=configuration.site,
        contact=configuration.contact,
        baseline=configuration.baseline,
        dead_outside=surely_dead(read_known(ledger_of(configuration))),
    )


def host(configuration: Configuration) -> Host:
    """Theme, dialect and reader for one build; the shell remembers that build's menus.

    What it makes has no search index: see `publisher`.
    """
    around = Host(
        shell=MaterialShell(configuration),
        markdown=GfmRenderer(),
        workers=worker_count(),
        inputs=host_inputs(configuration),
    )
    if configuration.dialect == "material":
        from aushang.content.material.load import draft as draft_blog  # noqa: PLC0415  see above
        from aushang.mkdocs.dialect import PythonMarkdownRenderer  # noqa: PLC0415  see above

        configs = {name: dict(values) for name, values in configuration.extension_configs.items()}
        markdown = PythonMarkdownRenderer(configuration.extensions, configs)
        return replace(around, markdown=markdown, draft=draft_blog)
    return around


def publisher(configuration: Configuration) -> Host:
    """The host of a build that is published: it makes the search index too, if there is a search.

    It knows what it stands on, so that a later build can tell that nothing has changed.
    Raises AushangError if what makes it is not installed.
    """
    around = replace(host(configuration), premises=premises_of(configuration))
    if configuration.site.has_search:
        from aushang.search.index import installed  # noqa: PLC0415  see above

        return replace(around, indexer=installed())
    return around
