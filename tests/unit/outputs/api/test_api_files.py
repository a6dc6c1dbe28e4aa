"""The files of the API: paths, envelopes, revisions."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

from tests.factories import (
    NOW,
    by_path,
    make_bilingual_post,
    make_post,
    make_posts,
    make_publication,
    make_service,
    make_update,
)
from tests.plain_words import WORDS

from aushang.model import Kind
from aushang.model.api import API_VERSION
from aushang.model.change_log import continued
from aushang.outputs import api
from aushang.outputs.api.documents import DOCUMENTS

POST = "api/v1/posts/2026-11-20-sauna-mitte.json"


LOG = continued(None, {}, tag="kraftraum.example,2026", now=NOW)


def files(publication):
    """The files with an envelope, read as JSON, by path; log and descriptions have none."""
    found = by_path(api.render(publication, WORDS, LOG))
    apart = ("api/v1/schema/", "api/v1/changes/", "api/v1/openapi")
    return {path: json.loads(data) for path, data in found.items() if not path.startswith(apart)}


def revisions(publication):
    """The revision of each file by the last parts of its path."""
    return {
        path.removeprefix("api/v1/"): file["revision"] for path, file in files(publication).items()
    }


def test_there_is_a_file_for_each_thing_and_a_schema_for_each_file():
    """Posts one by one, lists as wholes, the index, and what they all look like."""
    found = set(by_path(api.render(make_publication(), WORDS)))
    schemas = {f"api/v1/schema/{name}.json" for name in DOCUMENTS}
    assert schemas <= found
    assert sorted(path.removeprefix("api/v1/") for path in found - schemas) == [
        "availability.json",
        "changes/0001.json",
        "clock-vectors.json",
        "contacts.json",
        "index.json",
        "locations.json",
        "manifest.json",
        "openapi.json",
        "posts/2026-11-20-sauna-mitte.json",
        "posts/index.json",
        "posts/pages/0001.json",
        "questions.json",
        "services.json",
        "status.json",
    ]


def test_a_file_names_the_content_it_was_made_from():
    """The claimants of a post's file are the post and its translation, in this order."""
    artifacts = {artifact.path: artifact for artifact in api.render(make_publication(), WORDS)}
    assert artifacts[POST].sources == (
        "content/posts/2026-11-20-sauna-mitte.md",
        "content/posts/2026-11-20-sauna-mitte.en.md",
    )
    assert artifacts[POST].kind is Kind.API
    assert artifacts[POST].media_type == "application/json"
    assert artifacts["api/v1/schema/post.json"].media_type == "application/schema+json"
    assert artifacts["api/v1/services.json"].sources == (
        "content/services/sauna.yml",
        "content/services/kurse.yml",
    )
    assert artifacts["api/v1/index.json"].sources == ("aushang.outputs.api.envelope",)


def test_every_file_has_the_same_envelope():
    """Version, revision, origin, data and links to itself, its schema and the index."""
    for path, file in files(make_publication()).items():
        assert list(file) == ["api_version", "revision", "generated_from", "data", "links"]
        assert file["api_version"] == "1.2"
        assert file["links"]["self"] == f"https://aktuell.kraftraum.example/{path}"
        assert file["links"]["index"] == "https://aktuell.kraftraum.example/api/v1/index.json"


def test_files_are_utf8_and_end_with_a_line_break():
    """People read them too: umlauts stand as they are."""
    for path, data in by_path(api.render(make_publication(), WORDS)).items():
        assert data.endswith(b"}\n")
        assert b"\\u" not in data, path
    contacts = by_path(api.render(make_publication(), WORDS))["api/v1/contacts.json"]
    assert "Jana Weiß".encode() in contacts


def test_the_origin_counts_files_and_names_the_newest_word():
    """It comes from content and from no clock."""
    found = files(make_publication())
    newest = "2026-11-21T10:00:00+01:00"
    assert found[POST]["generated_from"] == {"files": 2, "newest": newest}
    assert found["api/v1/posts/index.json"]["generated_from"] == {"files": 2, "newest": newest}
    assert found["api/v1/services.json"]["generated_from"] == {"files": 2, "newest": None}
    assert found["api/v1/index.json"]["generated_from"] == {"files": 7, "newest": newest}


def test_a_later_build_of_the_same_content_writes_the_same_bytes():
    """An hour in which nothing begins or ends changes no byte."""
    publication = make_publication()
    later = replace(publication, now=NOW + timedelta(hours=1))
    before, after = (by_path(api.render(one, WORDS, LOG)) for one in (publication, later))
    assert after == before


def test_a_revision_changes_with_its_own_data_and_the_index_with_any():
    """An edit of a post changes its file, what shows its title and the index; services stay."""
    before = revisions(make_publication([make_post("a"), make_post("b")]))
    after = revisions(make_publication([make_post("a", title="Neu"), make_post("b")]))
    changed = {name for name in before if before[name] != after[name]}
    lists = {"posts/index.json", "posts/pages/0001.json", "status.json"}
    assert changed == {"posts/a.json", *lists, "index.json", "manifest.json"}
    services = {"sauna": make_service(name="Schwitzbad")}
    after = revisions(make_publication([make_post("a"), make_post("b")], services=services))
    changed = {name for name in before if before[name] != after[name]}
    assert changed >= {"services.json", "index.json"}
    assert "contacts.json" not in changed


def test_the_index_notices_a_change_in_an_old_post():
    """Even a post that stands in no list any more changes the revision that apps poll."""
    posts = make_posts(60)
    old = replace(posts[-1], updates=(make_update(NOW, "Noch etwas."),))
    before = revisions(make_publication(posts))
    after = revisions(make_publication((*posts[:-1], old)))
    changed = {name for name in before if before[name] != after[name]}
    page = "posts/pages/0001.json"  # tells when the newest word was said
    assert changed == {"posts/post-0059.json", page, "index.json", "manifest.json"}


def test_the_list_holds_the_newest_fifty_in_all_languages():
    """Newest first; each line leads to the whole post."""
    found = files(make_publication(make_posts(60)))["api/v1/posts/index.json"]
    assert [post["id"] for post in found["data"]] == [f"post-{number:04}" for number in range(50)]
    assert list(found["data"][0]["texts"]) == ["de", "en"]
    assert found["data"][0]["file"] == (
        "https://aktuell.kraftraum.example/api/v1/posts/post-0000.json"
    )


def test_what_is_planned_is_in_no_file():
    """A post before its time has no file and is not counted."""
    posts = [make_bilingual_post("later", published=NOW + timedelta(days=1))]
    found = files(make_publication(posts))
    assert "api/v1/posts/later.json" not in found
    assert found["api/v1/posts/index.json"]["data"] == []
    assert found["api/v1/index.json"]["data"]["posts"] == 0


def test_the_index_says_what_the_site_is():
    """Name, languages, zone, start pages, ids and the feeds of everything."""
    data = files(make_publication())["api/v1/index.json"]["data"]
    feeds, words = data.pop("feeds"), data.pop("words")
    assert data.pop("changes")["modified"] == 1
    assert data == {
        "name": {"de": "Kraftraum", "en": "Kraftraum"},
        "description": {},
        "languages": ["de", "en"],
        "time_zone": "Europe/Berlin",
        "home": {
            "de": "https://aktuell.kraftraum.example/",
            "en": "https://aktuell.kraftraum.example/en/",
        },
        "posts": 1,
        "services": ["sauna", "kurse"],
        "locations": ["mitte", "ost"],
        "versions": [
            {
                "name": "v1",
                "api_version": API_VERSION,
                "index": "https://aktuell.kraftraum.example/api/v1/index.json",
            }
        ],
        "next_change": "2026-11-23T06:00:00+01:00",
    }
    assert list(words) == ["de", "en"]
    assert words["en"]["effects"] == {
        "open": "open",
        "restricted": "restricted",
        "full": "full",
        "closed": "closed",
    }
    assert words["de"]["types"]["closure"] == "*closure"
    assert words["de"]["statuses"]["withdrawn"] == "*withdrawn"
    assert {feed["calendar"] for feed in feeds if feed["language"] == "en"} == {
        "https://aktuell.kraftraum.example/en/feeds/calendar.ics"
    }
    assert [(feed["language"], feed["stream"]) for feed in feeds] == [
        ("de", "posts"),
        ("de", "updates"),
        ("en", "posts"),
        ("en", "updates"),
    ]


def test_a_start_does_not_wait_for_pydantic():
    """Only the job that writes the schemas asks it; models would cost every start 30 ms."""
    script = "import sys; import aushang.outputs.api; print('pydantic' in sys.modules)"
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert shown.stdout == "False\n"
