"""Planned work: before it begins, while it lasts, when it is over."""

import pytest
from tests.factories import berlin, make_post, make_publication, make_update
from tests.statuspage_files import statuspage_files

from aushang.model import Effect, UpdateStatus

NAME = "scheduled-maintenances"


def work(**fields):
    """Work at the sauna, today from noon to six."""
    values = {
        "type": "maintenance",
        "effect": Effect.CLOSED,
        "starts": "2026-11-21T12:00",
        "ends": "2026-11-21T18:00",
    }
    return make_post("werk", "Werk", **(values | fields))


def files(post, at="2026-11-21T12:00"):
    """What all files say at a time."""
    return statuspage_files(make_publication([post], now=berlin(at)))


def told(post, at="2026-11-21T12:00"):
    """What is said of it at a time."""
    (found,) = files(post, at)[NAME]["scheduled_maintenances"]
    return found


@pytest.mark.parametrize(
    ("at", "status", "where"),
    [
        ("2026-11-21T11:59", "scheduled", {"summary", f"{NAME}/upcoming"}),
        ("2026-11-21T12:00", "in_progress", {"summary", f"{NAME}/active"}),
        ("2026-11-21T17:59", "in_progress", {"summary", f"{NAME}/active"}),
        ("2026-11-21T18:00", "completed", set()),
    ],
)
def test_the_clock_decides(at, status, where):
    """Half-open, as everywhere; what is over stands among the newest fifty alone."""
    found = files(work(), at)
    assert told(work(), at)["status"] == status
    assert {name for name, file in found.items() if file.get("scheduled_maintenances")} == where | {
        NAME
    }
    assert found["incidents"]["incidents"] == []


def test_it_says_what_happened_to_it():
    """That it began and that it is over nobody had to say; the state of its components follows."""
    found = told(work(), "2026-11-21T18:00")
    window = {name: found[name] for name in ("scheduled_for", "scheduled_until", "started_at")}
    assert window == {
        "scheduled_for": "2026-11-21T11:00:00.000Z",
        "scheduled_until": "2026-11-21T17:00:00.000Z",
        "started_at": "2026-11-21T11:00:00.000Z",
    }
    assert (found["resolved_at"], found["impact"]) == ("2026-11-21T17:00:00.000Z", "critical")
    assert [
        (
            one["id"],
            one["status"],
            one["created_at"],
            one["affected_components"][0]["old_status"],
            one["affected_components"][0]["new_status"],
        )
        for one in found["incident_updates"]
    ] == [
        (
            "werk/over",
            "completed",
            "2026-11-21T17:00:00.000Z",
            "under_maintenance",
            "operational",
        ),
        (
            "werk/begun",
            "in_progress",
            "2026-11-21T11:00:00.000Z",
            "operational",
            "under_maintenance",
        ),
        (
            "werk/published",
            "scheduled",
            "2026-11-20T08:00:00.000Z",
            "operational",
            "operational",
        ),
    ]


def test_a_word_that_ends_it_early_is_the_end():
    """The announced window stays as it was announced."""
    post = work(updates=(make_update("2026-11-21T14:00", status=UpdateStatus.RESOLVED),))
    found = told(post, "2026-11-21T15:00")
    assert (found["status"], found["resolved_at"]) == ("completed", "2026-11-21T13:00:00.000Z")
    assert found["scheduled_until"] == "2026-11-21T17:00:00.000Z"
    assert [one["status"] for one in found["incident_updates"]] == [
        "completed",
        "in_progress",
        "scheduled",
    ]


def test_what_does_not_take_place_is_completed_and_never_began():
    """Customers are told so in the word that took it back."""
    post = work(updates=(make_update("2026-11-21T10:00", status=UpdateStatus.WITHDRAWN),))
    for at in ("2026-11-21T11:00", "2026-11-21T13:00"):
        found = told(post, at)
        assert [one["status"] for one in found["incident_updates"]] == ["completed", "scheduled"]
        assert files(post, at)["summary"]["scheduled_maintenances"] == []


@pytest.mark.parametrize(
    ("fields", "until"),
    [
        ({"ends": None}, "2026-11-21T11:00:00.000Z"),
        ({"ends": None, "next_update": "2026-11-22T12:00"}, "2026-11-22T11:00:00.000Z"),
        ({"ends": None, "next_update": "2026-11-21T09:00"}, "2026-11-21T11:00:00.000Z"),
    ],
)
def test_without_an_end_it_lasts_until_the_next_word(fields, until):
    """The format must have a time, and none is made up."""
    found = told(work(**fields), "2026-11-25T12:00")
    assert (found["status"], found["scheduled_until"]) == ("in_progress", until)


def test_work_that_was_told_when_it_had_begun():
    """It is under way with its first word."""
    post = work(published="2026-11-21T13:00")
    found = told(post, "2026-11-21T13:00")
    assert [one["status"] for one in found["incident_updates"]] == ["in_progress"]
