"""The front matter of questions. The descriptions are what editors show while staff type."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from aushang.content.schema.forms import Fields, Line, Moment
from aushang.content.schema.places import Order
from aushang.content.schema.posts import Draft, Ignore, IgnoredFields

Asked = Annotated[Line, Field(description="The customer's words: one line without markup.")]


class QuestionFields(Fields):
    """The front matter of a question. The answer stands below it."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {"ignore": IgnoredFields}

    question: Asked
    answered: Moment = Field(description="When somebody looked at the answer last: 2026-11-20.")
    services: tuple[Line, ...] = Field(
        default=(), min_length=1, description="Ids of the services that it is about."
    )
    locations: tuple[Line, ...] = Field(
        default=(), min_length=1, description="Ids of the places that it is about."
    )
    contact: Line | None = Field(default=None, description="Id of the person to ask.")
    order: Order = None
    draft: Draft = False
    ignore: Ignore = Field(default_factory=dict)


class QuestionTranslationFields(Fields):
    """The front matter of a question in another language. All else stands in the first one."""

    question: Asked
    draft: Draft = False
