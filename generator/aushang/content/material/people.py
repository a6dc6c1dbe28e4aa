"""The file `.authors.yml`: who writes, and whom of them readers can ask."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aushang.content.entries import Entry, is_id
from aushang.content.material.front_matter import Author, Authors
from aushang.content.material.keys import checked
from aushang.content.source import decode
from aushang.content.yaml_tree import Tree, parse
from aushang.model import Contact, Diagnostic, Localised, Site, Source
from aushang.model.addresses import slugify

_WEB = re.compile(r"https?://[^\s<>]+\Z")


@dataclass(frozen=True, slots=True)
class People:
    """Contacts by the name under which posts mention them; None for one who cannot be reached."""

    contacts: Mapping[str, Contact | None]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_people(data: bytes, entry: Entry, site: Site) -> People:
    """The authors of a file, and every fault in it."""
    text, faults = decode(data, entry.path)
    if text is None:
        return People({}, faults)
    tree = parse(text, entry.path)
    fields, wrong = checked(tree, Authors, entry.path, site)
    authors = fields.authors if fields else {}
    contacts = {
        name: _contact(name, author, tree, entry.path, site) for name, author in authors.items()
    }
    return People(contacts, (*tree.diagnostics, *wrong))


def _contact(name: str, author: Author, tree: Tree, path: str, site: Site) -> Contact | None:
    """A person without mail, telephone and web address answers nobody."""
    url = author.url if author.url and _WEB.match(author.url) else ""
    if not (author.email or author.phone or url):
        return None
    start = f"authors.{name}."
    marks = {
        key.removeprefix(start): mark for key, mark in tree.marks.items() if key.startswith(start)
    }
    return Contact(
        id=name if is_id(name) else slugify(name) or "author",
        name=author.name,
        role=Localised({site.language: author.description} if author.description else {}),
        source=Source(path, marks),
        phone=author.phone or "",
        email=author.email or "",
        url=url,
    )
