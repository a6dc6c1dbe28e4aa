"""Reading page bodies in tests: by path, and through a parser that is not ours."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.model import Publication
from aushang.outputs import pages
from aushang.outputs.shell import Frame, Sheet


class BareShell:
    """A theme that puts nothing around a body: implements `outputs.shell.Shell`."""

    def __init__(self) -> None:
        self.frames: dict[str, Frame] = {}

    def page(self, sheet: Sheet, frame: Frame) -> bytes:
        """The body alone."""
        self.frames[frame.language] = frame
        return sheet.body.encode()

    def page_in_full(self, sheet: Sheet, frame: Frame) -> bytes:
        """The same."""
        return self.page(sheet, frame)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """None."""
        return iter(())


def sheets_of(publication: Publication) -> dict[str, Sheet]:
    """All sheets by their site path."""
    return {leaf.sheet.path: leaf.sheet for leaf in pages.leaves(publication)}


def parsed(sheet: Sheet) -> LexborHTMLParser:
    """The body as a browser reads it, with what waits for its time."""
    return LexborHTMLParser(sheet.body)


def shown(sheet: Sheet) -> LexborHTMLParser:
    """The body as a browser shows it at the time of the build, without a script."""
    tree = parsed(sheet)
    for node in tree.css("[hidden]"):
        node.decompose()
    return tree


def words_of(node: LexborNode | LexborHTMLParser | None) -> str:
    """The text of a node with single, ordinary spaces."""
    assert node is not None
    spaced = " ".join(node.text(separator=" ").split())
    return re.sub(r" (?=[,.;:)])|(?<=\() ", "", spaced)


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The only node that matches."""
    found = tree.css(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def texts(tree: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    """The texts of all nodes that match."""
    return [words_of(node) for node in tree.css(selector)]


def facts_of(tree: LexborHTMLParser | LexborNode, selector: str) -> dict[str, str]:
    """A list of terms: what stands after each."""
    return {
        words_of(one(pair, "dt")): words_of(one(pair, "dd"))
        for pair in tree.css(f"{selector} > div")
    }
