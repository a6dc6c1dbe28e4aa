"""Where the pieces of a folded text stand: YAML makes one line of several (§ 6.5, § 8.1.3)."""

from collections.abc import Sequence

from aushang.content.markdown.renderer import Fold


def folds(text: str, lines: Sequence[str], line: int, column: int) -> tuple[Fold, ...]:
    """The pieces of `text` in order of their offset; empty where they cannot be told.

    `line` and `column`, from 0, are those of the text's first character in `lines`. Folding changes
    nothing but white space between lines; a text with escapes does not stand in the file at all.
    """
    found: list[Fold] = []
    done = 0
    for number in range(line, len(lines)):
        source = lines[number][column:] if number == line else lines[number]
        piece = source.strip()
        if not piece:
            continue
        indent = len(source) - len(source.lstrip()) + (column if number == line else 0)
        whole = text.find(piece, done)
        if whole < 0:
            # The last line ends with a quote, or a comment stands behind it.
            rest = text[done:].strip()
            if not rest or not piece.startswith(rest):
                return ()
            whole, piece = text.find(rest, done), rest
        found.append(Fold(whole, number, indent))
        done = whole + len(piece)
        if not text[done:].strip():
            return tuple(found)
    return ()
