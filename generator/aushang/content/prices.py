"""The prices of a post's front matter become those of the model."""

from collections.abc import Mapping

from aushang.content.schema.prices import PriceFields
from aushang.model import Fee, Localised, Price


def price_of(fields: PriceFields, language: str) -> Price:
    """A price; a text that names no language is in `language`, that of the post."""
    return Price(
        label=_localised(fields.label, language),
        old=fields.old,
        new=fields.new,
        per=fields.per,
        since=fields.since,
        fees=tuple(Fee(_localised(fee.name, language), fee.amount, fee.per) for fee in fields.fees),
        minimum_term=fields.minimum_term,
    )


def _localised(text: str | Mapping[str, str], language: str) -> Localised:
    return Localised({language: text} if isinstance(text, str) else dict(text))
