"""Definition lists, which Hugo's Markdown knows and GitHub's does not."""

import re

from aushang.content.hugo.links import code_spans

_LIST = re.compile(r"(?m)^(?P<term>(?!:)\S[^\n]*)\n(?P<meanings>(?::[ \t]+[^\n]*(?:\n|\Z))+)")


def without_definitions(text: str) -> str:
    """Each term in bold, and its meanings as the points of a list below it."""
    spans = code_spans(text)

    def listed(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in spans):
            return match[0]
        points = [f"- {line[1:].strip()}" for line in match["meanings"].splitlines()]
        return f"\n**{match['term'].strip()}**\n\n" + "\n".join(points) + "\n\n"

    return _LIST.sub(listed, text)
