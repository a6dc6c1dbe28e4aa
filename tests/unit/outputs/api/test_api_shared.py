"""What many posts have in common in the API."""

from dataclasses import replace

from tests.factories import make_bilingual_post, make_post, make_publication
from tests.plain_words import WORDS

from aushang.outputs import api
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.shared import Shared

POSTS = (
    make_bilingual_post(),
    make_post("a", services=("sauna",), locations=("mitte",)),
    make_post("b", services=("sauna",), locations=("mitte",)),
    make_post("c", services=("kurse", "sauna"), locations=()),
    make_post("d", services=(), locations=("mitte",), contact="nobody"),
    make_post("e", services=("sauna", "unknown"), locations=("mitte",)),
)


def test_posts_one_by_one_are_written_as_all_at_once() -> None:
    """What is shared between calls changes no byte, in whatever order the posts come."""
    publication = make_publication(POSTS)
    at_once = {file.path: file for file in api.post_files(publication, WORDS)}
    assert len(at_once) == len(POSTS)
    shared = api.shared_by_posts(make_publication([]), WORDS)
    for post in (*POSTS, *reversed(POSTS)):
        (file,) = api.post_files(replace(publication, all_posts=(post,)), WORDS, shared)
        assert file == at_once[file.path]


def test_posts_about_the_same_share_one_concern() -> None:
    """What was made for the first is taken for the second, but not for another language."""
    shared = Shared(Directory(make_publication([]), WORDS))
    first, second = POSTS[1:3]
    assert shared.concern(second) is shared.concern(first)
    german = make_bilingual_post()
    both = shared.concern(german)
    alone = shared.concern(replace(german, texts={"de": german.texts["de"]}))
    assert {feed["language"] for feed in both.feeds} == {"de", "en"}
    assert {feed["language"] for feed in alone.feeds} == {"de"}


def test_mixtures_without_end_do_not_fill_the_memory() -> None:
    """Posts may name services in any order and number; of old mixtures nothing is kept."""
    shared = Shared(Directory(make_publication([]), WORDS))
    first = make_post("a", services=("sauna",), locations=("mitte",))
    kept = shared.concern(first)
    for number in range(1_000):
        shared.concern(make_post("b", services=(f"s{number}",)))
    assert shared.concern(first) is not kept
    assert shared.concern(first) == kept
