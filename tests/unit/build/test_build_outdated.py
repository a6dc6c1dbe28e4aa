"""What is out of date, and the very words that tell why."""

import pytest

from aushang.build.outdated import outdated


def why(name: str, before: str | None, after: str | None) -> dict[str, str]:
    """The reason for a unit that reads one input, of which the digest changed."""
    then = {} if before is None else {name: before}
    now = {} if after is None else {name: after}
    return outdated([("page:a", ["theme", name])], ["page:a"], then, now)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("post:2026-sauna", "post changed"),
        ("posts:page:start:de", "a post changed"),
        ("service:sauna", "service sauna changed"),
        ("location:mitte", "location mitte changed"),
        ("contact:jana-weiss", "contact jana-weiss changed"),
        ("target:posts/a.md", "what links to posts/a.md lead to changed"),
        ("services", "a service changed"),
        ("locations", "a location changed"),
        ("contacts", "a contact changed"),
        ("pages", "a page changed"),
        ("links", "what a page links to changed"),
        ("media", "a file of media changed"),
        ("frame", "the menu changed"),
        ("configuration", "configuration changed"),
        ("defaults", "settings of the blog changed"),
        ("theme", "template changed"),
        ("program", "aushang changed"),
        ("files:all", "the list of files changed"),
    ],
)
def test_each_input_has_its_words(name: str, reason: str) -> None:
    """Changed, come or gone: it is the same to whoever reads it."""
    assert why(name, "1", "2") == {"page:a": reason}
    assert why(name, None, "2") == {"page:a": reason}
    assert why(name, "1", None) == {"page:a": reason}


@pytest.mark.parametrize("name", ["clock:2026-sauna", "clock:page:start:de"])
def test_time_is_told_by_the_moment_that_passed(name: str) -> None:
    """The moment as people write it; what stands behind the sign is for the comparison alone."""
    reason = {"page:a": "time passed 2026-11-23 06:00"}
    assert why(name, "", "2026-11-23 06:00") == reason
    assert why(name, "2026-11-22 06:00#1", "2026-11-23 06:00#2") == reason
    assert why(name, "2026-11-24 06:00", "2026-11-23 06:00") == reason


@pytest.mark.parametrize("after", ["", None])
def test_before_the_first_moment_time_went_back(after: str | None) -> None:
    """Only a clock that was set back comes there."""
    assert why("clock:2026-sauna", "2026-11-23 06:00", after) == {"page:a": "time went back"}


def test_what_was_not_there_is_new() -> None:
    """Whatever it reads, even if nothing of that has changed."""
    assert outdated([("page:a", ["theme"])], [], {"theme": "1"}, {"theme": "1"}) == {
        "page:a": "it is new"
    }


def test_nothing_changed_is_nothing_to_do() -> None:
    """Neither where inputs are the same, nor where another unit's input changed."""
    units = [("page:a", ["theme", "post:a"]), ("page:b", ["post:b", "contact:nobody"])]
    before = {"theme": "1", "post:a": "2", "post:b": "3", "post:c": "4"}
    assert outdated(units, ["page:a", "page:b"], before, before) == {}
    assert outdated(units, ["page:a", "page:b"], before, before | {"post:c": "5"}) == {}


def test_the_first_of_several_reasons_counts() -> None:
    """In the order in which a unit names what it reads; units stay in their order."""
    units = [("page:b", ["post:b", "theme"]), ("page:a", ["theme", "post:b"]), ("page:c", [])]
    before, after = {"theme": "1", "post:b": "1"}, {"theme": "2", "post:b": "2"}
    found = outdated(units, ["page:a", "page:b", "page:c", "page:gone"], before, after)
    assert list(found.items()) == [("page:b", "post changed"), ("page:a", "template changed")]
