"""What holds for the texts of a blog together: its people, and the defaults of its folders."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from aushang.content.entries import Entry, Role
from aushang.content.inventory import Inventory, read
from aushang.content.markdown.renderer import Renderer
from aushang.content.material.findings import unknown_author
from aushang.content.material.keys import Keys, read_keys
from aushang.content.material.people import People, read_people
from aushang.content.source import decode
from aushang.content.yaml_tree import Tree, parse
from aushang.model import Contact, Diagnostic, Position, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """What texts are read with.

    `defaults` are the `.meta.yml` files by folder, `authors` those of `.authors.yml` (None for one
    whom nobody can reach), `contacts` the ids of people with a file of their own. `diagnostics` is
    what is wrong in these files.
    """

    site: Site
    markdown: Renderer
    defaults: Mapping[str, Keys] = field(default_factory=dict)
    authors: Mapping[str, Contact | None] = field(default_factory=dict)
    contacts: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()

    def above(self, inside: str) -> Iterator[Keys]:
        """What holds for the folders of a file, the nearest first."""
        folder = inside
        while folder:
            folder = posixpath.dirname(folder)
            if folder in self.defaults:
                yield self.defaults[folder]

    def contact_of(self, authors: tuple[str, ...]) -> str:
        """The id of the first author who can be asked; empty if there is none."""
        for name in authors:
            known = self.authors.get(name)
            if known:
                return known.id
            if name in self.contacts:
                return name
        return ""

    def strangers(self, keys: Keys, path: str) -> Iterator[Diagnostic]:
        """The authors of a file whom nobody knows, if any author is known."""
        known = {*self.authors, *self.contacts}
        for index, name in enumerate(keys.fields.authors if keys.fields else ()):
            if self.authors and name not in known:
                place = keys.tree.marks.get(f"authors.{index}", (0, 0))
                yield unknown_author(index, name, known, Position(path, *place))


def read_blog(inventory: Inventory, site: Site, markdown: Renderer) -> Blog:
    """The authors and the folders' defaults, with what is wrong in their files."""
    people = [_people(entry, site) for entry in inventory.texts if entry.role is Role.AUTHORS]
    blog = Blog(
        site=site,
        markdown=markdown,
        authors={name: one for part in people for name, one in part.contacts.items()},
        contacts=frozenset(one.name for one in inventory.texts if one.role is Role.CONTACT),
    )
    defaults = {}
    found = [finding for part in people for finding in part.diagnostics]
    for entry in inventory.texts:
        if entry.role is Role.DEFAULTS:
            keys = _defaults(entry, site)
            defaults[posixpath.dirname(entry.inside)] = keys
            found += [*keys.diagnostics, *blog.strangers(keys, entry.path)]
    return replace(blog, defaults=defaults, diagnostics=tuple(found))


def _people(entry: Entry, site: Site) -> People:
    data = read(entry)
    return People({}, (data,)) if isinstance(data, Diagnostic) else read_people(data, entry, site)


def _defaults(entry: Entry, site: Site) -> Keys:
    data = read(entry)
    if isinstance(data, Diagnostic):
        return Keys(tree=Tree(), fields=None, diagnostics=(data,))
    text, faults = decode(data, entry.path)
    if text is None:
        return Keys(tree=Tree(), fields=None, diagnostics=faults)
    return read_keys(parse(text, entry.path), entry.path, site)
