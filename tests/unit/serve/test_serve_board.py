"""The board from which each open page reads the news."""

from threading import Thread
from time import monotonic

from aushang.serve.board import Board, News

PATIENCE = 120.0  # seconds; a busy machine is slow


def test_what_stands_there_is_told_at_once() -> None:
    """A page that was away misses nothing."""
    board = Board(first=7)
    assert board.after(-1, timeout=PATIENCE) == (0, News(generation=7))


def test_only_the_latest_counts() -> None:
    """Two builds while nobody listened are one piece of news."""
    board = Board(first=0)
    board.post(is_building=True)
    board.post(is_building=False, generation=1)
    assert board.after(0, timeout=PATIENCE) == (2, News(generation=1))


def test_whoever_waits_is_told() -> None:
    """As soon as there is something."""
    board = Board(first=0)
    told: list[object] = []
    reader = Thread(target=lambda: told.append(board.after(0, timeout=PATIENCE)))
    reader.start()
    board.post(headline="1 error in 1 file.")
    reader.join(PATIENCE)
    assert told == [(1, News(generation=0, headline="1 error in 1 file."))]


def test_without_news_the_wait_ends_in_time() -> None:
    """The connection wants a sign of life."""
    assert Board(first=0).after(0, timeout=0.01) == (0, News(generation=0))


def test_a_closed_board_lets_everybody_go() -> None:
    """Else the threads of open pages would keep the program alive."""
    board = Board(first=0)
    told: list[object] = []
    reader = Thread(target=lambda: told.append(board.after(0, timeout=PATIENCE)))
    began = monotonic()
    reader.start()
    board.close()
    reader.join(PATIENCE)
    assert told == [None]
    assert monotonic() - began < PATIENCE


def test_readers_are_counted_while_they_read() -> None:
    """Nothing need be built by the clock while nobody looks."""
    board = Board(first=0)
    with board.reading(), board.reading():
        assert board.readers == 2
    assert board.readers == 0
