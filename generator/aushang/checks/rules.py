"""What makes a generator a check: a code, a stage, a name, and a docstring that is the user's page.

The decorator refuses a check that could not be explained, found or told from another; so a mistake
in a check shows when it is imported and not when a publisher waits.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, ParamSpec

from aushang.model import Diagnostic, Severity
from aushang.model.explanation import Explanation, explanation

P = ParamSpec("P")

_CODE = re.compile(r"AU\d{3}")
_owners: dict[str, str] = {}


class Stage(StrEnum):
    """When a check runs, and so what it is given.

    `text` gets a publication that may hold only some of the posts, with all their texts: it judges
    each text by itself, wherever there is a processor for it. `source` gets the whole publication,
    in which posts may have lost their texts; `artifact` that and the written site; `run` that and
    what became of its `ignore` entries.
    """

    TEXT = "text"

    SOURCE = "source"
    ARTIFACT = "artifact"
    RUN = "run"


_ARGUMENTS = {Stage.TEXT: 1, Stage.SOURCE: 1, Stage.ARTIFACT: 2, Stage.RUN: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[P]):
    """A check with everything that is known about it. Calling it runs it."""

    code: str
    name: str
    stage: Stage
    severity: Severity
    since: str
    explanation: Explanation
    find: Callable[P, Iterator[Diagnostic]]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Diagnostic]:
        """Every finding, under the rule's own severity. A foreign code is a bug in the check."""
        for diagnostic in self.find(*args, **kwargs):
            if diagnostic.code != self.code:
                raise RuntimeError(f"check {self.code} {self.name} yields {diagnostic.code}")
            yield replace(diagnostic, severity=self.severity)


def check(
    code: str, *, stage: str, since: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, Iterator[Diagnostic]]], Rule[P]]:
    """Make the generator below a rule: its name is the rule's, its docstring the explanation.

    Raises ValueError for a code that is malformed or taken, a module that does not announce code
    and name, a wrong number of arguments, or a docstring without its four parts.
    """

    def decorate(find: Callable[P, Iterator[Diagnostic]]) -> Rule[P]:
        owner = f"{find.__module__}.{find.__qualname__}"
        rule = Rule(
            code=code,
            name=find.__name__.replace("_", "-"),
            stage=Stage(stage),
            severity=severity,
            since=since,
            explanation=_explanation(find, owner),
            find=find,
        )
        _require_shape(rule, owner)
        if _owners.setdefault(code, owner) != owner:
            raise ValueError(f"{owner}: {code} is already the code of {_owners[code]}")
        return rule

    return decorate


def _explanation(find: Callable[..., object], owner: str) -> Explanation:
    try:
        return explanation(find.__doc__ or "")
    except ValueError as error:
        raise ValueError(f"{owner}: {error}") from error


def _require_shape(rule: Rule[P], owner: str) -> None:
    if not _CODE.fullmatch(rule.code):
        raise ValueError(f"{owner}: “{rule.code}” is no code; expected AU and three digits")
    announced = (sys.modules[rule.find.__module__].__doc__ or "").split(".")[0]
    if announced != f"{rule.code} {rule.name}":
        raise ValueError(
            f"{owner}: the module announces “{announced}”; expected “{rule.code} {rule.name}”"
        )
    if len(inspect.signature(rule.find).parameters) != _ARGUMENTS[rule.stage]:
        raise ValueError(
            f"{owner}: a check of the stage “{rule.stage}” takes {_ARGUMENTS[rule.stage]} arguments"
        )
