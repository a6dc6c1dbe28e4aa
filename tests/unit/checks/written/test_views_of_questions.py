"""What is written of a question is held against the question itself, on its page and in the API."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import make_asked, make_publication, make_question
from tests.page_reading import sheets_of
from tests.plain_words import WORDS
from tests.written import html, write_site

from aushang.checks.disagreeing_views import disagreeing_views
from aushang.checks.written import WrittenSite
from aushang.outputs import api

TEXTS = {
    "de": make_asked("de", "Darf mein Kind mit?"),
    "en": make_asked("en", "May my child come along?"),
}
PUBLICATION = make_publication(
    [],
    questions={
        "kind": make_question("kind", texts=TEXTS),
        "handtuch": make_question("handtuch"),
    },
)
PAGE, ENGLISH, FILE = "fragen/index.html", "en/questions/index.html", "api/v1/questions.json"
TAG = "tag:kraftraum.example,2026:questions/"


def written_site(folder: Path, path: str = "", old: str = "", new: str = "") -> WrittenSite:
    """The pages of questions and the file of the API, one of them edited."""
    sheets = sheets_of(PUBLICATION)
    script = '<script type="application/ld+json">{}</script>'
    files = {
        file: html(head=script.format(sheets[file.removesuffix("index.html")].linked_data))
        for file in (PAGE, ENGLISH)
    }
    (found,) = (one for one in api.list_files(PUBLICATION, WORDS) if one.path == FILE)
    files[FILE] = found.data.decode()
    if path:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)
    return replace(write_site(folder, files), read=lambda path: files[path].encode())


def test_page_and_api_agree(tmp_path: Path) -> None:
    """In both languages; what was not translated too."""
    site = written_site(tmp_path)
    assert list(disagreeing_views(PUBLICATION, site)) == []
    views = [len(site.facts[path].views) for path in (PAGE, ENGLISH, FILE)]
    assert views == [2, 2, 3]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            FILE,
            "May my child come along?",
            "May my dog come along?",
            (
                f"`title` of “{TAG}kind” is “May my dog come along?”; its question says “May my"
                " child come along?”"
            ),
        ),
        (
            PAGE,
            '"name":"Kann ich ein Handtuch leihen?"',
            '"name":"Und?"',
            (
                f"`title` of “{TAG}handtuch” is “Und?”; its question says “Kann ich ein Handtuch"
                " leihen?”"
            ),
        ),
        (
            ENGLISH,
            '"dateModified":"2026-11-18T09:00:00+01:00"',
            '"dateModified":"2026-11-19T09:00:00+01:00"',
            (
                f"`published` of “{TAG}kind” is “2026-11-19T08:00:00+00:00”; its question says"
                " “2026-11-18T08:00:00+00:00”"
            ),
        ),
        (
            FILE,
            "https://aktuell.kraftraum.example/fragen/#kind",
            "https://aktuell.kraftraum.example/fragen/#handtuch",
            (
                f"`url` of “{TAG}kind” is “https://aktuell.kraftraum.example/fragen/#handtuch”; its"
                " question says “https://aktuell.kraftraum.example/fragen/#kind”"
            ),
        ),
        (
            FILE,
            f"{TAG}kind",
            f"{TAG}hund",
            f"says something of “{TAG}hund”, and no question has that id",
        ),
    ],
)
def test_what_differs_is_told(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    """With the field, what is said and what should be."""
    found = list(disagreeing_views(PUBLICATION, written_site(tmp_path, path, old, new)))
    assert {one.message for one in found} == {message}


@pytest.mark.parametrize("entry", ["null", "[1]", "{}", '{"identifier":3}', '"Ja?"', "{"])
def test_whatever_others_write_is_no_fault_of_ours(tmp_path: Path, entry: str) -> None:
    """Structured data of somebody else's pages."""
    data = f'{{"@type":"FAQPage","mainEntity":[{entry}]}}'
    page = html(head=f'<script type="application/ld+json">{data}</script>')
    site = write_site(tmp_path, {PAGE: page})
    assert list(disagreeing_views(PUBLICATION, site)) == []
