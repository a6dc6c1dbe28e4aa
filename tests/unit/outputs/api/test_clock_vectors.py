"""The published examples of the clock rule, against our own rule."""

import json
from datetime import datetime, timedelta

import pytest
from tests.factories import by_path, make_bilingual_post, make_publication
from tests.plain_words import WORDS

from aushang.model import Cause, Effect, PostType, Span, Timeline, begins, finishes, phase
from aushang.outputs import api

FILE = "api/v1/clock-vectors.json"
VECTORS = json.loads(by_path(api.list_files(make_publication(), WORDS))[FILE])["data"]


def at(text):
    """A moment, or none."""
    return datetime.fromisoformat(text) if text else None


def span(told, from_):
    """What holds from a time on."""
    effect = Effect(told["effect"]) if told["effect"] else None
    return Span(from_, effect, Cause(told["cause"]), told["post"] or "")


@pytest.mark.parametrize("vector", VECTORS["posts"], ids=lambda one: one["name"])
def test_posts_stand_where_the_examples_say(vector):
    """By `model.phase`, which knows no `current_from`: it works that out of what was written."""
    told = vector["post"]
    times = {name: at(told[name]) for name in ("published", "starts", "ends")}
    post = make_bilingual_post(type=PostType(told["type"]), updates=(), **times)
    now = at(vector["now"])
    assert begins(post) == at(told["current_from"])
    assert finishes(post, now) == at(told["current_until"])
    assert phase(post, now) == vector["expected"]


@pytest.mark.parametrize("vector", VECTORS["states"], ids=lambda one: one["name"])
def test_states_are_what_the_examples_say(vector):
    """By `model.answers`."""
    ahead = vector["transitions"]
    ahead = vector["place_transitions"] if ahead is None else ahead
    now = at(vector["now"])
    first = min([now, *(at(one["at"]) for one in ahead)]) - timedelta(days=8)
    spans = [span(vector["state"], first), *(span(one, at(one["at"])) for one in ahead)]
    answer = Timeline(spans, first).at(now)
    found = {"effect": answer.effect, "cause": answer.cause, "post": answer.post or None}
    assert found == vector["expected"]


@pytest.mark.parametrize("kind", ["posts", "states"])
def test_each_example_has_a_name_of_its_own(kind):
    """It is what an app's failing test is called."""
    names = [one["name"] for one in VECTORS[kind]]
    assert len(names) == len(set(names)) > 15


def test_the_examples_are_of_every_outcome():
    """An app that always says the same fails."""
    assert {one["expected"] for one in VECTORS["posts"]} == {"upcoming", "current", "over"}
    effects = {one["expected"]["effect"] for one in VECTORS["states"]}
    assert effects == {"open", "full", "closed", None}
