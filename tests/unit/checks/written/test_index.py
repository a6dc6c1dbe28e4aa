"""Which files are judged again, and that no more are than may have a fault."""

from collections.abc import Collection, Mapping

import pytest
from tests.factories import make_site

from aushang.checks.written import Facts, WrittenFile, WrittenSite
from aushang.checks.written.facts import Form, Reference
from aushang.checks.written.index import Index, index_of, unpacked
from aushang.model import Kind


def page(*urls: str, anchors: Collection[str] = ()) -> Facts:
    """A page with these references and anchors."""
    references = tuple(Reference(url, "a") for url in urls)
    return Facts(form=Form.HTML, references=references, anchors=frozenset(anchors))


def written(facts: Mapping[str, Facts], judged: Collection[str] | None = None) -> WrittenSite:
    """The site that consists of these files."""
    files = {path: WrittenFile(Kind.PAGE, "text/html", (path,)) for path in facts}
    return WrittenSite.of(files, facts, make_site(url="https://a.example/"), judged)


SITE = {
    "index.html": page("./a/", "./b/"),
    "a/index.html": page("../", anchors={"x", "y"}),
    "b/index.html": page("../", "../a/#x", "#z", anchors={"z"}),
    "c/index.html": page("../a"),
    "d/index.html": page("https://a.example/b/"),
}
WITH_FAULT = "c/index.html"


def again(changed: Mapping[str, Facts], gone: Collection[str] = ()) -> frozenset[str]:
    """What is judged again after an edit of `SITE`."""
    after = {path: found for path, found in {**SITE, **changed}.items() if path not in gone}
    before = {path: SITE[path] for path in (*changed, *gone) if path in SITE}
    return index_of(written(SITE)).to_judge(after, changed, before)


def test_nothing_changed() -> None:
    """Only what had a fault is judged again, also a mild one."""
    assert again({}) == {WITH_FAULT}


def test_a_text_changed() -> None:
    """Who refers to a page does not care what it refers to."""
    assert again({"a/index.html": page(anchors={"x", "y"})}) == {"a/index.html", WITH_FAULT}


def test_an_anchor_is_gone() -> None:
    """Only who refers to that anchor is asked, in other files."""
    assert again({"a/index.html": page(anchors={"x"})}) == {"a/index.html", WITH_FAULT}
    assert again({"a/index.html": page(anchors={"y"})}) == {
        "a/index.html",
        "b/index.html",
        WITH_FAULT,
    }


def test_a_page_is_gone() -> None:
    """All who refer to it are asked, in whichever form they did."""
    assert again({}, gone=["b/index.html"]) == {"index.html", "d/index.html", WITH_FAULT}


def test_a_file_is_read_in_another_way() -> None:
    """A place on a file that was no page needed no anchor, and now it does."""
    site = {"a.json": Facts(form=Form.JSON), "index.html": page("./a.json#x"), "b.html": page()}
    after = {**site, "a.json": page()}
    changed, before = {"a.json": after["a.json"]}, {"a.json": site["a.json"]}
    judged = index_of(written(site)).to_judge(after, changed, before)
    assert judged == {"a.json", "index.html"}


def test_a_page_is_new() -> None:
    """It breaks nothing."""
    assert again({"e/index.html": page()}) == {"e/index.html", WITH_FAULT}


def test_a_crowd_is_not_named() -> None:
    """Where too many refer to a place that is gone, all files are judged."""
    many = {f"m/{n}/index.html": page("../../a/") for n in range(80)}
    site = {**SITE, **many}
    index = index_of(written(site))
    after = {path: found for path, found in site.items() if path != "a/index.html"}
    assert index.to_judge(after, {}, {"a/index.html": SITE["a/index.html"]}) == after.keys()
    assert index.to_judge(site, {}, {}) == {WITH_FAULT}


def test_an_edit_is_noted_for_the_next_one() -> None:
    """Who began to refer to a page with an edit is asked when it goes with the next."""
    changed = {"d/index.html": page("../a/")}
    after = {**SITE, **changed, WITH_FAULT: page("../a/")}
    index = index_of(written(SITE))
    judged = index.to_judge(after, changed, {path: SITE[path] for path in changed})
    index = index.after(written(after, judged))
    left = {path: found for path, found in after.items() if path != "a/index.html"}
    assert index.suspects == frozenset()
    assert index.to_judge(left, {}, {"a/index.html": SITE["a/index.html"]}) == {
        "index.html",
        "b/index.html",
        WITH_FAULT,
        "d/index.html",
    }


def test_an_index_survives_storage() -> None:
    """What was packed is what comes back."""
    index = index_of(written(SITE))
    rows = {place: list(files) for place, files in index.referrers.items()}
    again = Index(rows, index.suspects, index.witnesses, index.unlisted)
    assert unpacked(index.packed()) == again
    assert "a/index.html" in index.witnesses


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"\x80",
        b"\x90",
        b'[["a"],{"b":[7]},[],[],[]]',
        b"\xff",
        b"\x81\xa9referrers\x07",
    ],
)
def test_what_is_no_index(data: bytes) -> None:
    """A damaged or foreign index is refused with one kind of error."""
    with pytest.raises(ValueError, match="this is no index"):
        unpacked(data)


def test_what_is_no_index_says_so() -> None:
    """The message names what was wrong with it."""
    with pytest.raises(ValueError, match=r"^this is no index: Expected `object`, got `array`$"):
        unpacked(b"\x90")
