"""The JSON Schemas of all kinds of files, for editors: completion, help and checks while typing."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from aushang.content.schema.bookings import BookingFields
from aushang.content.schema.places import ContactFields, LocationFields, ServiceFields
from aushang.content.schema.posts import (
    PageFields,
    PageTranslationFields,
    PostFields,
    PostTranslationFields,
)
from aushang.content.schema.questions import QuestionFields, QuestionTranslationFields

MODELS: Mapping[str, tuple[type[BaseModel], str]] = {
    "post": (PostFields, "Post"),
    "post-translation": (PostTranslationFields, "Translation of a post"),
    "page": (PageFields, "Page"),
    "page-translation": (PageTranslationFields, "Translation of a page"),
    "question": (QuestionFields, "Question"),
    "question-translation": (QuestionTranslationFields, "Translation of a question"),
    "service": (ServiceFields, "Service"),
    "location": (LocationFields, "Place"),
    "contact": (ContactFields, "Contact"),
    "booking": (BookingFields, "Booking data"),
}
"""Model and title of each kind of file, by the name of its schema."""

Schema = dict[str, Any]


def json_schemas() -> Mapping[str, Schema]:
    """All schemas by name, in the dialect 2020-12. Each call returns fresh values."""
    return {name: _schema(model, title) for name, (model, title) in MODELS.items()}


def _schema(model: type[BaseModel], title: str) -> Schema:
    written = _tidied(model.model_json_schema())
    schema = {"$schema": GenerateJsonSchema.schema_dialect, **written, "title": title}
    if model is ContactFields:
        schema["anyOf"] = [{"required": [key]} for key in ("phone", "email", "url")]
    return schema


def _tidied(value: Any) -> Any:
    """Without the null and empty defaults that no file may hold, and with closed mappings."""
    if isinstance(value, list):
        return [_tidied(part) for part in value]
    if not isinstance(value, dict):
        return value
    tidy = {key: _tidied(part) for key, part in value.items()}
    if tidy.get("default", ...) in (None, [], (), {}):
        del tidy["default"]
    if "anyOf" in tidy:
        # No file can hold a null: an empty value is refused where it is read.
        options = [option for option in tidy.pop("anyOf") if option != {"type": "null"}]
        tidy |= options[0] if len(options) == 1 else {"anyOf": options}
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if isinstance(tidy.get("title"), str):
        # Names of Python classes and fields say nothing that the key does not.
        del tidy["title"]
    return tidy
