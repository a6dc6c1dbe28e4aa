"""The sample publication keeps its promises, whenever it is built."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.factories import berlin, make_site

from aushang.checks.runner import check_sources, check_texts
from aushang.content.load import load
from aushang.content.markdown.gfm import GfmRenderer
from aushang.model import moments

ROOT = Path(__file__).parents[2]
FROM = berlin("2026-11-21T07:00")


def test_the_sample_has_no_finding_at_any_time() -> None:
    """Whoever tries it in a year finds it in order: no promise open, no day that has passed."""
    loaded = load(
        ROOT / "content", root=ROOT, site=make_site(contact=""), now=FROM, markdown=GfmRenderer()
    )
    publication = loaded.publication
    assert loaded.diagnostics == ()
    # What a text will be found guilty of one day is known today.
    assert check_texts(publication) == ()
    changes = {at for post in publication.all_posts for at in moments(post) if at > FROM}
    promised = {post.next_update for post in publication.all_posts if post.next_update}
    assert promised <= changes
    changes |= {one.stale_from for one in publication.availability}
    for at in (*sorted(changes), max(changes) + timedelta(days=365)):
        assert check_sources(replace(publication, now=at), texts=()) == ()
