"""Links and pictures of a Markdown text, found and rewritten where they stand.

Code is left alone. Found are inline links and pictures, reference definitions, and `href` and `src`
in raw HTML.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_CODE = re.compile(
    r"(?ms)^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)"
)
_INLINE = re.compile(
    r"(?P<before>\]\(\s*)"
    r"(?:<(?P<angled>[^<>\n]*)>|(?P<plain>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?P<after>(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\))"
)
_DEFINITION = re.compile(
    r"(?m)(?P<before>^ {0,3}\[[^\]\n]+\]:\s*)"
    r"(?:<(?P<angled>[^<>\n]*)>|(?P<plain>\S+))(?P<after>)"
)
_ATTRIBUTE = re.compile(
    r"(?P<before>\b(?:href|src)\s*=\s*\")(?P<angled>)(?P<plain>[^\"\n]*)(?P<after>\")"
)


@dataclass(frozen=True, slots=True)
class Target:
    """One link target and where it stands in the text, in characters."""

    value: str
    offset: int
    is_picture: bool


def code_spans(text: str) -> list[tuple[int, int]]:
    """Where code begins and ends: fenced blocks and spans between backticks."""
    return [match.span() for match in _CODE.finditer(text)]


def rewrite_targets(text: str, rewrite: Callable[[Target], str]) -> str:
    """`text` with each target replaced by what `rewrite` says of it."""
    for pattern in (_INLINE, _DEFINITION, _ATTRIBUTE):
        spans = code_spans(text)
        parts = []
        position = 0
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in spans):
                continue
            old = match["angled"] or match["plain"] or ""
            new = rewrite(Target(old, match.start(), _is_picture(text, match)))
            if new == old:
                continue
            parts += [text[position : match.start()], match["before"], _written(new, match)]
            parts.append(match["after"])
            position = match.end()
        text = "".join(parts) + text[position:]
    return text


def _written(target: str, match: re.Match[str]) -> str:
    in_markdown = not match["before"].endswith('"')
    return f"<{target}>" if in_markdown and re.search(r"[\s()]", target) else target


def _is_picture(text: str, match: re.Match[str]) -> bool:
    """Whether the target belongs to `![…](…)` or `src="…"`; brackets may stand in brackets."""
    if match["before"].startswith("src"):
        return True
    depth = 0
    for index in range(match.start(), -1, -1):
        depth += (text[index] == "]") - (text[index] == "[")
        if depth == 0:
            return index > 0 and text[index - 1] == "!"
    return False
