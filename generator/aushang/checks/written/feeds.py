"""Facts of XML: feeds and site maps, parsed as strictly as the strictest reader does.

Which element holds an address is not asked: whatever begins with the site's own URL is one, and
whatever looks like HTML is read as HTML. So no vocabulary can be forgotten.
"""

import re
from collections.abc import Iterator

from lxml import etree

from aushang.checks.written.facts import Facts, Fault, Form, Reference
from aushang.checks.written.strings import references_in

_PLACE = re.compile(r", line \d+, column \d+$")


def feed_facts(data: bytes, site_url: str) -> Facts:
    """References to the site itself, or the fault that makes the file unreadable.

    Entities stay unexpanded and nothing is fetched, whatever the file declares.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return Facts(form=Form.XML, fault=_fault(error))
    return Facts(form=Form.XML, references=tuple(dict.fromkeys(_references(root, site_url))))


def _fault(error: etree.XMLSyntaxError) -> Fault:
    # The parser repeats the place within its sentence.
    reason = _PLACE.sub("", error.msg or "there is no element")
    line, column = error.position
    return Fault(reason, max(line, 0), max(column, 0))


def _references(root: etree._Element, site_url: str) -> Iterator[Reference]:
    for element in root.iter("*"):
        text = element.text
        if text and (site_url in text or "<" in text):
            yield from references_in(str(text), _name(element), site_url)
        for value in element.values():
            if site_url in value or "<" in value:
                yield from references_in(str(value), _name(element), site_url)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
