"""The search as units: what each block is made of, told without reading a text."""

import random
from dataclasses import replace
from datetime import timedelta

from tests.factories import (
    NOW,
    make_bilingual_post,
    make_body,
    make_page,
    make_post,
    make_posts,
    make_publication,
    make_service,
    make_site,
    make_text,
)
from tests.searched_documents import Transcript, documents, searchable

from aushang.build.blocks import Searchable, key, search_units
from aushang.build.documents import Documents
from aushang.model import Artifact, Publication
from aushang.outputs.searchable import Block, blocks

SEARCHED = make_site(has_search=True)
FIVE = Transcript(block_size=5)


def publication(count: int = 12) -> Publication:
    """So many posts in two languages, with pages, services and places."""
    return make_publication(make_posts(count), site=SEARCHED, pages=(make_page(),))


def keys(found: Publication, indexer: Transcript = FIVE) -> list[str]:
    """The keys of all blocks."""
    return [key(block, indexer) for block in searchable(found).blocks(indexer.block_size)]


def test_blocks_hold_the_documents_of_the_publication() -> None:
    """Those that `outputs.searchable` sorts, whether their texts are there or are fetched."""
    found = publication()
    known = searchable(found)
    filled = [known.filled(block) for block in known.blocks(5)]
    assert filled == list(blocks(documents(found), 5))
    assert [(block.language, block.number) for block in filled] == [
        (language, number) for language in ("de", "en") for number in (1, 2, 3)
    ]


def test_a_new_post_leaves_the_keys_of_full_blocks() -> None:
    """What is indexed anew after an edit is bounded."""
    newest = make_bilingual_post("neu", published=NOW - timedelta(minutes=1))
    more = make_publication([*make_posts(12), newest], site=SEARCHED, pages=(make_page(),))
    pairs = zip(keys(publication()), keys(more), strict=True)
    assert [a == b for a, b in pairs] == [True, True, False] * 2


def test_an_edit_changes_the_key_of_its_block() -> None:
    """In the language that was edited; so does another service's name, and another page."""
    found = publication()
    (*others, oldest) = found.posts
    german = replace(oldest.texts["de"], body=make_body("Ganz anders."))
    edited = replace(oldest, texts={**oldest.texts, "de": german})

    def kept(after: Publication) -> list[bool]:
        return [a == b for a, b in zip(keys(found), keys(after), strict=True)]

    assert kept(replace(found, all_posts=(edited, *others))) == [False, *[True] * 5]
    page = make_page(title="Haus")
    assert kept(replace(found, pages=(page,))) == [True, True, False, True, True, True]
    services = {**found.services, "sauna": make_service(name="Dampfbad")}
    assert kept(replace(found, services=services)) == [False, False, False, True, True, True]


def test_keys_do_not_depend_on_the_order_of_files() -> None:
    """Of posts, services and places alike; nor do the blocks."""
    found = publication()
    shuffled = replace(
        found,
        all_posts=tuple(random.Random(3).sample(found.all_posts, len(found.all_posts))),
        services=dict(reversed(found.services.items())),
        locations=dict(reversed(found.locations.items())),
    )
    assert keys(found) == keys(shuffled)
    one, two = searchable(found), searchable(shuffled)
    assert [one.filled(each) for each in one.blocks(5)] == [
        two.filled(each) for each in two.blocks(5)
    ]


def test_another_indexer_makes_everything_anew() -> None:
    """Its stamp stands in each key."""
    assert not {*keys(publication())} & {*keys(publication(), replace(FIVE, stamp="other"))}


def test_units_are_blocks_and_their_number() -> None:
    """A block weighs what it holds, and reads nothing but what it is made of."""
    found = [*search_units(searchable(publication()), FIVE)]
    assert {unit.name: unit.weight for unit in found} == {
        "search:de:1": 5,
        "search:de:2": 5,
        "search:de:3": 7,
        "search:de": 1,
        "search:en:1": 5,
        "search:en:2": 5,
        "search:en:3": 6,
        "search:en": 1,
    }
    assert found[0].reads == ("documents:search:de:1", "program")
    assert found[0].inputs.keys() == {"documents:search:de:1"}
    files = [one for unit in found for one in unit.make() if isinstance(one, Artifact)]
    assert sum(file.path.endswith("blocks.json") for file in files) == 2


def test_nothing_is_listed_where_nobody_can_search() -> None:
    """Neither without a search nor without a post."""
    for site, posts in ((make_site(), make_posts(1)), (SEARCHED, ())):
        assert list(search_units(searchable(make_publication(posts, site=site)), FIVE)) == []


def test_what_has_no_word_is_in_no_block() -> None:
    """It would be a result that nobody looked for."""
    silent = make_post("a", texts={"de": make_text("de", "…", summary="", body=make_body("…"))})
    found = make_publication([silent], site=SEARCHED, services={}, locations={})
    assert searchable(found).blocks(5) == []


def test_listing_reads_no_text() -> None:
    """Where the texts are gone, units are listed all the same."""
    known = searchable(publication())
    bare = Searchable(known.publication, known.units, Documents())
    found: list[Block[object]] = [*bare.blocks(5)]
    assert len(found) == 6
