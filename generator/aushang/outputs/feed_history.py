"""The way from a feed in XML to its archives (RFC 5005, section 4), as an extension of feedgen."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from lxml.etree import SubElement

from aushang.outputs.feed_joining import Ways

_HISTORY: Final = "http://purl.org/syndication/history/1.0"
_ATOM: Final = "{http://www.w3.org/2005/Atom}"


def add_history(whole: Any, ways: Ways, media_type: str) -> None:
    """Let feedgen's feed name the archives around it, and say of an archive that it is one."""
    if ways.current or ways.older:
        whole.register_extension("history", partial(_History, ways, media_type))


class _History:
    """What feedgen asks of an extension."""

    def __init__(self, ways: Ways, media_type: str) -> None:
        self._ways = ways
        self._media_type = media_type

    def extend_ns(self) -> dict[str, str]:
        """The name space of archives, where it is needed."""
        return {"fh": _HISTORY} if self._ways.current else {}

    def extend_rss(self, root: Any) -> None:
        """RSS takes the elements of Atom (RFC 5005, appendix B)."""
        self._extend(root[0], f"{_ATOM}link")

    def extend_atom(self, root: Any) -> None:
        """Elements of Atom have no name space before feedgen has written them."""
        self._extend(root, "link")

    def _extend(self, holder: Any, link: str) -> None:
        for relation, address in self._links():
            SubElement(holder, link, rel=relation, href=address, type=self._media_type)
        if self._ways.current:
            SubElement(holder, f"{{{_HISTORY}}}archive")

    def _links(self) -> Iterator[tuple[str, str]]:
        ways = self._ways
        for relation, address in (
            ("current", ways.current),
            ("prev-archive", ways.older),
            ("next-archive", ways.newer),
        ):
            if address:
                yield relation, address
