"""A site of which only some files are judged again has the faults of one that is judged in full."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_publication, make_site

from aushang.checks.runner import check_artifacts
from aushang.checks.written import WrittenFile, WrittenSite
from aushang.checks.written.facts import NOTHING, Facts, Fault, Form, Reference
from aushang.checks.written.index import index_of, unpacked
from aushang.checks.written.reach import Past
from aushang.model import Kind

SITE = make_site(url="https://a.example/news/")
PUBLICATION = make_publication(site=SITE)
FILES = ("index.html", "404.html", "a/index.html", "a/b/index.html", "a/ü.html", "d.json", "d.rss")
URLS = st.sampled_from(
    [
        *("", "../", "./", "../../", "/news/", "/news/a", "/news/a/", "/news/a/b/", "a/", "b/"),
        *("../a/", "../../a/", "./a/", "../a/%C3%BC.html", "https://a.example/news/a/ü.html"),
        *("https://a.example/news/a/", "https://a.example/news/d.rss", "../d.json", "d.json"),
        *("#x", "#ä", "#%C3%A4", "#top", "../a/#x", "/news/a/#ä", "/news/a/#%C3%A4", "/news/a#x"),
        *("http://b.example/", "tel:x", "//b.example/", "/news/index.html"),
        *("/news/d.json#x", "https://b.example/", "tel:1", "/news/nix/", "/news/a/b", "./a/b/#x"),
    ]
)
ANCHORS = st.frozensets(st.sampled_from(["x", "ä", "%C3%A4", "top"]))
FORMS = st.sampled_from([Form.HTML, Form.HTML, Form.HTML, Form.JSON, Form.XML])
FACTS = st.builds(
    Facts,
    form=FORMS,
    anchors=ANCHORS,
    references=st.lists(
        st.builds(Reference, URLS, st.sampled_from(["a", "a", "img", "loc", "refresh"])), max_size=4
    ).map(lambda found: tuple(dict.fromkeys(found))),
    base=st.sampled_from(["", "", "", "", "/news/a/", "https://b.example/"]),
    is_blank=st.booleans(),
    fault=st.sampled_from([None, None, None, Fault("there is no element")]),
    address=st.sampled_from(["", "", "https://a.example/news/d.rss"]),
    is_unlisted=st.sampled_from([False, False, True]),
)
SITES = st.dictionaries(st.sampled_from(FILES), FACTS)
# What an edit takes away, what it adds, and of which pages it changes no more than the anchors or
# how they are read: then all that refers to them stays as it was.
EDITS = st.tuples(
    st.frozensets(st.sampled_from(FILES), max_size=2),
    st.dictionaries(st.sampled_from(FILES), FACTS, max_size=2),
    st.dictionaries(st.sampled_from(FILES), st.tuples(ANCHORS, FORMS), max_size=4),
)
# Pages on which many name the same places.
CROWDS = st.one_of(st.just(0), st.integers(60, 70))

Edit = tuple[frozenset[str], dict[str, Facts], dict[str, tuple[frozenset[str], Form]]]


def _kind(facts: Facts) -> Kind:
    if facts.form is not Form.HTML:
        return Kind.API
    leads_on = any(one.element == "refresh" for one in facts.references)
    return Kind.REDIRECT if leads_on else Kind.PAGE


def _written(
    facts: Mapping[str, Facts], judged: frozenset[str] | None = None, past: Past | None = None
) -> WrittenSite:
    files = {path: WrittenFile(_kind(found), "x", (path,)) for path, found in facts.items()}
    return WrittenSite.of(files, facts, SITE, judged, past=past)


def _crowd(number: int) -> dict[str, Facts]:
    references = tuple(Reference(url, "a") for url in ("../../", "../../a/", "../../a/#x"))
    one = replace(NOTHING, form=Form.HTML, references=references)
    return {f"c/{n}/index.html": one for n in range(number)}


@given(SITES, CROWDS, st.lists(EDITS, min_size=1, max_size=4))
def test_edit_after_edit(facts: dict[str, Facts], crowd: int, edits: list[Edit]) -> None:
    """After each of several edits the findings are the same, also through a stored index."""
    facts = {**_crowd(crowd), **facts}
    index = index_of(_written(facts))
    for gone, added, twisted in edits:
        after = {path: found for path, found in facts.items() if path not in gone} | added
        for path, (anchors, form) in twisted.items():
            if path in after:
                after[path] = replace(after[path], anchors=anchors, form=form)
        changed = {path: found for path, found in after.items() if facts.get(path) != found}
        before = {path: found for path, found in facts.items() if after.get(path) != found}
        again = _written(after, index.to_judge(after, changed, before), index.past)
        full = _written(after)
        assert again.broken == full.broken
        assert check_artifacts(PUBLICATION, again) == check_artifacts(PUBLICATION, full)
        index = unpacked(index.after(again).packed())
        facts = after


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.booleans()), max_size=40))
def test_who_links_to_whom_after_many_edits(links: list[tuple[int, int, bool]]) -> None:
    """Links come and go one at a time: the pages that nobody links to are those of a full run."""
    pages = {f"p{number}/index.html": replace(NOTHING, form=Form.HTML) for number in range(9)}
    facts = {"index.html": replace(pages["p0/index.html"], references=(Reference("p0/", "a"),))}
    facts |= pages
    index = index_of(_written(facts))
    for source, target, is_there in links:
        path, link = f"p{source}/index.html", Reference(f"../p{target}/", "a")
        was = facts[path]
        kept = tuple(one for one in was.references if one != link)
        now = replace(was, references=(*kept, link) if is_there else kept)
        facts = {**facts, path: now}
        again = _written(facts, index.to_judge(facts, {path: now}, {path: was}), index.past)
        full = _written(facts)
        assert again.witnesses.keys() & pages.keys() == full.witnesses.keys() & pages.keys()
        assert check_artifacts(PUBLICATION, again) == check_artifacts(PUBLICATION, full)
        index = unpacked(index.after(again).packed())
