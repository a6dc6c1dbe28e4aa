"""A decimal comma within braces is told as what it is, each time."""

from aushang.content.yaml_tree import parse


def test_two_with_the_same_cents() -> None:
    """The second “50” is no key that stands twice."""
    found = parse("prices:\n- {old: 15,50, new: 1.017,50}\n", "a.yml").diagnostics
    assert [(str(one.location), one.code, one.message, one.hint) for one in found] == [
        (
            "a.yml:2:12",
            "AU004",
            "“15,50” is no number: within braces a comma begins the next key",
            "write 15.50",
        ),
        (
            "a.yml:2:27",
            "AU004",
            "“1.017,50” is no number: within braces a comma begins the next key",
            "write 1017.50",
        ),
    ]
