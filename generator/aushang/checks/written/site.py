"""The written site: which files there are, and what each of them defines and refers to."""

from collections.abc import Callable, Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename
from urllib.parse import unquote

from aushang.checks.written.broken import Broken, Verdict, judged
from aushang.checks.written.facts import NOTHING, Facts, Fault, Flaw, Form
from aushang.checks.written.feed.events import calendar_facts
from aushang.checks.written.feeds import feed_facts
from aushang.checks.written.manifests import is_manifest, with_manifest
from aushang.checks.written.maps import Unlisted, unlisted_in_maps
from aushang.checks.written.markup import page_facts
from aushang.checks.written.places import place_of
from aushang.checks.written.reach import Past, Ways, linked
from aushang.checks.written.records import record_facts
from aushang.checks.written.redirects import Redirects
from aushang.checks.written.resolution import Resolver, Target, page_of
from aushang.checks.written.stylesheets import style_sheet_facts
from aushang.checks.written.trees import drawing_facts
from aushang.model import Artifact, Kind, Position, Site
from aushang.model.addresses import NOT_FOUND

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_XML = frozenset({"text/xml", "application/xml"})
_FORMS = {"text/calendar": Form.CALENDAR, "text/css": Form.CSS, "image/svg+xml": Form.SVG}


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
    where that is not all of them, `Index.to_judge` told which. `read` gives the bytes of a file,
    `source` the text of one of the content; they are asked for few, those with a finding.
    `past` is what the last run left behind where not all are judged, `before` the paths of all
    files that are published now and that the site will take the place of.
    """

    files: Mapping[str, WrittenFile]
    facts: Mapping[str, Facts]
    site: Site
    judged: tuple[str, ...]
    read: Callable[[str], bytes] | None = None
    source: Callable[[str], str] | None = None
    past: Past | None = None
    before: AbstractSet[str] = frozenset()

    @classmethod
    def of(  # noqa: PLR0913  each is a thing of its own
        cls,
        files: Mapping[str, WrittenFile],
        facts: Mapping[str, Facts],
        site: Site,
        judged: Collection[str] | None = None,
        read: Callable[[str], bytes] | None = None,
        *,
        source: Callable[[str], str] | None = None,
        past: Past | None = None,
        before: AbstractSet[str] = frozenset(),
    ) -> "WrittenSite":
        """The files and their facts, in any order; all are judged unless some are named."""
        order = tuple(sorted(files if judged is None else judged))
        return cls(
            files=files,
            facts=facts,
            site=site,
            judged=order,
            read=read,
            source=source,
            past=past,
            before=before,
        )

    @cached_property
    def verdict(self) -> Verdict:
        """What was found out about the references of the files that are judged."""
        return judged(self.facts, self._resolver, self.judged, self._leads_on)

    @cached_property
    def redirects(self) -> Redirects:
        """The pages that lead on by themselves."""
        return Redirects(self.facts, self._resolver, self._leads_on)

    @cached_property
    def ways(self) -> Ways:
        """The links of pages."""
        return Ways(self.facts, self._resolver, self._leads_on)

    @cached_property
    def witnesses(self) -> Mapping[str, str]:
        """For each file to which another page links, one that does."""
        found = self.verdict.witnesses
        return linked(found, self.ways, self.facts, self.judged, self.past)

    @cached_property
    def unlisted(self) -> frozenset[str]:
        """The pages that ask search engines not to list them."""
        then = self.past.unlisted if self.past else frozenset[str]()
        kept = (path for path in then.difference(self.judged) if path in self.files)
        return frozenset((*kept, *(one for one in self.judged if self.facts[one].is_unlisted)))

    @cached_property
    def unlisted_in_maps(self) -> tuple[Unlisted, ...]:
        """What the site maps name although it is not to be listed."""
        leads_on, unlisted = self._leads_on, self.unlisted
        found = unlisted_in_maps(
            self.facts, self.judged, self._resolver, leads_on=leads_on, unlisted=unlisted
        )
        return tuple(found)

    def misplaced_feeds(self) -> Iterator[tuple[str, str]]:
        """The feeds that say they live elsewhere, by path, and where."""
        for path in self.judged:
            address = self.facts[path].address
            if address and not self._is_at(path, address):
                yield path, address

    def _is_at(self, path: str, address: str) -> bool:
        bare = unquote(address.strip())
        if bare == unquote(self.site.url) + path:
            return True
        # A site that does not say where it lives (RFC 6761) can only be asked for its paths.
        return self.site.host.endswith(".invalid") and bare.endswith(f"/{path}")

    @cached_property
    def _leads_on(self) -> Callable[[str], bool]:
        # No method: who holds one holds the site, and a circle keeps all facts in memory.
        redirects = (path for path, file in self.files.items() if file.kind is Kind.REDIRECT)
        return frozenset(redirects).__contains__

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Every reference that leads nowhere, or not straight there."""
        return self.verdict.broken

    def faults(self, form: Form) -> Iterator[tuple[str, Fault]]:
        """The files of a form that cannot be read as it, by path, and why not."""
        for path in self.faulty:
            facts = self.facts[path]
            if facts.fault and facts.form is form:
                yield path, facts.fault

    def flaws(self, code: str) -> Iterator[tuple[str, Flaw]]:
        """The flaws of the judged files that a check tells, by path, in the order of the file."""
        for path in self.faulty:
            for flaw in self.facts[path].flaws:
                if flaw.code == code:
                    yield path, flaw

    @cached_property
    def faulty(self) -> tuple[str, ...]:
        """The judged files that are guilty of something by themselves: forty checks ask of what."""
        every = ((path, self.facts[path]) for path in self.judged)
        return tuple(path for path, facts in every if facts.fault or facts.flaws)

    def meant(self, path: str, url: str) -> Target | str:
        """What an address in a file means: a place of the site, else the address itself."""
        resolver = self._resolver
        return resolver.target(url, resolver.base_of(page_of(path), self.facts[path].base)) or url

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.site)

    def place(self, path: str, value: str, *, is_text: bool = False, href: str = "") -> Position:
        """Where a value stands in a written file; the file as a whole where that is not sure.

        `is_text` tells words of a page's content from the value of an attribute; with `href` they
        are those of a link that leads there.
        """
        if self.read is None:
            return Position(path)
        try:
            data = self.read(path)
        except OSError:
            return Position(path)
        return place_of(path, data, value, is_text=is_text, href=href)

    def blank_pages(self) -> Iterator[str]:
        """The pages whose main part shows a reader nothing, by path.

        The title of the page for missing addresses says all that there is to say.
        """
        for path in self.judged:
            is_page = self.files[path].kind is Kind.PAGE and basename(path) != NOT_FOUND
            if is_page and self.facts[path].is_blank:
                yield path

    def is_blank(self, path: str) -> bool:
        """Whether a page shows a reader nothing, so that all else it lacks has the same cause."""
        return self.facts[path].is_blank

    def claim(self, path: str) -> str:
        """Who wrote a file, as a sentence for those who must mend it."""
        return f"written by {', '.join(self.files[path].sources)}"


def facts_of(media_type: str, data: bytes, site_url: str) -> Facts:
    """Facts of one file; none for a kind of file that refers to nothing."""
    facts = _facts_of(form_of(media_type), data, site_url)
    return with_manifest(facts, data) if is_manifest(media_type) else facts


def _facts_of(form: Form, data: bytes, site_url: str) -> Facts:
    reader = _READERS.get(form)
    if reader:
        return reader(data)
    reader_of_site = _READERS_OF_SITE.get(form)
    return reader_of_site(data, site_url) if reader_of_site else NOTHING


_READERS: Mapping[Form, Callable[[bytes], Facts]] = {
    Form.HTML: page_facts,
    Form.CSS: style_sheet_facts,
    Form.SVG: drawing_facts,
}
_READERS_OF_SITE: Mapping[Form, Callable[[bytes, str], Facts]] = {
    Form.XML: feed_facts,
    Form.JSON: record_facts,
    Form.CALENDAR: calendar_facts,
}


def form_of(media_type: str) -> Form:
    """How a file of this media type is read. An SVG is a picture: nobody subscribes to it."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in _HTML:
        return Form.HTML
    if kind in _FORMS:
        return _FORMS[kind]
    if kind in _XML or (kind.endswith("+xml") and not kind.startswith("image/")):
        return Form.XML
    if kind == "application/json" or kind.endswith("+json"):
        return Form.JSON
    return Form.OTHER
