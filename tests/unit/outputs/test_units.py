"""All lists, feeds and files of a publication, as units."""

from tests.factories import make_page, make_posts, make_publication

from aushang.model import Artifact
from aushang.model.addresses import file_of
from aushang.outputs.pages import Leaf
from aushang.outputs.pages.listing import NEWEST, PER_PAGE
from aushang.outputs.units import list_units

PUBLICATION = make_publication(make_posts(NEWEST + PER_PAGE + 3), pages=(make_page(),))


def test_each_unit_has_a_name_of_its_own() -> None:
    """So that a build knows it again: what it is, what it is about, and the language."""
    names = [unit.name for unit in list_units(PUBLICATION)]
    assert len(set(names)) == len(names)
    assert {
        "page:home:de",
        "page:locations:en",
        "page:service:sauna:de",
        "older:service:sauna:2:en",
        "page:archive:de",
        "month:2026-10:en",
        "page:subscribe:de",
        "page:written:impressum:de",
        "page:missing",
        "feed:all::posts:rss:de",
        "feed:location:mitte:updates:atom:en",
        "badges:location:mitte:de",
        "badges:service:kurse:en",
        "api:posts",
        "api:schema:index",
        "redirects",
        "robots",
        "sitemap:all",
    } <= set(names)


def test_a_page_is_announced_as_it_is_made() -> None:
    """The site map is written from what units say of their pages, before these are made."""
    pages = 0
    for unit in list_units(PUBLICATION):
        made = list(unit.make())
        leaves = [one for one in made if isinstance(one, Leaf)]
        assert len(leaves) == (unit.page is not None)
        for leaf in leaves:
            assert unit.page is not None
            sheet, page = leaf.sheet, unit.page
            pages += 1
            assert sheet.path == page.path
            assert sheet.is_indexed == page.is_indexed
            if page.is_indexed:
                assert sheet.alternates == page.alternates
    assert pages > 40


def test_no_two_units_make_one_file() -> None:
    """Each path has one claimant."""
    paths = [
        made.path if isinstance(made, Artifact) else file_of(made.sheet.path)
        for unit in list_units(PUBLICATION)
        for made in unit.make()
    ]
    assert len(set(paths)) == len(paths)
