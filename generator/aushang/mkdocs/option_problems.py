"""What is wrong with an option, told in our words: the way to it, the value and the remedy."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from aushang.content.quoting import as_yaml
from aushang.content.schema.forms import CUSTOM, MANY, ONE
from aushang.mkdocs.person import TEXTS, Person
from aushang.model.similar import did_you_mean

_TYPES = {"string": "text", "tuple": "a list", "dict": "a mapping", "bool": "true or false"}
_EXPECTED = dict.fromkeys(
    ("description", *(f"contact.{key}" for key in TEXTS)), "one text, or one for each language"
)
_MISSING = {
    "tag": (
        "the plugin aushang has no `tag`, so a move would change the ids in feeds",
        "add tag: and a host with a year in which it was yours: kraftraum.example,2026",
    ),
    "contact.name": ("`contact` has no `name`", "add name: and first and last name"),
}
_REMEDIES = {
    "text": "put it in quotes",
    "a list": "write it as [one, two]",
    "a mapping": "write `name: value` below it",
    "true or false": "write true or false, without quotes",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in mkdocs.yml: words, a remedy, and the way to it.

    The way is that of the keys, such as `("plugins", 0, "aushang", "tag")`; empty for the file.
    """

    keys: tuple[str | int, ...]
    message: str
    hint: str = ""


class Wrong(ValueError):  # noqa: N818  (pydantic asks for a ValueError, and keeps it to itself)
    """A sentence of our own about one option, with its remedy, for validators to raise."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def problems_in(
    error: ValidationError, keys: tuple[str | int, ...], options: Collection[str]
) -> Iterator[Problem]:
    """One for each place that pydantic complains of.

    `keys` is the way to the options in mkdocs.yml, `options` are the names that there are.
    """
    seen = set()
    for detail in error.errors(include_url=False):
        # A union reports each of its members; one sentence per place is enough.
        way = tuple(part for part in detail["loc"] if not _is_member(part))
        if way not in seen:
            seen.add(way)
            yield Problem((*keys, *way), *_sentence(detail, way, options))


def _is_member(part: str | int) -> bool:
    names = {"str", ONE, MANY}
    return isinstance(part, str) and (part in names or part.startswith(("dict[", "mapping[")))


def _sentence(
    detail: ErrorDetails, way: tuple[str | int, ...], options: Collection[str]
) -> tuple[str, str]:
    """What is wrong and what to do, for one of pydantic's findings."""
    name = ".".join(str(part) for part in way)
    value = detail["input"]
    known = Person.model_fields if len(way) > 1 else options
    match detail["type"]:
        case "value_error":
            wrong = detail["ctx"]["error"]
            said = (wrong.message, wrong.hint)
        case kind if kind == CUSTOM:
            said = (f"`{name}` {detail['ctx']['what']}", detail["ctx"]["hint"])
        case "extra_forbidden":
            guess = did_you_mean(str(way[-1]), known)
            hint = guess or f"allowed are {', '.join(sorted(known))}"
            said = (f"`{name}` is no option of the plugin aushang", hint)
        case "missing":
            said = _MISSING[name]
        case "literal_error":
            allowed = "gfm, material"
            guess = did_you_mean(str(value), ["gfm", "material"])
            hint = guess or f"write one of {allowed}"
            said = (f"`{name}` is “{as_yaml(value)}”; allowed are {allowed}", hint)
        case "too_short":
            said = (f"`{name}` is empty", "name at least one language, such as [de]")
        case kind:
            expected = _EXPECTED.get(name) or _TYPES.get(kind.partition("_")[0], "something else")
            what = f"`{name}` is “{as_yaml(value)}”; expected {expected}"
            said = (what, _REMEDIES.get(expected, ""))
    return said
