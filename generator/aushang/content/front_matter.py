"""The two parts of a Markdown file: the keys between two lines `---`, and the text below."""

from dataclasses import dataclass

from aushang.model import Diagnostic, Position

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """The YAML without its fences begins in line 2; `body` begins in line `body_line`."""

    yaml: str
    body: str
    body_line: int


def split(text: str, path: str) -> Parts | Diagnostic:
    """The parts of a file, or what is missing (AU008, AU009)."""
    # Fences are seldom followed by blanks; then no line has to be looked at: 1 µs for 7.
    end_of_yaml = text.find("\n---", 3)
    if text.startswith("---\n") and text.startswith("\n---\n", end_of_yaml):
        yaml = text[4 : end_of_yaml + 1] or "\n"
        return Parts(yaml, text[end_of_yaml + 5 :], text.count("\n", 0, end_of_yaml) + 3)
    if not text.strip():
        return Diagnostic(
            code="AU009",
            message="the file is empty",
            hint="write something, or delete the file",
            location=Position(path),
        )
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _no_beginning(lines, path)
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == FENCE), None)
    if end is None:
        return _no_end(lines, path)
    return Parts("\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2)


def _no_beginning(lines: list[str], path: str) -> Diagnostic:
    first = next(at for at, line in enumerate(lines) if line.strip())
    is_below_blank_lines = lines[first].rstrip() == FENCE
    return Diagnostic(
        code="AU008",
        message="the first line is not `---`, so the file has no front matter",
        hint="remove the blank lines above `---`"
        if is_below_blank_lines
        else "begin with `---`, then keys such as `title: …`, then `---` again",
        location=Position(path, 1, 1),
    )


def _no_end(lines: list[str], path: str) -> Diagnostic:
    """The line after which `---` belongs is the last one before a blank line."""
    last = next((at for at in range(1, len(lines)) if not lines[at].strip()), len(lines))
    return Diagnostic(
        code="AU008",
        message="the front matter that begins in line 1 has no end",
        hint=f"add a line `---` after line {max(last, 1)}, below the last key",
        location=Position(path, 1, 1),
    )
