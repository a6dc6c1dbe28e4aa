"""The compiled schemas say of any document what a validator that is not ours says."""

import copy
import json
from datetime import datetime
from random import Random
from typing import Any
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from tests.booked_dates import make_availability, make_slot
from tests.factories import (
    NOW,
    make_bilingual_post,
    make_location,
    make_publication,
    make_question,
    make_update,
)
from tests.plain_words import WORDS

from aushang.checks.written.schema.compiler import compiled
from aushang.model import RelatedLink
from aushang.model.addresses import of_api
from aushang.model.api import SCHEMAS
from aushang.outputs import api

Holder = dict[str, Any] | list[Any]
FORMATS = FormatChecker(["date"])
SCHEMAS_BY_NAME = json.loads(SCHEMAS.read_bytes())
VALIDATORS = {
    name: Draft202012Validator(schema, format_checker=FORMATS)
    for name, schema in SCHEMAS_BY_NAME.items()
}
JUDGES = {name: compiled(schema) for name, schema in SCHEMAS_BY_NAME.items()}
# What other programs take for a date or an address differs at the edges; these have none.
TEXTS = st.sampled_from(
    [
        *("2026-11-20T09:00:00+01:00", "2026-02-30T09:00:00+01:00", "20.11.2026", "2026-11-20"),
        *("2026-13-20", "06:30", "6:30", "https://a.example/b/", "/b/", "a b", "", "ä"),
    ]
)
SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from([0.5, 2.0]) | TEXTS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner), max_leaves=4
)


@FORMATS.checks("date-time", raises=ValueError)
def _is_date_time(text: object) -> bool:
    return not isinstance(text, str) or datetime.fromisoformat(text).tzinfo is not None


@FORMATS.checks("uri")
def _is_uri(text: object) -> bool:
    return not isinstance(text, str) or bool(urlsplit(text).scheme)


def _documents() -> list[tuple[str, dict[str, object]]]:
    """A file of each kind that has a schema, with objects of each kind in it."""
    post = make_bilingual_post(
        updated=NOW,
        updates=(make_update(NOW, english="Done."),),
        links=(RelatedLink("Amt", "https://amt.example/", "https://amt.example/"),),
        tags=("sauna",),
    )
    booked = make_availability(make_slot(NOW, 2, maximum=9, name="Aufguss"), as_of=NOW)
    publication = make_publication(
        [post],
        locations={"mitte": make_location()},
        availability=(booked,),
        questions={"handtuch": make_question()},
    )
    found = [
        json.loads(one.data)
        for one in api.render(publication, WORDS)
        if "/schema/" not in one.path and one.path != of_api("openapi")
    ]
    return [(str(one["links"]["describedby"]).rpartition("/")[2][:-5], one) for one in found]


DOCUMENTS = _documents()


def _holders(value: object, kind: str = "") -> list[tuple[str, Holder]]:
    """All objects and lists inside that have something in them, and where they stand.

    What stands in the same place of a list's members has the same words for it.
    """
    if not isinstance(value, dict | list) or not value:
        return []
    members = value.items() if isinstance(value, dict) else (("*", one) for one in value)
    inside = [found for key, member in members for found in _holders(member, f"{kind}/{key}")]
    return [(kind, value), *inside]


def _one_of_each(document: dict[str, object]) -> list[tuple[int, str | int]]:
    """Each key that a schema can judge by itself: the number of its holder, and the key.

    One rule judges all members of a list, so the first one stands for those alike: with the same
    keys, in the same place.
    """
    found: dict[tuple[str, ...], list[tuple[int, str | int]]] = {}
    for number, (kind, holder) in enumerate(_holders(document)):
        keys = sorted(holder) if isinstance(holder, dict) else []
        found.setdefault((kind, *keys), [(number, key) for key in keys or [0]])
    return [one for same in found.values() for one in same]


def _changed(document: dict[str, object], random: Random, value: object, change: str) -> None:
    """Something in the document is deleted, replaced or added."""
    _, holder = random.choice(_holders(document))
    if isinstance(holder, dict):
        key = random.choice(sorted(holder))
        if change == "delete":
            del holder[key]
        else:
            holder[key if change == "replace" else "neu"] = value
    else:
        number = random.randrange(len(holder))
        holder[number : number + (change != "add")] = [] if change == "delete" else [value]


@given(
    st.sampled_from(DOCUMENTS),
    st.randoms(use_true_random=False),
    st.lists(
        st.tuples(VALUES, st.sampled_from(["delete", "replace", "add"])), min_size=1, max_size=3
    ),
)
def test_of_documents_with_faults(case, random, changes) -> None:
    """A key less or more, another type, a broken date or address: the verdict is the same."""
    name, document = case[0], copy.deepcopy(case[1])
    for value, change in changes:
        if _holders(document):
            _changed(document, random, value, change)
    assert (not JUDGES[name](document)) == VALIDATORS[name].is_valid(document)


@given(st.sampled_from(sorted(JUDGES)), VALUES)
def test_of_any_value(name: str, value: object) -> None:
    """Whatever stands where a file of the API should: the verdict is the same."""
    assert (not JUDGES[name](value)) == VALIDATORS[name].is_valid(value)


def test_each_value_of_each_file_matters() -> None:
    """Wherever a value of another kind is put in, both see it or both let it be.

    Were the documents refused for one reason only, the tests above would show nothing.
    """
    verdicts = {True: 0, False: 0}
    for name, original in DOCUMENTS:
        assert not JUDGES[name](original)
        document = copy.deepcopy(original)
        holders = _holders(document)
        for number, key in _one_of_each(document):
            _, holder = holders[number]
            before = holder[key]
            for value in (None, True, 7, "wort", [], {}):
                holder[key] = value
                verdict = not JUDGES[name](document)
                assert verdict == VALIDATORS[name].is_valid(document), (name, key, value)
                verdicts[verdict] += 1
            holder[key] = before
    assert min(verdicts.values()) > 50
