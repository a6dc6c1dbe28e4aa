"""The newest posts, and pages of all of them."""

import json
from dataclasses import replace
from datetime import timedelta

from tests.factories import NOW, by_path, make_bilingual_post, make_posts, make_publication
from tests.plain_words import WORDS

from aushang.model import PostType
from aushang.model.change_log import Log, continued
from aushang.outputs.api.directory import Directory
from aushang.outputs.api.post_lists import post_list_units

SITE = "https://aktuell.kraftraum.example/"
NEWEST = "api/v1/posts/index.json"


def files(posts, now=NOW, before: Log | None = None) -> dict[str, bytes]:
    """All lists."""
    directory = Directory(make_publication(posts, now=now), WORDS)
    return by_path(file for unit in post_list_units(directory, before) for file in unit.make())


def log_of(posts, before: Log | None = None) -> Log:
    """The log that is published with these posts."""
    tag = make_publication(posts).site.tag
    current = {post.id: "0" * 64 for post in sorted(posts, key=lambda post: post.published)}
    return continued(before, current, tag=tag, now=NOW)


def page(number: int) -> str:
    """The path of a page."""
    return f"api/v1/posts/pages/{number:04}.json"


def ids(file: bytes) -> list[str]:
    """The posts of a list."""
    return [post["id"] for post in json.loads(file)["data"]]


def links(file: bytes) -> dict[str, object]:
    """Where to go from a list, without what every file has."""
    found = json.loads(file)["links"]
    return {name: found[name] for name in found if name not in {"self", "describedby", "index"}}


def test_pages_count_from_the_oldest_and_hold_the_newest_first():
    """250 posts: two full pages and half a one."""
    found = files(make_posts(250))
    assert sorted(found) == [NEWEST, page(1), page(2), page(3)]
    assert ids(found[page(1)]) == [f"post-{number:04}" for number in range(150, 250)]
    assert ids(found[page(2)]) == [f"post-{number:04}" for number in range(50, 150)]
    assert ids(found[page(3)]) == [f"post-{number:04}" for number in range(50)]


def test_an_app_can_walk_both_ways():
    """From the newest page back to the oldest, or from the oldest on."""
    found = files(make_posts(250))
    assert links(found[NEWEST]) == {
        "pages": 3,
        "oldest_page": SITE + page(1),
        "newest_page": SITE + page(3),
    }
    latest = SITE + NEWEST
    assert [links(found[page(number)]) for number in (1, 2, 3)] == [
        {"prev": None, "next": SITE + page(2), "latest": latest},
        {"prev": SITE + page(1), "next": SITE + page(3), "latest": latest},
        {"prev": SITE + page(2), "next": None, "latest": latest},
    ]


def test_a_new_post_touches_no_full_page():
    """Not even the one that has become full with the post before."""
    posts = list(make_posts(250))
    before = files(posts)
    for number in range(1, 160):
        at = NOW - timedelta(minutes=30) + timedelta(seconds=number)
        posts.append(make_bilingual_post(f"new-{number:03}", published=at))
        if number in {1, 2, 49, 50, 51, 149, 150, 151}:
            after = files(posts)
            count = len(json.loads(before[NEWEST])["data"])
            full = [one for one in before if one != NEWEST and len(ids(before[one])) == 100]
            assert count == 50
            assert len(full) >= 2
            assert {one: after[one] for one in full} == {one: before[one] for one in full}
            before = after
    assert sorted(before) == [NEWEST, *map(page, range(1, 6))]


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Where two sets of lists differ."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_who_goes_leaves_a_gap():
    """A post that is withdrawn moves no other from its page, and the page stays full."""
    posts = list(make_posts(250))
    log, before = log_of(posts), files(posts)
    gone = posts.pop(200)
    after = files(posts, before=log)
    assert changed(before, after) == {page(1)}
    assert gone.id not in ids(after[page(1)])
    assert len(ids(after[page(1)])) == 99
    assert links(after[page(1)])["next"] == SITE + page(2)


def test_who_comes_back_finds_its_place():
    """Also after everybody was told that it is gone."""
    posts = list(make_posts(250))
    log, before = log_of(posts), files(posts)
    kept = [post for post in posts if post is not posts[200]]
    assert files(posts, before=log_of(kept, log)) == before


def test_a_post_with_a_date_of_long_ago_stands_with_the_new_ones():
    """A page that is full gets no other post, whatever its date."""
    posts = list(make_posts(250))
    log, before = log_of(posts), files(posts)
    old = make_bilingual_post("from-of-old", published=NOW - timedelta(days=3000))
    after = files([*posts, old], before=log)
    assert changed(before, after) == {page(3)}
    assert ids(after[page(3)])[-1] == old.id
    posts[120] = replace(posts[120], published=NOW - timedelta(minutes=1))
    assert changed(before, files(posts, before=log)) == {NEWEST, page(2)}


def test_a_page_of_posts_that_are_gone_is_still_there():
    """Who walks through the pages is led over it."""
    posts = list(make_posts(250))
    log = log_of(posts)
    after = files(posts[:150], before=log)
    assert ids(after[page(1)]) == []
    assert links(after[page(2)])["prev"] == SITE + page(1)


def test_the_log_of_another_site_gives_no_places():
    """With a new epoch everything is numbered anew, without gaps."""
    posts = make_posts(250)
    foreign = replace(log_of(posts), tag="tag:elsewhere.example,2026:")
    assert files(posts[:150], before=foreign) == files(posts[:150])


def test_behind_a_full_page_there_is_room():
    """Its link to the next leads somewhere, if to an empty page."""
    found = files(make_posts(200))
    assert ids(found[page(3)]) == []
    assert links(found[page(2)])["next"] == SITE + page(3)
    assert json.loads(found[page(3)])["generated_from"] == {"files": 0, "newest": None}


def test_without_posts_there_is_one_page():
    """An app need not ask whether there is anything yet."""
    found = files([])
    assert ids(found[NEWEST]) == ids(found[page(1)]) == []
    assert links(found[NEWEST])["pages"] == 1


def test_a_title_rewrites_one_page_and_a_text_none():
    """What stands in the post's own file alone is no matter of lists."""
    posts = list(make_posts(250))
    before = files(posts)
    one = posts[120]
    german = replace(one.texts["de"], title="Neu")
    posts[120] = replace(one, texts={**one.texts, "de": german})
    after = files(posts)
    assert {path for path in after if after[path] != before[path]} == {page(2)}
    posts[120] = replace(one, tags=("neu",))
    assert files(posts) == before


def test_time_changes_no_page():
    """What holds now stands in the list of the newest; pages carry the times that decide."""
    posts = make_posts(120, type=PostType.NEWS)
    before, after = files(posts), files(posts, now=NOW + timedelta(days=7))
    assert {path for path in after if after[path] != before[path]} == {NEWEST}
    assert "phase" not in json.loads(before[page(1)])["data"][0]


def test_a_page_has_all_else_of_the_newest():
    """An app reads both with the same code."""
    found = files(make_posts(3))
    newest, (first, *_) = (json.loads(found[path])["data"] for path in (NEWEST, page(1)))
    assert newest[0] == first | {"phase": "current"}
    assert list(first["texts"]) == ["de", "en"]
    assert first["file"] == f"{SITE}api/v1/posts/post-0000.json"
