"""The prices of a post as the API shows them."""

from decimal import Decimal

from aushang import model
from aushang.outputs.api import models
from aushang.outputs.api.directory import Directory


def price(directory: Directory, price: model.Price) -> models.Price:
    """A price with what is worked out of it, so that no app has to do sums."""
    return models.Price(
        label=directory.texts(price.label),
        old=_amount_or_null(price.old),
        new=_amount(price.new),
        currency=model.CURRENCY,
        per=price.per.value,
        since=price.since.isoformat(),
        fees=[
            models.Fee(
                name=directory.texts(fee.name), amount=_amount(fee.amount), per=fee.per.value
            )
            for fee in price.fees
        ],
        minimum_term=price.minimum_term,
        total=_amount_or_null(price.total),
        monthly=_amount_or_null(price.monthly),
    )


def _amount(amount: Decimal) -> str:
    """Text, because a number of JSON is a float to most readers."""
    return f"{amount:.2f}"


def _amount_or_null(amount: Decimal | None) -> str | None:
    return None if amount is None else _amount(amount)
