"""What a format has no way to write is spelt visibly, and all else stays."""

import json
import os

from aushang.reports.spelling import encodable, json_text, path_bytes, xml_chars


def test_halves_of_surrogate_pairs() -> None:
    """They stand for bytes that are no UTF-8; a backslash of the text itself stays one in JSON."""
    assert encodable("a\udcffß🏋️") == r"a\udcffß🏋️"
    told = "\\" + "\ud800"  # a backslash, and half of a pair
    assert json.loads(json_text([told, "ß"])) == ["\\" + r"\ud800", "ß"]


def test_a_path_has_the_bytes_of_its_file() -> None:
    """Where halves stand for no byte, no file has such a name: it is spelt."""
    assert path_bytes("ü\udcff") == os.fsencode("ü\udcff")
    assert path_bytes("\ud800") == rb"\ud800"


def test_xml_has_no_place_for_most_controls() -> None:
    """Tab and line ends it has."""
    assert xml_chars("a\x00\x1b\t\n\r\ufffe\udcff😀") == "a\\x00\\x1b\t\n\r\\ufffe\\udcff😀"
