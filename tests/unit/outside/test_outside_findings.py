"""What answers mean for those who wrote the links."""

from datetime import UTC, datetime, timedelta

from aushang.model import Position
from aushang.outside.answer import Answer, Standing
from aushang.outside.findings import Place, findings
from aushang.outside.known import Known, surely_dead

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
URL = "https://stadt.example/plan"
PLACES = {URL: [Place(Position("content/posts/a.md", 4, 7), ("meldungen/a/",))]}
GONE = Answer(Standing.DEAD, "it says 404 Not Found")


def told(known: Known, *, is_strict: bool = False) -> list[tuple[str, str, str, str, bool]]:
    """Code, message, hint, place and whether it is an error."""
    return [
        (one.code, one.message, one.hint, str(one.location), one.is_error)
        for one in findings(PLACES, {URL: known}, is_strict=is_strict)
    ]


def test_who_was_dead_once_may_be_dead() -> None:
    """A warning, at the place where the author wrote it."""
    assert told(Known(GONE, NOW, NOW)) == [
        (
            "AU232",
            f"link “{URL}” may be dead: it says 404 Not Found",
            "ask again in a day; if it is so still, it is dead",
            "content/posts/a.md:4:7",
            False,
        )
    ]
    assert surely_dead({URL: Known(GONE, NOW, NOW)}) == {}


def test_who_was_dead_a_day_before_is_dead() -> None:
    """An error; so is once where `--strict` says that it is enough."""
    sure = Known(GONE, NOW, NOW - timedelta(days=1))
    expected = [
        (
            "AU230",
            f"link “{URL}” is dead: it says 404 Not Found",
            "write the address to which it has moved, or remove the link",
            "content/posts/a.md:4:7",
            True,
        )
    ]
    assert told(sure) == expected
    assert told(Known(GONE, NOW, NOW), is_strict=True) == expected
    assert surely_dead({URL: sure}) == {URL: "it says 404 Not Found"}


def test_what_is_there_and_what_is_not_clear_is_not_told() -> None:
    """Nobody can mend somebody else's server."""
    for standing in (Standing.OK, Standing.UNKNOWN):
        assert told(Known(Answer(standing, "it says 503"), NOW, NOW), is_strict=True) == []
