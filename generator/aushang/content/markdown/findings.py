"""The sentences of AU110 to AU112: what was removed from a text, and what to write instead."""

import re
from collections.abc import Iterator, Mapping

from aushang.content.markdown.places import POSITION, SIGN, Places, unmark
from aushang.content.markdown.policy import Policy
from aushang.content.markdown.urls import shortened
from aushang.model import Diagnostic, Position, Severity
from aushang.model.similar import did_you_mean

_LINK_INSTEAD = "put a link to the page instead"
_NO_SCRIPT = "leave it out; pages run no scripts of their authors"
_NO_STYLE = "leave it out; the theme decides how a page looks"
_NO_FORM = "put a link to the form, or an e-mail address, instead"
_FILE_INSTEAD = "put the file into media/ and link to it"
_PICTURE_INSTEAD = "save it as a picture in media/ and show it with ![description](…)"

_INSTEAD_OF_ELEMENT = {
    **dict.fromkeys(("iframe", "frame", "frameset", "noframes"), _LINK_INSTEAD),
    **dict.fromkeys(("script", "noscript", "template", "canvas", "slot"), _NO_SCRIPT),
    **dict.fromkeys(("style", "link", "font", "center", "marquee", "blink"), _NO_STYLE),
    **dict.fromkeys(
        ("form", "input", "button", "select", "option", "textarea", "label", "fieldset"), _NO_FORM
    ),
    **dict.fromkeys(("object", "embed", "applet", "param"), _FILE_INSTEAD),
    **dict.fromkeys(("svg", "math"), _PICTURE_INSTEAD),
    **dict.fromkeys(
        ("html", "head", "body", "title", "meta", "base"), "leave it out; the page has its own"
    ),
}

_INSTEAD_OF_ATTRIBUTE = {
    "style": _NO_STYLE,
    "class": "leave it out; the theme knows no such class",
    "id": "give it a name that does not begin with “_”; those belong to the theme",
    "name": "give it a name that does not begin with “_”; those belong to the theme",
    "target": "leave it out; readers decide where a link opens",
    "type": "only checkboxes are allowed; " + _NO_FORM,
}

_TAG = re.compile(rf"<([A-Za-z][A-Za-z0-9-]*) {POSITION}=({SIGN}\d+:\d+)")


def unsafe_element(
    element: str, attributes: Mapping[str, str | None], policy: Policy, place: Position
) -> Diagnostic:
    """AU110 for an element that is not on the list."""
    source = attributes.get("src") or attributes.get("data") or attributes.get("action")
    shown = f'<{element} … "{shortened(unmark(source), 60)}">' if source else f"<{element}>"
    hint = _INSTEAD_OF_ELEMENT.get(element) or did_you_mean(element, policy.elements)
    return Diagnostic(
        code="AU110",
        message=f"`{shown}` is not allowed and was removed",
        hint=hint or "write it in Markdown",
        location=place,
    )


def unsafe_attribute(
    element: str, attribute: str, value: str, policy: Policy, place: Position
) -> Diagnostic:
    """AU110 for an attribute, or for the part of its value that is not allowed.

    Only what acts holds a publish back; what merely looks different is a warning.
    """
    if "mermaid" in value.split() and attribute == "class":
        return _foreign_script(place)
    acts = attribute.startswith(("on", "form")) or attribute in {"srcdoc", "type", "action", "ping"}
    kept = (policy.kept(element, attribute, value) or "").split() if attribute == "class" else []
    unknown = " ".join(word for word in unmark(value).split() if word not in kept)
    shown = f'{attribute}="{shortened(unknown, 60)}"' if unknown else attribute
    hint = _NO_SCRIPT if attribute.startswith("on") else _INSTEAD_OF_ATTRIBUTE.get(attribute)
    return Diagnostic(
        code="AU110",
        message=f"`{shown}` of `<{element}>` is not allowed and was removed",
        hint=hint or "leave it out",
        severity=Severity.ERROR if acts else Severity.WARNING,
        location=place,
    )


def _foreign_script(place: Position) -> Diagnostic:
    return Diagnostic(
        code="AU114",
        message="a “mermaid” diagram needs a script from another site; it is shown as its source",
        hint="save the diagram as a picture in media/ and show that",
        location=place,
    )


def unsafe_link(url: str, place: Position) -> Diagnostic:
    """AU111: an address that runs a script, carries data or is known to no browser."""
    return Diagnostic(
        code="AU111",
        message=f"the link to “{shortened(unmark(url))}” is not allowed and was removed",
        hint="link to a file here, or begin with https:, http:, mailto: or tel:",
        location=place,
    )


def foreign_media(url: str, place: Position) -> Diagnostic:
    """AU112: something that every reader's browser would fetch from somebody else."""
    return Diagnostic(
        code="AU112",
        message=f"“{shortened(url)}” would be loaded from another site; pages ask nobody else",
        hint="download it to media/ and show that file",
        location=place,
    )


def dropped_by_parser(
    html: str, parsed: str, policy: Policy, places: Places
) -> Iterator[Diagnostic]:
    """AU110 for tags that no tree shows, because HTML has no place for them (`<body onload>`)."""
    for tag in _TAG.finditer(html):
        element = tag[1].lower()
        if element not in policy.elements and tag[2] not in parsed:
            place = places.of(tag[2]) or places.start
            yield unsafe_element(element, {}, policy, place)
