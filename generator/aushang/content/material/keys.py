"""The keys of one file, checked; and what holds for a folder, joined with what a file says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from aushang.content.material.findings import no_address, of_our_keys, of_similar_keys
from aushang.content.material.front_matter import FrontMatter, related
from aushang.content.repeated import without_repeats
from aushang.content.schema.faults import dotted, finding, findings
from aushang.content.schema.moments import Fault
from aushang.content.yaml_tree import Mark, Tree
from aushang.model import Diagnostic, Site
from aushang.model.addresses import slugify

_Model = TypeVar("_Model", bound=BaseModel)

_LISTS = ("authors", "categories", "tags")


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of `links`: title (or nothing), address and place."""

    title: str
    target: str
    mark: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a file says in its front matter; `fields` are None where something in it is wrong."""

    tree: Tree
    fields: FrontMatter | None
    links: tuple[Link, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_keys(tree: Tree, path: str, site: Site) -> Keys:
    """The keys of a post, a page or a folder's defaults, with every fault in them."""
    found = [*of_our_keys(tree), *of_similar_keys(tree, path), *without_repeats(tree, path)]
    fields, wrong = checked(tree, FrontMatter, path, site)
    found += wrong
    links = []
    for place, title, target in related(tree.values.get("links")):
        if isinstance(target, Fault):
            if not any(one.startswith(dotted(place)) for one in tree.empty):
                found.append(finding(place, target, tree, path))
        else:
            links.append(Link(title, target, tree.marks.get(dotted(place))))
    found += _without_address(fields, tree, path)
    if any(one.is_error for one in found):
        fields = None
    return Keys(tree=tree, fields=fields, links=tuple(links), diagnostics=tuple(found))


def _without_address(fields: FrontMatter | None, tree: Tree, path: str) -> Iterator[Diagnostic]:
    """Each category has a page, and each post; both have an address in ASCII."""
    if fields is None:
        return
    if fields.slug and not slugify(fields.slug):
        yield no_address(("slug",), fields.slug, tree, path)
    for index, category in enumerate(fields.categories):
        if not slugify(category):
            yield no_address(("categories", index), category, tree, path)


def checked(
    tree: Tree, model: type[_Model], path: str, site: Site
) -> tuple[_Model | None, list[Diagnostic]]:
    """The values of a file as a model, or what is wrong with them."""
    if not tree.is_whole:
        return None, []
    try:
        return model.model_validate(tree.values, context=site), []
    except ValidationError as error:
        return None, list(findings(error, model, tree, path))


def with_defaults(own: FrontMatter, defaults: Iterable[FrontMatter]) -> FrontMatter:
    """The file's own values, then those of its folder, then those of the folders above.

    As in Material's plugin `meta`, lists are joined; everything else the nearer one decides.
    """
    values = {name: getattr(own, name) for name in own.model_fields_set}
    for outer in defaults:
        for name in outer.model_fields_set:
            value = getattr(outer, name)
            if name in _LISTS:
                values[name] = tuple(dict.fromkeys((*values.get(name, ()), *value)))
            else:
                values.setdefault(name, value)
    return FrontMatter.model_construct(**values)
