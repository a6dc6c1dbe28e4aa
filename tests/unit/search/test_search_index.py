"""The files that a browser searches: the same for the same texts, and never too many at once."""

import json
import random
from collections import Counter
from dataclasses import replace
from gzip import decompress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import (
    make_body,
    make_page,
    make_post,
    make_posts,
    make_publication,
    make_site,
    make_text,
)
from tests.searched_documents import documents, indexed

from aushang.model import AushangError
from aushang.outputs.searchable import BLOCK_SIZE, Block, Document, blocks
from aushang.search.index import Index, installed

SEARCHED = make_site(has_search=True)
LARGEST_FIRST_SEARCH = 400_000
"""Bytes that a browser loads at most for a first search, whatever the archive holds; uncompressed.
Of them 90,000 are Pagefind's scripts and 70,000 its program."""


def sample(count: int) -> list[Document]:
    """The documents of so many posts in two languages, with pages, services and places."""
    publication = make_publication(make_posts(count), site=SEARCHED, pages=(make_page(),))
    return list(documents(publication))


def block_of(*texts: str) -> Block[Document]:
    """German documents with these texts."""
    made = (
        Document(path=f"{number}/", language="de", title="Titel", text=text, kind="Seite")
        for number, text in enumerate(texts)
    )
    return Block("de", 1, tuple(made))


def test_same_texts_same_bytes() -> None:
    """In whatever order they come."""
    several = sample(40)
    shuffled = random.Random(3).sample(several, len(several))
    assert indexed(several) == indexed(shuffled)


def test_what_stands_in_a_block() -> None:
    """Pagefind's script and index, an excerpt for each page; none of its ready-made forms."""
    several = [document for document in sample(5) if document.language == "de"]
    (block,) = blocks(several)
    found = installed().block(block)
    kinds = Counter(each.path.removeprefix("pagefind/de/").split(".")[-1] for each in found)
    assert kinds == {
        "js": 2,
        "json": 2,
        "pagefind": 1,
        "pf_meta": 1,
        "pf_index": 1,
        "pf_fragment": len(several),
    }
    names = {each.path.removeprefix("pagefind/de/") for each in found}
    assert {"1/pagefind.js", "1/pagefind-worker.js", "1/wasm.de.pagefind"} < names
    assert {each.media_type for each in found} == {
        "application/json",
        "application/octet-stream",
        "text/javascript; charset=utf-8",
    }


def test_blocks_are_counted_for_the_page() -> None:
    """Each language by itself."""
    posts = [*make_posts(5), make_post("nur-deutsch")]
    several = documents(make_publication(posts, site=SEARCHED))
    found = indexed(several, replace(installed(), block_size=5))
    assert json.loads(found["pagefind/de/blocks.json"]) == {"blocks": 2}
    assert json.loads(found["pagefind/en/blocks.json"]) == {"blocks": 1}


def test_a_language_without_a_stemmer_is_searched_all_the_same() -> None:
    """Its words are found as they are written."""
    block = replace(block_of("Sauna"), language="is")
    block = replace(block, documents=(replace(block.documents[0], language="is"),))
    paths = {each.path for each in installed().block(block)}
    assert "pagefind/is/1/wasm.unknown.pagefind" in paths


def test_the_stamp_changes_with_pagefind() -> None:
    """Its files are not those of another version."""
    index = installed()
    assert index.stamp == installed().stamp
    assert index.stamp != replace(index, version="9").stamp


def test_work_that_was_stopped_fails() -> None:
    """The block that is being made, and any that would be begun."""
    index = installed()
    index.stop()
    with pytest.raises(AushangError) as caught:
        index.block(block_of("Sauna"))
    assert caught.value.message == "Pagefind ended in the middle of its work on the search index"


def test_pages_are_listed_by_service_and_place() -> None:
    """By Pagefind's names for them, so that the browser need not load them to choose."""
    posts = [
        make_post("a"),
        make_post("b", locations=("mitte", "ost")),
        make_post("c", services=(), locations=()),
    ]
    several = documents(make_publication(posts, site=SEARCHED, services={}, locations={}))
    found = indexed(several)
    addresses = {
        path.rpartition("/")[2].removesuffix(".pf_fragment"): address_in(data)
        for path, data in found.items()
        if path.endswith(".pf_fragment")
    }
    listed = json.loads(found["pagefind/de/1/choices.json"])
    assert {
        kind: {id_: [addresses[name] for name in names] for id_, names in by_id.items()}
        for kind, by_id in listed.items()
    } == {
        "service": {"*": ["meldungen/c/"], "sauna": ["meldungen/a/", "meldungen/b/"]},
        "location": {
            "*": ["meldungen/c/"],
            "mitte": ["meldungen/a/", "meldungen/b/"],
            "ost": ["meldungen/b/"],
        },
    }


def address_in(text: bytes) -> str:
    """The address that a page's text carries."""
    address: str = json.loads(decompress(text).removeprefix(b"pagefind_dcd"))["url"]
    return address


def test_missing_pages_are_told() -> None:
    """An index that lacks a page is not published."""
    with pytest.raises(AushangError) as caught:
        installed().block(block_of("Sauna", "…"))
    assert (caught.value.message, caught.value.hint) == (
        "Pagefind indexed 1 of 2 pages",
        "report this with the post that you changed last, or write search: false",
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=60)), min_size=1, max_size=40))
def test_any_text_is_indexed(texts: list[tuple[str, str]]) -> None:
    """Whatever stands in titles and texts: as many pages come out as have gone in."""
    posts = [
        make_post(
            f"p{number}",
            texts={"de": make_text("de", title, slug=f"p{number}", body=make_body(text))},
        )
        for number, (title, text) in enumerate(texts)
    ]
    publication = make_publication(posts, site=SEARCHED)
    (block,) = blocks(documents(publication))
    found = {
        address_in(each.data)
        for each in installed().block(block)
        if each.path.endswith(".pf_fragment")
    }
    assert found == {each.path for each in block.documents}


@pytest.fixture(scope="module")
def full() -> tuple[int, int]:
    """What a browser loads at most of a full block: once, and of each further block."""
    words = random.Random(5).sample([f"wort{number}" for number in range(20_000)], 2_000)
    chosen = random.Random(6)
    made = [
        Document(
            path=f"meldungen/{number}/",
            language="de",
            title=f"Meldung {number}",
            text=" ".join(["sauna", *chosen.choices(words, k=80)]),
            kind="Neuigkeit",
            published=f"2026-01-01T00:00:{number:06}",
            services=("sauna",),
            locations=("mitte",),
        )
        for number in range(BLOCK_SIZE)
    ]
    return _loaded(installed(), Block("de", 1, tuple(made)))


def _loaded(index: Index, block: Block[Document]) -> tuple[int, int]:
    sizes: dict[str, list[int]] = {}
    for each in index.block(block):
        sizes.setdefault(each.path.rpartition(".")[2], []).append(len(each.data))
    once = sum(sizes["js"]) + sum(sizes["pagefind"]) + 10 * max(sizes["pf_fragment"])
    return once, sum(sizes["json"]) + sizes["pf_meta"][0] + max(sizes["pf_index"])


def test_a_first_search_is_bounded(full: tuple[int, int]) -> None:
    """Script, two full blocks with the largest part of each, ten excerpts; nothing else."""
    once, each_block = full
    assert once + 2 * each_block < LARGEST_FIRST_SEARCH
