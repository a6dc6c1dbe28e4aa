"""Takes out of rendered HTML what could harm a reader, and says what that was.

`nh3` decides what stays. The findings come from a walk of our own over the same HTML with the same
allow-list; at the end both are compared, so nothing is ever removed without a word.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown.findings import (
    dropped_by_parser,
    unsafe_attribute,
    unsafe_element,
    unsafe_link,
)
from aushang.content.markdown.places import POSITION, Places, unmark
from aushang.content.markdown.policy import ADDRESSES, VANISHING, Policy
from aushang.content.markdown.urls import SCHEMES, candidates, is_allowed, is_plain
from aushang.model import Diagnostic, Position


@dataclass(frozen=True, slots=True)
class Sanitiser:
    """A policy and the cleaner that keeps to it."""

    policy: Policy
    clean: Callable[[str], str]


def sanitiser(policy: Policy) -> Sanitiser:
    """A cleaner for `policy`; making one is the dear part, so a dialect keeps it."""
    cleaner = nh3.Cleaner(
        tags=set(policy.elements),
        clean_content_tags=set(VANISHING - set(policy.elements)),
        attributes={"*": set(policy.everywhere), **policy.elements},
        attribute_filter=policy.kept,
        generic_attribute_prefixes=set(policy.beginnings),
        link_rel=None,
        url_schemes=set(SCHEMES),
    )
    return Sanitiser(policy, cleaner.clean)


def sanitised(
    html: str, *, has_author_html: bool, using: Sanitiser, places: Places
) -> tuple[LexborHTMLParser, tuple[Diagnostic, ...]]:
    """The harmless tree (its body is the text) and the findings.

    Where the author wrote no HTML and the walk finds nothing but allowed elements, attributes and
    plain addresses, there is nothing in the renderer's own output that could be removed: it is
    taken as it is. A property test holds that against `nh3`.
    """
    tree = _parsed(html)
    walk = _Walk(using.policy, places)
    found = list(walk.findings(_elements(tree)))
    if has_author_html:
        parsed = (tree.body.inner_html if tree.body else "") or ""
        found += dropped_by_parser(html, parsed, using.policy, places)
    elif not found and walk.is_plain:
        return tree, ()
    cleaned = _parsed(unmark(using.clean(html)))
    found += walk.unexplained(_elements(cleaned))
    return cleaned, tuple(dict.fromkeys(found))


def _parsed(html: str) -> LexborHTMLParser:
    return LexborHTMLParser("<body>" + html)


def _elements(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """All elements below the body, in the order of the document."""
    nodes = tree.body.traverse() if tree.body is not None else iter(())
    next(nodes, None)
    return (node for node in nodes if node.is_element_node)


class _Walk:
    """One pass over a tree: what is to go, and which addresses are to stay."""

    def __init__(self, policy: Policy, places: Places) -> None:
        self.is_plain = True
        self._policy = policy
        self._places = places
        self._mark: str | None = None
        self._addresses: list[tuple[tuple[str, str, str], Diagnostic]] = []

    def findings(self, elements: Iterator[LexborNode]) -> Iterator[Diagnostic]:
        """What is to go. Nothing is said about the inside of what vanishes as a whole."""
        gone: set[int] = set()
        allowed = self._policy.elements
        for node in elements:
            if gone and node.parent is not None and node.parent.mem_id in gone:
                gone.add(node.mem_id)
                continue
            element = node.tag or ""
            attributes = node.attributes
            self._mark = attributes.get(POSITION) or self._mark
            if element in allowed:
                # Most elements have their place and nothing else.
                if len(attributes) > (POSITION in attributes):
                    yield from self._attributes(element, attributes)
                continue
            yield unsafe_element(element, attributes, self._policy, self._place())
            if element in VANISHING:
                gone.add(node.mem_id)

    def _attributes(self, element: str, attributes: dict[str, str | None]) -> Iterator[Diagnostic]:
        for name, value in attributes.items():
            if name == POSITION:
                continue
            text = value or ""
            if not self._policy.allows(element, name):
                yield unsafe_attribute(element, name, text, self._policy, self._place())
            elif name in ADDRESSES:
                yield from self._address(element, name, text)
            elif self._policy.kept(element, name, text) != text:
                yield unsafe_attribute(element, name, text, self._policy, self._place())

    def _address(self, element: str, name: str, value: str) -> Iterator[Diagnostic]:
        urls = [url for url, _ in candidates(value)] if name == "srcset" else [value]
        refused = [
            unsafe_link(url, self._place(element, value)) for url in urls if not is_allowed(url)
        ]
        yield from refused
        if not all(map(is_plain, urls)):
            self.is_plain = False
            if not refused:
                key = (element, name, unmark(value))
                finding = unsafe_link(value, self._place(element, value))
                self._addresses.append((key, finding))

    def _place(self, element: str = "", target: str = "") -> Position:
        places, mark = self._places, self._mark
        found = places.of_reference(mark, element, target) if target else places.of(mark)
        return found or places.start

    def unexplained(self, elements: Iterator[LexborNode]) -> Iterator[Diagnostic]:
        """Addresses that the walk let pass and the cleaner did not, such as `http://[`."""
        if not self._addresses:
            return
        left = Counter(
            (node.tag or "", name, value or "")
            for node in elements
            for name, value in node.attributes.items()
            if name in ADDRESSES
        )
        for key, finding in self._addresses:
            left[key] -= 1
            if left[key] < 0:
                yield finding
