"""From the harmless tree to the body: everything that pages, lists and checks want to know.

The tree is changed in place (ids, addresses, sizes, labels) and then written out once.
"""

from collections import Counter
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown import furniture, outline
from aushang.content.markdown.excerpt import excerpt, without_mark
from aushang.content.markdown.places import POSITION, SIGN, Places
from aushang.content.markdown.plain import plain_text, text_of
from aushang.content.markdown.references import MEDIA, Destinations, References
from aushang.content.markdown.renderer import Markup, Rendered, Surroundings
from aushang.content.markdown.tokens import tokens
from aushang.content.markdown.words import Words, words
from aushang.model import Body, Diagnostic, Heading, Link, Position

Placed = tuple[LexborNode, Position]

# Elements that something is done to even if they have no attributes.
_CONCERNED = frozenset({*outline.HEADINGS, *MEDIA, "-comment", "a", "table", "th"})

# Attributes that name an id of the same text, or a group of fields.
_POINTERS = frozenset({"for", "name", "headers"})


@dataclass(slots=True)
class _Found:
    """Elements of a tree that need something done, in the order of the document."""

    headings: list[Placed] = field(default_factory=list)
    references: list[Placed] = field(default_factory=list)
    with_id: list[LexborNode] = field(default_factory=list)
    pointing: list[LexborNode] = field(default_factory=list)
    notes: list[LexborNode] = field(default_factory=list)


def analysed(
    tree: LexborHTMLParser,
    places: Places,
    surroundings: Surroundings,
    found: tuple[Diagnostic, ...],
) -> Rendered:
    """The body of a sanitised tree. `found` are the findings made so far."""
    body = tree.body
    if body is None:
        return Rendered(Body(), found)
    markup = places.markup
    wording = words(markup.language)
    title = _title(tree, body, markup)
    elements = _furnished(tree, body, places, wording)
    headings, ids = _identified(elements, markup, wording)
    destinations = Destinations(surroundings=surroundings, source=markup.text, ids=ids)
    references = References(tree=tree, destinations=destinations)
    links = _links(elements, references)
    html = body.inner_html or ""
    signs = tokens(html)
    return Rendered(
        Body(
            html=without_mark(html).strip(),
            text=plain_text(signs),
            excerpt=excerpt(html, body),
            headings=tuple(heading for heading in headings if heading.text),
            # A picture in a heading may have become words by now.
            sections=outline.sections(signs, [_heading(*placed) for placed in elements.headings]),
            links=links,
        ),
        (*found, *references.diagnostics),
        title,
    )


def _furnished(tree: LexborHTMLParser, body: LexborNode, places: Places, wording: Words) -> _Found:
    """Labels what needs labels, takes the positions out and collects the rest."""
    found = _Found()
    labels: Counter[str] = Counter()
    mark: str | None = None
    for node in list(body.traverse()):
        tag, attributes = node.tag or "", node.attributes
        if POSITION in attributes:
            mark = attributes.pop(POSITION) or mark
            del node.attrs[POSITION]
        if not attributes and tag not in _CONCERNED:
            continue
        if tag == "-comment":
            node.decompose()
        elif tag == "input" and attributes.get("type") == "checkbox":
            furniture.task(tree, node, wording)
        else:
            _noted(node, attributes, found)
            if tag in outline.HEADINGS:
                found.headings.append((node, places.of(mark) or places.start))
            elif tag == "a" and furniture.note_link(node, wording):
                found.notes.append(node)
            elif tag == "a" or tag in MEDIA:
                target = attributes.get("href" if tag == "a" else "src") or ""
                place = places.of_reference(mark, tag, target)
                found.references.append((node, place or places.start))
            else:
                _labelled(tree, node, attributes, labels, wording)
    return found


def _noted(node: LexborNode, attributes: dict[str, str | None], found: _Found) -> None:
    if attributes.get("title") == SIGN and node.tag != "wbr":
        del node.attrs["title"]
    if attributes.get("id"):
        found.with_id.append(node)
    if _POINTERS & attributes.keys():
        found.pointing.append(node)
    if attributes.get("align"):
        furniture.alignment(node, attributes["align"] or "")


def _labelled(
    tree: LexborHTMLParser,
    node: LexborNode,
    attributes: dict[str, str | None],
    labels: Counter[str],
    wording: Words,
) -> None:
    match node.tag:
        case "table":
            furniture.table(tree, node, labels, wording)
        case "th":
            furniture.column_head(node)
        case "p" if attributes.get("class") == "markdown-alert-title":
            furniture.alert(node, wording)
        case "section" if attributes.get("class") == "footnotes":
            furniture.notes(node, wording)
        case _:
            pass


def _title(tree: LexborHTMLParser, body: LexborNode, markup: Markup) -> str:
    """Takes the leading heading of level 1 out; every other one becomes one of level 2."""
    of_level_1 = body.css("h1")
    leading, title = outline.leading_heading(body) if of_level_1 else None, ""
    if leading is not None:
        said = text_of(leading)
        if not markup.title or said.casefold() == " ".join(markup.title.split()).casefold():
            title = said
            leading.decompose()
            del of_level_1[0]
    for node in of_level_1:
        outline.retagged(tree, node, "h2")
    return title


def _identified(
    found: _Found, markup: Markup, wording: Words
) -> tuple[list[Heading], dict[str, str]]:
    """Every id begins with the text's prefix; returns the headings and what each id became."""
    prefix = markup.id_prefix
    ids: dict[str, str] = {}
    for node in found.with_id:
        name = node.attributes.get("id") or ""
        ids[name] = prefix + name
        if prefix:
            node.attrs["id"] = prefix + name
    for node in found.pointing if prefix else ():
        for pointer in _POINTERS & node.attributes.keys():
            named = (node.attributes[pointer] or "").split()
            node.attrs[pointer] = " ".join(prefix + name for name in named)
    for node in found.notes if prefix else ():
        node.attrs["href"] = f"#{prefix}{(node.attributes.get('href') or '').removeprefix('#')}"
    headings = outline.named(
        (_heading(node, position) for node, position in found.headings),
        taken=set(ids.values()),
        prefix=prefix,
        nameless=wording.section,
    )
    for (node, _), heading in zip(found.headings, headings, strict=True):
        if not node.attributes.get("id"):
            node.attrs["id"] = heading.id
    return headings, outline.anchors(headings, prefix) | ids


def _heading(node: LexborNode, position: Position) -> Heading:
    """A heading with the id that its author gave it, if any."""
    level = outline.LEVELS[node.tag or "h2"]
    return Heading(level, node.attributes.get("id") or "", text_of(node), position)


def _links(found: _Found, references: References) -> tuple[Link, ...]:
    links: list[Link] = []
    for node, position in found.references:
        if node.tag == "a":
            links += references.link(node, position)
        else:
            links += references.media(node, position)
    return tuple(links)
