"""Links, pictures and other media: where they lead, and what a browser needs to know of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown.findings import foreign_media
from aushang.content.markdown.renderer import Surroundings
from aushang.content.markdown.urls import candidates, in_html, is_foreign, scheme
from aushang.model import Diagnostic, Link, Position
from aushang.model.addresses import slugify

MEDIA = frozenset({"img", "source", "video", "audio", "track"})

LOADING = {"loading": "lazy", "decoding": "async"}
"""How browsers load pictures: when they come near, and without holding up the words."""

# Anchors that every page has.
_ALWAYS_THERE = frozenset({"", "top"})


# Numbered lines of code link to themselves.
_OF_THE_THEME = "#_"

# Extensions draw emoji as pictures of a content delivery network.
_EMOJI = frozenset({"twemoji", "emojione", "gemoji"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Destinations:
    """Where the addresses of a text lead.

    `source` is the Markdown text, `ids` maps each id of the text to what it is on the page.
    """

    surroundings: Surroundings
    source: str
    ids: Mapping[str, str]

    def link(self, href: str, position: Position) -> tuple[dict[str, str], Link | None]:
        """The attributes that an `a` element is to have, and the link that the author made."""
        address = self._anchor(href) if href.startswith("#") else self.address(href)
        attributes = {"href": in_html(address)}
        if scheme(address) in ("http", "https"):
            attributes["rel"] = "noopener"
        is_of_author = not href.startswith(_OF_THE_THEME)
        link = Link(self.written(href), address, "a", position) if is_of_author else None
        return attributes, link

    def size(self, source: str) -> dict[str, str]:
        """Width and height of a picture, if they are known.

        A browser that knows the size keeps the place free, so the text does not jump.
        """
        size = self.surroundings.size(self.written(source))
        return {"width": str(size[0]), "height": str(size[1])} if size else {}

    def address(self, target: str) -> str:
        """Where a target leads that is no anchor; the target itself where that is not known."""
        return self.surroundings.address(self.written(target)) or target

    def _anchor(self, href: str) -> str:
        """An anchor on the same page, found as well if it is spelt as other programs make it."""
        anchor = href[1:]
        if anchor in _ALWAYS_THERE:
            return href
        readable = unquote(anchor)
        for spelling in (anchor, readable, slugify(readable)):
            if spelling in self.ids:
                return "#" + self.ids[spelling]
        return href

    def written(self, address: str) -> str:
        """What the author wrote, where the renderer has percent-encoded it."""
        if "%" not in address:
            return address
        readable = unquote(address)
        return readable if readable in self.source and address not in self.source else address


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Writes addresses into the tree and keeps what they were."""

    tree: LexborHTMLParser
    destinations: Destinations
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def link(self, node: LexborNode, position: Position) -> Iterator[Link]:
        """An `a` element; one without an address is no link."""
        href = node.attributes.get("href")
        if href is None:
            return
        attributes, link = self.destinations.link(href, position)
        for name, value in attributes.items():
            node.attrs[name] = value
        if link:
            yield link

    def media(self, node: LexborNode, position: Position) -> Iterator[Link]:
        """An element that loads something. What another host would serve is not loaded."""
        if self._is_emoji(node):
            node.replace_with(node.attributes.get("alt") or "")
            return
        foreign = ""
        for name in ("src", "poster", "srcset"):
            value = node.attributes.get(name)
            if not value:
                continue
            parts = candidates(value) if name == "srcset" else [(value, "")]
            addresses = [(self.destinations.address(target), rest) for target, rest in parts]
            for (target, _), (address, _) in zip(parts, addresses, strict=True):
                yield Link(self.destinations.written(target), address, "img", position)
                if is_foreign(address):
                    foreign = foreign or address
                    self.diagnostics.append(foreign_media(address, position))
            if any(is_foreign(address) for address, _ in addresses):
                del node.attrs[name]
            else:
                node.attrs[name] = ", ".join(in_html(address) + rest for address, rest in addresses)
                if name == "src" and node.tag == "img":
                    self._sized(node, value)
        if node.tag == "img":
            self._picture(node, foreign)

    def _is_emoji(self, node: LexborNode) -> bool:
        """Whether it stands for one character, which every browser can draw by itself."""
        attributes = node.attributes
        classes = (attributes.get("class") or "").split()
        alt, source = attributes.get("alt") or "", attributes.get("src") or ""
        return bool(_EMOJI & set(classes)) and not alt.isascii() and is_foreign(source)

    def _picture(self, node: LexborNode, foreign: str) -> None:
        attributes = node.attributes
        if "src" not in attributes:
            self._linked_instead(node, foreign, attributes.get("alt") or "")
            return
        for name, value in LOADING.items():
            node.attrs[name] = value

    def _sized(self, node: LexborNode, source: str) -> None:
        attributes = node.attributes
        if "width" in attributes or "height" in attributes:
            return
        for name, value in self.destinations.size(source).items():
            node.attrs[name] = value

    def _linked_instead(self, node: LexborNode, address: str, words: str) -> None:
        """A picture that may not be loaded can still be gone to."""
        if not address or _is_in_link(node):
            node.replace_with(words or address)
            return
        link = self.tree.create_node("a")
        link.attrs["href"] = address
        link.attrs["rel"] = "noopener"
        link.insert_child(words or address)
        node.insert_before(link, move=True)
        node.decompose()


def _is_in_link(node: LexborNode) -> bool:
    around = node.parent
    while around is not None and around.tag != "a":
        around = around.parent
    return around is not None
