"""The log of changes: what is appended, the marks, and how two logs stand to each other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from aushang.model.change_log import (
    Log,
    Relation,
    State,
    carried_on,
    continued,
    following,
    relation,
    standing,
)

NOW = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
TAG = "kraftraum.example,2026"


def log_of(*publishes, tag=TAG, now=NOW, before=None):
    """The log after some publishes, each the digests of its posts by id."""
    for current in publishes:
        before = continued(before, current, tag=tag, now=now)
    return before


def told(log):
    """Numbers, ids and states, without digests and marks."""
    return [(change.modified, change.id, change.state.value) for change in log.items]


def test_the_first_log_names_all_posts_in_their_order():
    """As they are given, whatever their ids; the epoch is the moment and the content."""
    log = log_of({"b": "1", "a": "2"})
    assert told(log) == [(1, "b", "updated"), (2, "a", "updated")]
    assert (log.epoch, log.tag) == ("20261122T081500Z-d9a3b3d0", TAG)


def test_the_same_beginning_is_the_same_epoch_in_any_zone():
    """It is a function of the moment, the tag and the posts."""
    there = NOW.astimezone(datetime.fromisoformat("2026-01-01T00:00+09:00").tzinfo)
    assert log_of({"a": "1"}, now=there) == log_of({"a": "1"})
    others = {
        log_of(posts, tag=tag, now=now).epoch
        for posts in ({"a": "1"}, {"a": "2"}, {"b": "1"}, {})
        for tag in (TAG, "other.example,2020")
        for now in (NOW, NOW + timedelta(seconds=1))
    }
    assert len(others) == 16


def test_what_is_gone_comes_before_what_is_new():
    """A deletion has no digest."""
    log = log_of({"a": "1", "b": "1", "c": "1"}, {"b": "2", "d": "1", "c": "1"})
    assert told(log)[3:] == [(4, "a", "deleted"), (5, "b", "updated"), (6, "d", "updated")]
    assert [change.digest for change in log.items[3:]] == ["", "2", "1"]
    assert log.items[3].state is State.DELETED


def test_where_nothing_has_changed_nothing_is_appended():
    """Whatever the clock says, also an earlier time."""
    log = log_of({"a": "1"})
    assert continued(log, {"a": "1"}, tag=TAG, now=NOW - timedelta(days=1)) == log


def test_a_post_that_comes_back_is_told_again():
    """Under the same id, with the same bytes."""
    log = log_of({"a": "1"}, {}, {"a": "1"})
    assert told(log) == [(1, "a", "updated"), (2, "a", "deleted"), (3, "a", "updated")]
    assert standing(log) == {"a": "1"}


def test_what_stands_is_the_last_word_on_each_post():
    """Deleted ones are not among it."""
    assert standing(log_of({"a": "1", "b": "1"}, {"a": "2"})) == {"a": "2"}


def test_a_mark_stands_for_all_before_it():
    """It follows from the mark before, the number, the id and the digest."""
    log = log_of({"a": "1"}, {"a": "2"})
    first, second = log.items
    assert (log.beginning, first.mark, second.mark) == (
        "22063b77c62bc163",
        "9519b88f1db19165",
        "3a5f88278bcb2e81",
    )
    assert first.mark == following(log.beginning, 1, "a", "1")
    assert second.mark == following(first.mark, 2, "a", "2")
    assert (log.mark_at(0), log.mark_at(1), log.mark) == (log.beginning, first.mark, second.mark)


def test_another_site_s_log_is_not_carried_on():
    """Clients of another site are nobody's business here: a new epoch begins."""
    other = log_of({"a": "1"}, tag="other.example,2020")
    log = continued(other, {"a": "1"}, tag=TAG, now=NOW)
    assert log == log_of({"a": "1"})


def test_two_logs_are_told_apart_by_their_marks():
    """The last mark that both have says whether they agree on all before it."""
    short = log_of({"a": "1"})
    long = log_of({"a": "2"}, before=short)
    fork = log_of({"a": "3"}, before=short)
    assert relation(short, short) is Relation.SAME
    assert relation(long, short) is Relation.EXTENDS
    assert relation(short, long) is Relation.IS_EXTENDED
    assert relation(long, fork) is Relation.FORKED
    assert relation(log_of({"a": "3"}, {}, before=short), long) is Relation.FORKED
    assert relation(short, replace(short, tag="other.example,2020")) is Relation.FOREIGN


def test_logs_without_a_change_differ_in_their_epochs():
    """There is no mark of a change to compare, but one of the beginning."""
    empty, later = log_of({}), log_of({}, now=NOW + timedelta(hours=1))
    assert relation(empty, empty) is Relation.SAME
    assert relation(empty, later) is Relation.FORKED
    assert relation(log_of({"a": "1"}, before=empty), empty) is Relation.EXTENDS


def test_the_log_that_customers_know_is_carried_on():
    """Unless ours goes on from it."""
    short = log_of({"a": "1"})
    long, fork = log_of({"a": "2"}, before=short), log_of({"a": "3"}, before=short)
    assert carried_on(long, short) is long
    assert carried_on(short, long) is long
    assert carried_on(long, fork) is fork
    assert carried_on(None, short) is short
    assert carried_on(short, None) is short
    assert carried_on(None, None) is None


def test_a_log_is_a_value():
    """Nothing of it can be changed."""
    assert Log(epoch="e", tag="t") == Log(epoch="e", tag="t", items=())
