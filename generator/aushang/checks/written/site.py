"""The written site: which files there are, and what each of them defines and refers to."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from aushang.checks.written.broken import Broken, Verdict, judged
from aushang.checks.written.facts import NOTHING, Facts, Fault, Flaw, Form
from aushang.checks.written.feeds import feed_facts
from aushang.checks.written.markup import page_facts
from aushang.checks.written.places import place_of
from aushang.checks.written.records import record_facts
from aushang.checks.written.resolution import Resolver
from aushang.model import Artifact, Kind, Position, Site

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

    `facts` may be a mapping that loads them when it is asked for them, and answers without loading
    whether it has a path. Only the files of `judged`, in order of path, are looked at for faults;
    where that is not all of them, `Index.to_judge` told which. `read` gives the bytes of a file;
    it is asked for few, those with a finding.
    """

    files: Mapping[str, WrittenFile]
    facts: Mapping[str, Facts]
    site: Site
    judged: tuple[str, ...]
    read: Callable[[str], bytes] | None = None

    @classmethod
    def of(
        cls,
        files: Mapping[str, WrittenFile],
        facts: Mapping[str, Facts],
        site: Site,
        judged: Collection[str] | None = None,
        read: Callable[[str], bytes] | None = None,
    ) -> "WrittenSite":
        """The files and their facts, in any order; all are judged unless some are named."""
        order = tuple(sorted(files if judged is None else judged))
        return cls(files=files, facts=facts, site=site, judged=order, read=read)

    @cached_property
    def verdict(self) -> Verdict:
        """What was found out about the references of the files that are judged."""
        return judged(self.facts, Resolver(self.site), self.judged)

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Every reference that leads nowhere, or not straight there."""
        return self.verdict.broken

    def faults(self, form: Form) -> Iterator[tuple[str, Fault]]:
        """The files of a form that cannot be read as it, by path, and why not."""
        for path in self.judged:
            facts = self.facts[path]
            if facts.fault and facts.form is form:
                yield path, facts.fault

    def flaws(self, code: str) -> Iterator[tuple[str, Flaw]]:
        """The flaws of the judged files that a check tells, by path, in the order of the file."""
        for path in self.judged:
            for flaw in self.facts[path].flaws:
                if flaw.code == code:
                    yield path, flaw

    def place(self, path: str, value: str) -> Position:
        """Where a value stands in a written file; the file as a whole where that is not sure."""
        if self.read is None:
            return Position(path)
        try:
            data = self.read(path)
        except OSError:
            return Position(path)
        return place_of(path, data, value)

    def blank_pages(self) -> Iterator[str]:
        """The pages whose main part shows a reader nothing, by path."""
        for path in self.judged:
            if self.facts[path].is_blank and self.files[path].kind is Kind.PAGE:
                yield path

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
