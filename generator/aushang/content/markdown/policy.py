"""What HTML a text may hold: elements, their attributes, classes. A dialect has one such list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aushang.content.markdown.places import POSITION
from aushang.content.markdown.urls import candidates, is_allowed

# Elements that vanish with all they hold; of others only the tags vanish and the text stays.
VANISHING = frozenset(
    {
        "applet", "canvas", "embed", "frame", "frameset", "head", "iframe", "link", "math", "meta",
        "noembed", "noframes", "noscript", "object", "option", "param", "script", "select", "style",
        "svg", "template", "textarea", "title", "xmp",
    }
)  # fmt: skip

EVERYWHERE = frozenset(
    {"id", "class", "lang", "dir", "title", "align", "aria-label", "aria-hidden", POSITION}
)

_PLAIN_ELEMENTS = [
    "abbr",
    "b",
    "bdi",
    "bdo",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "dfn",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "kbd",
    "mark",
    "p",
    "pre",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
    "div",
    "picture",
]

# What GitHub lets through, and beyond it what a text with pictures, sound and notes needs.
GITHUB: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN_ELEMENTS, frozenset[str]()),
    "a": frozenset({"href", "name", "hreflang", "rel", "data-footnote-ref", "data-footnote-backref",
                    "data-footnote-backref-idx"}),
    "audio": frozenset({"src", "controls", "preload", "loop", "muted"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"}),
    "input": frozenset({"type", "checked", "disabled"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "section": frozenset({"data-footnotes"}),
    "source": frozenset({"src", "srcset", "sizes", "media", "type", "width", "height"}),
    "table": frozenset(),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "video": frozenset({"src", "controls", "preload", "loop", "muted", "poster", "width", "height",
                        "playsinline"}),
}  # fmt: skip

# Attributes by which the theme's scripts find their parts.
THEME_CONTROLS = "data-md-"

ADDRESSES = frozenset({"href", "src", "srcset", "poster", "cite"})

_GITHUB_CLASSES = re.compile(
    r"markdown-alert|markdown-alert-(?:note|tip|important|warning|caution|title)|footnotes"
    r"|footnote-(?:ref|backref)|(?:contains-)?task-list(?:-item(?:-checkbox)?)?|language-\S{1,40}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """An allow-list. `classes` matches one class; `everywhere` are attributes of all elements.

    Attributes may also begin with one of `beginnings` (`data-`), but for those of the theme.
    `own_ids` says whether ids may begin with `_`, which is the theme's part of the namespace.
    """

    elements: Mapping[str, frozenset[str]]
    classes: re.Pattern[str]
    everywhere: frozenset[str] = EVERYWHERE
    inputs: frozenset[str] = frozenset({"checkbox"})
    own_ids: bool = False
    beginnings: tuple[str, ...] = ()

    def allows(self, element: str, attribute: str) -> bool:
        """Whether an allowed element may carry the attribute."""
        return (
            attribute in self.everywhere
            or attribute in self.elements[element]
            or attribute.startswith(self.beginnings)
        )

    def kept(self, element: str, attribute: str, value: str) -> str | None:
        """What stays of the value of an allowed attribute; None if the attribute is to go."""
        match attribute:
            case "class":
                known = [name for name in value.split() if self.classes.fullmatch(name)]
                return " ".join(known) or None
            case "id" | "name":
                is_known = bool(value) and (self.own_ids or not value.startswith("_"))
            case "type" if element == "input":
                is_known = value in self.inputs
            case "srcset":
                is_known = all(is_allowed(url) for url, _ in candidates(value))
            case _ if attribute in ADDRESSES:
                is_known = is_allowed(value)
            case _:
                is_known = not attribute.startswith(THEME_CONTROLS)
        return value if is_known else None


GFM = Policy(elements=GITHUB, classes=_GITHUB_CLASSES)
