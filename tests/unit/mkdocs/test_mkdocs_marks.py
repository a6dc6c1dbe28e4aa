"""Every setting in mkdocs.yml has a place."""

from aushang.mkdocs.marks import marks, nearest

TEXT = """\
plugins:
  - search
  - aushang:
      tag: !ENV [TAG, a]
theme: {name: aushang}
"""


def test_keys_and_items_have_places() -> None:
    """Line and column count from 1; tags of the file are not resolved."""
    found = marks(TEXT)
    assert found["plugins",] == (1, 1)
    assert found["plugins", 0] == (2, 5)
    assert found["plugins", 1, "aushang", "tag"] == (4, 7)
    assert found["theme", "name"] == (5, 9)


def test_nearest_goes_outwards() -> None:
    """What has no place of its own stands at the place of what holds it."""
    places = marks(TEXT)
    assert nearest(places, ("plugins", 1, "aushang", "time_zone")) == (3, 5)
    assert nearest(places, ("site_url",)) == (0, 0)


def test_an_empty_file_has_no_places() -> None:
    """Nothing stands nowhere."""
    assert marks("") == {}
