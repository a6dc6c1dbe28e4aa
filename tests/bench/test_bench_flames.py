"""The picture of where the time goes: every function as wide as its share."""

from xml.etree import ElementTree as ET

from bench.flame_picture import picture
from bench.flames import below, sampled

SVG = "{http://www.w3.org/2000/svg}"
STACKS = {
    ("build.pipeline.build", "content.load.draft"): 25,
    ("build.pipeline.build", "content.load.draft", "jinja2.runtime.<lambda>"): 50,
    ("build.pipeline.build",): 25,
    ("build.pipeline.build", "checks.rules.rare"): 0,
}


def boxes(drawing: str) -> dict[str, float]:
    """The width of each named box, in pixels."""
    root = ET.fromstring(drawing)
    found = {}
    for box in root.iter(f"{SVG}rect"):
        title = box.find(f"{SVG}title")
        if title is not None:
            found[title.text or ""] = float(box.attrib["width"])
    return found


def test_a_box_is_as_wide_as_its_share() -> None:
    """All of the picture for all of the time; what took none is left out."""
    assert boxes(picture(STACKS, "A <build>")) == {
        "build.pipeline.build 100.0%": 1199.5,
        "content.load.draft 75.0%": 899.5,
        "jinja2.runtime.<lambda> 50.0%": 599.5,
    }


def test_the_same_stacks_make_the_same_picture() -> None:
    """In whatever order they were met."""
    assert picture(dict(reversed(STACKS.items())), "A build") == picture(STACKS, "A build")


def test_what_does_not_belong_to_the_build_is_left_out() -> None:
    """Callers of the first function, and stacks that it is not in."""
    met = {
        ("bench.flames.main", "aushang.build.pipeline.build", "aushang.build.work.do"): 3,
        ("bench.flames.main",): 2,
    }
    assert below(met, "build.pipeline.build") == {("build.pipeline.build", "build.work.do"): 3}


def test_what_a_process_does_is_counted() -> None:
    """A function that takes all of the time is met in nearly every sample."""

    def busy() -> int:
        return sum(number % 7 for number in range(3_000_000))

    with sampled() as stacks:
        busy()
    inside = sum(times for stack, times in stacks.items() if f"{__name__}.busy" in stack)
    assert inside > 0.9 * sum(stacks.values()) > 0
