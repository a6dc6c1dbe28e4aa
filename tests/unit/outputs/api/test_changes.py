"""The pages of the log of changes: their bytes are for ever, so they stand here."""

import json
from datetime import UTC, datetime

from tests.factories import by_path, make_site

from aushang.model.change_log import Log, continued
from aushang.outputs.api.changes import PER_PAGE, latest, page_files, pages_of

NOW = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
SITE = make_site(url="https://aktuell.kraftraum.example/news/")
API = "https://aktuell.kraftraum.example/news/api/v1/"
SUM = "0123456789abcdef" * 4


def files_of(log, per_page=2):
    """Every file of a log's pages, by path below `api/v1/`."""
    pages = pages_of(log, per_page)
    found = by_path(one for page in pages for one in page_files(page, SITE))
    return {path.removeprefix("api/v1/"): data for path, data in found.items()}


def log_of(*publishes):
    """The log after some publishes, each the ids of its posts."""
    log = None
    for ids in publishes:
        current = dict.fromkeys(ids, SUM)
        log = continued(log, current, tag=SITE.tag, now=NOW)
    return log


def test_a_log_without_changes_is_a_page_that_leads_to_itself():
    """A client that begins with it has its epoch, and comes back."""
    (path, data), *others = files_of(Log(epoch="e", tag="t,2026")).items()
    assert (path, others) == ("changes/0001.json", [])
    assert json.loads(data) == {
        "epoch": "e",
        "tag": "t,2026",
        "next": f"{API}changes/0001.json",
        "items": [],
        "links": {
            "self": f"{API}changes/0001.json",
            "describedby": f"{API}schema/changes.json",
            "index": f"{API}index.json",
        },
    }


def test_a_page_is_full_when_another_one_follows():
    """Until then it stands under the address that clients know."""
    assert sorted(files_of(log_of("ab"))) == ["changes/0001.json"]
    last = log_of("ab").mark
    assert sorted(files_of(log_of("ab", "abc"))) == [
        "changes/0001.json",
        "changes/0002.json",
        f"changes/full/0001-{last}.json",
    ]


def test_a_full_page_never_changes_again():
    """Whatever comes behind it. These are bytes that clients keep."""
    log = log_of("ab", "bc", "", "bcd")
    now, before = files_of(log), files_of(log_of("ab", "bc"))
    kept = {path: data for path, data in before.items() if "/full/" in path}
    assert kept
    assert {path: now[path] for path in kept} == kept
    assert now["changes/full/0001-8e5f10892e8422a3.json"].decode() == (
        '{"epoch":"20261122T081500Z-df0e1ec4","tag":"kraftraum.example,2026",'
        f'"next":"{API}changes/0002.json","items":['
        f'{{"modified":1,"id":"a","kind":"post","state":"updated","url":"{API}posts/a.json",'
        f'"mark":"5d5e4cbf8d9dd99e","digest":"{SUM}"}},'
        f'{{"modified":2,"id":"b","kind":"post","state":"updated","url":"{API}posts/b.json",'
        f'"mark":"8e5f10892e8422a3","digest":"{SUM}"}}],'
        f'"links":{{"self":"{API}changes/full/0001-8e5f10892e8422a3.json",'
        f'"describedby":"{API}schema/changes.json","index":"{API}index.json"}}}}\n'
    )


def test_the_known_address_of_a_full_page_leads_to_it():
    """And past it, for whoever has all of it."""
    log = log_of("ab", "abc")
    page = json.loads(files_of(log)["changes/0001.json"])
    mark = log.items[1].mark
    assert page["next"] == f"{API}changes/full/0001-{mark}.json"
    assert page["items"] == []
    assert page["moved"] == {"modified": 2, "mark": mark, "after": f"{API}changes/0002.json"}


def test_a_deletion_has_no_digest_and_no_word_of_the_post():
    """Only its id, and where it was."""
    page = json.loads(files_of(log_of("ab", "b", "bc"))["changes/0002.json"])
    assert page["items"][0] == {
        "modified": 3,
        "id": "a",
        "kind": "post",
        "state": "deleted",
        "url": f"{API}posts/a.json",
        "mark": log_of("ab", "b").mark,
    }


def test_pages_lead_back():
    """Each to the full one before it, so that the end of a log can be read first."""
    log = log_of("ab", "abcd", "abcde")
    files = files_of(log)
    first, second = log.items[1].mark, log.items[3].mark
    assert json.loads(files["changes/0003.json"])["links"]["prev"] == (
        f"{API}changes/full/0002-{second}.json"
    )
    full = json.loads(files[f"changes/full/0002-{second}.json"])
    assert full["links"]["prev"] == f"{API}changes/full/0001-{first}.json"
    assert full["next"] == f"{API}changes/0003.json"


def test_the_last_page_is_known_by_its_name():
    """The index of the API names it."""
    assert latest(Log(epoch="e", tag="t")) == "changes/0001"
    assert latest(log_of(str(number) for number in range(PER_PAGE))) == "changes/0001"
    assert latest(log_of(str(number) for number in range(PER_PAGE + 1))) == "changes/0002"


def test_a_page_s_sign_changes_whenever_its_bytes_do():
    """It is all that the engine compares."""
    signs = {}
    for log in (log_of("a"), log_of("b"), log_of("ab"), log_of("ab", "abc"), log_of("")):
        for page in pages_of(log, 2):
            data = tuple(one.data for one in page_files(page, SITE))
            assert signs.setdefault((page.number, page.sign), data) == data
    assert len(signs) == len(set(signs.values()))
