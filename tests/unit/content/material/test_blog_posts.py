"""Each form that the front matter of a Material post has, and what it becomes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.blog_folder import BLOG, loaded_blog, only, post

from aushang.model import ROOT, Ignored, PostType, RelatedLink
from aushang.model.addresses import of_post

NAME = "blog/posts/sauna.md"


def test_a_post_is_news_with_the_first_heading_as_its_title(tmp_path: Path) -> None:
    """The page shows the title itself, so the heading is not there twice."""
    found = only(loaded_blog(tmp_path, {NAME: post()}))
    text = found.text("en")
    assert (found.id, found.type, text.title) == ("sauna", PostType.NEWS, "The sauna is open")
    assert text.body.html == "<p>From Monday on.</p>"
    assert text.summary == "From Monday on."


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# The :material-radiator: sauna is **open**", "The sauna is open"),
        ("# The [sauna][1] is `open` { #top .big }\n\n[1]: sauna.md", "The sauna is open"),
        ("The sauna\n=========", "The sauna"),
        ("<!-- a note -->\n\n# Sauna & pool", "Sauna & pool"),
        ("#Sauna", "Sauna"),
    ],
)
def test_a_heading_is_a_title_without_its_markup(tmp_path: Path, heading: str, title: str) -> None:
    """Icons, emphasis, links and attribute lists leave no trace."""
    found = only(loaded_blog(tmp_path, {NAME: post(body=f"{heading}\n\nFrom Monday on.\n")}))
    assert found.text("en").title == title
    assert "<h2" not in found.text("en").body.html


def test_a_title_of_its_own_comes_before_the_heading(tmp_path: Path) -> None:
    """The heading says something else, so it stays among the text."""
    found = only(loaded_blog(tmp_path, {NAME: post("title: Open again")}))
    assert found.text("en").title == "Open again"
    assert '<h2 id="the-sauna-is-open">' in found.text("en").body.html


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        (("date: 2026-11-20",), datetime(2026, 11, 19, 23, tzinfo=UTC), None),
        (("date: 2026-11-20 09:30:00",), datetime(2026, 11, 20, 8, 30, tzinfo=UTC), None),
        (("date: 2026-11-20T09:30:00Z",), datetime(2026, 11, 20, 9, 30, tzinfo=UTC), None),
        (
            ("date:", "  created: 2026-11-19", "  updated: 2026-11-20", "  reviewed: never"),
            datetime(2026, 11, 18, 23, tzinfo=UTC),
            datetime(2026, 11, 19, 23, tzinfo=UTC),
        ),
    ],
)
def test_dates_have_two_forms(
    tmp_path: Path, lines: tuple[str, ...], published: datetime, updated: datetime | None
) -> None:
    """A scalar, or `created` with others; a time without a zone is one of the publication."""
    found = only(loaded_blog(tmp_path, {NAME: post(*lines)}))
    assert (found.published, found.updated) == (published, updated)


def test_a_folded_description_is_a_summary_of_one_line(tmp_path: Path) -> None:
    """As the blog of Material itself writes them."""
    lines = ("description: >", "  From Monday on,", "  for twelve guests")
    found = only(loaded_blog(tmp_path, {NAME: post(*lines)}))
    assert found.text("en").summary == "From Monday on, for twelve guests"


def test_tags_pin_and_ignore_are_what_they_are(tmp_path: Path) -> None:
    """They mean the same in both formats."""
    lines = ("tags: [sauna, news]", "pin: true", "id: the-sauna", "ignore: {AU101: photo follows}")
    found = only(loaded_blog(tmp_path, {NAME: post(*lines)}))
    assert (found.tags, found.is_pinned) == (("sauna", "news"), True)
    assert (found.id, found.ignore) == ("the-sauna", {"AU101": Ignored("photo follows")})


@pytest.mark.parametrize(
    ("keys", "slug", "old"),
    [
        (("slug: mkdocs-2.0",), "mkdocs-2-0", "mkdocs-2.0"),
        (("title: How we're back",), "how-were-back", "how-were-back"),
        (("title: Über die Öffnung",), "ueber-die-oeffnung", "über-die-öffnung"),
    ],
)
def test_an_address_is_made_as_material_makes_it_in_ascii(
    tmp_path: Path, keys: tuple[str, ...], slug: str, old: str
) -> None:
    """The address that Material gave leads to the new one."""
    found = only(loaded_blog(tmp_path, {NAME: post(*keys)}))
    assert of_post(BLOG, found, "en") == f"posts/{slug}/"
    assert found.text("en").redirects == (f"/blog/2026/11/20/{old}/",)


def test_a_slug_with_a_slash_is_one_word_and_has_no_old_address(tmp_path: Path) -> None:
    """Nothing leads out of the folder of posts."""
    found = only(loaded_blog(tmp_path, {NAME: post("slug: ../../sauna")}))
    assert found.text("en").slug == "sauna"
    assert found.text("en").redirects == ()


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("posts/2026/sauna.md", "2026-sauna"),
        ("blog/posts/Öffnung der Sauna.md", "oeffnung-der-sauna"),
        ("blog/posts/sauna/index.md", "sauna"),
    ],
)
def test_the_id_is_the_path_of_the_file(tmp_path: Path, name: str, identity: str) -> None:
    """A new title changes no id."""
    assert only(loaded_blog(tmp_path, {name: post()})).id == identity


def test_links_begin_at_the_content_folder(tmp_path: Path) -> None:
    """An address, `title: address`, sections; what is not here stays."""
    lines = (
        "links:",
        "  - guide/index.md#times",
        "  - The guide: guide/index.md",
        "  - Elsewhere:",
        "      - https://example.org/",
        "      - Mail: mailto:jana@kraftraum.example",
        "  - plugins/blog.md",
    )
    files = {NAME: post(*lines), "guide/index.md": "# All about it\n\n## Times\n\nAt six.\n"}
    assert only(loaded_blog(tmp_path, files)).links == (
        RelatedLink("All about it", "guide/index.md#times", f"{ROOT}guide/#times"),
        RelatedLink("The guide", "guide/index.md", f"{ROOT}guide/"),
        RelatedLink("https://example.org/", "https://example.org/", "https://example.org/"),
        RelatedLink("Mail", "mailto:jana@kraftraum.example", "mailto:jana@kraftraum.example"),
        RelatedLink("plugins/blog.md", "plugins/blog.md", f"{ROOT}plugins/blog.md"),
    )


def test_a_folder_that_is_the_blog_itself_is_also_called_blog(tmp_path: Path) -> None:
    """Links of a blog that stood beside its manual still name it."""
    files = {"posts/a.md": post("links: [blog/posts/b.md]"), "posts/b.md": post("title: Pool")}
    first = loaded_blog(tmp_path, files).publication.all_posts[0]
    assert first.links == (RelatedLink("Pool", "blog/posts/b.md", f"{ROOT}posts/pool/"),)


def test_a_draft_is_not_published(tmp_path: Path) -> None:
    """Its faults are warnings."""
    found = loaded_blog(
        tmp_path, {"posts/a.md": post("draft: true", "tags: a"), "posts/b.md": post()}
    )
    assert [one.id for one in found.publication.all_posts] == ["b"]
    assert {one.severity for one in found.diagnostics} == {"warning"}


def test_what_belongs_to_the_theme_is_without_effect(tmp_path: Path) -> None:
    """Keys of Material and of plugins that nobody here knows are accepted, whatever they hold."""
    lines = ("readtime: 15", "icon: material/pool", "hide: [toc]", "comments: true", "status:")
    more = ("template: x.html", "search: {exclude: true}", "social: {cards: {a: [b]}}", "color: 3")
    assert only(loaded_blog(tmp_path, {NAME: post(*lines, *more)})).id == "sauna"


def test_a_translation_holds_its_words(tmp_path: Path) -> None:
    """`NAME.de.md` is the German text where the publication has one."""
    german = post(body="# Die Sauna ist offen\n\nAb Montag.\n")
    found = only(loaded_blog(tmp_path, {NAME: post(), "blog/posts/sauna.de.md": german}))
    assert {one: text.title for one, text in found.texts.items()} == {
        "en": "The sauna is open",
        "de": "Die Sauna ist offen",
    }


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    """The same publication comes of the same files, whichever was written first."""
    files = {f"posts/{name}.md": post(f"title: {name}", "categories: [A b]") for name in "abc"}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one = loaded_blog(tmp_path / "one", files)
    two = loaded_blog(tmp_path / "two", dict(reversed(files.items())))
    assert one.publication.all_posts == two.publication.all_posts
    assert list(one.publication.services.values()) == list(two.publication.services.values())
