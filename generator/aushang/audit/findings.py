"""The findings of reading a built site (AU610 to AU613), each in its own words."""

from aushang.model import Diagnostic, Position, Severity


def unreadable(path: str, fault: OSError) -> Diagnostic:
    """A file or folder that the system does not give out."""
    why = f"“{path}” cannot be read: {fault.strerror or fault}"
    return _finding("AU610", path, why, "let everybody read it, or take it away")


def no_file(path: str) -> Diagnostic:
    """A pipe, a socket, a device: reading it could wait for ever."""
    what = f"“{path}” is neither a file nor a folder"
    return _finding("AU610", path, what, "let everybody read it, or take it away")


def wrong_encoding(path: str, name: str) -> Diagnostic:
    """A page that was read in the encoding `name`."""
    what = f"“{path}” is not UTF-8; it was read as {name}"
    hint = 'save it as UTF-8, and say so with `<meta charset="utf-8">`'
    return _finding("AU611", path, what, hint, Severity.WARNING)


def link_astray(path: str, where: str) -> Diagnostic:
    """A symbolic link that is not followed; `where` says where it leads, as a predicate."""
    hint = "put what it leads to in its place, or take it away"
    return _finding("AU612", path, f"“{path}” {where}", hint, Severity.WARNING)


def too_much(path: str, what: str) -> Diagnostic:
    """A file that was not read because of its size or its depth."""
    said = f"{what}; it was not read, and what it refers to was not judged"
    return _finding("AU613", path, said, "split it")


def _finding(
    code: str, path: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(
        code=code, message=message, location=Position(path), hint=hint, severity=severity
    )
