"""What posts about the same services and places share."""

from dataclasses import replace

from tests.factories import make_bilingual_post, make_post, make_publication

from aushang.outputs.pages import post_leaves, presses_of
from aushang.outputs.pages.concern import concern_of
from aushang.outputs.pages.press import Press


def test_posts_about_the_same_share_one_concern() -> None:
    """What was drawn for the first is taken for the second, and not for one about others."""
    first = make_post("a", services=("sauna",), locations=("mitte",))
    second = make_post("b", services=("sauna",), locations=("mitte",))
    other = make_post("c", services=("sauna",), locations=())
    press = Press(make_publication([first, second, other]), "de")
    assert concern_of(press, second) is concern_of(press, first)
    assert "alle Standorte" in concern_of(press, other).where
    assert "alle Standorte" not in concern_of(press, first).where


def test_a_concern_is_a_function_of_the_names_alone() -> None:
    """A press that has drawn others before draws the same."""
    post = make_post("a", services=("sauna", "kurse"), locations=("mitte",))
    publication = make_publication([post])
    used = Press(publication, "de")
    concern_of(used, make_post("b", services=("kurse", "sauna"), locations=()))
    assert concern_of(used, post) == concern_of(Press(publication, "de"), post)


def test_mixtures_without_end_do_not_fill_the_memory() -> None:
    """Posts may name services in any order and number; what is kept of that is bounded."""
    press = Press(make_publication([]), "de")
    for number in range(1_500):
        concern_of(press, make_post("a", services=(f"s{number}",)))
    assert len(press.known_concerns) <= 1_000


def test_posts_one_by_one_are_drawn_as_all_at_once() -> None:
    """Presses that go on with other posts of the same site draw the same pages."""
    posts = [
        make_bilingual_post(),
        make_post("a", services=("sauna",), locations=("mitte",)),
        make_post("b", services=("sauna",), locations=("mitte",), contact="nobody"),
        make_post("c", services=("kurse",), locations=()),
    ]
    publication = make_publication(posts)
    at_once = {leaf.sheet.path: leaf for leaf in post_leaves(publication)}
    presses = presses_of(make_publication([]))
    for post in (*posts, *reversed(posts)):
        some = replace(publication, all_posts=(post,))
        for leaf in post_leaves(some, presses):
            assert leaf == at_once[leaf.sheet.path]
    assert len(at_once) == len(posts) + 1
