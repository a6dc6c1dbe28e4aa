"""The forms that values have: one line, id, time, text in several languages and so on.

Each form is used as an annotation. It checks the value when a file is read and describes itself in
the JSON Schema, so that an editor judges as the loader does.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictBool,
    StrictInt,
    StringConstraints,
    Tag,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from aushang.content.quoting import short
from aushang.content.schema.moments import (
    DAY_PATTERN,
    MOMENT_PATTERN,
    Fault,
    read_day,
    read_moment,
)
from aushang.model import Site
from aushang.model.addresses import slugify
from aushang.model.similar import did_you_mean

CUSTOM = "aushang"
"""The type of our own errors among pydantic's."""

ONE, MANY = "<one>", "<many>"
"""Names of the two forms of a value; pydantic puts them into the place of an error."""


class Fields(BaseModel):
    """What may stand in one kind of file. A key that is not listed is refused."""

    # Built when first used: many a publication has no pages, none has files of every kind (2 ms).
    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, frozen=True, defer_build=True
    )


def refuse(fault: Fault) -> PydanticCustomError:
    """`fault` as pydantic collects it."""
    context = {"code": fault.code, "what": fault.what, "hint": fault.hint}
    return PydanticCustomError(CUSTOM, "{what}", context)


def _site(info: ValidationInfo) -> Site:
    if not isinstance(info.context, Site):
        raise TypeError("validation needs the site as its context")
    return info.context


@dataclass(frozen=True, slots=True)
class Form:
    """A text of a certain form: `pattern` for programs, `expected` for people."""

    pattern: str
    expected: str
    proposes_slug: bool = False

    def check(self, value: str) -> str:
        """`value`, if it has the form."""
        fault = self.fault_of(value)
        if fault:
            raise refuse(fault)
        return value

    def fault_of(self, value: str) -> Fault | None:
        """What is wrong with `value`."""
        if re.search(self.pattern, value) and "\n" not in value:
            return None
        proposal = slugify(value) if self.proposes_slug else ""
        hint = f"write “{proposal}”" if proposal else ""
        return Fault("AU001", f"is “{short(value)}”; expected {self.expected}", hint)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "pattern": self.pattern}


@dataclass(frozen=True, slots=True)
class OneLine:
    """A text of one line that holds at least one character that is not a blank."""

    def check(self, value: str) -> str:
        """`value`, if it is one line and not blank."""
        if not value:
            raise refuse(Fault("AU004", "is empty", "write a text, or remove the line"))
        if "\n" in value:
            raise refuse(Fault("AU001", f"is “{short(value)}” in several lines; expected one line"))
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "pattern": r"^\s*\S[^\n]*\s*$"}


@dataclass(frozen=True, slots=True)
class Time:
    """A text that names a moment, or with `is_day` a day; it becomes a datetime or a date."""

    is_day: bool = False

    def read(self, value: Any, info: ValidationInfo) -> datetime | date:
        """The moment or day that `value` names in the publication's time zone."""
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "not a text")
        found = read_day(value) if self.is_day else read_moment(value, _site(info).zone)
        if isinstance(found, Fault):
            raise refuse(found)
        return found

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": DAY_PATTERN if self.is_day else MOMENT_PATTERN}


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """The tag of one of the publication's languages."""

    def check(self, value: str, info: ValidationInfo) -> str:
        """`value`, if the publication has that language."""
        known = _site(info).languages
        if value in known:
            return value
        hint = did_you_mean(value, known) or "the languages stand in the configuration"
        what = f"is no language of this publication; allowed are {', '.join(known)}"
        raise refuse(Fault("AU001", what, hint))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}


def one_or_many(value: Any) -> str:
    """Which form a value has that may stand alone or as a mapping."""
    return MANY if isinstance(value, dict) else ONE


Moment = Annotated[datetime, Time()]
Day = Annotated[date, Time(is_day=True)]
Line = Annotated[str, OneLine()]
Id = Annotated[
    str,
    Form("^[a-z0-9]+(-[a-z0-9]+)*$", "letters a-z, digits and hyphens", proposes_slug=True),
]
PageSlug = Annotated[
    str,
    Form(
        "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$",
        "letters a-z, digits and hyphens, parts divided by a slash",
    ),
]
Redirect = Annotated[
    str,
    Form(
        r"^/(?![/.])(?!.*(?:/\.|%2[eEfF]|//))[^\t\n?#\\:]*[^\s?#\\:]$",
        "a path of this site that begins with one slash, such as /alt/pfad.html",
    ),
]
Code = Annotated[str, Form("^AU[0-9]{3}$", "the code of a finding, such as AU101")]
Email = Annotated[
    str, Form(r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$", "an e-mail address such as jana@studio.example")
]
Phone = Annotated[
    str, Form(r"^[+(]?[0-9][0-9 ()/.-]{2,}$", "a telephone number such as +49 30 23125000")
]
WebAddress = Annotated[
    str, Form(r"^https?://[^\s<>]+$", "an address that begins with https:// or http://")
]
LINK_TARGET = Form(
    r"^((https?|mailto|tel):\S+|(?!//|[A-Za-z][A-Za-z0-9+.-]*:)\S+)$",
    "an address (https:, mailto:, tel:) or a path to a file here, without blanks",
)
LinkTarget = Annotated[str, LINK_TARGET]
Markdown = Annotated[str, StringConstraints(strip_whitespace=False, pattern=r"\S")]
Country = Annotated[str, Form("^[A-Z]{2}$", "two capital letters such as DE (ISO 3166-1)")]
Texts = Annotated[
    Annotated[Line, Tag(ONE)]
    | Annotated[
        dict[Annotated[str, LanguageTag()], Line],
        Field(min_length=1),
        Tag(MANY),
    ],
    Discriminator(one_or_many),
]
RedirectsByLanguage = Annotated[
    Annotated[tuple[Redirect, ...], Field(min_length=1), Tag(ONE)]
    | Annotated[
        dict[Annotated[str, LanguageTag()], Annotated[tuple[Redirect, ...], Field(min_length=1)]],
        Field(min_length=1),
        Tag(MANY),
    ],
    Discriminator(one_or_many),
]
Flag = StrictBool
Whole = StrictInt
