"""Scopes: what there is a feed about, what it holds and what it is called."""

import pytest
from tests.factories import make_post, make_publication
from tests.plain_words import WORDS

from aushang.model.addresses import EVERYTHING, Scope
from aushang.outputs.scopes import scope_name, scopes_of


def test_there_is_a_scope_for_everything_each_service_place_and_type():
    """In the order of the site; types are always all seven."""
    scopes = [(scope.kind, scope.id) for scope in scopes_of(make_publication())]
    assert scopes[:5] == [
        ("all", ""),
        ("service", "sauna"),
        ("service", "kurse"),
        ("location", "mitte"),
        ("location", "ost"),
    ]
    assert [kind for kind, _ in scopes[5:]] == ["type"] * 7


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (EVERYTHING, ""),
        (Scope("service", "kurse"), "Rückenkurse & mehr"),
        (Scope("location", "ost"), "Ost"),
        (Scope("type", "closure"), "*closure"),
    ],
)
def test_a_scope_is_called_as_customers_call_it(scope, name):
    """Names come from content, types from the interface's words."""
    assert scope_name(make_publication(), scope, "de", WORDS["de"]) == name


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (EVERYTHING, ["a", "b"]),
        (Scope("service", "kurse"), ["b"]),
        (Scope("location", "ost"), ["b"]),
        (Scope("type", "reopening"), ["a", "b"]),
    ],
)
def test_a_scope_holds_the_posts_that_concern_it(scope, expected):
    """A post without services or places concerns each of them."""
    posts = [make_post("a"), make_post("b", services=(), locations=())]
    found = make_publication(posts).about(scope)
    assert sorted(post.id for post in found) == expected
