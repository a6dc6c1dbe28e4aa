"""How figures are judged and printed."""

from bench.table import Line, Pair, amount, bounded, markdown


def test_a_share_of_the_peers_figure() -> None:
    """At most so much of it."""
    pair = Pair(what="cold", ours=3.5, peer=10.0)
    assert pair.at_most(0.35) == Line(
        "cold", "3.50 s", "10.00 s", "0.35 ×", "≤ 0.35 ×", is_met=True
    )
    assert pair.at_most(0.3).is_met is False


def test_so_many_times_as_fast() -> None:
    """At least so often."""
    pair = Pair(what="mkdocs", ours=2.0, peer=19.0)
    expected = Line("mkdocs", "2.00 s", "19.00 s", "9.5 times as fast", "≥ 10 times", is_met=False)
    assert pair.times_faster(10) == expected
    assert pair.unjudged() == Line("mkdocs", "2.00 s", "19.00 s", "9.5 times as fast")


def test_so_much_more_than_the_peer() -> None:
    """The difference counts, not the ratio."""
    line = Pair(what="help", ours=0.12, peer=0.02).no_more_than(0.15)
    assert (line.compared, line.target, line.is_met) == ("0.10 s more", "≤ 0.15 s more", True)


def test_a_bound_of_its_own() -> None:
    """The bound itself is allowed."""
    line = bounded("files", 60, 60, "files")
    assert line == Line("files", "60 files", target="≤ 60 files", is_met=True)
    assert bounded("files", 61, 60, "files").is_met is False


def test_figures_have_the_digits_that_mean_something() -> None:
    """Hundredths of a second, but not of a hundred seconds."""
    assert [amount(0.254, "s"), amount(123.4, "s"), amount(1234.5, "MB")] == [
        "0.25 s",
        "123 s",
        "1,234 MB",
    ]


def test_the_table_is_markdown_that_lines_up() -> None:
    """It can be read in the terminal and pasted into a page."""
    table = markdown(
        [Line("a", "1 s", "2 s", "0.50 ×", "≤ 0.35 ×", is_met=False), Line("bc", "9 s")]
    )
    assert table == (
        "| what | Aushang | peer | compared | target   | met    |\n"
        "|------|---------|------|----------|----------|--------|\n"
        "| a    | 1 s     | 2 s  | 0.50 ×   | ≤ 0.35 × | **no** |\n"
        "| bc   | 9 s     |      |          |          |        |"
    )
