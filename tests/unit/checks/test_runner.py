"""The runner gathers findings, lets pass what is ignored with a reason, and says what was not."""

from dataclasses import replace
from pathlib import Path

from tests.factories import make_page, make_post, make_publication, make_site, make_text
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts, check_sources
from aushang.model import Body, Diagnostic, Position, Publication, Section, Severity, Source

DEAD = {"index.html": html('<a href="nix/">x</a>')}


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Code and place of each finding."""
    return [(finding.code, str(finding.location)) for finding in found]


def with_empty_section(key: str, **fields: object) -> Publication:
    """One post with an empty section in line 9."""
    source = Source(f"content/posts/{key}.md", {"ignore.AU101": (5, 3)})
    body = Body(
        html="<h2>Kurse</h2>",
        text="Kurse",
        sections=(Section("Kurse", 2, is_empty=True, position=Position(source.path, 9)),),
    )
    text = make_text(body=body, source=source)
    post = make_post(key, texts={"de": text}, source=source, **fields)
    return make_publication([post])


def test_a_sound_publication_has_no_findings() -> None:
    """The factories' publication passes."""
    assert check_sources(make_publication()) == ()


def test_findings_of_loading_and_of_checks_stand_together_in_reading_order() -> None:
    """One run tells everything."""
    loaded = [
        Diagnostic(code="AU001", message="z", location=Position("content/posts/z.md")),
        Diagnostic(code="AU001", message="a", location=Position("content/posts/a.md")),
    ]
    assert codes(check_sources(with_empty_section("m"), loaded)) == [
        ("AU001", "content/posts/a.md"),
        ("AU101", "content/posts/m.md:9"),
        ("AU001", "content/posts/z.md"),
    ]


def test_a_post_lets_pass_what_is_found_in_its_files() -> None:
    """With a reason, in its front matter."""
    publication = with_empty_section("a", ignore={"AU101": "der Text kommt morgen"})
    assert check_sources(publication) == ()


def test_a_post_lets_nothing_pass_elsewhere() -> None:
    """Its entry is then of no use, which is a finding of its own."""
    publication = with_empty_section("a")
    other = make_post(
        "b",
        ignore={"AU101": "…"},
        source=Source("content/posts/b.md", {"ignore.AU101": (7, 3)}),
    )
    found = check_sources(replace(publication, all_posts=(*publication.all_posts, other)))
    assert codes(found) == [("AU101", "content/posts/a.md:9"), ("AU690", "content/posts/b.md:7:3")]
    assert found[1].message == "`ignore` lets AU101 pass, but there is nothing of that kind here"
    assert found[1].hint == "remove the entry"
    assert found[1].severity is Severity.WARNING


def test_the_site_lets_pass_everywhere() -> None:
    """Findings of loading included."""
    publication = replace(
        with_empty_section("a"), site=make_site(ignore={"AU101": "…", "AU112": "…"})
    )
    loaded = [Diagnostic(code="AU112", message="x", location=Position("content/posts/a.md", 3))]
    assert check_sources(publication, loaded) == ()


def test_an_unused_entry_of_the_site_is_a_finding() -> None:
    """It is judged in the stage that could have found something."""
    publication = make_publication(site=make_site(ignore={"AU101": "…"}))
    assert codes(check_sources(publication)) == [("AU690", "mkdocs.yml")]


def test_entries_for_the_written_site_wait_for_it(tmp_path: Path) -> None:
    """Neither stage takes an entry for unused before it has looked."""
    publication = make_publication(site=make_site(ignore={"AU201": "…", "AU999": "…"}))
    assert check_sources(publication) == ()
    assert codes(check_artifacts(publication, write_site(tmp_path, DEAD))) == [
        ("AU690", "mkdocs.yml")
    ]
    assert "AU999" in check_artifacts(publication, write_site(tmp_path, DEAD))[0].message


def test_a_scheduled_post_may_keep_its_entry(tmp_path: Path) -> None:
    """Nothing of it is written yet, so nothing could be found."""
    post = make_post(published="2026-12-24T00:00", ignore={"AU201": "…"})
    publication = make_publication([post])
    written = write_site(tmp_path, {"index.html": html()})
    assert check_artifacts(publication, written) == ()
    shown = make_publication([replace(post, published=publication.now)])
    assert [code for code, _ in codes(check_artifacts(shown, written))] == ["AU690"]


def test_a_page_lets_pass_what_is_found_in_its_files(tmp_path: Path) -> None:
    """Pages have entries like posts."""
    page = make_page(ignore={"AU201": "…"})
    publication = make_publication(pages=(page,))
    written = write_site(
        tmp_path,
        {"impressum/index.html": DEAD["index.html"]},
        sources={"impressum/index.html": (page.source.path,)},
    )
    assert check_artifacts(publication, written) == ()


def test_unused_entries_can_themselves_be_let_pass() -> None:
    """And the entry that does so is never called unused."""
    ignore = {"AU101": "…", "AU690": "…"}
    assert check_sources(make_publication(site=make_site(ignore=ignore))) == ()


def test_a_broken_file_is_one_fault_and_not_one_for_each_mention() -> None:
    """A reference to a service whose file could not be read is not unknown."""
    publication = make_publication(services={})
    assert {code for code, _ in codes(check_sources(publication))} == {"AU050"}
    broken = Diagnostic(code="AU001", message="x", location=Position("content/services/sauna.yml"))
    assert codes(check_sources(publication, [broken])) == [("AU001", "content/services/sauna.yml")]
