"""The person to ask, where mkdocs.yml describes them instead of naming a file among the content."""

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from aushang.content.schema.forms import Email, Line, Phone, WebAddress, refuse
from aushang.content.schema.moments import Fault
from aushang.model import Contact, Localised, Source
from aushang.model.addresses import slugify

Words = str | Mapping[str, str]
"""One text, or one for each language."""


TEXTS = ("role", "hours", "answers_within")
"""The keys that may hold a text for each language."""


class Person(BaseModel):
    """The keys of a contact; they mean what they mean in a file of `contacts/`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Line
    role: Words = Field(default_factory=dict)
    phone: Phone = ""
    email: Email = ""
    url: WebAddress = ""
    hours: Words = Field(default_factory=dict)
    answers_within: Words = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_reachable(self) -> Self:
        if not (self.phone or self.email or self.url):
            raise refuse(
                Fault("AU003", "has no way to be reached", "add `phone`, `email` or `url`")
            )
        return self


def contact_of(person: Person, language: str, path: str) -> Contact:
    """The person as a contact; `language` is that of single texts, `path` the configuration."""
    return Contact(
        id=slugify(person.name) or "contact",
        name=person.name,
        role=_localised(person.role, language),
        source=Source(path),
        phone=person.phone,
        email=person.email,
        url=person.url,
        hours=_localised(person.hours, language),
        answers_within=_localised(person.answers_within, language),
    )


def _localised(words: Words, language: str) -> Localised:
    return Localised({language: words} if isinstance(words, str) else words)
