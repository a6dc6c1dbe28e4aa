"""`ignore`, `checks` and the baseline: what is let pass here, and how grave findings are.

All that is wrong is told, each at its place; what is right becomes the model's words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from aushang.checks.baseline import Known, read
from aushang.checks.outgrown_baseline import FILE
from aushang.checks.severities import OFF, fault_of
from aushang.content.quoting import as_yaml
from aushang.mkdocs.marks import Places, Way
from aushang.model import AushangError, Ignored, Severity, Source
from aushang.model.similar import did_you_mean

_CODE = re.compile(r"AU\d{3}")
_OPTIONS = (("ignore",), ("checks",))
_KEYS = ("reason", "until", "paths")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at `way`, counted from the option, and what to do."""

    way: Way
    message: str
    hint: str


def ignored(written: Mapping[str, Any], content: str) -> dict[str, tuple[Ignored, ...]]:
    """The entries of `ignore`, which `wrong_ignore` finds nothing wrong with, by code.

    `content` is the content folder's path: patterns may begin there as well.
    """
    return {
        code: tuple(_ignored(entry, content) for entry in _entries(value))
        for code, value in written.items()
    }


def severities(written: Mapping[str, Any]) -> dict[str, Severity | None]:
    """The entries of `checks`, which `wrong_checks` finds nothing wrong with; None for `off`."""
    words = {code: _word(value) for code, value in written.items()}
    return {code: None if word == OFF else Severity(word) for code, word in words.items()}


def source_of(name: str, way: Way, places: Places) -> Source:
    """Where the entries of both stand: findings about them name the line.

    `way` leads to Aushang's own options in the configuration `name`.
    """
    length = len(way)
    inside = ((place[length:], mark) for place, mark in places.items() if place[:length] == way)
    marks = {".".join(map(str, keys)): mark for keys, mark in inside if keys[:1] in _OPTIONS}
    return Source(name, marks)


def baseline_beside(root: Path) -> tuple[Known, ...]:
    """The baseline in the configuration's folder. Raises AushangError if it cannot be read."""
    file = root / FILE
    try:
        return read(file.read_bytes())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise AushangError(
            f"{FILE} cannot be read: {error.strerror}", "look at its type and permissions"
        ) from error


def wrong_ignore(written: object) -> Iterator[Wrong]:
    """Everything that is wrong in `ignore`."""
    for code, value in written.items() if isinstance(written, Mapping) else ():
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            yield Wrong(
                ("ignore", str(code)),
                f"`ignore` names “{code}”, which is no code of a finding",
                "write the code as the report shows it, such as AU201",
            )
            continue
        for index, entry in enumerate(_entries(value)):
            way = ("ignore", code, index) if isinstance(value, list) else ("ignore", code)
            yield from _wrong_entry(entry, code, way)


def wrong_checks(written: object) -> Iterator[Wrong]:
    """Everything that is wrong in `checks`."""
    for code, value in written.items() if isinstance(written, Mapping) else ():
        fault = fault_of(str(code), _word(value))
        if fault:
            yield Wrong(("checks", str(code)), *fault)


def _word(value: object) -> str:
    # YAML 1.1, which MkDocs reads its file by, takes `off` for false.
    return OFF if value is False else as_yaml(value)


def _entries(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _ignored(entry: Any, content: str) -> Ignored:
    if isinstance(entry, str):
        return Ignored(entry)
    until = entry.get("until")
    paths = tuple(
        path for one in entry.get("paths", ()) for path in (one, f"{content.rstrip('/')}/{one}")
    )
    return Ignored(entry["reason"], _day(until) if until else None, paths)


def _day(value: object) -> date | None:
    """The day that a value is; None if it is none. A time of day is none."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _wrong_entry(entry: object, code: str, way: Way) -> Iterator[Wrong]:
    reason = entry.get("reason") if isinstance(entry, Mapping) else entry
    if isinstance(reason, Mapping | list) or (isinstance(reason, int | float) and reason != 0):
        wrong = f"the reason for {code} in `ignore` is “{as_yaml(reason)}”; expected text"
        yield Wrong(way, wrong, "put it in quotes")
    elif not reason or not str(reason).strip():
        hint = f"write why: `{code}: the reason`"
        yield Wrong(way, f"`ignore` gives no reason for {code}", hint)
    if not isinstance(entry, Mapping):
        return
    for key in entry:
        if key not in _KEYS:
            hint = did_you_mean(str(key), _KEYS) or f"allowed are {', '.join(_KEYS)}"
            yield Wrong((*way, str(key)), f"`{key}` is no key of an entry of `ignore`", hint)
    if "until" in entry and _day(entry["until"]) is None:
        yield Wrong(
            (*way, "until"),
            f"`until` of {code} in `ignore` is “{as_yaml(entry['until'])}”; expected a day",
            "write the last day on which it holds, such as 2027-03-01",
        )
    paths = entry.get("paths", ["…"])
    if not isinstance(paths, list) or not paths or not all(isinstance(one, str) for one in paths):
        yield Wrong(
            (*way, "paths"),
            f"`paths` of {code} in `ignore` is “{as_yaml(paths)}”; expected a list of patterns",
            "write it as [posts/2019-*, pages/archiv/]",
        )
