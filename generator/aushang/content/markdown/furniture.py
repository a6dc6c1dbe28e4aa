"""What Markdown leaves to the page: labels of alerts, notes, tables and tasks that all can use."""

from collections import Counter
from collections.abc import Iterable, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from aushang.content.markdown.plain import text_of
from aushang.content.markdown.words import Words

MOST_HEADS = 6
"""How many heads of columns are part of a table's label."""

_LONGEST_LABEL = 80


def table(tree: LexborHTMLParser, node: LexborNode, labels: Counter[str], words: Words) -> None:
    """A table scrolls in a frame of its own, which the keyboard reaches and a voice names.

    WCAG 2.1.1 and 4.1.2.
    """
    frame = tree.create_node("div")
    heads = [text_of(head) for head in node.css("th")[:MOST_HEADS]]
    for name, value in table_frame(heads, labels, words).items():
        frame.attrs[name] = value
    node.insert_before(frame, move=True)
    frame.insert_child(node, move=True)


def table_frame(heads: Iterable[str], labels: Counter[str], words: Words) -> Mapping[str, str]:
    """The attributes of the frame around a table whose first columns are headed by `heads`.

    Two tables with the same heads are told apart by a number; `labels` counts them.
    """
    named = ", ".join(head for head in heads if head)[:_LONGEST_LABEL]
    label = f"{words.table}: {named}" if named else words.table
    labels[label] += 1
    return {
        "class": "table-scroll",
        "role": "region",
        "tabindex": "0",
        "aria-label": label if labels[label] == 1 else f"{label} ({labels[label]})",
    }


def column_head(node: LexborNode) -> None:
    """A heading in the head of a table is one of a column."""
    if "scope" not in node.attributes and _is_inside(node, "thead"):
        node.attrs["scope"] = "col"


def alignment(node: LexborNode, value: str) -> None:
    """`align` is no HTML any more: a class says the same."""
    del node.attrs["align"]
    side = value.lower()
    if side in ("left", "right", "center"):
        classes = node.attributes.get("class")
        node.attrs["class"] = f"{classes} align-{side}" if classes else f"align-{side}"


def task(tree: LexborHTMLParser, node: LexborNode, words: Words) -> None:
    """A box that nobody can tick is a sign with a name, not a form field without one."""
    is_done = "checked" in node.attributes
    sign = tree.create_node("span")
    sign.attrs["class"] = "task"
    sign.attrs["role"] = "img"
    sign.attrs["aria-label"] = words.done if is_done else words.open
    sign.insert_child("☑" if is_done else "☐")
    node.insert_before(sign, move=True)
    node.decompose()


def alert(node: LexborNode, words: Words) -> None:
    """The title of an alert in the text's language, unless the author gave one."""
    frame = node.parent
    classes = (frame.attributes.get("class") or "").split() if frame is not None else []
    for name, word in words.alerts.items():
        if f"markdown-alert-{name}" in classes and node.text() == name.capitalize():
            node.inner_html = word


def notes(node: LexborNode, words: Words) -> None:
    """The list of footnotes, as the Digital Publishing roles of ARIA name it."""
    node.attrs["role"] = "doc-endnotes"
    node.attrs["aria-label"] = words.footnotes


def note_link(node: LexborNode, words: Words) -> bool:
    """Names the link to a footnote or back from it; False if it is neither."""
    attributes = node.attributes
    classes = (attributes.get("class") or "").split()
    if "data-footnote-ref" in attributes or "footnote-ref" in classes:
        _without(node, "data-footnote-ref")
        node.attrs["role"] = "doc-noteref"
        return True
    if "footnote-backref" in classes:
        number = (attributes.get("data-footnote-backref-idx") or "-1").partition("-")[2] or "1"
        _without(node, "data-footnote-backref", "data-footnote-backref-idx", "title")
        again = words.back_again.format(number=number)
        node.attrs["role"] = "doc-backlink"
        node.attrs["aria-label"] = words.back if number == "1" else again
        return True
    return False


def _without(node: LexborNode, *names: str) -> None:
    for name in names:
        if name in node.attributes:
            del node.attrs[name]


def _is_inside(node: LexborNode, tag: str) -> bool:
    around = node.parent
    while around is not None and around.tag != tag:
        around = around.parent
    return around is not None
