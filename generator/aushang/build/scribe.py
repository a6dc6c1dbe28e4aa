"""Writes the files of a unit, and takes down what is kept of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from aushang.build.disk import explained
from aushang.build.documents import Packed, digest_of
from aushang.build.made import Made, Parcel, Written, parcel
from aushang.build.staging import Put, Staging
from aushang.checks.written import Facts, WrittenFile, facts_of
from aushang.model import Artifact
from aushang.outputs import pages
from aushang.outputs.shell import Frame, Shell


@dataclass(slots=True)
class Scribe:
    """Writes the artifacts of a unit and keeps account of them.

    `documents` are what the unit is found by in the search.
    """

    staging: Staging
    site_url: str
    files: list[Written] = field(default_factory=list)
    documents: Packed = field(default_factory=dict)
    _facts: list[Facts] = field(default_factory=list)
    _puts: list[Put] = field(default_factory=list)

    def one(self, artifact: Artifact) -> None:
        """Write an artifact and read off it what the gate wants to know."""
        digest = sha256(artifact.data).hexdigest()
        with explained(self.staging.published_folder):
            self._puts.append(self.staging.write(artifact, digest))
        self._facts.append(facts_of(artifact.media_type, artifact.data, self.site_url))
        file = WrittenFile.of(artifact)
        self.files.append(Written(artifact.path, file, digest, len(artifact.data)))

    def page(self, leaf: pages.Leaf, shell: Shell, frames: Mapping[str, Frame]) -> None:
        """Put the theme around a page and write it."""
        self.one(pages.put(leaf, shell, frames))

    @property
    def finds(self) -> tuple[tuple[str, str], ...]:
        """The languages of the documents, with their digests."""
        return tuple((language, digest_of(data)) for language, data in self.documents.items())

    def parcel(self, made: Made) -> Parcel:
        """What was written, as it travels."""
        return parcel(made, tuple(self._facts), tuple(self._puts), self.documents)
