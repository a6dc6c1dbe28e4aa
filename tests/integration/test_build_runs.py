"""Whole runs of `aushang build`: what is written, what is refused, and what is never touched."""

import re
from pathlib import Path

import pytest
from tests.integration.sites import (
    NOW,
    after,
    aushang,
    aushang_process,
    tree,
    write,
    write_post,
    write_site,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small publication, not built yet."""
    return write_site(tmp_path / "news")


def times(folder: Path) -> dict[Path, int]:
    """When each file was last changed."""
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*")}


def test_a_clean_publication_is_published(site: Path) -> None:
    """Pages, feeds and JSON stand in the output folder; what the next build needs, beside it."""
    run = aushang(site, "build")
    assert (run.returncode, run.stderr) == (0, "")
    written = tree(site / "site")
    assert {
        "index.html",
        "404.html",
        "meldungen/sauna-offen/index.html",
        "feeds/posts.rss",
        "feeds/updates.atom",
        "api/v1/posts/sauna-offen.json",
        "sitemap.xml",
        ".aushang",
    } <= written.keys()
    assert {path.name for path in (site / ".site.aushang").iterdir()} == {"lock", "state.sqlite"}


def test_the_account_counts_what_was_written(site: Path) -> None:
    """Posts, pages, feeds, API files, where, how long, and how to look at it."""
    run = aushang(site, "build")
    steps, account = run.stdout.splitlines()[:5], run.stdout.splitlines()[5:]
    assert steps == [
        "reading the content …",
        "checking the content …",
        "writing the site …",
        "checking the site …",
        "publishing …",
    ]
    written = tree(site / "site")
    feeds = sum("feeds/" in path for path in written)
    api = sum(path.startswith(("api/v1/", "statuspage/")) for path in written)
    pages = sum(path.endswith(".html") for path in written)
    others = len(written) - feeds - api - pages
    assert account[0] == (
        f"2 posts in {pages} pages, {feeds} feeds, {api} API files and {others} other files"
    )
    assert re.fullmatch(r"published in site \(\d+\.\d s\)", account[1])
    assert account[2].startswith("To look at it: ")
    assert account[2].endswith(" serve")


def test_the_same_moment_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """In another folder, on another clock: same content and same --now, same site."""
    assert aushang(site, "build").returncode == 0
    other = write_site(tmp_path / "elsewhere")
    assert aushang(other, "build", "--now", NOW, now="").returncode == 0
    assert tree(site / "site") == tree(other / "site")


def test_an_unchanged_site_is_not_switched(site: Path) -> None:
    """Modification times stay, so nothing has to be copied to a server again."""
    aushang(site, "build")
    before = times(site / "site")
    run = aushang(site, "build")
    assert run.returncode == 0
    assert "nothing has changed, site is as it was" in run.stdout
    assert times(site / "site") == before


def test_files_that_did_not_change_keep_their_times(site: Path) -> None:
    """Another site is switched in, but what is equal in it is the very same file."""
    aushang(site, "build")
    before = times(site / "site")
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen jetzt im Flur.")
    aushang(site, "build")
    after = times(site / "site")
    other = site / "site/meldungen/sauna-offen/index.html"
    assert after[other] == before[other]
    changed = site / "site/meldungen/neue-matten/index.html"
    assert after[changed] > before[changed]


def test_a_removed_post_is_gone_from_the_site(site: Path) -> None:
    """The new site replaces the old one as a whole."""
    aushang(site, "build")
    (site / "content/posts/neue-matten.md").unlink()
    assert aushang(site, "build").returncode == 0
    assert not [path for path in tree(site / "site") if "neue-matten" in path]


def test_findings_keep_the_old_site(site: Path) -> None:
    """Exit code 1, the place of the fault, and not a byte changed."""
    aushang(site, "build")
    before, changed = tree(site / "site"), times(site / "site")
    write_post(site, "leer", "Leer", "## Kurse\n\n## Sauna\n\nWarm.")
    run = aushang(site, "build", "--quiet")
    assert run.returncode == 1
    assert run.stdout == (
        "content/posts/leer.md:11:1: error AU101 section “Kurse” has no content\n"
        "    help: write a sentence, or remove the heading\n"
        "1 error in 1 file. Nothing was published.\n"
    )
    assert (tree(site / "site"), times(site / "site")) == (before, changed)


def test_what_a_refused_build_wrote_never_comes_to_light(site: Path) -> None:
    """Its pages stay in the room of the engine; the next site is that of a full build."""
    aushang(site, "build")
    empty = write_post(site, "leer", "Leer", "## Kurse\n\n## Sauna\n\nWarm.")
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen jetzt im Flur.")
    assert aushang(site, "build").returncode == 1
    empty.unlink()
    write_post(site, "sauna-offen", "Die Sauna ist offen", "Ab Dienstag, 6 Uhr.")
    write_post(site, "neue-matten", "Neue Matten", "Sie liegen im Kursraum bereit.")
    assert aushang(site, "build", "--quiet").returncode == 0
    other = ("--output", "other", *after(site / "site"))
    assert aushang(site, "build", "--quiet", *other).returncode == 0
    assert tree(site / "site") == tree(site / "other")


def test_all_stages_report_in_one_run(site: Path) -> None:
    """A file that cannot be read, an empty section and a dead link are told together."""
    write_post(site, "leer", "Leer", "## Kurse\n\n## Sauna\n\nWarm.")
    write_post(site, "tot", "Tot", "Siehe [dort](../posts/nirgends.md).")
    write(site / "content/posts/kaputt.md", "---\ntitel: x\n---\n\nText.\n")
    run = aushang(site, "build", "--quiet")
    assert run.returncode == 1
    found = {line.split(":")[0] for line in run.stdout.splitlines() if ": error " in line}
    assert found == {
        "content/posts/kaputt.md",
        "content/posts/leer.md",
        "content/posts/tot.md",
    }


def test_quiet_prints_nothing_for_a_clean_site(site: Path) -> None:
    """For schedulers that mail every word."""
    run = aushang(site, "build", "--quiet")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_another_output_folder_can_be_named(site: Path, tmp_path: Path) -> None:
    """It is seen from where the command is typed."""
    assert aushang(site, "build", "--output", "../public").returncode == 0
    assert (tmp_path / "public" / "index.html").exists()
    assert not (site / "site").exists()


def test_a_foreign_folder_is_never_emptied(site: Path) -> None:
    """Exit code 2, one sentence, and the file is still there."""
    write(site / "site/thesis.odt", "three years of work")
    run = aushang(site, "build", "--quiet")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        f"aushang: error: the output folder “{site / 'site'}” is not empty and was not written by "
        "aushang, so it is left alone. Name another folder, or empty this one yourself\n"
    )
    assert tree(site / "site") == {"thesis.odt": b"three years of work"}
    assert not (site / ".site.aushang").exists()


def test_a_linked_output_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    """The folder behind the link is replaced, again and again."""
    (tmp_path / "www").mkdir()
    (site / "site").symlink_to(tmp_path / "www")
    for text in ("Ab Montag.", "Ab Dienstag."):
        write_post(site, "sauna-offen", "Die Sauna ist wieder offen", text)
        assert aushang(site, "build", "--quiet").returncode == 0
        assert (site / "site").is_symlink()
        page = (tmp_path / "www" / "meldungen/sauna-offen/index.html").read_text()
        assert text in page


def test_a_time_that_is_none_is_wrong_use(site: Path) -> None:
    """Exit code 2 and the form that is expected."""
    run = aushang(site, "build", "--now", "morgen")
    assert run.returncode == 2
    assert run.stderr == (
        "aushang: error: “morgen” is not a time. "
        "Write a time such as 2026-11-21T20:00 or 2026-11-21T20:00+01:00\n"
    )


def test_strict_takes_warnings_for_errors(site: Path) -> None:
    """An ignore that nothing needs is a warning: published without, refused with --strict."""
    post = site / "content/posts/neue-matten.md"
    post.write_text(
        post.read_text().replace("type: news", "type: news\nignore: {AU101: noch leer}")
    )
    assert aushang(site, "build", "--quiet").returncode == 0
    before = tree(site / "site")
    run = aushang(site, "build", "--quiet", "--strict", now="2026-11-22T20:00+01:00")
    assert run.returncode == 1
    assert run.stdout.endswith(
        "1 warning in 1 file. Nothing was published, because --strict takes warnings for errors.\n"
    )
    assert tree(site / "site") == before


def test_a_stream_without_utf_8_works(site: Path) -> None:
    """Findings are told in whatever the stream can take; typographic quotes become straight."""
    write_post(site, "leer", "Leer", "## Käse\n\n## Sauna\n\nWarm.")
    run = aushang_process(site, "build", "--quiet", encoding="latin-1", PYTHONIOENCODING="latin-1")
    assert run.returncode == 1
    assert 'error AU101 section "Käse" has no content' in run.stdout


def test_content_cannot_drive_the_terminal(site: Path) -> None:
    """A file name with an escape sequence is shown, not obeyed."""
    write(site / "content/posts/a\x1b[31mb.md", "---\ntitle: x\n---\n")
    run = aushang(site, "build")
    assert run.returncode == 1
    assert "\x1b" not in run.stdout + run.stderr
    assert "\\x1b" in run.stdout


@pytest.mark.parametrize("columns", ["1", "20"])
def test_a_narrow_terminal_works(site: Path, columns: str) -> None:
    """No width is too small."""
    assert aushang(site, "build", COLUMNS=columns).returncode == 0
