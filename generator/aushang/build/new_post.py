"""A new post or question goes into the content folder, and out again if a check refuses it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aushang.build.project import Host, Project, load_content
from aushang.checks.runner import check_sources
from aushang.content.load import draft
from aushang.content.new_post import QUESTION, Composed, Wish, compose
from aushang.content.new_question import compose_question
from aushang.model import AushangError, Diagnostic, Publication


@dataclass(frozen=True, slots=True)
class Added:
    """The file, and what was found in it; it was removed again if there is an error among that.

    `left` is what staff have to fill in, if it is a draft.
    """

    file: Path
    diagnostics: tuple[Diagnostic, ...]
    left: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether the file was removed again."""
        return any(finding.is_error for finding in self.diagnostics)


def read_publication(project: Project, host: Host, now: datetime) -> Publication:
    """What there is to choose from; what is wrong in other files does not matter here."""
    return _load(project, host, now)[0]


def add_post(project: Project, host: Host, wish: Wish, *, now: datetime) -> Added:
    """Write the post or question, read it as a build would and judge it.

    Raises AushangError if an answer cannot be, or the file cannot be written.
    """
    composed = _composed(wish, read_publication(project, host, now), project.content)
    file = project.content / composed.name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(composed.text)
    except OSError as error:
        raise AushangError(
            f"{file} cannot be written: {error.strerror}", "look at the folder's permissions"
        ) from error
    publication, found = _load(project, host, now)
    path = file.relative_to(project.root).as_posix()
    judged = check_sources(publication, found)
    own = tuple(finding for finding in judged if finding.location.path == path)
    added = Added(file, own, composed.left)
    if added.is_refused:
        file.unlink()
    return added


def _composed(wish: Wish, publication: Publication, content: Path) -> Composed:
    """Drafts are no part of a publication, but their names are taken as well."""
    if wish.type == QUESTION:
        return compose_question(
            wish, publication, {file.stem for file in content.glob("questions/*.md")}
        )
    taken = {post.id for post in publication.all_posts}
    return compose(wish, publication, taken | {file.stem for file in content.glob("posts/**/*.md")})


def _load(
    project: Project, host: Host, now: datetime
) -> tuple[Publication, tuple[Diagnostic, ...]]:
    if host.draft is not draft:
        raise AushangError(
            "aushang new writes posts of Aushang's own form, and this folder holds others",
            "write the post as its other posts are written",
        )
    loaded = load_content(project, host, now)
    return loaded.publication, loaded.diagnostics
