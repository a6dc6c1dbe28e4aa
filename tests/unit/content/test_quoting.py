"""How values stand in messages."""

from datetime import date

import pytest

from aushang.content.quoting import as_yaml

CIRCLE: list[object] = []
CIRCLE.append(CIRCLE)
DEEP: list[object] = []
for _ in range(400):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (2.5, "2.5"),
        (date(2026, 11, 21), "2026-11-21"),
        ("", ""),
        ("None", "None"),
        ("Öffnung: heute", "Öffnung: heute"),
        (["de", None, False], "[de, null, false]"),
        ({"de": "Übersicht", "en": None}, "{de: Übersicht, en: null}"),
        (list(range(9)), "[0, 1, 2, 3, 4, 5, 6, 7, 8]"),
        (list(range(60)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,…"),
        (["a\nb"], "['a b']"),
        (DEEP, "[" * 59 + "…"),
        (CIRCLE, "&id001 [*id001]"),
        (str.upper, "<method 'upper' of 'str' objects>"),
    ],
)
def test_a_value_is_told_as_yaml_writes_it(value: object, expected: str) -> None:
    """Staff write YAML; what Python calls it they have never seen."""
    assert as_yaml(value) == expected
