"""A unit reads nothing but what it says: the promise that a build after an edit relies on."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import (
    NOW,
    make_location,
    make_post,
    make_publication,
    make_question,
    make_service,
    make_text,
    make_update,
)

from aushang.model import Artifact, Effect, Post, PostType, Publication, Question, Source, moments
from aushang.outputs.pages import Leaf
from aushang.outputs.unit import Unit
from aushang.outputs.units import list_units

SERVICES = {one: make_service(one, one.title()) for one in ("sauna", "kurse")}
LOCATIONS = {one: make_location(one, one.title()) for one in ("mitte", "ost")}
UNKNOWN = "nirgends"
MANY = 150
"""Enough for pages of older posts."""


def any_post(chance: random.Random, key: str) -> Post:
    """A post of any kind, about anything, at any time around now, in one language or both."""
    published = NOW - timedelta(hours=chance.randrange(-48, 24 * 90))
    languages = chance.choice([("de",), ("en",), ("de", "en")])
    said = {
        published + timedelta(hours=chance.randrange(1, 400))
        for _ in range(chance.choice((0, 0, 2)))
    }
    return make_post(
        key,
        type=chance.choice(list(PostType)),
        texts={language: any_text(chance, key, language) for language in languages},
        published=published,
        services=tuple(chance.sample([*SERVICES, UNKNOWN], chance.randrange(3))),
        locations=tuple(chance.sample([*LOCATIONS, UNKNOWN], chance.randrange(3))),
        effect=chance.choice([None, *Effect]),
        starts=chance.choice([None, published + timedelta(days=chance.randrange(30))]),
        ends=chance.choice([None, published + timedelta(days=chance.randrange(31, 60))]),
        updates=tuple(make_update(at) for at in said),
        is_pinned=chance.random() < 0.1,
    )


def any_text(chance: random.Random, key: str, language: str):
    """A text with a title of its own, sometimes with an old address."""
    return make_text(
        language,
        f"{key} {chance.random()}",
        slug=key,
        source=Source(f"content/posts/{key}.{language}.md"),
        redirects=(f"/alt/{key}-{language}/",) if chance.random() < 0.1 else (),
    )


def any_questions(chance: random.Random) -> dict[str, Question]:
    """Some, or so many that they need pages, in any order, about anything."""
    ids = [f"frage-{number}" for number in range(chance.choice((0, 3, 3, 90)))]
    return {
        id_: make_question(
            id_,
            f"Frage {chance.randrange(3)}?",
            services=tuple(chance.sample([*SERVICES, UNKNOWN], chance.randrange(3))),
            locations=tuple(chance.sample([*LOCATIONS, UNKNOWN], chance.randrange(2))),
        )
        for id_ in chance.sample(ids, len(ids))
    }


def asked_again(chance: random.Random, questions: dict[str, Question]) -> dict[str, Question]:
    """The same but for one answer, or others, or none."""
    if questions and chance.random() < 0.7:
        id_ = chance.choice([*questions])
        again = make_question(id_, "Etwas anderes?", services=questions[id_].services)
        return questions | {id_: again}
    return any_questions(chance)


def edited(chance: random.Random, posts: list[Post]) -> list[Post]:
    """The same posts, but one taken away, one put in, and one become another."""
    found = list(posts)
    del found[chance.randrange(len(found))]
    place = chance.randrange(len(found))
    found[place] = any_post(chance, found[place].id)
    found.append(any_post(chance, "new"))
    return chance.sample(found, chance.choice((len(found), len(found), 3, 0)))


def units_of(
    posts: list[Post], now: datetime, questions: dict[str, Question] | None = None
) -> dict[str, tuple[object, Unit[Leaf | Artifact]]]:
    """The units by name, each with all that it says it reads."""
    publication = make_publication(
        posts, services=SERVICES, locations=LOCATIONS, questions=questions or {}, now=now
    )
    return {unit.name: (reads(publication, unit), unit) for unit in list_units(publication)}


def reads(publication: Publication, unit: Unit[Leaf | Artifact]) -> object:
    """Posts, which of their moments are over, questions, a count, the time if the unit tells it."""
    passed = [[at <= publication.now for at in moments(post)] for post in unit.posts]
    asked = None if unit.questions is None else list(unit.questions)
    now = publication.now if unit.is_of_now else None
    return list(unit.posts), passed, asked, unit.count, now


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 3000))
def test_a_unit_is_a_function_of_what_it_says_it_reads(chance: random.Random, minutes: int) -> None:
    """Whatever else is edited, and whatever time it is: same posts, same files."""
    posts = [any_post(chance, f"post-{number:03}") for number in range(chance.choice((3, MANY)))]
    questions = any_questions(chance)
    before = units_of(posts, NOW, questions)
    again = asked_again(chance, questions)
    after = units_of(edited(chance, posts), NOW + timedelta(minutes=minutes), again)
    untouched = [name for name in before.keys() & after.keys() if before[name][0] == after[name][0]]
    assert {"robots", "api:services", "api:schema:post"} <= set(untouched)
    for name in untouched:
        assert list(before[name][1].make()) == list(after[name][1].make()), name


def test_most_units_are_untouched_by_an_edit() -> None:
    """What the property says is said of many units, of each kind that reads part of the posts."""
    chance = random.Random(1)
    posts = [any_post(chance, f"post-{number:03}") for number in range(MANY)]
    oldest = min(posts, key=lambda post: (post.published, post.id))
    changed = [post if post is not oldest else replace(post, tags=("neu",)) for post in posts]
    before, after = units_of(posts, NOW), units_of(changed, NOW)
    untouched = {name.partition(":")[0] for name in before if before[name][0] == after[name][0]}
    assert untouched >= {"page", "older", "month", "feed", "api"}
