"""How values stand in messages: shortened, and as YAML that can be pasted."""

import yaml

SHORT = 60
"""The most characters of a value that a message repeats."""

_UNFOLDED = 1_000_000


def one_line(text: str) -> str:
    """`text` with single blanks in the place of all others."""
    return " ".join(text.split())


def short(text: str, length: int = SHORT) -> str:
    """`text` in one line, cut with “…” where it is long."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """`text` as a quoted YAML value; single quotes where the text has double ones."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def as_yaml(value: object) -> str:
    """A value that was read from YAML as it stands there: `null`, `true`, `[a, b]`, text as it is.

    Else in one line and shortened; a value that only Python knows is told in its words.
    """
    if isinstance(value, str):
        return value
    try:
        text = yaml.safe_dump(
            value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=_UNFOLDED
        )
    except (yaml.YAMLError, RecursionError):
        return short(str(value))
    return short(text.removesuffix("...\n"))
