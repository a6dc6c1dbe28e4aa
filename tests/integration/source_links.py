"""Links as they stand in a Markdown source, read apart from the program that judges them."""

import re

DEFINITION = re.compile(r"^ {0,3}\[([^\]^][^\]]*)\]:\s+(\S+)", re.MULTILINE)
REFERENCE = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\s?\[(?P<label>[^\]]+)\]|\((?P<target>[^)\s]*)\))?"
)


def leads_to(rest: str, target: str, source: str) -> bool:
    """Whether a link to `target` begins at `rest`, or the address itself, as in `links:`."""
    if rest.startswith(target):
        return True
    reference = REFERENCE.match(rest)
    if not reference:
        return False
    label = _label(reference["label"] or reference[1])
    defined = [one for name, one in DEFINITION.findall(source) if _label(name) == label]
    return any(is_shown_as(one, target) for one in [reference["target"] or "", *defined])


def is_shown_as(target: str, told: str) -> bool:
    """Whether a finding names `target` by `told`, which leaves the middle of a long one out."""
    start, cut, end = told.partition("…")
    return target.startswith(start) and target.endswith(end) if cut else target == told


def used_targets(source: str) -> list[str]:
    """The addresses of the definitions that a post uses, and those of its `links:`."""
    text = DEFINITION.sub("", source)
    uses = {_label(one["label"] or one[1]) for one in REFERENCE.finditer(text)}
    front = source.split("\n---\n", maxsplit=1)[0]
    return [
        *(target for name, target in DEFINITION.findall(source) if _label(name) in uses),
        *re.findall(r"^  - (?!blog/)(\S+\.md\S*)$", front, re.MULTILINE),
    ]


def _label(words: str) -> str:
    return " ".join(words.split()).casefold()
