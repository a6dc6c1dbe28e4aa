"""Where a post stands once it was taken back."""

import pytest
from tests.factories import berlin, make_post, make_update

from aushang.model import Phase, UpdateStatus, finishes, phase


def withdrawn(**fields):
    """Maintenance that is taken back on the 20th at ten."""
    update = make_update("2026-11-20T10:00", status=UpdateStatus.WITHDRAWN)
    return make_post(type="maintenance", published="2026-11-18T09:00", updates=(update,), **fields)


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2026-11-20T09:59", Phase.UPCOMING), ("2026-11-20T10:00", Phase.OVER)],
)
def test_what_is_taken_back_never_begins(now, expected):
    """From the moment on at which it was said, and not before."""
    post = withdrawn(starts="2026-11-23T08:00", ends="2026-11-23T12:00")
    assert phase(post, berlin(now)) is expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (None, "2026-11-20T10:00"),
        ("2026-11-23T12:00", "2026-11-20T10:00"),
        ("2026-11-19T12:00", "2026-11-19T12:00"),
    ],
)
def test_taking_back_never_makes_anything_longer(ends, expected):
    """What was over before stays over since then."""
    assert finishes(withdrawn(ends=ends), berlin("2026-11-21T09:00")) == berlin(expected)


def test_only_a_word_that_takes_back_does_so():
    """Every other word leaves the post as it was."""
    assert make_post(updates=(make_update(),)).withdrawn is None
    assert withdrawn().withdrawn == berlin("2026-11-20T10:00")
