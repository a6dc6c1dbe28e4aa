"""The runner gathers findings, lets pass what is ignored with a reason, and says what was not."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.factories import make_page, make_post, make_publication, make_site, make_text
from tests.written import html, write_site

from aushang.checks.runner import check_artifacts, check_sources
from aushang.model import (
    Body,
    Diagnostic,
    Ignored,
    Position,
    Publication,
    Section,
    Severity,
    Source,
)

WHY = Ignored("it is mended tomorrow")
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
    publication = with_empty_section("a", ignore={"AU101": Ignored("der Text kommt morgen")})
    assert check_sources(publication) == ()


def test_a_post_lets_nothing_pass_elsewhere() -> None:
    """Its entry is then of no use, which is a finding of its own."""
    publication = with_empty_section("a")
    other = make_post(
        "b",
        ignore={"AU101": WHY},
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
        with_empty_section("a"), site=make_site(ignore={"AU101": (WHY,), "AU112": (WHY,)})
    )
    loaded = [Diagnostic(code="AU112", message="x", location=Position("content/posts/a.md", 3))]
    assert check_sources(publication, loaded) == ()


def test_an_unused_entry_of_the_site_is_a_finding() -> None:
    """It is judged in the stage that could have found something."""
    publication = make_publication(site=make_site(ignore={"AU101": (WHY,)}))
    assert codes(check_sources(publication)) == [("AU690", "mkdocs.yml")]


def test_entries_for_the_written_site_wait_for_it(tmp_path: Path) -> None:
    """Neither stage takes an entry for unused before it has looked."""
    publication = make_publication(site=make_site(ignore={"AU201": (WHY,), "AU999": (WHY,)}))
    assert check_sources(publication) == ()
    assert codes(check_artifacts(publication, write_site(tmp_path, DEAD))) == [
        ("AU690", "mkdocs.yml")
    ]
    assert "AU999" in check_artifacts(publication, write_site(tmp_path, DEAD))[0].message


def test_a_scheduled_post_may_keep_its_entry(tmp_path: Path) -> None:
    """Nothing of it is written yet, so nothing could be found."""
    post = make_post(published="2026-12-24T00:00", ignore={"AU201": WHY})
    publication = make_publication([post])
    written = write_site(tmp_path, {"index.html": html()})
    assert check_artifacts(publication, written) == ()
    shown = make_publication([replace(post, published=publication.now)])
    assert [code for code, _ in codes(check_artifacts(shown, written))] == ["AU690"]


def test_a_page_lets_pass_what_is_found_in_its_files(tmp_path: Path) -> None:
    """Pages have entries like posts."""
    page = make_page(ignore={"AU201": WHY})
    publication = make_publication(pages=(page,))
    written = write_site(
        tmp_path,
        {"impressum/index.html": DEAD["index.html"]},
        sources={"impressum/index.html": (page.source.path,)},
    )
    assert check_artifacts(publication, written) == ()


def test_unused_entries_can_themselves_be_let_pass() -> None:
    """And the entry that does so is never called unused."""
    ignore = {"AU101": (WHY,), "AU690": (WHY,)}
    assert check_sources(make_publication(site=make_site(ignore=ignore))) == ()


def test_a_broken_file_is_one_fault_and_not_one_for_each_mention() -> None:
    """A reference to a service whose file could not be read is not unknown."""
    publication = make_publication(services={})
    assert {code for code, _ in codes(check_sources(publication))} == {"AU050"}
    broken = Diagnostic(code="AU001", message="x", location=Position("content/services/sauna.yml"))
    assert codes(check_sources(publication, [broken])) == [("AU001", "content/services/sauna.yml")]


def until(day: str, **fields: object) -> Ignored:
    """A reason with a last day."""
    return Ignored("it is mended by then", date.fromisoformat(day), **fields)


@pytest.mark.parametrize(("day", "found"), [("2026-11-21", []), ("2026-11-20", ["AU691", "AU101"])])
def test_an_entry_holds_to_the_end_of_its_last_day(day: str, found: list[str]) -> None:
    """In the publication's time zone; after it the finding is back, and the entry is one."""
    publication = with_empty_section("a", ignore={"AU101": until(day)})
    late = datetime(2026, 11, 21, 22, 59, tzinfo=UTC)  # 23:59 in Berlin
    assert [code for code, _ in codes(check_sources(replace(publication, now=late)))] == found


def test_an_entry_that_is_over_is_told_at_its_line() -> None:
    """With what it let pass, its last day, and what to do."""
    found = check_sources(with_empty_section("a", ignore={"AU101": until("2026-11-01")}))
    assert codes(found)[0] == ("AU691", "content/posts/a.md:5:3")
    assert found[0].message == ("`ignore` let AU101 pass until 2026-11-01, and it is still there")
    assert found[0].hint == (
        "mend what it let pass and remove the entry, or name another day and why"
    )
    assert found[0].is_error


def test_an_entry_that_is_over_and_of_no_use_is_only_in_the_way() -> None:
    """The fault was mended in time: that keeps no publish back."""
    publication = make_publication(site=make_site(ignore={"AU101": (until("2026-11-01"),)}))
    assert codes(check_sources(publication)) == [("AU690", "mkdocs.yml")]


def test_entries_of_the_site_may_hold_for_some_files() -> None:
    """Each pattern for itself; entries that meet nothing are told at their own line."""
    source = Source("mkdocs.yml", {"ignore.AU101.0": (9, 7), "ignore.AU101.1": (10, 7)})
    entries = (Ignored("…", paths=("content/pages/",)), Ignored("…", paths=("content/posts/*",)))
    site = make_site(ignore={"AU101": entries}, source=source)
    found = check_sources(replace(with_empty_section("a"), site=site))
    assert codes(found) == [("AU690", "mkdocs.yml:9:7")]


def test_two_entries_of_which_one_is_over() -> None:
    """What the other still lets pass stays let pass; the first is in the way."""
    site = make_site(ignore={"AU101": (until("2026-11-01"), WHY)})
    found = check_sources(replace(with_empty_section("a"), site=site))
    assert [code for code, _ in codes(found)] == ["AU691"]


def test_the_site_says_how_grave_findings_are(tmp_path: Path) -> None:
    """Errors can become warnings and the other way round; what is off is not told."""
    severities = {"AU101": Severity.WARNING, "AU690": None}
    site = make_site(severities=severities, ignore={"AU112": (WHY,)})
    (found,) = check_sources(replace(with_empty_section("a"), site=site))
    assert (found.code, found.severity) == ("AU101", Severity.WARNING)
    strict = replace(site, severities={"AU690": Severity.ERROR})
    publication = make_publication(site=replace(strict, ignore={"AU201": (WHY,)}))
    (found,) = check_artifacts(publication, write_site(tmp_path, {"index.html": html()}))
    assert (found.code, found.severity) == ("AU690", Severity.ERROR)
