"""How values stand in messages: shortened, and as YAML that can be pasted."""

SHORT = 60
"""The most characters of a value that a message repeats."""


def short(text: str, length: int = SHORT) -> str:
    """`text` in one line, cut with “…” where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """`text` as a quoted YAML value; single quotes where the text has double ones."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
