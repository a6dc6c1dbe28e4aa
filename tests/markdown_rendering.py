"""Renders a text in a test, in surroundings that know a handful of files."""

from aushang.content.markdown.gfm import GfmRenderer
from aushang.content.markdown.renderer import Markup, Rendered
from aushang.model import ROOT, Diagnostic

KNOWN = {
    "../services/sauna.yml": "angebote/sauna/",
    "ü ä.md": "meldungen/ue-ae/",
    "bild.png": "media/bild.png",
    "groß bild.png": "media/groß bild.png",
}
RENDERER = GfmRenderer()


class Files:
    """The surroundings of a text whose neighbours are `KNOWN`."""

    def address(self, target: str) -> str | None:
        """The site path behind `ROOT`, with the anchor kept."""
        path, sign, anchor = target.partition("#")
        return ROOT + KNOWN[path] + sign + anchor if path in KNOWN else None

    def size(self, target: str) -> tuple[int, int] | None:
        """Pictures here are 640 by 480."""
        return (640, 480) if target in KNOWN else None


def rendered(text: str, **fields: str | int) -> Rendered:
    """The text as `posts/a.md`."""
    return RENDERER.render(Markup(text, "posts/a.md", **fields), Files())  # type: ignore[arg-type]


def html(text: str, **fields: str | int) -> str:
    """Only the HTML of the body."""
    return rendered(text, **fields).body.html


def sentences(text: str) -> list[str]:
    """Each finding as a line of a report, its remedy in brackets."""
    return [sentence(finding) for finding in rendered(text).diagnostics]


def sentence(finding: Diagnostic) -> str:
    """`line:column severity code message (hint)`."""
    place = f"{finding.location.line}:{finding.location.column}"
    return f"{place} {finding.severity} {finding.code} {finding.message} ({finding.hint})"


def places(text: str, **fields: str | int) -> list[tuple[str, str, int, int]]:
    """Kind, target, line and column of each link."""
    return [
        (link.kind, link.target, link.position.line, link.position.column)
        for link in rendered(text, **fields).body.links
    ]
