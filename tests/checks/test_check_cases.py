"""Every file below `AU…/pass` and `AU…/fail` is a test of the check that its folder is named after.

A `.md` file is a post, a folder a part of a content folder; both are laid over `base/` and read by
the real loader, with the baseline that lies in the folder.
An `.html`, feed or `.json` file is a file of a written site; a folder that holds `site/` has all of
its files, with `posts/` they were made of, and `before.txt` has the paths that were published. A
file in `fail` says in a comment `expect: CODE at LINE` (0: the file as a whole); number, codes and
lines must match exactly, so each file also proves that no other check raises a false alarm.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import NOW, make_publication, make_site
from tests.written import html, write_site

from aushang.checks.baseline import read, without_known
from aushang.checks.outgrown_baseline import FILE
from aushang.checks.quotes import located
from aushang.checks.runner import check_artifacts, check_sources
from aushang.content.load import load
from aushang.content.markdown.gfm import GfmRenderer

HERE = Path(__file__).parent
EXPECTED = re.compile(r"expect: (AU\d{3}) at (\d+)")
SITE = {
    "index.html": html(),
    "kontakt/index.html": html('<h2 id="wer">Wer</h2>'),
    "media/plan.png": "",
    "media/a,b.png": "",
    "media/a+b.pdf": "",
    "media/zwei worte.pdf": "",
    "media/prüfung.pdf": "",
    "media/zeichen.svg": "<svg/>",
    "alt/index.html": html(head='<meta http-equiv="refresh" content="0; url=/kontakt/">'),
}
OF_BOTH = ("AU233",)
"""Checks of what is written that look at what was read as well."""
DEAD = {"https://tot.example/plan": "it says 404 Not Found"}
PLACES = {
    ".html": "seite/index.html",
    ".json": "api/v1/fall.json",
    ".xml": "sitemap.xml",
    ".css": "assets/fall.css",
    ".svg": "media/fall.svg",
    ".webmanifest": "app.webmanifest",
}


def cases(kind: str) -> list[Path]:
    """The files and folders of one kind, of all checks."""
    return sorted(HERE.glob(f"AU*/{kind}/*"))


def name(case: Path) -> str:
    """The check and the case."""
    return f"{case.parents[1].name}/{case.name}"


def expected(case: Path) -> list[tuple[str, int]]:
    """What the case says about itself."""
    files = sorted(file for file in case.rglob("*") if file.is_file()) if case.is_dir() else [case]
    found = (EXPECTED.findall(file.read_text(encoding="utf-8")) for file in files)
    return sorted((code, int(line)) for same in found for code, line in same)


def found_in(case: Path, folder: Path) -> list[tuple[str, int]]:
    """What the checks say about it."""
    if (case / "site").is_dir():
        findings = _of_site(case, folder)
    elif case.is_dir() or case.suffix == ".md":
        findings = _of_content(case, folder)
    else:
        path = (
            "404.html" if case.name == "404.html" else PLACES.get(case.suffix, f"feeds/{case.name}")
        )
        written = write_site(folder, {**SITE, path: case.read_bytes()})
        findings = check_artifacts(make_publication(), written)
    return sorted((finding.code, finding.location.line) for finding in findings)


def _of_site(case: Path, folder: Path) -> tuple:
    """A whole site; `posts/` beside it is what it was made of, `before.txt` what was published."""
    root = case / "site"
    files = {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }
    publication = make_publication()
    if (case / "posts").is_dir():
        shutil.copytree(HERE / "base", folder / "content")
        shutil.copytree(case / "posts", folder / "content" / "posts")
        site, markdown = make_site(contact=""), GfmRenderer()
        read_ = load(folder / "content", root=folder, site=site, now=NOW, markdown=markdown)
        publication = read_.publication
    sources = {
        f"meldungen/{text.slug}/index.html": (text.source.path,)
        for post in publication.posts
        for text in post.texts.values()
    }
    written = write_site(folder / "site", files, sources=sources)
    list_ = case / "before.txt"
    before = frozenset(list_.read_text().split()) if list_.exists() else frozenset()
    written = replace(written, before=before, read=lambda path: files[path])
    return check_artifacts(publication, written)


def _of_content(case: Path, folder: Path) -> tuple:
    content = folder / "content"
    shutil.copytree(HERE / "base", content)
    if case.is_dir():
        shutil.copytree(case, content, dirs_exist_ok=True)
    else:
        (content / "posts").mkdir()
        shutil.copy(case, content / "posts")
    baseline = content / FILE
    known = read(baseline.read_bytes()) if baseline.exists() else ()
    baseline.unlink(missing_ok=True)
    site = make_site(contact="", law="DE")
    loaded = load(content, root=folder, site=site, now=NOW, markdown=GfmRenderer())
    publication = replace(loaded.publication, dead_outside=DEAD)
    found = check_sources(publication, loaded.diagnostics)
    found = without_known(found, known, publication)
    if case.parents[1].name.startswith(OF_BOTH):
        pages = write_site(folder / "site", {"kontakt/index.html": html('<h2 id="wer">Wer</h2>')})
        found += tuple(one for one in check_artifacts(publication, pages) if one.code in OF_BOTH)
    return tuple(located(found, lambda path: (folder / path).read_text("utf-8")))


@pytest.mark.parametrize("case", cases("fail"), ids=name)
def test_must_fail(case: Path, tmp_path: Path) -> None:
    """Exactly what the file expects is found, and it expects the code of its folder."""
    wanted = expected(case)
    assert case.parents[1].name[:5] in {code for code, _ in wanted}
    assert found_in(case, tmp_path) == wanted


@pytest.mark.parametrize("case", cases("pass"), ids=name)
def test_must_pass(case: Path, tmp_path: Path) -> None:
    """Nothing at all is found."""
    assert expected(case) == []
    assert found_in(case, tmp_path) == []
