"""The prices of a post, as staff write them: amounts in euros, with a point or a comma."""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, Field, PlainValidator, WithJsonSchema

from aushang.content.quoting import short
from aushang.content.schema.forms import Day, Fields, Texts, refuse
from aushang.content.schema.moments import Fault
from aushang.model.price import Period

NO_PRICE = "none"
"""What stands for an old price where there was none."""

_AMOUNT = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,2})?")
_EXPECTED = "an amount in euros such as 17.90, from 0 to 999999.99"
_LONGEST_TERM = 60  # months


def _amount(value: Any) -> Decimal:
    """An amount that was written as a number, or in quotes with a decimal comma."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    written = str(value).strip() if is_number or isinstance(value, str) else ""
    if not _AMOUNT.fullmatch(written):
        raise refuse(Fault("AU001", f"{_shown(value)}; expected {_EXPECTED}", _advice(written)))
    return Decimal(written.replace(",", "."))


def _shown(value: Any) -> str:
    if isinstance(value, list | dict):
        return "is a list" if isinstance(value, list) else "has keys of its own"
    return f"is “{short(str(value).lower() if isinstance(value, bool) else str(value))}”"


def _advice(written: str) -> str:
    """What was most likely meant."""
    bare = re.sub(r"€|EUR(?:O)?|\s", "", written, flags=re.IGNORECASE)
    whole = re.sub(r"[.](?=[0-9]{3}(?:,|$))", "", bare)
    proposal = re.sub(r",(?:-|–|—)$", "", whole).replace(",", ".")
    return f"did you mean {proposal}?" if _AMOUNT.fullmatch(proposal) else ""


def _old_amount(value: Any) -> Decimal | None:
    return None if value == NO_PRICE else _amount(value)


def _months(value: Any) -> int:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if not is_whole or not 1 <= value <= _LONGEST_TERM:
        what = f"is “{short(str(value))}”; expected a number of months, 1 to {_LONGEST_TERM}"
        number = re.match(r"\d{1,2}(?= ?(?:Monate?|months?)$)", str(value), re.IGNORECASE)
        hint = f"write {number[0]}" if number else "without a minimum term leave the line out"
        raise refuse(Fault("AU001", what, hint))
    return int(value)


_AMOUNT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 999999.99},
        {"type": "string", "pattern": f"^{_AMOUNT.pattern}$"},
    ]
}
_OLD_SCHEMA: dict[str, Any] = {"anyOf": [*_AMOUNT_SCHEMA["anyOf"], {"const": NO_PRICE}]}
_MONTHS_SCHEMA: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": _LONGEST_TERM}

Amount = Annotated[Decimal, PlainValidator(_amount), WithJsonSchema(_AMOUNT_SCHEMA)]
OldAmount = Annotated[Decimal | None, PlainValidator(_old_amount), WithJsonSchema(_OLD_SCHEMA)]
Months = Annotated[int, PlainValidator(_months), WithJsonSchema(_MONTHS_SCHEMA)]


class FeeFields(Fields):
    """A cost that nobody who buys can do without."""

    name: Texts = Field(description="What it is for, such as Aufnahme.")
    amount: Amount = Field(description="Gross, in euros: 29.00.")
    per: Period = Field(
        default=Period.ONCE, description="How often: once (without it), month, year …"
    )


class PriceFields(Fields):
    """What something costs before, and from a day on."""

    parts: ClassVar[dict[str, type[BaseModel]]] = {"fees": FeeFields}

    label: Texts = Field(alias="for", description="What it buys, or for whom: Tageskarte.")
    old: OldAmount = Field(
        description="What it cost before, gross, in euros; none for what there was not before."
    )
    new: Amount = Field(description="What it costs then, gross, in euros: 17.90.")
    per: Period = Field(
        description="For what: once, piece, visit, hour, day, week, 4 weeks, month, quarter, "
        "half-year, year."
    )
    since: Day = Field(alias="from", description="The day from which it holds: 2027-02-01.")
    fees: tuple[FeeFields, ...] = Field(
        default=(), min_length=1, description="Costs that nobody can do without."
    )
    minimum_term: Months | None = Field(
        default=None, description="How many months a contract binds for."
    )
