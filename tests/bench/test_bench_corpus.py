"""The posts that every engine publishes."""

from itertools import islice

from bench.corpus import NEWEST, NOW, one_more, samples

WORDS = range(170, 260)


def test_the_posts_are_the_same_in_every_run() -> None:
    """Figures of two days are about the same texts."""
    assert list(samples(50)) == list(samples(50))


def test_a_smaller_archive_is_the_beginning_of_a_larger_one() -> None:
    """So the time per post can be compared between sizes."""
    assert list(islice(samples(500), 20)) == list(samples(20))


def test_a_post_is_of_the_size_that_was_agreed() -> None:
    """About 200 words, two headings, a list and a table."""
    for post in samples(20):
        assert len(post.body.split()) in WORDS
        assert post.body.count("\n## ") == 2
        assert post.body.count("\n- ") == 3
        assert "|---|---|---|" in post.body


def test_posts_end_so_that_only_the_newest_are_current() -> None:
    """An archive in which everything ever closed is still closed would be nobody's."""
    posts = list(samples(1000))
    assert all(post.ends > post.published for post in posts)
    current = [post for post in posts if post.ends > NOW]
    assert 0 < len(current) < 60


def test_every_name_is_there_once() -> None:
    """A name is the post's address."""
    assert len({post.name for post in samples(1000)}) == 1000


def test_one_more_post_is_the_newest_and_already_published() -> None:
    """It belongs on top of every list."""
    post = one_more(1000)
    assert NEWEST < post.published < NOW < post.ends
    assert post.name not in {other.name for other in samples(1000)}
