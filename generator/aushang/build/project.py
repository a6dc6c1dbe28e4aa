"""Where a publication stands, what the edge puts in, and the content read with both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aushang.build.head import Premises
from aushang.build.published_log import NO_LOG, FoundLog
from aushang.checks.baseline import Known
from aushang.content.assembly import Drafted
from aushang.content.load import Loaded, completed, draft, press_post
from aushang.content.markdown.renderer import Renderer
from aushang.content.shelf import EMPTY_SHELF, Shelf
from aushang.model import Artifact, Contact, Site
from aushang.outputs.searchable import Block, Document
from aushang.outputs.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Where a publication stands and what holds for it. All paths are absolute.

    Positions of findings are relative to `root`. `contact` is the person to ask where the
    configuration describes them instead of naming one of the content. `baseline` are findings of
    old that are let pass, `dead_outside` addresses of other sites that are dead, and why.
    `published` is the log of changes of the site that customers have, if anybody has looked there.
    """

    root: Path
    content: Path
    output: Path
    site: Site
    contact: Contact | None = None
    baseline: tuple[Known, ...] = ()
    dead_outside: Mapping[str, str] = field(default_factory=dict)
    published: FoundLog = NO_LOG


class Reader(Protocol):
    """Reads a content folder: `content.load.draft`, or one for folders of another make."""

    def __call__(  # noqa: PLR0913  each is a thing of its own
        self,
        content: Path,
        *,
        root: Path,
        site: Site,
        now: datetime,
        markdown: Renderer,
        shelf: Shelf,
    ) -> Drafted:
        """What is wrong in a file is a finding. Raises AushangError if there is no folder."""


class Indexer(Protocol):
    """Makes the files of the search out of documents: `search.index`."""

    @property
    def stamp(self) -> str:
        """Another one wherever the same documents would give other files."""

    @property
    def block_size(self) -> int:
        """How many posts stand in a full block."""

    def block(self, block: Block[Document]) -> Iterable[Artifact]:
        """The files of one block. Raises AushangError where they cannot be made."""

    def directory(self, language: str, count: int) -> Artifact:
        """The file that says how many blocks a language has."""


@dataclass(frozen=True, slots=True)
class Host:
    """What the edge of the program puts in: theme, dialect of Markdown, reader of the content.

    With `workers` above 1 the work is spread over so many processes; the result is the same.
    `inputs` are digests of the configuration and the theme (see `outdated`). Without an `indexer`
    a site with a search gets all that belongs to it but the index. With `premises` a later build
    can tell that nothing has changed before it puts a host together.
    """

    shell: Shell
    markdown: Renderer
    draft: Reader = draft
    workers: int = 1
    inputs: Mapping[str, str] = field(default_factory=dict)
    indexer: Indexer | None = None
    premises: Premises | None = None


def draft_content(
    project: Project, host: Host, now: datetime, shelf: Shelf | None = None
) -> Drafted:
    """The first pass over a project, with the person whom its configuration describes."""
    drafted = host.draft(
        project.content,
        root=project.root,
        site=project.site,
        now=now,
        markdown=host.markdown,
        shelf=shelf or EMPTY_SHELF,
    )
    publication = replace(drafted.publication, dead_outside=project.dead_outside)
    if project.contact is not None:
        contacts = {**publication.contacts, project.contact.id: project.contact}
        publication = replace(publication, contacts=contacts)
    return replace(drafted, publication=publication)


def load_content(project: Project, host: Host, now: datetime) -> Loaded:
    """The content of a project with all its texts, here and now."""
    drafted = draft_content(project, host, now)
    return completed(drafted, [press_post(drafted, one, host.markdown) for one in drafted.drafts])
