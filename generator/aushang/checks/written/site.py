"""The written site: which files there are, and what each of them defines and refers to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from aushang.checks.written.broken import Broken, broken_references
from aushang.checks.written.facts import NOTHING, Facts, Fault, Form
from aushang.checks.written.feeds import feed_facts
from aushang.checks.written.markup import page_facts
from aushang.checks.written.records import record_facts
from aushang.checks.written.resolution import Resolver
from aushang.model import Artifact, Kind, Site

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_XML = frozenset({"text/xml", "application/xml"})


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """What is kept of an artifact after it was written."""

    kind: Kind
    media_type: str
    sources: tuple[str, ...]

    @classmethod
    def of(cls, artifact: Artifact) -> "WrittenFile":
        """The artifact without its bytes."""
        return cls(artifact.kind, artifact.media_type, artifact.sources)


@dataclass(frozen=True, kw_only=True)
class WrittenSite:
    """The files of the site by their path as written, what each says, and the site they belong to.

    `facts` are in order of path.
    """

    files: Mapping[str, WrittenFile]
    facts: Mapping[str, Facts]
    site: Site

    @classmethod
    def of(
        cls, files: Mapping[str, WrittenFile], facts: Mapping[str, Facts], site: Site
    ) -> "WrittenSite":
        """The files and their facts, in any order."""
        return cls(files=files, facts={path: facts[path] for path in sorted(facts)}, site=site)

    @cached_property
    def broken(self) -> tuple[Broken, ...]:
        """Every reference that leads nowhere, or not straight there."""
        return tuple(broken_references(self.facts, Resolver(self.site)))

    def faults(self, form: Form) -> Iterator[tuple[str, Fault]]:
        """The files of a form that cannot be read as it, by path, and why not."""
        for path, facts in self.facts.items():
            if facts.fault and facts.form is form:
                yield path, facts.fault

    def claim(self, path: str) -> str:
        """Who wrote a file, as a sentence for those who must mend it."""
        return f"written by {', '.join(self.files[path].sources)}"


def facts_of(media_type: str, data: bytes, site_url: str) -> Facts:
    """Facts of one file; none for a kind of file that refers to nothing."""
    match form_of(media_type):
        case Form.HTML:
            return page_facts(data)
        case Form.XML:
            return feed_facts(data, site_url)
        case Form.JSON:
            return record_facts(data, site_url)
        case Form.OTHER:
            return NOTHING


def form_of(media_type: str) -> Form:
    """How a file of this media type is read. An SVG is a picture: nobody subscribes to it."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in _HTML:
        return Form.HTML
    if kind in _XML or (kind.endswith("+xml") and not kind.startswith("image/")):
        return Form.XML
    if kind == "application/json" or kind.endswith("+json"):
        return Form.JSON
    return Form.OTHER
