"""How an `AushangError` reads: what is wrong, and then what to do."""

from aushang.reports.legible import harmless


def sentence(message: str, hint: str = "") -> str:
    """The message, a full stop and the hint; the hint on a line of its own if there are several.

    Messages quote configuration and file names, which may hold anything, so nothing of them may
    drive the terminal.
    """
    lines = [harmless(line) for line in message.split("\n")]
    if not hint:
        return "\n".join(lines)
    remedy = harmless(hint)
    if len(lines) > 1:
        return "\n".join([*lines, f"help: {remedy}"])
    end = "" if lines[0].endswith("?") else "."
    return f"{lines[0]}{end} {remedy[0].upper()}{remedy[1:]}"
