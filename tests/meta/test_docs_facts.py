"""What the docs say about rules, names and numbers is what the code says."""

import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from tests.factories import berlin, make_post, make_site, make_update
from tests.meta.docs_pages import PAGES, ROOT, anchors, name, prose, text_of

from aushang.content.load import load
from aushang.content.schema.documents import json_schemas
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host
from aushang.model import NEWS_LASTS, PostType, Publication, addresses, phase
from aushang.model.permanent_ids import tag_id
from aushang.model.phase import holds_until_further_word

DOCS = ROOT / "docs"
WRITTEN_BY_PROGRAMS = {"docs/reference/checks.md", "docs/reference/commands.md"}
_TWO_SENTENCES = re.compile(r"[a-z)][.!?] [A-ZÄÖÜ]")


def row(page: Path, *words: str) -> str:
    """The second cell of the table row whose first cell names exactly these words in backticks."""
    first = ", ".join(f"`{word}`" for word in words)
    (line,) = [line for line in text_of(page).splitlines() if line.startswith(f"| {first} |")]
    return line.split("|")[2].strip()


def test_the_rule_of_phases_is_told_as_it_is() -> None:
    """Types that hold until further word, and how long the others stay."""
    page = DOCS / "explanation" / "time-is-data.md"
    lasting = ("closure", "disruption", "maintenance", "availability")
    others = ("reopening", "price", "news")
    assert {*lasting, *others} == {str(kind) for kind in PostType}
    assert all(holds_until_further_word(PostType(kind)) for kind in lasting)
    assert not any(holds_until_further_word(PostType(kind)) for kind in others)
    assert row(page, *lasting) == "until an update says `status: resolved`"
    assert row(page, *others) == f"for {NEWS_LASTS.days} days after it began"


def test_the_addresses_are_those_that_are_built() -> None:
    """Each example of an address or id comes out of the module that builds them."""
    text = text_of(DOCS / "explanation" / "ids-and-addresses.md")
    site = make_site(tag="kraftraum.example,2026")
    post = make_post("2026-11-20-sauna-mitte")
    update = make_update(at=berlin("2026-11-21T15:00"))
    shown = [
        tag_id(site, post),
        update.key,
        "/" + addresses.of_scope(site, addresses.Scope("type", "closure"), "de"),
        "/" + addresses.of_scope(site, addresses.Scope("type", "closure"), "en"),
        "/" + addresses.of_month(site, datetime(2026, 11, 1).date(), "de"),
        "/" + addresses.of_feed(site, addresses.EVERYTHING, "posts", "rss", "de"),
        addresses.slugify("Öffnung am 1. Mai"),
    ]
    assert [each for each in shown if each not in text] == []


def test_the_editor_page_lists_every_schema() -> None:
    """What `aushang schema --output` writes is what the page shows."""
    text = text_of(DOCS / "how-to" / "write-with-an-editor.md")
    listed = re.findall(r"^\.schemas/(.+)\.schema\.json$", text, re.MULTILINE)
    assert listed == list(json_schemas())


@pytest.fixture(scope="module")
def sample() -> Publication:
    """The sample publication on the evening that its page speaks of."""
    configuration = load_configuration(ROOT / "mkdocs.yml")
    return load(
        configuration.content,
        root=configuration.root,
        site=configuration.site,
        now=berlin("2026-11-21T20:00"),
        markdown=host(configuration).markdown,
    ).publication


def test_the_sample_is_as_its_page_says(sample: Publication) -> None:
    """The numbers on the page are those of the folder."""
    text = text_of(DOCS / "explanation" / "sample-publication.md")
    posts = sample.all_posts
    english = sum("en" in post.texts for post in posts)
    told = f"| posts | {len(posts)} from June 2025 to December 2026, of all seven types, {english} "
    assert told in text
    updates = [len(post.updates) for post in posts if post.updates]
    assert f"| updates | {sum(updates)} on {len(updates)} posts, " in text
    counts = f"{len(sample.locations)}, {len(sample.services)} and {len(sample.contacts)}"
    assert f"| places, services, contacts | {counts} |" in text
    phases = Counter(str(phase(post, sample.now)) for post in posts)
    assert phases["current"] == 8
    assert phases["upcoming"] == 7
    assert phases["scheduled"] == 2
    assert "eight posts are current, seven are announced, two are scheduled" in text


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_line_holds_one_sentence(page: Path) -> None:
    """Changes stay readable, sentence by sentence; tables are lines of their own."""
    lines = [line for line in prose(page).splitlines() if not line.startswith("|")]
    double = [line for line in lines if _TWO_SENTENCES.search(re.sub(r"`[^`]*`", "x", line))]
    assert double == [] or name(page) in WRITTEN_BY_PROGRAMS


def test_every_finding_that_is_named_is_explained() -> None:
    """A code in the docs has its section in the reference."""
    known = {anchor[:5].upper() for anchor in anchors(DOCS / "reference" / "checks.md")}
    named = {code for page in PAGES for code in re.findall(r"\bAU\d{3}\b", text_of(page))}
    assert named <= known
